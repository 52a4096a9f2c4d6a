"""Input hygiene: what pasting from word processors and web pages leaves in a sheet is mended or named."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from storage.appeals.sheets.faults import Problem

if TYPE_CHECKING:
    from storage.appeals.sheets.faults import Findings

# Invisible and without meaning in any language of ours. Joiners (U+200C, U+200D) and the zero-width
# space (U+200B) stay: Thai, Burmese and emoji need them.
_NOTHING = dict.fromkeys((0x00AD, 0x2060, 0xFEFF))
# White space that looks like a space but is none, and separators that only some programs break lines at.
_SPACE = re.compile(r"[\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# Control characters, halves of surrogate pairs, non-characters, and marks that turn the reading direction
# so that a text can look unlike what it says.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def clean(text: str, findings: Findings) -> str:
    """Return the text in NFC with plain line ends and spaces; control characters are faults."""
    for number, line in enumerate(_with_plain_spaces(text).split("\n"), start=1):
        _name_controls(line, number, "", findings)
    return cleaned(text)


def clean_scalar(text: str, line: int, field: str, findings: Findings) -> str:
    """Return the same of one value of the head, into which an escape can have put anything after `clean`."""
    _name_controls(_with_plain_spaces(text), line, field, findings)
    return cleaned(text)


def cleaned(text: str) -> str:
    """Return the same, without a word of the control characters that it had."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", _with_plain_spaces(text)))


def _with_plain_spaces(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOTHING)
    return _SPACE.sub(" ", text)


def _name_controls(text: str, line: int, field: str, findings: Findings) -> None:
    for found in _CONTROL.findall(text):
        findings.add_on(line, field, Problem.CONTROL_CHARACTER, f"U+{ord(found):04X}")
