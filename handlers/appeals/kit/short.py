"""Calls to sign that must be short: a text message, and a post where letters are counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.appeals.links import link_to
from handlers.dates import day_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.texts import Texts
    from storage.appeals.model import Appeal

SMS_LATIN_MAX = 160  # septets of the alphabet of GSM 03.38
SMS_MAX = 90  # characters of any other script
X_MAX = 280  # as X counts them
SMS, X = "sms", "x"  # the sources of those who sign through either

_TITLE_MIN = 12  # characters; a title cut shorter than that says nothing
_GSM = re.compile(r"[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\\[~\]|€]*")
_GSM_DOUBLE = frozenset("^{}\\[~]|€")
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})
_LINK = re.compile(r"https://\S+")
_X_LINK = 23  # what a link counts, however long it is
_X_SINGLE = re.compile(r"[\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]")


def sms_text(appeal: Appeal, texts: Texts, language: str, bot_username: str) -> str:
    """Return a text message with the link, that is one message long: see `fits_sms`."""
    link = link_to(appeal.code, bot_username, SMS)
    title = appeal.texts[language].title.translate(_PLAIN)

    def wording(words: str) -> str:
        return texts.plain("kits-sms", language, title=words, link=link)

    cut = _longest(title, "...", lambda words: fits_sms(wording(words)))
    return wording(cut) if cut else texts.plain("kits-sms-untitled", language, link=link)


def x_text(appeal: Appeal, texts: Texts, language: str, bot_username: str) -> str:
    """Return a post with the link and the last day to sign."""
    link = link_to(appeal.code, bot_username, X)
    day = day_text(appeal.deadline.astimezone(ZoneInfo(appeal.timezone)).date(), language)

    def wording(words: str) -> str:
        return texts.plain("kits-x", language, title=words, day=day, link=link)

    return wording(_longest(appeal.texts[language].title, "…", lambda words: x_weight(wording(words)) <= X_MAX))


def fits_sms(text: str) -> bool:
    """Say whether the text is one message: 160 Latin letters, or 90 of another script."""
    if _GSM.fullmatch(text):
        return len(text) + sum(letter in _GSM_DOUBLE for letter in text) <= SMS_LATIN_MAX
    return len(text) <= SMS_MAX


def x_weight(text: str) -> int:
    """Return what X counts: Latin letters once, Korean and Chinese ones twice, a link as 23."""
    words, links = _LINK.subn("", text)
    return links * _X_LINK + sum(1 if _X_SINGLE.match(letter) else 2 for letter in words)


def _longest(title: str, dots: str, fits: Callable[[str], bool]) -> str:
    """Return the title, or as many of its words as fit; nothing where those would say nothing."""
    if fits(title):
        return title
    for end in range(len(title) - 1, _TITLE_MIN - 1, -1):
        words = title[:end].rpartition(" ")[0] if " " in title[_TITLE_MIN:end] else title[:end]
        if fits(cut := words.rstrip(" ,.:;-") + dots):
            return cut
    return ""
