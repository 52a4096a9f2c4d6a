"""When those who signed one version of a petition are asked again about the next."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo import demo_sheets
from storage.appeals.model import Appeal
from storage.appeals.sheets.sheet import read_sheet
from storage.petitions.signatures.asking_again import asks_again
from tests.storage.conftest import NOW

APPEAL = read_sheet(demo_sheets()[1], now=NOW)


def changed(**parts: Any) -> Appeal:
    return Appeal.model_validate(APPEAL.model_dump() | parts)


def addressees(**parts: Any) -> list[dict[str, Any]]:
    first, *rest = APPEAL.model_dump()["addressees"]
    return [first | parts, *rest]


def test_a_demand_or_an_addressee_that_changed_asks_again() -> None:
    demands = {language: ("Something else.", *rest) for language, (_, *rest) in APPEAL.addressees[0].demands.items()}
    offices = dict.fromkeys(APPEAL.languages, "Another office")

    assert asks_again(APPEAL, changed(addressees=addressees(demands=demands)))
    assert asks_again(APPEAL, changed(addressees=addressees(office=offices)))
    assert asks_again(APPEAL, changed(addressees=[*addressees(), addressees(id="a9")[0]]))


def test_what_is_told_around_the_demands_may_change() -> None:
    assert not asks_again(APPEAL, APPEAL)
    told = {"title": "Ten people", "summary": "New.", "background": "New."}
    assert not asks_again(APPEAL, changed(texts=dict.fromkeys(APPEAL.languages, told), goal=9_000))
    assert not asks_again(
        APPEAL, changed(addressees=addressees(salutation=dict.fromkeys(APPEAL.languages, "Dear All")))
    )


@pytest.mark.parametrize("kept", ["ko", "en"])
def test_a_language_that_is_dropped_asks_nobody_again(kept: str) -> None:
    def only(words: Any) -> Any:
        if isinstance(words, dict):
            tagged = words.keys() & set(APPEAL.languages)
            return {key: only(value) for key, value in words.items() if not tagged or key == kept}
        return [only(item) for item in words] if isinstance(words, list | tuple) else words

    shorter = Appeal.model_validate(only(APPEAL.model_dump(mode="json")))

    assert not asks_again(APPEAL, shorter)
    assert not asks_again(shorter, APPEAL)
