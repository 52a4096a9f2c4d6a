"""Writes worksheets to read: as Markdown, and as one HTML page that loads nothing and runs nothing.

What strangers wrote stays what they wrote: no character of it becomes markup in either, nor an address to be followed.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.own_machine.static_pages import style_of, template_of
from handlers.dates import day_text
from handlers.harmless import harmless
from handlers.un_forms.forms import Profile
from handlers.un_forms.markdown import form_blocks, inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.own_machine.cases.worksheet import Worksheet
    from handlers.texts import Texts
    from handlers.un_forms.forms import Field

_GENERAL = ("source-confidential", "never-through-the-bot")
"""What holds for every tip."""
_BESIDE = {
    Profile.SPECIAL_PROCEDURES: ("answer", "send-special-procedures"),
    Profile.DISAPPEARANCE: ("send-disappearance",),
}
"""What holds for the bodies of a profile: what follows, and where to send it."""


@dataclass(frozen=True)
class Pages:
    """Worksheets of one kind, made on one day.

    Attributes:
        language: Of the explanations; the forms' own words stay English.
    """

    worksheets: Sequence[Worksheet]
    profile: Profile
    made_on: date
    texts: Texts
    language: str

    def word(self, name: str, **values: str | int) -> str:
        """Return a text of the worksheet."""
        return self.texts.plain(f"un-worksheet-{name}", self.language, **values)

    def day(self, day: date) -> str:
        """Return a day in the reader's language."""
        return day_text(day, self.language)

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.word("title", profile=self.word(f"profile-{self.profile}"))

    @property
    def general(self) -> tuple[str, ...]:
        """What holds for every worksheet of this profile."""
        return tuple(map(self.word, _GENERAL + _BESIDE[self.profile]))

    def status(self, worksheet: Worksheet) -> str:
        """Tell whether the tip is confirmed, and how it was rated."""
        name = "confirmed" if worksheet.confirmed else "unconfirmed"
        return self.word(name, rating=f"{worksheet.tip.source}{worksheet.tip.grade}")

    def about(self, worksheet: Worksheet) -> tuple[str, ...]:
        """Tell whether the sender may be asked, and by what the tip and each addition can be known again."""
        tip = worksheet.tip
        received = self.word("received", day=self.day(tip.day), digest=tip.sealed_sha256)
        later = (
            self.word("received-later", number=one.number, day=self.day(one.day), digest=one.sealed_sha256)
            for one in tip.additions
        )
        return self.word("may-ask" if tip.content.wishes_contact else "may-not-ask"), received, *later

    def is_reported(self, worksheet: Worksheet, field: Field) -> bool:
        """Tell whether the word “reportedly” has to stand before what is quoted."""
        return bool(field.quoted) and not worksheet.confirmed


def as_html(pages: Pages) -> bytes:
    """Return the worksheets as one page."""
    style = style_of("worksheet")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = template_of("worksheet").render(
        pages=pages,
        word=pages.word,
        harmless=harmless,
        style=Markup(style),  # noqa: S704  # our own file
        allowed=f"'sha256-{digest}'",
    )
    return page.encode("utf-8", "replace")


def as_markdown(pages: Pages) -> bytes:
    """Return the worksheets as CommonMark."""
    general = (pages.word("lead", day=pages.day(pages.made_on)), *pages.general)
    blocks = [f"# {inert(pages.title)}", *map(inert, general)]
    for worksheet in pages.worksheets:
        blocks += _worksheet(pages, worksheet)
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _worksheet(pages: Pages, worksheet: Worksheet) -> Iterator[str]:
    def word(name: str, **values: str | int) -> str:
        return inert(pages.word(name, **values))

    yield f"## {word('tip', tag=worksheet.tip.tag)}"
    yield f"**{inert(pages.status(worksheet))}**"
    yield f"**{word(f'way-{worksheet.way}')}:** {word(f'why-{worksheet.why}')}"
    yield from map(inert, pages.about(worksheet))
    yield from form_blocks(worksheet.sections, pages.word, lambda field: pages.is_reported(worksheet, field))
