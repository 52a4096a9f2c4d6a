"""What a witness is asked: the menus, one after another, then a short text that must pass the guard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.asking import button, pressed
from handlers.supporters.tips.sending.handing_in import ask_to_seal
from handlers.supporters.tips.sending.menus import BACK, choose, go_back_to, last_answered, menu_screen, next_menu
from handlers.supporters.tips.steps import Step, day_of, show_stage
from handlers.supporters.tips.text import TEXT_MAX, Refused, text_taken

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.supporters.tips.taking import Deed
    from handlers.tip_drafts import TipDraft


def once_written(deed: Deed) -> Deed:
    """Let *deed* be done with a draft that has all answers and its text; before, ask for what is missing."""

    async def done(update: Update, context: Context, draft: TipDraft) -> int:
        return await (deed if draft.text else ask_next)(update, context, draft)

    return done


async def start(update: Update, context: Context, draft: TipDraft) -> int:
    """Begin to ask; the fifteen minutes count from here."""
    if not draft.answers:
        draft.begun_at = context.services.now()
    return await ask_next(update, context, draft)


async def ask_next(update: Update, context: Context, draft: TipDraft, note: str = "") -> int:
    """Ask the first question that has no answer, or for the text behind the last."""
    today = day_of(context, draft)
    menu = next_menu(draft.answers, today)
    if menu is None:
        return await ask_text(update, context, draft, note)
    await show_stage(update, context, draft, menu_screen(context, menu, draft.answers, today), note)
    return Step.MENUS


async def take_choice(update: Update, context: Context, draft: TipDraft) -> int:
    """Note the answer."""
    query, before = update.callback_query, dict(draft.answers)
    choose(draft.answers, (query.data if query else None) or "", day_of(context, draft))
    if draft.answers != before:
        draft.text = ""
    return await ask_next(update, context, draft)


async def press_first(update: Update, context: Context, draft: TipDraft) -> int:
    """Take nothing typed where buttons ask."""
    return await ask_next(update, context, draft, context.say("tipping-not-yet"))


async def go_back(update: Update, context: Context, draft: TipDraft) -> int:
    """Ask again what the button names; what was answered behind it is forgotten."""
    draft.text = ""
    go_back_to(draft.answers, "".join(pressed(update)[:1]))
    return await ask_next(update, context, draft)


async def ask_text(update: Update, context: Context, draft: TipDraft, note: str = "") -> int:
    """Ask for the text."""
    rows = [
        [
            button(context.label("tipping-back"), BACK, last_answered(draft.answers)),
            button(context.label("tipping-discard"), "tip:discard"),
        ]
    ]
    await show_stage(update, context, draft, (context.say("tipping-ask-text", limit=TEXT_MAX), rows), note)
    return Step.TEXT


async def take_text(update: Update, context: Context, draft: TipDraft) -> int:
    """Take the text, if it is the witness's own and leads to nobody; otherwise nothing of it is kept."""
    if next_menu(draft.answers, day_of(context, draft)):  # showing a question failed
        return await press_first(update, context, draft)
    text = await text_taken(update, context)
    if isinstance(text, Refused):
        return await ask_text(update, context, draft, text.note)
    draft.text = text
    return await ask_to_seal(update, context, draft)
