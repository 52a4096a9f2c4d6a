"""A sheet written for somebody who was asked step by step: read like any other, and theirs to go on with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from storage.appeals.sheets.cleaning import cleaned
from storage.appeals.sheets.sheet import FENCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from storage.database import Database

ADDRESSEE = "a1"
LINE_WIDTH = 1_000  # of the head, so that no text is folded

_PREFIX = re.compile(r"[A-Z][A-Z0-9]{1,9}")


@dataclass(frozen=True)
class Written:
    """What was answered: the head of the sheet, and what its one language says.

    Attributes:
        head: As the sheet has it, without code; the addressee is `ADDRESSEE`.
        demands: Of that addressee, in their order; none for a kind that asks nothing.
    """

    head: Mapping[str, object]
    language: str
    title: str
    summary: str
    background: str
    demands: Sequence[str] = ()


def write_sheet(code: str, written: Written) -> str:
    """Return the sheet, which `read_sheet` reads back."""
    head = yaml.safe_dump(
        {"code": code, **written.head}, allow_unicode=True, sort_keys=False, width=LINE_WIDTH, default_flow_style=False
    )
    parts = {"Title": written.title, "Summary": written.summary, "Background": written.background}
    if written.demands:
        lines = [f"{number}. {_on_one_line(demand)}" for number, demand in enumerate(written.demands, start=1)]
        parts[f"Demands {ADDRESSEE}"] = "\n".join(lines)
    sections = [f"## {name}\n{_without_marks(text)}\n" for name, text in parts.items()]
    return "\n".join((FENCE, f"{head}{FENCE}", "", f"# {written.language}", "", *sections))


async def next_code(db: Database, organisation: str, year: int) -> str:
    """Return a code that no appeal has now: `<ORG>-<year>-<number>`, beginning as the organisation's last appeal does.

    Before there is one, it begins with the organisation's initials, as far as they are Latin capitals.
    """
    rows = await db.all(
        """
        SELECT appeal.code FROM appeal LEFT JOIN appeal_version AS version ON version.appeal = appeal.code
        GROUP BY appeal.code ORDER BY MIN(version.id)
        """
    )
    codes = {row["code"] for row in rows}
    last = rows[-1]["code"].partition("-")[0] if rows else ""
    prefix = last or _initials(organisation)
    number = next(one for one in range(1, len(codes) + 2) if f"{prefix}-{year}-{one:03}" not in codes)
    return f"{prefix}-{year}-{number:03}"


def _initials(organisation: str) -> str:
    letters = "".join(word[0].upper() for word in organisation.split() if word[0].isascii() and word[0].isalpha())
    return letters[:10] if _PREFIX.fullmatch(letters[:10]) else "ORG"


def _without_marks(text: str) -> str:
    """Return the text with a space in front of what the sheet would take for a heading, and within that of a comment.

    The sheet reads the first as if it were not there.
    """
    lines = cleaned(text).replace("<!--", "<! --").split("\n")
    return "\n".join(f" {line}" if line.startswith("#") else line for line in lines)


def _on_one_line(text: str) -> str:
    return " ".join(_without_marks(text).split())
