"""Stories of when it was: what is sealed is what the witness said, and no more exact than that."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.supporters.tips.sending.days import span
from handlers.supporters.tips.sending.menus import MENUS, STEPS, choose, next_menu
from storage.tips.words import Precision, When
from tests.stories.tipping.witness import TEXT, sealed_in

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import Person

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("presses", "sealed"),
    [
        (("Today",), ("2026-11-22", "2026-11-22", "exact")),
        (("Yesterday",), ("2026-11-21", "2026-11-21", "exact")),
        (("tip-when:unknown",), ("", "", "unknown_month_and_day")),
        (("In the last seven days", "About"), ("2026-11-16", "2026-11-22", "estimate")),
        (("In the last seven days", "tip-exactly:unknown"), ("2026-11-16", "2026-11-22", "unknown_day")),
        (("In the last seven days", "The day exactly", "18 Nov"), ("2026-11-18", "2026-11-18", "exact")),
        (("In the last seven days", "The day exactly", "tip-day:unsaid"), ("2026-11-16", "2026-11-22", "unknown_day")),
        (("In the last month", "Only the month"), ("2026-10-23", "2026-11-22", "unknown_day")),
        (("In the last month", "The day exactly", "31 Oct"), ("2026-10-31", "2026-10-31", "exact")),
        (("Earlier", "tip-exactly:unknown_month"), ("", "2026-10-23", "unknown_month_and_day")),
        (("Earlier", "Only the month", "May 2026"), ("2026-05-01", "2026-05-31", "unknown_day")),
        (("Earlier", "Only the month", "October 2026"), ("2026-10-01", "2026-10-23", "unknown_day")),
        (("Earlier", "Only the month", "Skip"), ("", "2026-10-23", "unknown_month_and_day")),
        (("Earlier", "About", "February 2026"), ("2026-02-01", "2026-02-28", "estimate")),
        (("Earlier", "The day exactly", "May 2026", "9 May"), ("2026-05-09", "2026-05-09", "exact")),
        (("Earlier", "The day exactly", "May 2026", "Skip"), ("2026-05-01", "2026-05-31", "unknown_day")),
    ],
)
async def test_the_days_are_the_witnesss_words(
    amina: Person,
    db: Database,
    identities: tuple[pyrage.x25519.Identity, ...],
    presses: tuple[str, ...],
    sealed: tuple[str, str, str],
) -> None:
    await amina.sends("/tip")
    for press in ("tip:start", "Arrest", "Skip", "tip-people:unknown", *presses):
        await amina.presses(press if press != "Skip" or "Skip" in amina.buttons else "I do not know")
    assert "How do you know?" in amina.last.text
    for press in ("Skip", "Skip"):
        await amina.presses(press)
    await amina.sends(TEXT)
    await amina.presses("tip:seal")

    [tip] = await sealed_in(db)
    content = json.loads(pyrage.decrypt(tip, list(identities)))
    assert (content["from_day"], content["to_day"], content["precision"]) == sealed


async def test_a_chosen_day_is_shown_before_it_is_sealed(sujin: Person) -> None:
    await sujin.sends("/tip")
    for press in ("tip:start", "체포", "tip-area:kp", "tip-people:one", "그보다 전", "날짜까지 정확히", "2026년 5월"):
        await sujin.presses(press)
    assert sujin.buttons[:2] == ["5월 31일", "5월 30일"] or sujin.buttons[:2] == ["5월 1일", "5월 2일"]
    await sujin.presses("5월 9일")
    for press in ("tip-known:self", "tip-urgency:high"):
        await sujin.presses(press)
    await sujin.sends("버스에서 두 사람이 내려야 했습니다.")

    assert "날짜: 2026년 5월 9일" in sujin.last.text


async def test_going_back_from_a_day_forgets_it(amina: Person) -> None:
    await amina.sends("/tip")
    for press in ("tip:start", "Arrest", "tip-area:kp", "tip-people:one", "Earlier", "The day exactly", "May 2026"):
        await amina.presses(press)
    for question in ("Which month was it?", "How exactly", "When was it?"):
        await amina.presses("Back")
        assert question in amina.last.text
    await amina.presses("Today")

    assert f"6 of {STEPS}: How do you know?" in amina.last.text


@given(st.data(), st.dates(date(2026, 1, 1), date(2029, 12, 31)))
def test_no_answers_are_sealed_as_more_exact_than_their_days(data: st.DataObject, today: date) -> None:
    answers: dict[str, str] = {}
    while menu := next_menu(answers, today):
        word = data.draw(st.sampled_from([*menu.words(answers, today), menu.unsure]))
        choose(answers, f"{menu.word}:{word}", today)

    found = span(answers, today)
    assert found.last is None or found.last <= today
    assert found.first is None or found.last is None or found.first <= found.last
    assert found.precision is not Precision.EXACT or (found.first is not None and found.first == found.last)
    assert len({menu.place for menu in MENUS if menu.name in answers}) <= STEPS == 7


def test_every_when_has_its_days() -> None:
    assert {when: span({"when": when}, TODAY).first for when in When} == {
        When.TODAY: TODAY,
        When.YESTERDAY: date(2026, 11, 21),
        When.THIS_WEEK: date(2026, 11, 16),
        When.THIS_MONTH: date(2026, 10, 23),
        When.EARLIER: None,
        When.UNKNOWN: None,
    }
