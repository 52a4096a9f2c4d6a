"""What a person who signs sees: the four consents, the name, the country, the summary, the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.cards import petition_text
from handlers.appeals.heading import language_for, title_text
from handlers.appeals.page import page_for, progress_line
from handlers.asking import button
from handlers.countries import country_name, country_text, offered_countries
from handlers.dates import day_text
from handlers.message_text import GAP, MESSAGE_MAX, length
from handlers.supporters.signing.names import NAME_MAX
from handlers.texts import Markup
from storage.petitions.signatures import UNKNOWN_COUNTRY, Purpose
from storage.petitions.support import support_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from telegram import InlineKeyboardButton

    from handlers.asking import Rows
    from handlers.context import Context, SigningDraft
    from storage.appeals.model import Appeal
    from storage.petitions.signatures import Receipt

CONSENT_VERSION = "signing-1"
"""Of the wording in `signing.ftl` that `consent_texts` names; a new wording needs a new version."""
OTHER_COUNTRY = "other"
_PER_ROW = 2  # countries

Screen = tuple[str, "Rows"]


def consents_screen(context: Context, appeal: Appeal, ticked: Collection[str]) -> Screen:
    """Show what is asked and the four consents; the first alone, where one message cannot hold both."""
    asked = petition_text(appeal, context.services.texts, context.language)
    consents = consent_texts(context, appeal)
    together = GAP.join((Markup(asked), Markup(consents)))
    text = str(together) if length(together) <= MESSAGE_MAX else consents
    rows = [[_toggle(context, purpose, ticked)] for purpose in Purpose]
    return text, [*rows, [button(context.label("signing-continue"), "consents", "done"), _cancel(context)]]


def asked_apart(context: Context, appeal: Appeal) -> str | None:
    """Return what is asked, if it needs a message of its own before the consents."""
    asked = petition_text(appeal, context.services.texts, context.language)
    together = GAP.join((Markup(asked), Markup(consent_texts(context, appeal))))
    return asked if length(together) > MESSAGE_MAX else None


def consent_texts(context: Context, appeal: Appeal) -> str:
    """Return the wording that the consents are given to."""
    return context.say(
        "signing-consents", organisation=context.services.policy.organisation, addressees=_offices(context, appeal)
    )


def name_screen(context: Context, draft: SigningDraft) -> Screen:
    """Ask for the name under the signature."""
    return context.say("signing-ask-name", limit=NAME_MAX), [_way_out(context, draft)]


def country_screen(context: Context, draft: SigningDraft) -> Screen:
    """Ask for the country, with the likely ones as buttons."""
    codes = offered_countries(context.language)
    choices = [button(country_name(code, context.language), "country", code) for code in codes]
    rows: list[Sequence[InlineKeyboardButton]] = [
        choices[start : start + _PER_ROW] for start in range(0, len(choices), _PER_ROW)
    ]
    rows += [
        [
            button(context.label("signing-country-other"), "country", OTHER_COUNTRY),
            button(context.label("signing-country-withheld"), "country", UNKNOWN_COUNTRY),
        ],
        _way_out(context, draft),
    ]
    return context.say("signing-ask-country"), rows


def other_country_screen(context: Context, draft: SigningDraft) -> Screen:
    """Ask to type the country."""
    return context.say("signing-type-country"), [_way_out(context, draft)]


def summary_screen(context: Context, appeal: Appeal, draft: SigningDraft) -> Screen:
    """Show all that will be stored, for the last word."""
    parts = [
        context.say(
            "signing-summary",
            title=title_text(appeal, context.services.texts, context.language),
            name=draft.name,
            country=country_text(draft.country, context.services.texts, context.language),
        ),
        _agreed(context, appeal, draft.consents),
        context.say("signing-summary-confirm"),
    ]
    rows = [
        [button(context.label("signing-confirm"), "sign-confirm", "yes")],
        [
            button(context.label("signing-change-name"), "name", "change"),
            button(context.label("signing-change-country"), "country", "change"),
        ],
        [_cancel(context)],
    ]
    return "\n\n".join(parts), rows


async def receipt_text(context: Context, appeal: Appeal, receipt: Receipt, consents: Collection[str]) -> str:
    """Say what was signed, under which number, what it allows, how to take it back, and how many have signed."""
    support = await support_of(context.services.db, receipt.code)
    day = receipt.signed_at.astimezone(context.services.policy.timezone).date()
    parts = [
        context.say("signing-thanks" if receipt.new else "signing-already"),
        context.say(
            "signing-receipt",
            title=title_text(appeal, context.services.texts, context.language),
            code=receipt.code,
            number=receipt.serial,
            day=day_text(day, context.language),
        ),
        _agreed(context, appeal, consents),
        context.say("signing-how-to-withdraw", code=receipt.code),
        progress_line(page_for(appeal, context.services.texts, context.language), support),
    ]
    return "\n\n".join(parts)


def _toggle(context: Context, purpose: Purpose, ticked: Collection[str]) -> InlineKeyboardButton:
    box = "☑" if purpose in ticked else "☐"
    return button(f"{box} {context.label(f'signing-consent-{purpose}')}", "consent", purpose)


def _agreed(context: Context, appeal: Appeal, consents: Collection[str]) -> str:
    """List what was agreed to, and say what it means if the name is not to be handed over."""
    given = [context.say(f"signing-agreed-{purpose}") for purpose in Purpose if purpose in consents]
    lines = [context.say("signing-agreed"), *(f"☑ {words}" for words in given)]
    if Purpose.HAND_OVER not in consents:
        lines.append(context.say("signing-name-withheld", addressees=_offices(context, appeal)))
    return "\n".join(lines)


def _offices(context: Context, appeal: Appeal) -> str:
    language = language_for(appeal, context.language, context.services.texts.default)
    return ", ".join(addressee.office[language] for addressee in appeal.addressees)


def _cancel(context: Context) -> InlineKeyboardButton:
    return button(context.label("signing-cancel"), "sign-cancel", "yes")


def _way_out(context: Context, draft: SigningDraft) -> list[InlineKeyboardButton]:
    """Offer the way back to the summary, once there is a name to show on it."""
    back = [button(context.label("signing-back"), "consents", "done")] if draft.name else []
    return [*back, _cancel(context)]
