"""What a signer holds: the receipt with what can be done with it, and what is said where no signature is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.buttons import share_button
from handlers.appeals.heading import language_for, title_text
from handlers.appeals.page import page_for, progress_line
from handlers.asking import button, person_of
from handlers.dates import day_text
from handlers.message_text import GAP, MESSAGE_MAX, length
from handlers.supporters.signing.screens import agreed_text
from handlers.texts import Markup
from storage.appeals.records import appeal_of_version
from storage.people.followers import is_following
from storage.people.subscribers import SubscriberState, find_subscriber
from storage.petitions.counting.support import support_of
from storage.petitions.signatures.records import Purpose, given_consents
from storage.petitions.signatures.standing import holders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from handlers.supporters.signing.screens import Screen
    from storage.appeals.records import StoredAppeal
    from storage.petitions.signatures.records import Receipt
    from storage.petitions.signatures.standing import Holder


async def receipt_screen(
    update: Update, context: Context, stored: StoredAppeal, receipt: Receipt, heading: str
) -> Screen:
    """Say what was signed, under which number, what it allows, who holds it, and how many have signed."""
    db, person = context.services.db, person_of(update).id
    page = page_for(stored.appeal, context.services.texts, context.language)
    signed = context.say(heading), _signed(context, stored, receipt)
    held = await held_text(context, await holders(db, receipt.code, person))
    progress = progress_line(page, await support_of(db, receipt.code))
    text = ""
    for named in (True, False):  # all addressees twice, by whom the name is held and withheld, can be too many
        terms = await _terms(update, context, stored, receipt, named=named)
        text = GAP.join(map(Markup, (*signed, *terms, *([held] if held else []), progress)))
        if length(text) <= MESSAGE_MAX:
            break
    return str(text), _receipt_rows(context, stored, receipt)


async def held_text(context: Context, holding: Iterable[Holder]) -> str | None:
    """Say who was given the person's name before, if anybody was."""
    lines = [
        context.say(
            "signing-holder",
            office=await _office(context, holder),
            day=day_text(holder.handed_at.astimezone(context.services.policy.timezone).date(), context.language),
        )
        for holder in holding
    ]
    return "\n".join((context.say("signing-holders"), *lines)) if lines else None


async def closed_screen(update: Update, context: Context, stored: StoredAppeal | None) -> Screen:
    """Say kindly that it is too late, and offer to tell how it goes on."""
    db, person = context.services.db, person_of(update).id
    rows = []
    if stored and not await is_following(db, stored.appeal.code, person):
        rows.append([button(context.label("following-follow"), "follow", stored.appeal.code)])
    subscriber = await find_subscriber(db, person)
    if subscriber is None or subscriber.state is not SubscriberState.ACTIVE:
        rows.append([button(context.label("subscribing-subscribe"), "subscribe", "open")])
    return context.say("signing-closed-updates" if rows else "signing-closed"), rows


def _signed(context: Context, stored: StoredAppeal, receipt: Receipt) -> str:
    return context.say(
        "signing-receipt",
        title=title_text(stored.appeal, context.services.texts, context.language),
        code=receipt.code,
        number=receipt.serial,
        day=day_text(receipt.signed_at.astimezone(context.services.policy.timezone).date(), context.language),
    )


async def _terms(update: Update, context: Context, stored: StoredAppeal, receipt: Receipt, *, named: bool) -> list[str]:
    """Say what was agreed to, and until when it can be changed and taken back."""
    consents = await given_consents(context.services.db, receipt.code, person_of(update).id)
    if not receipt.kept:
        updates = [context.say("signing-final-updates")] if Purpose.UPDATES in consents else []
        return [context.say("signing-final"), *updates]
    still = "signing-how-to-change" if stored.open_at(context.services.now()) else "signing-how-to-withdraw"
    return [agreed_text(context, stored.appeal, consents, named=named), context.say(still, code=receipt.code)]


def _receipt_rows(context: Context, stored: StoredAppeal, receipt: Receipt) -> Rows:
    texts, language, code = context.services.texts, context.language, receipt.code
    share = share_button(stored.appeal, context.label("appeals-share"), texts, language, context.bot.username)
    changing = [button(context.label("signing-change"), "sign-change", code)]
    withdrawing = [button(context.label("signing-withdraw"), "withdraw", code)]
    is_open = stored.open_at(context.services.now())
    mine = [*(changing if receipt.kept and is_open else []), *(withdrawing if receipt.kept else [])]
    return [
        [button(context.label("signing-proof"), "proof", code), *([share] if is_open else [])],
        *([mine] if mine else []),
    ]


async def _office(context: Context, holder: Holder) -> str:
    appeal = await appeal_of_version(context.services.db, holder.version)
    language = language_for(appeal, context.language, context.services.texts.default)
    return next(one.office[language] for one in appeal.addressees if one.id == holder.addressee)
