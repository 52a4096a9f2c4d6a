"""Calls to sign that coordinators pass on outside Telegram: posts and an e-mail, each with its source in the link."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from handlers.appeals.heading import moment_text
from handlers.appeals.kit.short import X, x_text
from handlers.appeals.links import TELEGRAM, link_to
from handlers.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.texts import Texts
    from storage.appeals.model import Appeal

EMAIL = "mail"
"""The source of those who sign through the e-mail."""
_GAP = "\n\n"


class Network(StrEnum):
    """Where a post goes; the value is the source of those who sign through it."""

    FACEBOOK = "fb"
    X = X
    LINKEDIN = "li"
    TELEGRAM = TELEGRAM


def kit_languages(appeal: Appeal) -> tuple[str, ...]:
    """Return the languages of the appeal in which we have words for the rest."""
    return tuple(language for language in appeal.languages if language in LANGUAGES)


def post_text(appeal: Appeal, network: Network, texts: Texts, language: str, bot_username: str) -> str:
    """Return what to post; what may distress is left to those who open the link."""
    if network is Network.X:
        return x_text(appeal, texts, language, bot_username)
    text = appeal.texts[language]
    told = [] if appeal.content_note else [text.summary]
    offices = ", ".join(addressee.office[language] for addressee in appeal.addressees)
    link = link_to(appeal.code, bot_username, network)
    to = texts.plain("kits-post-to", language, offices=offices)
    sign = texts.plain("kits-post-sign", language, until=_until(appeal, texts, language), link=link)
    return _GAP.join((text.title, *told, to, sign))


def email_text(appeal: Appeal, texts: Texts, language: str, bot_username: str, organisation: str) -> str:
    """Return an e-mail, its subject in the first line."""
    return _GAP.join(_email(appeal, texts, language, bot_username, organisation)) + "\n"


def _email(appeal: Appeal, texts: Texts, language: str, bot_username: str, organisation: str) -> Iterator[str]:
    text, contact = appeal.texts[language], appeal.contact
    yield texts.plain("kits-email-subject", language, title=text.title)
    yield texts.plain("kits-email-greeting", language)
    if appeal.content_note:
        yield texts.plain("kits-email-content-note", language)
    yield text.summary
    for addressee in appeal.addressees:
        if addressee.demands:
            demands = (f"{number}. {one}" for number, one in enumerate(addressee.demands[language], start=1))
            asked = texts.plain("kits-email-asked", language, office=addressee.office[language])
            yield "\n".join((asked, *demands))
    link = link_to(appeal.code, bot_username, EMAIL)
    yield texts.plain("kits-email-sign", language, until=_until(appeal, texts, language), link=link)
    yield texts.plain("kits-email-paper", language)
    yield texts.plain("kits-email-closing", language)
    address = () if contact.hide_email_in_broadcast else (contact.email,)
    yield "\n".join((contact.name, contact.role[language], organisation, *address))


def _until(appeal: Appeal, texts: Texts, language: str) -> str:
    """Return the deadline in its own zone; how many days are left is not said, for it will be read later."""
    return moment_text(appeal.deadline, appeal, texts, language)
