"""The letter to an addressee: in its language where the sheet has it, whole in each of ours."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from fluent.syntax import FluentParser, ast

from bot.demo import demo_sheets
from handlers.letters.package import Sender, letter_language, package_words
from handlers.letters.words import LETTER_LANGUAGES, letter_catalogue
from handlers.texts import Texts
from storage.appeals.sheets.sheet import read_sheet
from storage.exports.paper.cover_letter import write_cover_letter
from storage.notes import PublicKey
from storage.petitions.handing_over.contents import Contents, Correction
from storage.petitions.handing_over.handovers import Handover
from storage.petitions.log.heads import Head
from tests.paper import needs_fonts, pages_of
from tests.test_promises import DENOUNCING, Variables

if TYPE_CHECKING:
    from pathlib import Path

    from storage.appeals.model import Appeal
    from storage.exports.handover_package import PackageWords

NOW = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
APPEALS = {appeal.code: appeal for appeal in (read_sheet(sheet, now=NOW) for sheet in demo_sheets())}
SENDER = Sender("Demo Rights Network", Texts("en"), PublicKey("clarion", b"k" * 32))


def words(appeal: Appeal, addressee: str, *corrections: Correction, number: int = 1, listed: int = 3) -> PackageWords:
    head = Head(appeal.code, 9, b"x" * 32, NOW, {"telegram": 11240, "paper": 3812})
    before = int(NOW.timestamp()) - 864_000 if number > 1 else None
    contents = Contents(head, "note", listed, 12, corrections, before)
    return package_words(appeal, Handover(1, appeal.code, addressee, number, 1, 9, listed, NOW), contents, SENDER)


def translated(appeal: Appeal, tag: str) -> Appeal:
    """The appeal as if its English part were written in another language."""
    first = appeal.addressees[0]
    own = {name: {tag: getattr(first, name)["en"]} for name in ("office", "salutation", "demands")}
    addressee = first.model_copy(update={"letter_language": tag, **own})
    return appeal.model_copy(update={"texts": {tag: appeal.texts["en"]}, "addressees": (addressee,)})


def test_every_language_of_letters_has_every_key_and_variable() -> None:
    found = {}
    for language in LETTER_LANGUAGES:
        found[language] = {}
        for entry in FluentParser().parse(letter_catalogue(language)).body:
            if isinstance(entry, ast.Message):
                seen = Variables()
                seen.visit(entry)
                found[language][entry.id.name] = seen.names

    assert all(found[language] == found["en"] for language in LETTER_LANGUAGES)
    assert not any(word in letter_catalogue(language) for word in DENOUNCING for language in LETTER_LANGUAGES)


@pytest.mark.parametrize("code", APPEALS)
def test_the_letter_asks_what_the_sheet_asks_of_this_addressee(code: str) -> None:
    appeal = APPEALS[code]
    for addressee in appeal.addressees:
        language = letter_language(appeal, addressee)
        letter = words(appeal, addressee.id).letter
        assert letter.demands == addressee.demands[language]
        assert (letter.recipient, letter.salutation) == (addressee.office[language], addressee.salutation[language])
        assert [number for _, number in letter.totals] == ["11,240", "3,812", "15,052", "3"]


@needs_fonts
@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_a_letter_can_be_written_in_each_of_our_languages(language: str, tmp_path: Path) -> None:
    appeal = translated(APPEALS["DEMO-001"], language)
    written = words(appeal, "a1", Correction(1, 2), number=2)
    write_cover_letter(written.letter, out := io.BytesIO())

    (page,) = pages_of(out.getvalue(), tmp_path)
    assert all(word in page for word in ("11,240", "3,812", "15,052", "Demo Rights Network"))
    assert written.letter.language == language
    assert "corrections.csv" in " ".join(written.letter.paragraphs)
    assert str(SENDER.key) in written.readme
    assert "How to check" in written.readme  # in English as well, for whoever is asked to help


def test_where_the_sheet_lacks_the_addressee_s_language_the_letter_is_in_english() -> None:
    appeal = APPEALS["DEMO-002"]

    assert [letter_language(appeal, addressee) for addressee in appeal.addressees] == ["ko", "en"]
    assert words(appeal, "a2").letter.salutation == "Your Excellency,"


def test_a_place_that_was_not_given_is_left_out() -> None:
    place = words(APPEALS["DEMO-002"], "a2").place

    assert [place("KR", "Busan"), place("KR", None), place("ZZ", None)] == ["Busan, South Korea", "South Korea", ""]
