"""The buttons under an appeal: the same in a letter, under a card and under the full text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from telegram import InlineKeyboardButton

from handlers.appeals.heading import title_text
from handlers.appeals.links import TELEGRAM, link_to
from handlers.asking import button
from handlers.translated import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from handlers.asking import Rows
    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.registers.models import Explanation

ROW_MAX = 2  # buttons beside each other whose labels are a few words long


def appeal_rows(
    appeal: Appeal,
    texts: Texts,
    language: str,
    bot_username: str,
    *,
    source: str | None = None,
    full: bool = False,
    closed: bool = False,
    following: bool | None = None,
    signed: bool = False,
) -> Rows:
    """Return the rows: Sign (where there is something to sign) and Share, then More or Less and Contact.

    Who *signed* finds their signature in the place of Sign, also after the close. The *source* that brought the person
    travels on to the signature. Where *following* is known, a last row changes it.
    """
    arguments = (appeal.code, source) if source else (appeal.code,)
    label = texts.plain("appeal-own-signature" if signed else "appeals-sign", language)
    signing = [button(label, "sign", *arguments)]
    word = "less" if full else "more"
    return [
        [
            *(signing if appeal.kind.asks and (signed or not closed) else []),
            share_button(appeal, texts.plain("appeals-share", language), texts, language, bot_username),
        ],
        [
            button(texts.plain(f"appeals-{word}", language), word, *arguments),
            button(texts.plain("appeals-contact", language), "contact", appeal.code),
        ],
        *([] if following is None else [[_follow_button(arguments, texts, language, following=following)]]),
    ]


def part_rows(code: str, texts: Texts, language: str, part: int, parts: int, source: str | None = None) -> Rows:
    """Return the row that leads from one part of a full text to its neighbours; none, if it is whole."""
    neighbours = (("card-previous-part", part - 1), ("card-next-part", part + 1))
    end = (source,) if source else ()
    row = [
        button(texts.plain(key, language), "part", code, number, *end)
        for key, number in neighbours
        if 1 <= number <= parts
    ]
    return [row] if row else []


def learn_rows(explanations: Iterable[Explanation], language: str) -> Rows:
    """Return a button for each word that readers may look up."""
    buttons = [button(in_language(one.title, language), "learn", one.key) for one in explanations]
    return [buttons[place : place + ROW_MAX] for place in range(0, len(buttons), ROW_MAX)]


def share_button(appeal: Appeal, label: str, texts: Texts, language: str, bot_username: str) -> InlineKeyboardButton:
    """Return the button that lets a person choose whom in Telegram they send the appeal's link to."""
    link = link_to(appeal.code, bot_username, TELEGRAM)
    title = title_text(appeal, texts, language)
    return InlineKeyboardButton(label, url=f"https://t.me/share/url?url={quote(link, '')}&text={quote(title, '')}")


def _follow_button(arguments: Sequence[str], texts: Texts, language: str, *, following: bool) -> InlineKeyboardButton:
    word = "unfollow" if following else "follow"
    return button(texts.plain(f"following-{word}", language), word, *arguments)
