"""Invents supporters with Korean and English names. Any likeness is chance."""

import random
from collections.abc import Iterator

from bot.rehearsal.memory.model import Person

_FIRST_ID = 7_000_000_001
_KOREAN_SHARE = 0.5
_KOREAN_FAMILY = "김이박최정강조윤장임한오서신권황안송류홍"
_KOREAN_GIVEN = ("서연", "민준", "지우", "하은", "도윤", "서준", "예은", "시우", "수아", "주원", "지민", "은우", "채원")
_ENGLISH_FAMILY = ("Adeyemi", "Baker", "Chowdhury", "Diaz", "Evans", "Fischer", "Gupta", "Hughes", "Ivanova", "Kamau")
_ENGLISH_GIVEN = ("Alex", "Bilal", "Carmen", "Dana", "Elias", "Fatima", "George", "Hana", "Imran", "Joyce", "Kofi")


def is_invented(person_id: int) -> bool:
    return person_id >= _FIRST_ID


def invented(count: int, dice: random.Random, taken: set[int]) -> Iterator[Person]:
    """Yield *count* people whose ids are not *taken*."""
    free = (number for number in range(_FIRST_ID, _FIRST_ID + count + len(taken)) if number not in taken)
    for _, number in zip(range(count), free, strict=False):
        yield _korean(number, dice) if dice.random() < _KOREAN_SHARE else _english(number, dice)


def _korean(number: int, dice: random.Random) -> Person:
    return Person(number, dice.choice(_KOREAN_GIVEN), dice.choice(_KOREAN_FAMILY), language_code="ko")


def _english(number: int, dice: random.Random) -> Person:
    return Person(number, dice.choice(_ENGLISH_GIVEN), dice.choice(_ENGLISH_FAMILY), language_code="en")
