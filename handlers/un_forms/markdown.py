"""Writes the fields of a form as CommonMark, of which nothing that somebody wrote becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from handlers.harmless import harmless
from handlers.un_forms.forms import missing_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handlers.un_forms.forms import Field, Section

Word = Callable[..., str]
"""Returns a text of the worksheet by its name, filled with values."""

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&@$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_MARKUP_AT_THE_START = re.compile(r"^(\d*)(?=[#+\-=.)])")


def form_blocks(
    sections: Sequence[Section], word: Word, is_reported: Callable[[Field], bool] = lambda _: False
) -> Iterator[str]:
    """Give what is missing, then each field: its label, its explanation, what is known, what is still to be asked.

    Before what is quoted stands “reportedly”, where *is_reported* says so.
    """
    missing = missing_in(sections)
    yield f"### {inert(word('missing-heading', count=len(missing)))}"
    if missing:
        yield "\n".join(f"- {inert(word(f'form-{field.name}'))}" for field in missing)
    for section in sections:
        yield f"### {inert(word(f'section-{section.name}'))}"
        for field in section.fields:
            yield from _field(field, word, reported=is_reported(field))


def inert(line: str) -> str:
    """Return a line of which nothing is markup, nor followed as an address."""
    return _MARKUP_AT_THE_START.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", harmless(line.strip())))


def _field(field: Field, word: Word, *, reported: bool) -> Iterator[str]:
    yield f"#### {inert(word(f'form-{field.name}'))}"
    yield f"*{inert(word(f'explain-{field.name}'))}*"
    if field.known:
        yield "\n".join(f"- {inert(line)}" for line in field.known)
    if reported:
        yield inert(word("reportedly"))
    for number, text in enumerate(field.quoted):
        if number:
            yield "<!-- -->"  # or two quotes would become one
        yield _quote(text)
    if not field.complete:
        yield f"**{inert(word('missing'))}:** {inert(word(f'ask-{field.name}'))}"


def _quote(text: str) -> str:
    """Return the text as a quote in which each line stays one."""
    lines = [inert(line) for line in text.splitlines()]
    ends = ["\\" if line and after else "" for line, after in zip(lines, [*lines[1:], ""], strict=True)]
    return "\n".join(f"> {line}{end}".rstrip(" ") for line, end in zip(lines, ends, strict=True))
