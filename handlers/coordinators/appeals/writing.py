"""Writing a simple appeal step by step: one language, one addressee. What comes of it is a sheet, and a draft.

/write ──► kind ──► title ──► … ──► everything once more ──[Keep it]──► the sheet, read and stored like any other
                                            ▲                    └──► what has to be changed before
                                            └─────────────────────────┘

What it does not ask for (several addressees, more languages, facts, figures) is added in the sheet that comes back.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from telegram import InputFile

from handlers.appeals.sheet_faults import fault_texts
from handlers.asking import person_of
from handlers.coordinators.appeals.previewing import show_draft
from handlers.coordinators.appeals.taking import read_draft
from handlers.coordinators.forms.fields import Choice, Form, Moment, NotKept, Question, Text
from handlers.coordinators.roles import Duty
from handlers.coordinators.sheets import listed
from handlers.countries import find_country
from storage.appeals.parts import BACKGROUND_MAX, DEMAND_MAX, SUMMARY_MAX, TITLE_MAX
from storage.appeals.records import add_draft, appeals_in
from storage.appeals.sheets.faults import SheetFaults
from storage.appeals.sheets.writing import ADDRESSEE, Written, next_code, write_sheet
from storage.appeals.values import COUNT_MAX, LINE_MAX
from storage.appeals.versions import Replaces
from storage.appeals.vocabulary import Kind, Minors, SourceType, Topic, Urgency
from storage.errors import CodeTaken
from storage.registers.records import read_registers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from telegram import Update

    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answer, Answers, Subject
    from storage.appeals.parts import Contact
    from storage.people.coordinators import Coordinator
    from storage.registers.models import Office

DEMANDS_MAX = 10
OFFICES_MAX = 12  # of the register, as buttons
ANOTHER = "another"
EVERYBODY, COORDINATORS = "everybody", "coordinators"  # who may know the source
FAULTS_SHOWN = 10

log = logging.getLogger(__name__)

_NUMBER = re.compile(r"[0-9]{1,9}")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


async def begin(_update: Update, context: Context, _coordinator: Coordinator) -> Subject | None:
    """Begin an appeal in the language that the coordinator reads."""
    return {"language": context.language}


async def questions(context: Context, _subject: Subject) -> tuple[Question, ...]:
    """Return what is asked; an office of the register and the last contact need not be written again."""
    offices = (await read_registers(context.services.db)).offices
    known = await _last_contact(context)
    return (
        _choice(context, "kind", "appeal-kind", [kind for kind in Kind if kind.asks]),
        _choice(context, "urgency", "writing-urgency", list(Urgency)),
        Question("title", Text(TITLE_MAX)),
        Question("summary", Text(SUMMARY_MAX, lines=True)),
        Question("background", Text(BACKGROUND_MAX, lines=True)),
        Question("countries", Text(LINE_MAX, check=_countries_fault)),
        _choice(context, "topics", "subscribing-topic", list(Topic), several=True),
        Question("people", Text(10, check=_number_fault), optional=True),
        _choice(context, "minors", "appeal-minors", list(Minors)),
        *_about_the_office(context, offices),
        Question("demands", Text(DEMANDS_MAX * DEMAND_MAX, lines=True, check=_demands_fault)),
        Question("deadline", Moment(context.services.policy.timezone)),
        Question("goal", Text(10, check=_number_fault)),
        _choice(context, "source_type", "appeal-source-type", list(SourceType)),
        Question("source", Text(LINE_MAX)),
        _choice(context, "source_for", "writing-source-for", [EVERYBODY, COORDINATORS]),
        *(() if known else _about_the_contact()),
    )


async def finish(
    update: Update, context: Context, coordinator: Coordinator, subject: Subject, answers: Answers
) -> None:
    """Write the sheet, store it under a code that is new, and send it to the coordinator."""
    written = Written(
        await _head(context, answers),
        subject["language"],
        str(answers["title"]),
        str(answers["summary"]),
        str(answers["background"]),
        _demands(str(answers["demands"])),
    )
    try:
        code, sheet = await _store(context, coordinator, written)
    except SheetFaults as refusal:
        raise NotKept(_what_to_change(context, refusal)) from None
    log.info("coordinator %d wrote an appeal step by step", coordinator.id)
    file = InputFile(sheet.encode(), filename=f"{code}.md")
    await context.bot.send_document(person_of(update).id, file, caption=context.say("writing-sheet", code=code))
    await show_draft(update, context, code, "drafting-stored")


async def _store(context: Context, coordinator: Coordinator, written: Written) -> tuple[str, str]:
    """Store what was written; return its code, which no colleague took a moment before, and its sheet.

    Raises:
        SheetFaults: With everything that is wrong.
    """
    services = context.services
    while True:
        code = await next_code(services.db, services.policy.organisation, services.today().year)
        sheet = write_sheet(code, written)
        appeal = await read_draft(context, sheet)
        try:
            await add_draft(services.db, appeal, coordinator, services.now(), replaces=Replaces.NOTHING)
        except CodeTaken:
            continue
        return code, sheet


def _what_to_change(context: Context, refusal: SheetFaults) -> str:
    """Name the faults without the lines of a sheet that nobody has seen."""
    faults = [replace(fault, line=0) for fault in refusal.faults[:FAULTS_SHOWN]]
    return f"{context.say('writing-faults')}\n{listed(fault_texts(faults, context.services.texts, context.language))}"


WRITING = Form("writing", ("write",), "write", Duty.DRAFT, begin, questions, finish)


def _choice(context: Context, name: str, key: str, words: Sequence[str], *, several: bool = False) -> Question:
    options = tuple((str(word), context.label(f"{key}-{word}")) for word in words)
    return Question(name, Choice(options, several=several))


def _about_the_office(context: Context, offices: Mapping[str, Office]) -> tuple[Question, ...]:
    """Ask whom the appeal is to: an office of the register, or another one with its salutation.

    The first offices have buttons; all of them are found by what is typed.
    """
    fitting = [one for one in offices.values() if context.language in one.office and context.language in one.salutation]
    options = [(one.key, one.office[context.language]) for one in fitting]
    shown = (*options[:OFFICES_MAX], (ANOTHER, context.label("writing-another-office")))
    choosing = Question("office", Choice((*shown, *options[OFFICES_MAX:]), buttons=len(shown)))

    def _is_another(answers: Answers) -> bool:
        return not options or answers.get("office") == ANOTHER

    return (
        *((choosing,) if options else ()),
        Question("to", Text(LINE_MAX), when=_is_another),
        Question("salutation", Text(LINE_MAX), when=_is_another),
    )


def _about_the_contact() -> tuple[Question, ...]:
    return (
        Question("contact", Text(LINE_MAX)),
        Question("contact_role", Text(LINE_MAX)),
        Question("email", Text(LINE_MAX, check=lambda text: None if _EMAIL.fullmatch(text) else "writing-no-email")),
    )


async def _head(context: Context, answers: Answers) -> dict[str, object]:
    """Return the head of the sheet, without its code."""
    known = await _last_contact(context)
    return {
        "kind": str(answers["kind"]),
        "urgency": str(answers["urgency"]),
        "topics": list(answers["topics"]),
        "countries": list(dict.fromkeys(_countries(str(answers["countries"])))),
        "deadline": str(answers["deadline"]),
        "timezone": context.services.policy.timezone.key,
        "goal": _number(answers["goal"]),
        "content_note": "no",
        "people_at_risk": {
            "count": _number(answers.get("people", "unknown")),
            "minors": str(answers["minors"]),
            "named_publicly": "no",
        },
        "addressees": [_addressee(context.language, answers)],
        "contact": _contact(known, context.language, answers),
        "sources": [_source(answers)],
    }


def _source(answers: Answers) -> dict[str, object]:
    source: dict[str, object] = {"type": str(answers["source_type"]), "title": str(answers["source"])}
    return source | ({"confidential": "yes"} if answers["source_for"] == COORDINATORS else {})


def _addressee(language: str, answers: Answers) -> dict[str, object]:
    if (office := str(answers.get("office", ANOTHER))) != ANOTHER:
        return {"id": ADDRESSEE, "entry": office}
    return {
        "id": ADDRESSEE,
        "office": {language: str(answers["to"])},
        "salutation": {language: str(answers["salutation"])},
        "letter_language": language,
        "methods": ["post"],
    }


def _contact(known: Contact | None, language: str, answers: Answers) -> dict[str, object]:
    if known is not None:
        role = known.role.get(language) or next(iter(known.role.values()))
        return {"name": known.name, "role": {language: role}, "email": known.email}
    return {
        "name": str(answers["contact"]),
        "role": {language: str(answers["contact_role"])},
        "email": str(answers["email"]),
    }


async def _last_contact(context: Context) -> Contact | None:
    """Return whom the newest appeal names as contact."""
    stored = await appeals_in(context.services.db)
    return max(stored, key=lambda one: one.version).appeal.contact if stored else None


def _countries(text: str) -> list[str]:
    """Return the codes of the countries in the text; an unknown one is an empty word."""
    return [find_country(word.strip()) or "" for word in re.split(r"[,;、，\n]+", text) if word.strip()]


def _countries_fault(text: str) -> str | None:
    found = _countries(text)
    return None if found and all(found) else "writing-no-country"


def _number(answer: Answer) -> str:
    return str(answer).replace(",", "")


def _number_fault(text: str) -> str | None:
    given = _number(text)
    return None if _NUMBER.fullmatch(given) and 0 < int(given) <= COUNT_MAX else "writing-no-number"


def _demands(text: str) -> list[str]:
    return [line for one in text.splitlines() if (line := re.sub(r"^\s*[0-9]{1,2}[.)]\s*", "", one).strip())]


def _demands_fault(text: str) -> str | None:
    found = _demands(text)
    fits = 0 < len(found) <= DEMANDS_MAX and all(len(one) <= DEMAND_MAX for one in found)
    return None if fits else "writing-no-demands"
