"""The file of a broadcast's counts: how many letters ended how, by language. It holds no person's id."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale

from handlers.coordinators.reports.progress import code_text
from storage.exports.counts import CountLabels, counts_table
from storage.exports.formats.csv import write_csv
from storage.letters.reports.course import count_letters

if TYPE_CHECKING:
    from handlers.texts import Texts
    from storage.database import Database
    from storage.letters.reports.progress import Progress


@dataclass(frozen=True)
class CountsFile:
    """A CSV file, its name, and a caption in HTML."""

    name: str
    content: bytes
    caption: str


async def counts_file(db: Database, progress: Progress, texts: Texts, language: str) -> CountsFile:
    """Write the counts of a broadcast's letters with headings in *language*."""
    name = f"{progress.code or progress.kind}-{progress.kind}-{progress.broadcast}-counts"
    table = counts_table(name, await count_letters(db, progress.broadcast), _labels(progress, texts, language))
    out = io.BytesIO()
    await write_csv(table, out)
    caption = texts.html("reports-counts", language, kind=progress.kind, code=code_text(progress, texts, language))
    return CountsFile(f"{name}.csv", out.getvalue(), caption)


def _labels(progress: Progress, texts: Texts, language: str) -> CountLabels:
    def label(key: str) -> str:
        return texts.plain(key, language, kind=progress.kind)

    def reason(state: str, word: str) -> str:
        return label(f"reports-reason-{word}") if state == "skipped" else word  # Telegram's own description

    def language_name(tag: str | None) -> str:
        return (
            label("reports-language-unknown")
            if tag is None
            else Locale.parse(tag, sep="-").get_display_name(language) or tag
        )

    return CountLabels(
        state_column=label("reports-column-state"),
        reason_column=label("reports-column-reason"),
        total=label("reports-column-total"),
        state=lambda state: label(f"reports-state-{state}"),
        reason=reason,
        language=language_name,
    )
