"""The form with which an office gets its new holder: one name, in each language of the office."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from handlers.asking import say
from handlers.coordinators.forms.fields import Form, Question, Translated
from handlers.coordinators.named import words_of
from handlers.coordinators.registers.screens import entry_screen
from handlers.coordinators.roles import Duty
from handlers.message_text import GAP
from handlers.texts import Markup
from handlers.translated import in_language
from storage.appeals.values import LINE_MAX
from storage.errors import NoSuchKey
from storage.registers.changing import change_holder
from storage.registers.models import Register, title_of
from storage.registers.records import find_registered

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answers, Subject
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


async def _begin(update: Update, context: Context, _coordinator: Coordinator) -> Subject | None:
    key = "".join(words_of(update, context)[:1])
    office = await find_registered(context.services.db, Register.OFFICES, key)
    if office is None:
        await say(update, context, context.say("holder-gone"))
    return {"key": key, "office": in_language(title_of(office), context.language)} if office else None


async def _questions(context: Context, subject: Subject) -> tuple[Question, ...]:
    office = await find_registered(context.services.db, Register.OFFICES, subject["key"])
    languages = tuple(title_of(office)) if office else (context.language,)
    return (Question("name", Translated(languages, LINE_MAX, lines=False)),)


async def _finish(
    update: Update, context: Context, coordinator: Coordinator, subject: Subject, answers: Answers
) -> None:
    names, services = answers["name"], context.services
    assert isinstance(names, dict)  # the question takes translations
    try:
        office = await change_holder(services.db, subject["key"], names, coordinator, services.now())
    except NoSuchKey:
        await say(update, context, context.say("holder-gone"))
        return
    log.info("coordinator %d named the new holder of an office", coordinator.id)
    text, rows = entry_screen(context, office, may_change=True)
    await say(update, context, str(GAP.join((Markup(context.say("holder-done")), Markup(text)))), rows)


NEW_HOLDER = Form(
    name="holder",
    commands=(),
    word="office-holder",
    duty=Duty.DRAFT,
    begin=_begin,
    questions=_questions,
    finish=_finish,
)
