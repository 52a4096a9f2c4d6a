"""What readers of an earlier version are told, and that it fits in one message."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.demo import demo_sheets
from handlers.appeals.card.aftermath import longest_of
from handlers.appeals.cards import letter_text
from handlers.appeals.letters.corrections import corrected_letter, correction_notice, correction_too_long
from handlers.appeals.letters.recalls import recall_text
from handlers.appeals.page import page_for
from handlers.message_text import MESSAGE_MAX, length
from handlers.texts import Texts
from storage.appeals.model import Appeal
from storage.appeals.sheets.faults import Problem
from storage.appeals.sheets.sheet import read_sheet
from storage.petitions.counting.support import Support
from storage.petitions.counting.tally import Total

NOW = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
TEXTS = Texts("en")
NOTE = {"en": "<9> became 10 & more.", "ko": "아홉이 아니라 열입니다."}


@pytest.fixture
def appeal() -> Appeal:
    return changed(read_sheet(demo_sheets()[1], now=NOW))


LONG = {"en": "x" * 200, "ko": "가" * 200}
THREE = Support(Total(3))


def changed(appeal: Appeal, **parts: object) -> Appeal:
    return Appeal.model_validate(appeal.model_dump() | {"change_note": NOTE} | parts)


def longest_letter(appeal: Appeal) -> str:
    longest = longest_of(page_for(appeal, TEXTS, "en"))
    return letter_text(appeal, TEXTS, "en", now=NOW, support=THREE, aftermath=longest)


def test_the_notice_says_what_changed_in_the_reader_s_language(appeal: Appeal) -> None:
    assert "&lt;9&gt; became 10 &amp; more." in correction_notice(appeal, TEXTS, "en")
    assert NOTE["ko"] in correction_notice(appeal, TEXTS, "ko")


def test_the_corrected_letter_is_the_letter_below_the_line_that_says_so(appeal: Appeal) -> None:
    letter = letter_text(appeal, TEXTS, "ko", now=NOW, support=THREE)

    assert corrected_letter(appeal, TEXTS, "ko", now=NOW, support=THREE) == f"<b>바로잡음:</b> {NOTE['ko']}\n\n{letter}"


def test_a_note_that_would_make_the_letter_too_long_is_a_fault_of_the_sheet(appeal: Appeal) -> None:
    assert correction_too_long(appeal, TEXTS, now=NOW) == []
    figure = appeal.figures[0].model_dump()
    figure |= {"label": {"en": "held", "ko": "붙잡힌 사람"}, "attributed_to": {"en": "x" * 120, "ko": "가" * 120}}
    versions = [changed(appeal, figures=[figure] * count, change_note=LONG) for count in range(50, 0, -1)]
    longest = next(version for version in versions if "…" not in longest_letter(version))
    assert length(longest_letter(longest)) <= MESSAGE_MAX

    faults = correction_too_long(longest, TEXTS, now=NOW)

    assert faults[0].field == "change_note.en"
    assert {fault.problem for fault in faults} == {Problem.CORRECTION_TOO_LONG}


def test_what_was_never_sent_needs_no_room_for_a_correction(appeal: Appeal) -> None:
    assert correction_too_long(changed(appeal, change_note=None), TEXTS, now=NOW) == []


def test_what_is_left_of_a_recalled_message_repeats_nothing_of_it() -> None:
    assert recall_text(TEXTS, "en", organisation="A & B").startswith("A &amp; B has withdrawn this message.")
    assert "철회했습니다" in recall_text(TEXTS, "ko", organisation="A & B")
