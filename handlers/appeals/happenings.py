"""A line of a timeline in words: the same in the chat, on a campaign's page and at the desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handlers.appeals.heading import title_text
from handlers.countries import country_name
from handlers.dates import day_text, fact_date_text
from handlers.texts import Markup
from handlers.translated import in_language
from storage.appeals.records import appeals_in
from storage.calendar.kinds import Described
from storage.registers.records import read_registers
from storage.timeline.entries import Subject
from storage.timeline.kinds import (
    Action,
    Bill,
    Commitment,
    Contact,
    Delivery,
    Outcome,
    Recommendation,
    Reply,
    Status,
)
from storage.timeline.story import What

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from handlers.context import Services
    from handlers.texts import Texts, Value
    from storage.appeals.model import Appeal
    from storage.appeals.vocabulary import Method
    from storage.registers.models import Office
    from storage.timeline.entries import Entry
    from storage.timeline.kinds import Content
    from storage.timeline.story import Happening


@dataclass(frozen=True)
class Names:
    """For whom lines are written, and what codes and keys in them are called.

    Attributes:
        appeals: By code; of one that is not there, the code is shown.
        offices: By key of the register; of one that is not there, the key is shown.
        now: For colleagues, who are told all that was recorded, and whether an entry is confidential, under an embargo
            now, or has a scan.
    """

    texts: Texts
    language: str
    appeals: Mapping[str, Appeal] = field(default_factory=dict)
    offices: Mapping[str, Office] = field(default_factory=dict)
    now: datetime | None = None

    def say(self, key: str, /, **values: Value) -> Markup:
        """Return a text as HTML in the reader's language."""
        return Markup(self.texts.html(key, self.language, **values))

    def word(self, key: str) -> str:
        """Return a text without markup in the reader's language."""
        return self.texts.plain(key, self.language)

    def its(self, words: Mapping[str, str]) -> str:
        """Return the words in the reader's language, or in one that they have."""
        return in_language(words, self.language)

    def title(self, code: str) -> str:
        """Return the title of an appeal, or its code where it is not known."""
        appeal = self.appeals.get(code)
        return title_text(appeal, self.texts, self.language) if appeal else code

    def office(self, about: Subject) -> str:
        """Return whom an entry is about; nothing if it is about no office."""
        appeal = self.appeals.get(about.appeal or "")
        for addressee in appeal.addressees if appeal else ():
            if addressee.id == about.addressee:
                return self.its(addressee.office)
        if about.office:
            known = self.offices.get(about.office)
            return self.its(known.office) if known else about.office
        return about.addressee or ""


async def names_for(services: Services, language: str) -> Names:
    """Return what a colleague who reads the language is told of any appeal and any office."""
    appeals = {stored.appeal.code: stored.appeal for stored in await appeals_in(services.db)}
    offices = (await read_registers(services.db)).offices
    return Names(services.texts, language, appeals, offices, services.now())


def happening_line(happening: Happening, names: Names) -> Markup:
    """Return one line: the day, as exactly as it is known, and what happened."""
    day = fact_date_text(happening.day, names.language)
    if happening.entry is not None:
        return names.say("happening-line", day=day, what=entry_text(happening.entry, names))
    assert happening.what is not None  # one of the two
    return names.say("happening-line", day=day, what=_deed(happening, happening.what, names))


def entry_text(entry: Entry, names: Names) -> Markup:
    """Return what an entry says; for colleagues all of it, with its marks."""
    text = _content(entry, names)
    for name, value in _details(entry.content, names.office(entry.about)) if names.now else ():
        text += Markup(" ") + names.say(f"happening-detail-{name}", value=value)
    if entry.due_on:
        text += Markup(" ") + names.say("happening-due", day=day_text(entry.due_on, names.language))
    for mark in _marks(entry, names.now):
        text += Markup(" ") + names.say(f"happening-mark-{mark}")
    return text


def methods_text(methods: Iterable[Method], names: Names) -> str:
    """Return how something was delivered: `by post, by hand`."""
    return ", ".join(names.word(f"entry-method-{method}") for method in methods)


