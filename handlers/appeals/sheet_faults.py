"""The faults of a sheet in words, for the chat and for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from handlers.texts import Texts
    from storage.appeals.sheets.faults import Fault

QUOTED_MAX = 120  # characters of a key or value of the sheet that a fault repeats


def fault_texts(faults: Iterable[Fault], texts: Texts, language: str) -> tuple[str, ...]:
    """Return each fault as one plain line, such as `Line 12, goal: must be yes or no.`, in their order."""
    return tuple(_fault_text(fault, texts, language) for fault in faults)


def _fault_text(fault: Fault, texts: Texts, language: str) -> str:
    what = texts.plain(f"sheet-fault-{fault.problem}", language, detail=_short(fault.detail)).strip()
    place = {"line": str(fault.line), "field": _short(fault.field)}
    match bool(fault.line), bool(fault.field):
        case True, True:
            return texts.plain("sheet-fault-at-line", language, what=what, **place)
        case True, False:
            return texts.plain("sheet-fault-on-line", language, what=what, line=place["line"])
        case False, True:
            return texts.plain("sheet-fault-of-field", language, what=what, field=place["field"])
    return texts.plain("sheet-fault-alone", language, what=what)


def _short(quoted: str) -> str:
    return quoted if len(quoted) <= QUOTED_MAX else f"{quoted[: QUOTED_MAX - 1]}…"
