"""The letter that thanks an addressee after a step forward: the newest outcome that is a positive event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.heading import language_for
from handlers.appeals.kit.thanks import thanks_text
from handlers.asking import button, say
from handlers.coordinators.petitions.kits.files import send_file
from storage.registers.records import read_registers
from storage.timeline.aftermath import aftermath_of

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.appeals.parts import Addressee
    from storage.appeals.records import StoredAppeal
    from storage.timeline.aftermath import Told
    from storage.timeline.kinds import Outcome


async def send_thanks(update: Update, context: Context, stored: StoredAppeal, words: tuple[str, ...]) -> None:
    """Send the letter to the addressee of the step, or to the one that *words* name; ask where neither says whom."""
    services, appeal = context.services, stored.appeal
    aftermath = await aftermath_of(services.db, appeal.code, services.now())
    if (step := aftermath.step_forward) is None:
        await say(update, context, context.say("kits-thanks-no-step", code=appeal.code))
    elif not step.content.summary:
        await say(update, context, context.say("kits-thanks-words-wait", code=appeal.code))
    elif not appeal.addressees:
        await say(update, context, context.say("kits-thanks-nobody", code=appeal.code))
    elif (addressee := _addressee(stored, step, words)) is None:
        await say(update, context, context.say("kits-thanks-whom"), _choices(context, stored))
    else:
        await _send(update, context, stored, addressee, step)


def _addressee(stored: StoredAppeal, step: Told[Outcome], words: tuple[str, ...]) -> Addressee | None:
    everybody = stored.appeal.addressees
    if len(everybody) == 1:
        return everybody[0]
    wanted = words[0].lower() if words else step.addressee
    return next((one for one in everybody if one.id == wanted), None)


def _choices(context: Context, stored: StoredAppeal) -> Rows:
    appeal = stored.appeal
    language = language_for(appeal, context.language, context.services.texts.default)
    return [[button(one.office[language], "kit", appeal.code, "thanks", one.id)] for one in appeal.addressees]


async def _send(
    update: Update, context: Context, stored: StoredAppeal, addressee: Addressee, step: Told[Outcome]
) -> None:
    services, appeal = context.services, stored.appeal
    offices = (await read_registers(services.db)).offices
    text = thanks_text(
        appeal,
        addressee,
        step,
        offices.get(addressee.entry) if addressee.entry else None,
        organisation=services.policy.organisation,
        today=services.today(),
    )
    office = addressee.office[language_for(appeal, context.language, services.texts.default)]
    caption = context.say("kits-thanks", office=office)
    await send_file(update, context, text.encode(), f"{appeal.code}-thanks-{addressee.id}.txt", caption)