def _deed(happening: Happening, what: What, names: Names) -> Markup:
    code, word = happening.appeal or "", str(happening.values.get("word", ""))
    values: dict[str, Value] = {"title": names.title(code), "count": happening.values.get("n", 0), "word": word}
    if what is What.HANDED_OVER:
        values["word"] = names.office(Subject(appeal=code, addressee=word))
    if what is What.MOMENT:
        values["word"] = names.its(Described.model_validate_json(word).name)
    if what is What.NEWS:
        values["word"] = names.word(f"happening-news-{word}")
    return names.say(f"happening-{what}", **values)


def _marks(entry: Entry, now: datetime | None) -> list[str]:
    if now is None:
        return []
    embargo = entry.embargo_until is not None and entry.embargo_until > now
    marks = {"confidential": entry.confidential, "embargo": embargo, "scan": entry.has_file}
    return [mark for mark, given in marks.items() if given]


def _content(entry: Entry, names: Names) -> Markup:
    content, office = entry.content, names.office(entry.about)
    stage = names.word(f"entry-stage-{entry.kind}-{entry.stage}") if entry.stage else ""
    match content:
        case Delivery():
            delivered = names.say("happening-delivery", office=office, methods=methods_text(content.methods, names))
            return _joined(delivered, names.say("happening-place", place=content.place) if content.place else None)
        case Reply():
            return _reply(content, office, names)
        case Outcome():
            return _outcome(content, names)
        case Status():
            word, source = names.word(f"entry-status-{content.status}"), f"appeal-source-type-{content.source}"
            told = names.say("happening-status", status=word, source=names.word(source))
            return _joined(told, Markup("{}").format(content.note) if content.note else None)
        case Contact():
            form, direction = (
                names.word(f"entry-form-{content.form}"),
                names.word(f"entry-direction-{content.direction}"),
            )
            who = office or _between(content)
            told = names.say("happening-contact", form=form, direction=direction, who=who, summary=content.summary)
            return _joined(told, names.say("happening-stage", stage=stage) if stage else None)
        case Commitment():
            return names.say("happening-commitment", who=content.who, what=content.what, stage=stage)
        case Bill():
            return names.say("happening-bill", title=content.title, chamber=content.chamber, stage=stage)
        case Recommendation():
            return names.say(
                "happening-recommendation",
                state=country_name(content.state, names.language),
                by=country_name(content.recommended_by, names.language),
                text=content.text,
                stage=stage,
            )
        case Action():
            return names.say("happening-action", what=content.what)


def _details(content: Content, office: str) -> Iterator[tuple[str, str]]:
    """Give what colleagues alone read: the end of the text that names it, and what was written."""
    match content:
        case Delivery(by=by, receipt=receipt):
            details = {"by": by, "receipt": receipt}
        case Reply(reference=reference):
            details = {"reference": reference}
        case Outcome(link=link) | Action(link=link):
            details = {"link": link}
        case Contact(reference=reference):
            details = {"between": _between(content) if office else "", "reference": reference}
        case Recommendation(session=session, note=note):
            details = {"cycle": str(content.cycle), "session": session, "note": note}
        case Commitment(note=note) | Bill(note=note):
            details = {"note": note}
        case _:
            details = {}
    yield from ((name, value) for name, value in details.items() if value)


def _between(contact: Contact) -> str:
    return " → ".join(filter(None, (contact.sender, contact.recipient)))


def _reply(content: Reply, office: str, names: Names) -> Markup:
    """Return the reply; without its summary, while that waits for somebody's approval."""
    response = names.word(f"entry-response-{content.response}")
    if not content.summary:
        return names.say("happening-reply-alone", office=office, response=response)
    return names.say("happening-reply", office=office, response=response, summary=content.summary)


def _outcome(content: Outcome, names: Names) -> Markup:
    """Return the outcome; without its summary, while that waits for somebody's approval."""
    impact = names.word(f"entry-impact-{content.impact}")
    if not content.summary:
        return names.say("happening-outcome-alone", impact=impact)
    return names.say("happening-outcome", impact=impact, summary=content.summary, source=content.source)


def _joined(text: Markup, more: Markup | None) -> Markup:
    return Markup(" ").join((text, more)) if more else text
