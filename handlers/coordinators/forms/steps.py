"""What every step of a form shares: which form it is, whose duty, the one screen that it is shown on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import IntEnum
from functools import wraps
from typing import TYPE_CHECKING

from telegram import Message, Update
from telegram.ext import ConversationHandler

from handlers.asking import answer, pressed, say, show
from handlers.context import Context
from handlers.coordinators.forms.all_forms import FORMS
from handlers.coordinators.forms.fields import File, Translated
from handlers.coordinators.forms.order import next_open
from handlers.coordinators.forms.screens import Filling, overview_screen, place_of, question_screen
from handlers.coordinators.kept_steps import Next, Taken, step_of, where

if TYPE_CHECKING:
    from handlers.coordinators.forms.fields import Answer, Form, Question
    from handlers.coordinators.forms.screens import Screen
    from handlers.drafts import Drafts, FormDraft
    from storage.people.coordinators import Coordinator


class Step(IntEnum):
    """What the coordinator may send next; kept over a restart, so values never change their meaning."""

    WORDS = 1
    FILE = 2
    OVERVIEW = 3


Deed = Callable[[Update, Context, Filling], Awaitable[None]]


def step(deed: Deed) -> Taken:
    """Hand the form to *deed*, while the role allows it; a button of an older screen or question does nothing."""

    @wraps(deed)
    async def guarded(update: Update, context: Context) -> Next:
        form = await current(update, context)
        if form is None:
            return None if context.drafts.form else ConversationHandler.END

        async def taken(update: Update, context: Context, coordinator: Coordinator) -> Next:
            draft = context.drafts.form
            assert draft is not None  # it was there a moment ago, and updates of a chat come one by one
            await answer(update, context)
            filling = Filling(form, await form.questions(context, draft.subject), draft, coordinator)
            if draft.asked and draft.asked not in {one.name for one in filling.questions}:
                await go_on(update, context, filling)  # what it is about has changed since
            else:
                await deed(update, context, filling)
            return where(context.drafts.form)

        return await step_of(form.duty, _forget)(taken)(update, context)

    return guarded


async def current(update: Update, context: Context) -> Form | None:
    """Return the form that is under way; say so if there is none, or if the button is of an older screen."""
    draft, query = context.drafts.form, update.callback_query
    form = next((form for form in FORMS if draft and form.name == draft.form), None)
    if draft is None or form is None:
        context.drafts.form = None
        await answer(update, context, "button-stale")
        if query is None:
            await say(update, context, context.say("form-gone"))
        return None
    if query is not None and not _is_current(update, draft):
        await answer(update, context, "button-stale")
        return None
    return form


async def ask(update: Update, context: Context, filling: Filling, question: Question, again: str = "") -> None:
    """Ask a question from its beginning; *again* says what was wrong with the answer before."""
    draft, takes = filling.draft, question.takes
    draft.asked = question.name
    before = draft.answers.get(question.name)
    draft.ticked = list(before) if isinstance(before, list) else []
    draft.texts = {}
    draft.language = takes.languages[0] if isinstance(takes, Translated) else ""
    await ask_on(update, context, filling, question, again)


async def ask_on(update: Update, context: Context, filling: Filling, question: Question, again: str = "") -> None:
    """Show the open question as far as it is answered."""
    filling.draft.step = Step.FILE if isinstance(question.takes, File) else Step.WORDS
    await _put(update, context, filling.draft, question_screen(context, filling, question, again))


async def keep_answer(update: Update, context: Context, filling: Filling, question: Question, given: Answer) -> None:
    """Keep the answer, empty for what is skipped, and go on with what is open after it."""
    filling.draft.answers[question.name] = given
    await go_on(update, context, filling)


async def go_on(update: Update, context: Context, filling: Filling, again: str = "") -> None:
    """Ask the first question that is open, or show everything once more where none is."""
    draft = filling.draft
    question = next_open(filling.questions, draft.answers)
    if question is not None:
        await ask(update, context, filling, question, again)
        return
    draft.asked, draft.language, draft.step = "", "", Step.OVERVIEW
    await _put(update, context, draft, overview_screen(context, filling, again))


async def _put(update: Update, context: Context, draft: FormDraft, screen: Screen) -> None:
    query = update.callback_query
    if query and isinstance(query.message, Message) and query.message.message_id == draft.screen:
        await show(update, context, *screen)
    else:
        draft.screen = (await say(update, context, *screen)).message_id


def _is_current(update: Update, draft: FormDraft) -> bool:
    """Whether the pressed button is on the newest screen, and of the question that it shows now."""
    query = update.callback_query
    on_screen = query is not None and query.message is not None and query.message.message_id == draft.screen
    return on_screen and pressed(update)[:1] == (place_of(draft),)


def _forget(drafts: Drafts) -> None:
    drafts.form = None
