"""Sending a tip: warned first, asked little, sealed before it is kept.

/tip ──► WARNING ──[I have read this]──► MENUS ──► … ──► TEXT ──► SEAL ──[Seal and send]──► receipt ──[noted]──► gone
                                          ▲ one message, edited   │ ▲      [partners] [questions]
                                          └────────[Back]─────────┘ └─ the guard stops what leads to a person
/cancel, [Discard], a button or a command that leads elsewhere, fifteen minutes, a crash ──► the draft is wiped

From /tip on, whatever the witness sends is deleted from the chat as soon as it was read. The draft is in memory alone.
What outlives a restart is a mark that somebody is in the middle of this: their encrypted chat and the number of the
step, so that a text which comes after the restart is deleted as well. The mark leads to no tip, no tip leads to it,
and it goes at the end of the conversation, or with other unfinished ones when two days are over.
"""

from __future__ import annotations

import logging
import re
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from telegram.error import TelegramError
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from handlers.asking import button, message_of, on, person_of, pressed, say
from handlers.commands import COORDINATORS, SUPPORTERS, TELLING
from handlers.coordinators.tips.alerts import alert_new_tip
from handlers.supporters.tipping.menus import BACK, MENUS, TEXT, choose, chosen, go_back_to, menu_screen, next_menu
from handlers.supporters.tipping.receipt import delete_receipt, show_receipt
from handlers.supporters.tipping.sealing import seal_and_keep, taking_in
from handlers.supporters.tipping.taking import taken, why_gone, with_tip_draft
from handlers.supporters.tipping.text import TEXT_MAX, Personal, TextFault, read_tip_text, refusal, refused_kind
from handlers.supporters.tipping.traces import clear, delete_left, delete_message, show_end, show_step, traces_of
from handlers.texts import Markup
from handlers.tip_drafts import LIFE, TipDraft
from storage.sealing import TipTooLong

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context

log = logging.getLogger(__name__)

PARTNERS, CONTACT = "partners", "contact"
_MINUTE = 60  # seconds
_OF_OTHERS = re.compile(r"(?!tip[-:])")  # buttons that are no tip's


class Step(IntEnum):
    """Where the witness is; kept over a restart, so values never change their meaning."""

    WARNING = 1
    MENUS = 2
    TEXT = 3
    SEAL = 4


async def begin(update: Update, context: Context) -> int | None:
    """Warn before anything is typed, and end what else is unfinished; while too few could open a tip, none is taken."""
    if not await taking_in(context.services):
        await say(update, context, _with_safer_address(context, context.say("tipping-closed")))
        return None
    drafts, person = context.services.tip_drafts, person_of(update).id
    if before := drafts.of(person):
        await show_step(update, context, before, (context.say("tipping-discarded"), ()))
    note = context.say("tipping-receipt-unseen") if traces_of(update, context).receipt_unseen else ""
    if context.drafts.signing:
        context.drafts.signing = None
        note = _with(note, context.say("tipping-signing-ended"))
    draft = drafts.begin(person)
    await clear(update, context, draft)
    step = await ask_to_read(update, context, draft, note)
    traces_of(update, context).receipt_unseen = False
    return step


