"""The menus of a tip, one after another: fixed words, coarse enough to lead to nobody, none of them a must."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from handlers.asking import button
from handlers.dates import fact_date_text, short_day_text
from handlers.supporters.tips.sending.days import UNSAID, days_offered, months_offered, precisions_offered
from storage.tips.words import Area, Category, HowKnown, People, Precision, Urgency, When

if TYPE_CHECKING:
    from enum import StrEnum

    from telegram import InlineKeyboardButton

    from handlers.asking import Rows
    from handlers.context import Context

Answers = Mapping[str, str]

BACK = "tip-back"
TEXT = "text"
"""Where Back leads from behind the menus."""
_SHORT = 22  # characters of a label that still fits beside another one
_ROW = 36  # characters of all labels in a row of days
_DAYS = 7  # in a row at most


@dataclass(frozen=True)
class Menu:
    """One question.

    Attributes:
        name: In buttons `tip-<name>:<word>`, in catalogues `tip-<name>-<word>`.
        unsure: The word that stands for an answer that was not given.
        words: Which answers are offered after the ones before; none: the question is not asked.
        place: Its number among the questions; a month or a day only says the one before more exactly.
    """

    name: str
    unsure: str
    words: Callable[[Answers, date], Sequence[str]]
    place: int

    @property
    def word(self) -> str:
        """How the data of the menu's buttons begin."""
        return f"tip-{self.name}"


def _all(words: type[StrEnum]) -> Callable[[Answers, date], Sequence[str]]:
    return lambda _answers, _today: tuple(words)


MENUS = (
    Menu("category", Category.OTHER, _all(Category), 1),
    Menu("area", Area.UNKNOWN, _all(Area), 2),
    Menu("people", People.UNKNOWN, _all(People), 3),
    Menu("when", When.UNKNOWN, _all(When), 4),
    Menu("exactly", Precision.UNKNOWN_MONTH_AND_DAY, precisions_offered, 5),
    Menu("month", UNSAID, months_offered, 5),
    Menu("day", UNSAID, days_offered, 5),
    Menu("known", HowKnown.OTHER, _all(HowKnown), 6),
    Menu("urgency", Urgency.NORMAL, _all(Urgency), 7),
)
STEPS = MENUS[-1].place


def next_menu(answers: Answers, today: date) -> Menu | None:
    """Return the first question without an answer, or None behind the last."""
    return next((menu for menu in MENUS if menu.name not in answers and menu.words(answers, today)), None)


def choose(answers: dict[str, str], data: str, today: date) -> None:
    """Note the word of a pressed button; one that its menu does not offer now changes nothing."""
    word, _, choice = data.partition(":")
    for menu in MENUS:
        offered = menu.words(answers, today) if menu.word == word else ()
        if offered and choice in {*offered, menu.unsure}:
            go_back_to(answers, menu.name)
            answers[menu.name] = choice


def go_back_to(answers: dict[str, str], name: str) -> None:
    """Forget the answer to one question and to all behind it."""
    names = [menu.name for menu in MENUS]
    for later in names[names.index(name) :] if name in names else ():
        answers.pop(later, None)


def menu_screen(context: Context, menu: Menu, answers: Answers, today: date) -> tuple[str, Rows]:
    """Ask one question."""
    question = context.say(f"tipping-ask-{menu.name}", step=menu.place, steps=STEPS)
    words = menu.words(answers, today)
    choices = [button(_label(context, menu, word, brief=True), menu.word, word) for word in words]
    rows = _grid(choices) if menu.unsure == UNSAID else _rows(choices)
    skip = [] if menu.unsure in words and menu.unsure.startswith("unknown") else [_skip(context, menu)]
    return question, [*rows, [*_back(context, menu, answers), *skip, _discard(context)]]


def last_answered(answers: Answers) -> str:
    """Return the question that Back leads to from behind all of them."""
    return [menu.name for menu in MENUS if menu.name in answers][-1]


def chosen(context: Context, answers: Answers) -> str:
    """List the questions with the chosen words."""
    said = [menu for menu in MENUS if answers.get(menu.name, UNSAID) != UNSAID]
    names = {menu.name for menu in said}
    lines = (
        f"{context.say(menu.word)}: {_label(context, menu, answers[menu.name])}"
        for menu in said
        if menu.name != "month" or "day" not in names  # the day says it as well
    )
    return "\n".join(lines)


def _label(context: Context, menu: Menu, word: str, *, brief: bool = False) -> str:
    """Say an answer; a day that is offered among others is written *brief*."""
    if menu.unsure != UNSAID:
        return context.label(f"{menu.word}-{word}")
    if menu.name == "day" and brief:
        return short_day_text(date.fromisoformat(word), context.language)
    return fact_date_text(word, context.language)


def _back(context: Context, menu: Menu, answers: Answers) -> list[InlineKeyboardButton]:
    before = [one.name for one in MENUS[: MENUS.index(menu)] if one.name in answers]
    return [button(context.label("tipping-back"), BACK, before[-1])] if before else []


def _skip(context: Context, menu: Menu) -> InlineKeyboardButton:
    return button(context.label("tipping-skip"), menu.word, menu.unsure)


def _discard(context: Context) -> InlineKeyboardButton:
    return button(context.label("tipping-discard"), "tip:discard")


def _rows(choices: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Put two short labels into one row, and a long one into its own."""
    rows: list[list[InlineKeyboardButton]] = []
    for choice in choices:
        if rows and len(rows[-1]) == 1 and max(len(rows[-1][0].text), len(choice.text)) <= _SHORT:
            rows[-1].append(choice)
        else:
            rows.append([choice])
    return rows


def _grid(choices: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Put as many days or months into a row as a telephone shows whole."""
    width = max(len(choice.text) for choice in choices) + 2
    wide = max(1, min(_DAYS, _ROW // width))
    return [list(choices[start : start + wide]) for start in range(0, len(choices), wide)]
