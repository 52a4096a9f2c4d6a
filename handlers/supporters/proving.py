"""Giving a signer the proof of their signature, and anybody the signed count.

/proof ──► the petitions that the person signed ──[one]──┐
/proof CODE, [Proof] ────────────────────────────────────┴──► the proof: file, picture, and the page that checks it
                                                         └──► none can be made: the signed count, and the page
/proof CODE ENTRIES ──► the proof that the log only grew since the count over so many entries
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import InputFile
from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import language_for, title_text
from handlers.asking import answer, button, on, person_of, pressed, say
from handlers.proofs.page import verify_page
from handlers.qr import qr_png
from handlers.supporters.appeal_screens import sent_appeal
from storage.notes import signer_of
from storage.petitions.log.consistency import consistency_text
from storage.petitions.log.heads import read_head
from storage.petitions.log.ledger import head_beyond
from storage.petitions.log.proofs import payload_of, proof_text
from storage.petitions.proving import Unprovable, make_consistency, make_proof
from storage.petitions.signatures.records import signatures_of

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from storage.appeals.model import Appeal
    from storage.notes import PublicKey
    from storage.petitions.proving import Proofs

ENTRIES_DIGITS = 12  # of the number of entries in a log
PICTURE_SCALE = 6  # pixels; Telegram makes pictures over 1,280 pixels smaller, and a proof's has up to 185 modules


async def begin(update: Update, context: Context) -> None:
    """Give what was named, or let the person choose among what they signed."""
    match context.args or []:
        case []:
            await _ask_which(update, context)
        case [code]:
            await _give(update, context, code)
        case [code, entries] if entries.isdecimal() and len(entries) <= ENTRIES_DIGITS:
            await _give_consistency(update, context, code, int(entries))
        case _:
            await say(update, context, context.say("proving-how"))


async def give(update: Update, context: Context) -> None:
    """Give the proof behind the pressed button."""
    await answer(update, context)
    await _give(update, context, "".join(pressed(update)[:1]))


async def _ask_which(update: Update, context: Context) -> None:
    receipts = await signatures_of(context.services.db, person_of(update).id)
    if not receipts:
        await say(update, context, context.say("proving-nothing-signed"))
        return
    rows = [
        [button(_title(context, stored.appeal), "proof", stored.appeal.code)]
        for receipt in receipts
        if (stored := await sent_appeal(context, receipt.code))
    ]
    await say(update, context, context.say("proving-which"), rows)


async def _give(update: Update, context: Context, code: str) -> None:
    appeal = await _petition(update, context, code)
    if appeal is None:
        return
    services = context.services
    made = await make_proof(services.db, appeal.code, person_of(update).id, services.now())
    if isinstance(made, Unprovable):
        await _give_count(update, context, appeal, made)
    else:
        await _give_proofs(update, context, appeal, made)
    await _give_page(update, context)


async def _give_proofs(update: Update, context: Context, appeal: Appeal, proofs: Proofs) -> None:
    number, total = proofs.now.statement.number, read_head(proofs.now.note, _key(context)).total
    text, name = proof_text(proofs.now), f"{appeal.code}-{number}"
    here = context.say("proving-here", number=number, title=_title(context, appeal), total=total)
    await _send(update, context, text, f"{name}.tlog-proof", here)
    if handed := proofs.handed_over:
        caption = context.say(
            "proving-handed-over", addressee=_office(context, appeal, handed.addressee), number=handed.number
        )
        file_name = f"{name}-handover-{handed.addressee}-{handed.number}.tlog-proof"
        await _send(update, context, proof_text(handed.proof), file_name, caption)
    await _send_picture(update, context, text, f"{name}.png")


async def _give_count(update: Update, context: Context, appeal: Appeal, why: Unprovable) -> None:
    note = await head_beyond(context.services.db, appeal.code, 0, context.services.now())
    head = read_head(note, _key(context))
    caption = context.say(f"proving-{why}", total=head.total, entries=head.size)
    await _send(update, context, note, f"{appeal.code}-{head.size}-count.txt", caption)


async def _give_consistency(update: Update, context: Context, code: str, entries: int) -> None:
    appeal = await _petition(update, context, code)
    if appeal is None:
        return
    proof = await make_consistency(context.services.db, appeal.code, entries, context.services.now())
    if proof is None:
        await say(update, context, context.say("proving-no-such-head", entries=entries))
        return
    later = read_head(proof.later, _key(context)).size
    if later == entries:
        await say(update, context, context.say("proving-same-head", entries=entries))
        return
    caption = context.say("proving-consistency", earlier=entries, later=later)
    await _send(update, context, consistency_text(proof), f"{appeal.code}-{entries}-{later}-consistency.txt", caption)


async def _petition(update: Update, context: Context, code: str) -> Appeal | None:
    """Return the petition, or say that there is none with this code."""
    stored = await sent_appeal(context, code)
    if stored is None or not stored.appeal.kind.asks:
        await say(update, context, context.say("proving-unknown"))
        return None
    return stored.appeal


async def _send_picture(update: Update, context: Context, text: str, name: str) -> None:
    url, payload = context.services.policy.verify_url, payload_of(text)
    picture = InputFile(qr_png(f"{url}#{payload}" if url else payload, scale=PICTURE_SCALE), filename=name)
    await context.bot.send_photo(person_of(update).id, picture, caption=context.say("proving-picture"))


async def _give_page(update: Update, context: Context) -> None:
    policy = context.services.policy
    page = verify_page(context.services.texts, context.language, policy.organisation, _key(context))
    caption = context.say("proving-page", organisation=policy.organisation)
    if policy.verify_url:
        caption = f"{caption}\n\n{context.say('proving-page-address', url=policy.verify_url)}"
    await _send(update, context, page, "verify.html", caption)


async def _send(update: Update, context: Context, content: str | bytes, name: str, caption: str) -> None:
    data = content.encode() if isinstance(content, str) else content
    await context.bot.send_document(person_of(update).id, InputFile(data, filename=name), caption=caption)


def _key(context: Context) -> PublicKey:
    return signer_of(context.services.db.key).public


def _title(context: Context, appeal: Appeal) -> str:
    return title_text(appeal, context.services.texts, context.language)


def _office(context: Context, appeal: Appeal, addressee: str) -> str:
    """Return what the addressee is called; its id alone, where a later version leaves it out."""
    language = language_for(appeal, context.language, context.services.texts.default)
    return next((one.office[language] for one in appeal.addressees if one.id == addressee), addressee)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("proof", begin), on("proof", give)]
