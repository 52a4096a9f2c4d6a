"""Going through a form in the chat, one question after another.

a command or a button of the form ──► a question ──[an answer | Skip | Back]──► the next one ──► …
                                          ▲                                                      │
                                          └──────────[Change …]──────── everything once more ◄───┘
                                                                           └─[Keep it]──► done

[Leave it] and /cancel end it. The draft outlives a restart; a form that is begun takes the place of one under way. A
button of an older screen, or of a question that is not open any more, does nothing.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler, ConversationHandler, MessageHandler, filters

from handlers.asking import answer, message_of, on, pressed, show
from handlers.conversations import Conversation
from handlers.coordinators.forms.all_forms import FORMS
from handlers.coordinators.forms.answers import Refused, read_answer
from handlers.coordinators.forms.fields import Choice, File, NotKept, Translated
from handlers.coordinators.forms.files import NotFetched, read_file
from handlers.coordinators.forms.order import before, given, next_open
from handlers.coordinators.forms.screens import Filling
from handlers.coordinators.forms.steps import Step, ask, ask_on, current, go_on, keep_answer, step
from handlers.coordinators.kept_steps import where
from handlers.coordinators.roles import trusted_with
from handlers.drafts import FormDraft

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Callback
    from handlers.context import Context
    from handlers.coordinators.forms.fields import Form, Question
    from handlers.coordinators.kept_steps import Next
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)


def beginning(form: Form) -> Callback:
    """Return what begins the form; where there is nothing to fill in, one that is under way goes on."""

    @trusted_with(form.duty)
    async def begin(update: Update, context: Context, coordinator: Coordinator) -> None:
        await answer(update, context)
        subject = await form.begin(update, context, coordinator)
        if subject is None:
            return
        draft = context.drafts.form = FormDraft(form.name, subject)
        questions = await form.questions(context, subject)
        await go_on(update, context, Filling(form, questions, draft, coordinator))

    async def begun(update: Update, context: Context) -> int:
        await begin(update, context)
        return where(context.drafts.form)

    return begun


@step
async def take_text(update: Update, context: Context, filling: Filling) -> None:
    """Take what was typed as the answer to the open question."""
    await _take(update, context, filling, message_of(update).text or "")


@step
async def press_answer(update: Update, context: Context, filling: Filling) -> None:
    """Take what the button says as the answer."""
    await _take(update, context, filling, ":".join(pressed(update)[1:]))


async def _take(update: Update, context: Context, filling: Filling, typed: str) -> None:
    draft, question = filling.draft, _open(filling)
    read = read_answer(question.takes, typed, context.services.now_here())
    if isinstance(read, Refused):
        await _refuse(update, context, filling, read)
        return
    match question.takes:
        case Translated():
            await _take_translation(update, context, filling, read)
        case Choice(several=True):
            draft.ticked = [*(one for one in draft.ticked if one != read), read]
            await ask_on(update, context, filling, question)
        case _:
            await keep_answer(update, context, filling, question, read)


async def _take_translation(update: Update, context: Context, filling: Filling, text: str) -> None:
    """Take the text in one language, empty if it is skipped, and ask for the next."""
    draft, question = filling.draft, _open(filling)
    assert isinstance(question.takes, Translated)
    draft.texts[draft.language] = text
    missing = [tag for tag in question.takes.languages if tag not in draft.texts]
    if missing:
        draft.language = missing[0]
        await ask_on(update, context, filling, question)
    else:
        await keep_answer(update, context, filling, question, draft.texts)


@step
async def press_untick(update: Update, context: Context, filling: Filling) -> None:
    """Take one of several choices back."""
    value = ":".join(pressed(update)[1:])
    filling.draft.ticked = [one for one in filling.draft.ticked if one != value]
    await ask_on(update, context, filling, _open(filling))


@step
async def press_done(update: Update, context: Context, filling: Filling) -> None:
    """Take what is ticked, in the order of the options."""
    question = _open(filling)
    assert isinstance(question.takes, Choice)
    ticked = [value for value, _ in question.takes.options if value in filling.draft.ticked]
    if ticked:
        await keep_answer(update, context, filling, question, ticked)
    else:
        await ask(update, context, filling, question)


@step
async def take_file(update: Update, context: Context, filling: Filling) -> None:
    """Take the document or the photo; it stays with Telegram until the form is done."""
    question = _open(filling)
    assert isinstance(question.takes, File)
    read = read_file(question.takes, message_of(update))
    if isinstance(read, Refused):
        await _refuse(update, context, filling, read)
    else:
        await keep_answer(update, context, filling, question, read)


@step
async def skip(update: Update, context: Context, filling: Filling) -> None:
    """Leave the question unanswered, or the text unwritten in one of its languages."""
    question = _open(filling)
    if isinstance(question.takes, Translated) and filling.draft.texts:
        await _take_translation(update, context, filling, "")
    elif question.optional:
        await keep_answer(update, context, filling, question, "")


@step
async def back(update: Update, context: Context, filling: Filling) -> None:
    """Ask the question before once more; from a change, go back to everything."""
    draft = filling.draft
    changing = next_open(filling.questions, draft.answers) is None
    earlier = None if changing else before(filling.questions, draft.answers, draft.asked)
    if earlier is None:
        await go_on(update, context, filling)
    else:
        await ask(update, context, filling, earlier)


@step
async def change(update: Update, context: Context, filling: Filling) -> None:
    """Ask once more what the button names."""
    wanted = pressed(update)[1:]
    question = next((one for one in filling.questions if (one.name,) == wanted), None)
    if question is not None:
        await ask(update, context, filling, question)


@step
async def keep(update: Update, context: Context, filling: Filling) -> None:
    """Do what the form is for; whatever goes wrong, it can be pressed again."""
    draft, form = filling.draft, filling.form
    if next_open(filling.questions, draft.answers):
        await go_on(update, context, filling)
        return
    try:
        await form.finish(update, context, filling.by, draft.subject, given(filling.questions, draft.answers))
    except NotFetched:
        await go_on(update, context, filling, context.say("form-file-not-fetched"))
        return
    except NotKept as refusal:
        await go_on(update, context, filling, refusal.html)
        return
    context.drafts.form = None
    log.info("coordinator %d finished the form %s", filling.by.id, form.name)


async def leave(update: Update, context: Context) -> Next:
    """Leave the form without keeping anything; so can who is no coordinator any more."""
    if await current(update, context) is None:
        return None if context.drafts.form else ConversationHandler.END
    await answer(update, context)
    context.drafts.form = None
    await show(update, context, context.say("form-left"))
    return ConversationHandler.END


async def _refuse(update: Update, context: Context, filling: Filling, why: Refused) -> None:
    again = context.say(why.key, limit=why.limit, length=why.length)
    await ask_on(update, context, filling, _open(filling), again)


def _open(filling: Filling) -> Question:
    """Return the open question; the screen has shown it, so it is among the form's."""
    return next(one for one in filling.questions if one.name == filling.draft.asked)


def conversation() -> Conversation:
    """Return the whole conversation; each button leads to its step, from wherever it is pressed."""
    message = filters.UpdateType.MESSAGE
    text = MessageHandler(message & filters.TEXT & ~filters.COMMAND, take_text)
    return Conversation(
        entry_points=[
            *(CommandHandler(form.commands, beginning(form)) for form in FORMS if form.commands),
            *(on(form.word, beginning(form)) for form in FORMS),
            on("answer", press_answer),
            on("untick", press_untick),
            on("form-done", press_done),
            on("form-skip", skip),
            on("form-back", back),
            on("form-change", change),
            on("form-keep", keep),
            on("form-leave", leave),
        ],
        states={
            Step.WORDS: [text],
            Step.FILE: [MessageHandler(message & (filters.Document.ALL | filters.PHOTO), take_file), text],
            Step.OVERVIEW: [],
        },
        fallbacks=[CommandHandler("cancel", leave)],
        allow_reentry=True,
        name="forms",
        persistent=True,
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [conversation()]
