"""What a person who signs is asked: the four consents, the age, the name, the country, a comment, the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.cards import petition_text
from handlers.appeals.heading import language_for, title_text
from handlers.asking import button
from handlers.countries import country_name, country_text, offered_countries
from handlers.message_text import GAP, MESSAGE_MAX, length
from handlers.supporters.ages import age_for
from handlers.supporters.signing.comments import COMMENT_MAX
from handlers.supporters.signing.names import NAME_MAX
from handlers.texts import Markup
from storage.petitions.signatures.records import UNKNOWN_COUNTRY, Purpose

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from telegram import InlineKeyboardButton

    from handlers.asking import Rows
    from handlers.context import Context
    from handlers.drafts import SigningDraft
    from storage.appeals.model import Appeal

CONSENT_VERSION = "signing-2"
"""Of the wording in `signing.ftl` that `consent_texts` names; a new wording needs a new version."""
OTHER_COUNTRY = "other"
_PER_ROW = 2  # countries

Screen = tuple[str, "Rows"]


def consents_screen(context: Context, appeal: Appeal, draft: SigningDraft) -> Screen:
    """Show what is asked and the four consents; these alone, where one message cannot hold both."""
    consents = consent_texts(context, appeal)
    apart = asked_apart(context, appeal)
    together = GAP.join((Markup(petition_text(appeal, context.services.texts, context.language)), Markup(consents)))
    rows = [[_toggle(context, purpose, draft.consents)] for purpose in Purpose]
    return consents if apart else str(together), [*rows, *_age_rows(context, appeal, draft)]


def note_wording(context: Context, draft: SigningDraft) -> None:
    """Note in which words the consents are shown: given to these, they are none to others."""
    draft.language, draft.wording = context.language, CONSENT_VERSION


def is_as_read(context: Context, draft: SigningDraft) -> bool:
    """Say whether the consents would be stored as given to the words in which they were shown last."""
    return (draft.language, draft.wording) == (context.language, CONSENT_VERSION)


def asked_apart(context: Context, appeal: Appeal) -> str | None:
    """Return what is asked, if it needs a message of its own before the consents."""
    asked = petition_text(appeal, context.services.texts, context.language)
    together = GAP.join((Markup(asked), Markup(consent_texts(context, appeal))))
    return asked if length(together) > MESSAGE_MAX else None


def consent_texts(context: Context, appeal: Appeal) -> str:
    """Return the wording that the consents are given to."""
    policy = context.services.policy
    return context.say(
        "signing-consents",
        organisation=policy.organisation,
        addressees=offices(context, appeal),
        days=policy.names_kept_days,
    )


def age_screen(context: Context, appeal: Appeal, draft: SigningDraft) -> Screen:
    """Ask for the age of a country where it is higher than what the person said before."""
    age, known = age_for(appeal, draft.country), draft.country != UNKNOWN_COUNTRY
    country = country_text(draft.country, context.services.texts, context.language)
    text = context.say("signing-ask-age" if known else "signing-ask-age-anywhere", age=age, country=country)
    going_on, *ways_out = _age_rows(context, appeal, draft)
    return text, [going_on, [button(context.label("signing-change-country"), "country", "change")], *ways_out]


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


def comment_screen(context: Context, draft: SigningDraft) -> Screen:
    """Ask what the person wants to say beside the signature, if anything."""
    text = context.say("signing-ask-comment", limit=COMMENT_MAX, organisation=context.services.policy.organisation)
    leave_out = [[button(context.label("signing-no-comment"), "comment", "none")]] if draft.comment else []
    return text, [*leave_out, _way_out(context, draft)]


def summary_screen(context: Context, appeal: Appeal, draft: SigningDraft) -> Screen:
    """Show all that will be stored, for the last word."""
    texts, language = context.services.texts, context.language
    country = country_text(draft.country, texts, language)
    title = title_text(appeal, texts, language)
    parts = [
        context.say("signing-summary", title=title, name=draft.name, country=country),
        *([context.say("signing-comment", comment=draft.comment)] if draft.comment else []),
        agreed_text(context, appeal, draft.consents),
        context.say("signing-summary-save" if draft.changing else "signing-summary-confirm"),
    ]
    comment = "signing-change-comment" if draft.comment else "signing-add-comment"
    rows = [
        [button(context.label("signing-save" if draft.changing else "signing-confirm"), "sign-confirm", "yes")],
        [
            button(context.label("signing-change-name"), "name", "change"),
            button(context.label("signing-change-country"), "country", "change"),
        ],
        [
            button(context.label(comment), "comment", "change"),
            button(context.label("signing-change-consents"), "consents", "change"),
        ],
        [_cancel(context)],
    ]
    return "\n\n".join(parts), rows


def agreed_text(context: Context, appeal: Appeal, consents: Collection[str], *, named: bool = True) -> str:
    """List what was agreed to, and say from whom the name is withheld; *named*: each of them by name."""
    given = [context.say(f"signing-agreed-{purpose}") for purpose in Purpose if purpose in consents]
    lines = [context.say("signing-agreed"), *(f"☑ {words}" for words in given)]
    if Purpose.HAND_OVER not in consents:
        everybody = context.say("signing-name-withheld-all")
        lines.append(context.say("signing-name-withheld", addressees=offices(context, appeal)) if named else everybody)
    return "\n".join(lines)


def offices(context: Context, appeal: Appeal) -> str:
    """Name all whom the appeal is addressed to."""
    language = language_for(appeal, context.language, context.services.texts.default)
    return ", ".join(addressee.office[language] for addressee in appeal.addressees)


def _toggle(context: Context, purpose: Purpose, ticked: Collection[str]) -> InlineKeyboardButton:
    box = "☑" if purpose in ticked else "☐"
    return button(f"{box} {context.label(f'signing-consent-{purpose}')}", "consent", purpose)


def _age_rows(context: Context, appeal: Appeal, draft: SigningDraft) -> Rows:
    """Offer to go on, which says that one is old enough, and the ways out."""
    age = age_for(appeal, draft.country)
    return [
        [button(context.label("signing-continue", age=age), "consents", "done")],
        [button(context.label("signing-younger"), "consents", "younger"), _cancel(context)],
    ]


def _cancel(context: Context) -> InlineKeyboardButton:
    return button(context.label("signing-cancel"), "sign-cancel", "yes")


def _way_out(context: Context, draft: SigningDraft) -> list[InlineKeyboardButton]:
    """Offer the way back to the summary, once there is a name to show on it."""
    back = [button(context.label("signing-back"), "summary", "show")] if draft.name else []
    return [*back, _cancel(context)]
