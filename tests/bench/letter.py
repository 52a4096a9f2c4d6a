"""The letter that every way of sending sends: that of a demo appeal, as Clarion writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from telegram import InlineKeyboardMarkup

from bot.demo import demo_sheets
from handlers.appeals.buttons import appeal_rows
from handlers.appeals.cards import letter_text
from handlers.texts import Texts
from storage.appeals.sheets.sheet import read_sheet
from storage.petitions.counting.support import Support
from storage.petitions.counting.tally import Total

CODE = "DEMO-002"
BOT_NAME = "clarion_rehearsal_bot"


@dataclass(frozen=True)
class Letter:
    """What a letter says, and the buttons under it."""

    html: str
    keyboard: InlineKeyboardMarkup


def letter() -> Letter:
    """Write the letter in English."""
    now = datetime.now(UTC)
    appeal = next(one for sheet in demo_sheets() if (one := read_sheet(sheet, now=now)).code == CODE)
    texts = Texts("en")
    html = letter_text(appeal, texts, "en", now=now, support=Support(Total(0)))
    return Letter(html, InlineKeyboardMarkup(appeal_rows(appeal, texts, "en", BOT_NAME)))
