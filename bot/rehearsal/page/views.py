"""What the chat page shows, as JSON: Telegram's own view of people and chats."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import pairwise

from bot.rehearsal.cast import Cast
from bot.rehearsal.crowd.crowd import Crowd
from bot.rehearsal.crowd.people import is_invented
from bot.rehearsal.faults import Answered, Dropped, Fault, Rule, Slow
from bot.rehearsal.memory.model import JSON, Entity, Person, StoredFile
from bot.rehearsal.memory.shapes import command_json, keyboard_json
from bot.rehearsal.phones import Phones
from bot.rehearsal.screens import ShownMessage
from bot.rehearsal.text.units import utf16_length, utf16_slice

_PREVIEW = 60  # characters
_FAMILY_FIRST = {"ko", "ja", "zh"}


def people_view(phones: Phones, cast: Cast) -> list[JSON]:
    """Return everybody, coordinators first, then in the order in which they joined."""
    coordinators = {person.id for person in cast.coordinators}
    ordered = sorted(phones.people, key=lambda person: person.id not in coordinators)
    return [_person(phones, person, _role(person.id, coordinators)) for person in ordered]


def chat_view(phones: Phones, person_id: int) -> JSON:
    """Return what one person's phone shows."""
    return {
        "standing": phones.standing(person_id),
        "messages": [_message(message) for message in phones.chat(person_id)],
        "menu": [command_json(command) for command in phones.menu(person_id)],
        "alerts": [asdict(alert) for alert in phones.alerts(person_id)],
        "waiting": [query.message_id for query in phones.unanswered(person_id)],
        "about": phones.about_bot(person_id),
    }


def crowd_view(crowd: Crowd | None) -> JSON | None:
    return asdict(crowd.progress) if crowd else None


def fault_view(rule: Rule) -> JSON:
    return {
        "fault": _fault_name(rule.fault),
        "method": rule.method,
        "chat_id": rule.chat_id,
        "times": rule.times,
        "chance": rule.chance,
    }


def _role(person_id: int, coordinators: set[int]) -> str:
    if person_id in coordinators:
        return "coordinator"
    return "crowd" if is_invented(person_id) else "supporter"


def _person(phones: Phones, person: Person, role: str) -> JSON:
    last = phones.last_message(person.id)
    return {
        "id": person.id,
        "name": _full_name(person),
        "language": person.language_code,
        "role": role,
        "standing": phones.standing(person.id),
        "last": None
        if last is None
        else {"id": last.message_id, "sender": last.sender, "text": _preview(last), "date": last.date},
    }


def _full_name(person: Person) -> str:
    """Return the name in the order in which its language writes it."""
    if person.language_code[:2] in _FAMILY_FIRST:
        return f"{person.last_name or ''}{person.first_name}"
    return " ".join(filter(None, (person.first_name, person.last_name)))


def _preview(message: ShownMessage) -> str:
    text = message.text or (message.file.name if message.file else "")
    return " ".join(text.split())[:_PREVIEW]


def _message(message: ShownMessage) -> JSON:
    return {
        "id": message.message_id,
        "sender": message.sender,
        "parts": list(_parts(message.text, message.entities)),
        "keyboard": keyboard_json(message.keyboard),
        "file": _file(message.file) | {"spoiler": message.spoiler} if message.file else None,
        "edited": message.edited,
        "date": message.date,
    }


def _file(file: StoredFile) -> JSON:
    return {"id": file.file_id, "kind": file.kind, "name": file.name, "size": file.size}


def _parts(text: str, entities: tuple[Entity, ...]) -> Iterator[JSON]:
    """Cut *text* where an entity begins or ends, so that each part has one set of marks."""
    edges = {0, utf16_length(text)}
    for entity in entities:
        edges |= {entity.offset, entity.offset + entity.length}
    places = sorted(edges)
    for begin, end in pairwise(places):
        over = [entity for entity in entities if entity.offset <= begin and end <= entity.offset + entity.length]
        part: JSON = {"text": utf16_slice(text, begin, end - begin), "marks": [entity.type for entity in over]}
        links = [link for entity in over if (link := _link(text, entity))]
        yield part | ({"link": links[-1]} if links else {})


def _link(text: str, entity: Entity) -> str | None:
    covered = utf16_slice(text, entity.offset, entity.length)
    match entity.type:
        case "text_link":
            return entity.url
        case "url":
            return covered if "://" in covered else f"https://{covered}"
        case "bot_command":
            return covered
    return None


def _fault_name(fault: Fault) -> str:
    match fault:
        case Answered(answer):
            return str(answer.body["description"])
        case Dropped(delivered):
            return "dropped after delivery" if delivered else "dropped before delivery"
        case Slow(seconds):
            return f"answers after {seconds:g} s"
