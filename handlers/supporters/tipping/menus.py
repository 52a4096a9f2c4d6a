"""The menus of a tip, one after another: fixed words, coarse enough to lead to nobody, none of them a must."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.asking import button
from storage.tips.words import Area, Category, HowKnown, People, Urgency, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from enum import StrEnum

    from telegram import InlineKeyboardButton

    from handlers.asking import Rows
    from handlers.context import Context

BACK = "tip-back"
TEXT = "text"
"""Where Back leads from behind the menus."""
_SHORT = 22  # characters of a label that still fits beside another one


@dataclass(frozen=True)
class Menu:
    """One question.

    Attributes:
        name: In buttons `tip-<name>:<word>`, in catalogues `tip-<name>-<word>`.
        unsure: The word that stands for an answer that was not given.
    """

    name: str
    words: type[StrEnum]
    unsure: StrEnum

    @property
    def word(self) -> str:
        """How the data of the menu's buttons begin."""
        return f"tip-{self.name}"


MENUS = (
    Menu("category", Category, Category.OTHER),
    Menu("area", Area, Area.UNKNOWN),
    Menu("people", People, People.UNKNOWN),
    Menu("when", When, When.UNKNOWN),
    Menu("known", HowKnown, HowKnown.OTHER),
    Menu("urgency", Urgency, Urgency.NORMAL),
)


def next_menu(answers: Mapping[str, str]) -> Menu | None:
    """Return the first question without an answer, or None behind the last."""
    return next((menu for menu in MENUS if menu.name not in answers), None)


def choose(answers: dict[str, str], data: str) -> None:
    """Note the word of a pressed button; one that no menu offers changes nothing."""
    word, _, choice = data.partition(":")
    for menu in MENUS:
        if menu.word == word and choice in set(menu.words):
            answers[menu.name] = choice


def go_back_to(answers: dict[str, str], name: str) -> None:
    """Forget the answer to one question and to all behind it."""
    names = [menu.name for menu in MENUS]
    for later in names[names.index(name) :] if name in names else ():
        answers.pop(later, None)


def menu_screen(context: Context, menu: Menu) -> tuple[str, Rows]:
    """Ask one question."""
    place = MENUS.index(menu)
    question = context.say(f"tipping-ask-{menu.name}", step=place + 1, steps=len(MENUS))
    choices = [button(context.label(f"{menu.word}-{word}"), menu.word, word) for word in menu.words]
    return question, [*_rows(choices), _ways_on(context, menu, place)]


def chosen(context: Context, answers: Mapping[str, str]) -> str:
    """List the questions with the chosen words."""
    lines = (
        f"{context.say(menu.word)}: {context.say(f'{menu.word}-{answers[menu.name]}')}"
        for menu in MENUS
        if menu.name in answers
    )
    return "\n".join(lines)


def _ways_on(context: Context, menu: Menu, place: int) -> list[InlineKeyboardButton]:
    """Offer the way back and, where no word of the menu says so itself, the way past the question."""
    back = [button(context.label("tipping-back"), BACK, MENUS[place - 1].name)] if place else []
    skip = [] if menu.unsure == "unknown" else [button(context.label("tipping-skip"), menu.word, menu.unsure)]
    return [*back, *skip, button(context.label("tipping-discard"), "tip:discard")]


def _rows(choices: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Put two short labels into one row, and a long one into its own."""
    rows: list[list[InlineKeyboardButton]] = []
    for choice in choices:
        if rows and len(rows[-1]) == 1 and max(len(rows[-1][0].text), len(choice.text)) <= _SHORT:
            rows[-1].append(choice)
        else:
            rows.append([choice])
    return rows