async def ask_to_read(update: Update, context: Context, draft: TipDraft, note: str = "") -> int:
    warning = context.say("tipping-warning", minutes=int(LIFE.total_seconds()) // _MINUTE)
    rows = [
        [button(context.label("tipping-start"), "tip:start")],
        [button(context.label("tipping-not-now"), "tip:discard")],
    ]
    await show_step(update, context, draft, (_with(note, _with_safer_address(context, warning)), rows))
    return Step.WARNING


async def start(update: Update, context: Context, draft: TipDraft) -> int:
    """Begin to ask; the fifteen minutes count from here."""
    draft.begun_at = context.services.now()
    return await ask_next(update, context, draft)


async def ask_next(update: Update, context: Context, draft: TipDraft, note: str = "") -> int:
    """Ask the first question that has no answer, or for the text behind the last."""
    menu = next_menu(draft.answers)
    if menu is None:
        return await ask_text(update, context, draft, note)
    html, rows = menu_screen(context, menu)
    await show_step(update, context, draft, (_with(note, html), rows))
    return Step.MENUS


async def take_choice(update: Update, context: Context, draft: TipDraft) -> int:
    query = update.callback_query
    choose(draft.answers, (query.data if query else None) or "")
    return await ask_next(update, context, draft)


async def go_back(update: Update, context: Context, draft: TipDraft) -> int:
    """Ask again what the button names; what was answered behind it is forgotten."""
    draft.text = ""
    go_back_to(draft.answers, "".join(pressed(update)[:1]))
    return await ask_next(update, context, draft)


async def ask_text(update: Update, context: Context, draft: TipDraft, note: str = "") -> int:
    rows = [
        [
            button(context.label("tipping-back"), BACK, MENUS[-1].name),
            button(context.label("tipping-discard"), "tip:discard"),
        ]
    ]
    question = context.say("tipping-ask-text", limit=TEXT_MAX)
    await show_step(update, context, draft, (_with(note, question), rows))
    return Step.TEXT


async def take_text(update: Update, context: Context, draft: TipDraft) -> int:
    """Take the text, if it is the witness's own and leads to nobody; otherwise nothing of it is kept."""
    message = message_of(update)
    if kind := refused_kind(message):
        return await ask_text(update, context, draft, context.say(f"tipping-refused-{kind}"))
    text = read_tip_text(message.text or "")
    if isinstance(text, TextFault | Personal):
        return await ask_text(update, context, draft, _with_safer_address(context, refusal(context, text)))
    draft.text = text
    return await ask_to_seal(update, context, draft)


async def ask_to_seal(update: Update, context: Context, draft: TipDraft, note: str = "") -> int:
    """Show what will be sealed, all but the text itself, and ask for the two consents."""
    question = context.say("tipping-ask-to-seal", chosen=Markup(chosen(context, draft.answers)), length=len(draft.text))
    await show_step(update, context, draft, (_with(note, question), _sealing_rows(context, draft)))
    return Step.SEAL


async def take_consent(update: Update, context: Context, draft: TipDraft) -> int:
    """Tick a consent, or take the tick away."""
    match pressed(update)[:1]:
        case (word,) if word == PARTNERS:
            draft.may_share_with_partners = not draft.may_share_with_partners
        case (word,) if word == CONTACT:
            draft.wishes_contact = not draft.wishes_contact
    return await ask_to_seal(update, context, draft)


async def seal(update: Update, context: Context, draft: TipDraft) -> int:
    """Seal and store the tip, wipe the draft, show the receipt once; then coordinators hear of it."""
    services = context.services
    epoch = await taking_in(services)
    if epoch is None:
        return await _end(update, context, draft, "tipping-closed")
    try:
        kept = await seal_and_keep(services, draft, context.language, epoch)
    except TipTooLong:
        draft.text = ""
        return await ask_text(update, context, draft, context.say("tipping-text-too-many-bytes"))
    services.tip_drafts.wipe(person_of(update).id)
    shown = await show_receipt(update, context, draft, kept.receipt)
    await alert_new_tip(context, kept.tag, draft.answers["category"], draft.answers["urgency"])
    return ConversationHandler.END if shown else await tell_unseen(update, context)


async def tell_unseen(update: Update, context: Context) -> int:
    """Say that the tip is kept although its receipt could not be shown; if this cannot be said, with the next step."""
    traces_of(update, context).receipt_unseen = True
    try:
        await show_end(update, context, TipDraft(context.services.now()), (why_gone(update, context), ()))
    except TelegramError as error:
        log.warning("a witness was not told of an unseen receipt: %s", type(error).__name__)
        return Step.SEAL
    return ConversationHandler.END


async def read_first(update: Update, context: Context, draft: TipDraft) -> int:
    """Take nothing before the warning was read."""
    return await ask_to_read(update, context, draft, context.say("tipping-not-yet"))


async def press_first(update: Update, context: Context, draft: TipDraft) -> int:
    """Take nothing typed where buttons ask."""
    return await ask_next(update, context, draft, context.say("tipping-not-yet"))


async def decide_first(update: Update, context: Context, draft: TipDraft) -> int:
    """Take nothing more once the text is there."""
    return await ask_to_seal(update, context, draft, context.say("tipping-no-more"))


async def discard(update: Update, context: Context, draft: TipDraft) -> int:
    """Wipe the draft."""
    return await _end(update, context, draft, "tipping-discarded")


async def leave(update: Update, context: Context) -> int:
    """End the tip aloud when the witness turns to something else, which takes the same update after this.

    What they type next may be an answer there, so it must not become the text of a tip.
    """
    drafts, person = context.services.tip_drafts, person_of(update).id
    draft = drafts.of(person)
    drafts.wipe(person)
    if draft:
        await delete_message(context.bot, person, draft.screen)
    await delete_left(context.bot, person, traces_of(update, context))
    why = context.say("tipping-left") if draft else why_gone(update, context)
    await show_end(update, context, TipDraft(context.services.now()), (why, ()))
    return ConversationHandler.END


async def _end(update: Update, context: Context, draft: TipDraft, key: str) -> int:
    context.services.tip_drafts.wipe(person_of(update).id)
    await show_end(update, context, draft, (context.say(key), ()))
    return ConversationHandler.END


def _sealing_rows(context: Context, draft: TipDraft) -> Rows:
    consents = {PARTNERS: draft.may_share_with_partners, CONTACT: draft.wishes_contact}
    return [
        *(
            [button(f"{'☑' if given else '☐'} {context.label(f'tipping-consent-{word}')}", "tip-consent", word)]
            for word, given in consents.items()
        ),
        [button(context.label("tipping-seal"), "tip:seal")],
        [
            button(context.label("tipping-write-again"), BACK, TEXT),
            button(context.label("tipping-discard"), "tip:discard"),
        ],
    ]


def _with(note: str, html: str) -> str:
    return f"{note}\n\n{html}" if note else html


def _with_safer_address(context: Context, html: str) -> str:
    address = context.services.policy.safer_address
    return f"{html}\n\n{context.say('tipping-safer-address', address=address)}" if address else html


def conversation() -> ConversationHandler[Context]:
    """Return the whole conversation."""
    everything = (*SUPPORTERS, *COORDINATORS)
    commands = filters.Regex(re.compile(rf"^/(?:{'|'.join(everything)})(?:@\w+)?(?:\s|$)"))
    said = filters.UpdateType.MESSAGE & ~commands  # a text that only looks like a command is a witness's too
    menus = [
        *(on(menu.word, with_tip_draft(take_choice)) for menu in MENUS),
        on(BACK, with_tip_draft(go_back)),
    ]
    return ConversationHandler(
        entry_points=[CommandHandler("tip", taken(begin))],
        states={
            Step.WARNING: [on("tip:start", with_tip_draft(start)), MessageHandler(said, with_tip_draft(read_first))],
            Step.MENUS: [
                *menus,
                on("tip:start", with_tip_draft(ask_next)),
                MessageHandler(said, with_tip_draft(press_first)),
            ],
            Step.TEXT: [*menus, MessageHandler(said, with_tip_draft(take_text))],
            Step.SEAL: [
                on("tip-consent", with_tip_draft(take_consent)),
                on("tip:seal", with_tip_draft(seal)),
                on(BACK, with_tip_draft(go_back)),
                MessageHandler(said, with_tip_draft(decide_first)),
            ],
        },
        fallbacks=[
            CommandHandler("cancel", with_tip_draft(discard)),
            on("tip:discard", with_tip_draft(discard)),
            CommandHandler([name for name in everything if name not in TELLING], leave),
            CallbackQueryHandler(leave, pattern=_OF_OTHERS),
        ],
        allow_reentry=True,
        name="tipping",
        persistent=True,
    )


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to; tried in a group before all others, so that none takes a tip's text."""
    return [conversation(), on("tip:noted", taken(delete_receipt))]
