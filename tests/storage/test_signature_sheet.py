"""The sheet that people sign with a pen: what must stand on every page, however long an appeal is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from handlers.qr import qr_png
from storage.exports.paper.signature_sheet import SheetColumns, SignatureSheet, write_signature_sheet
from tests.paper import needs_fonts, pages_of, pictures_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs_fonts

TITLE, CONSENT = "Open the doors of every embassy", "Your name is handed over to those above."
COLUMNS = SheetColumns("No.", "Name", "City and country", "Hand over", "Signature")


def sheet(*, demands: int = 2, addressees: int = 2, length: int = 60) -> bytes:
    asked = tuple(f"Demand {number} " + "and what else it takes " * (length // 23) for number in range(1, demands + 1))
    content = SignatureSheet(
        "en", "Demo Rights Network · Signature sheet", TITLE, "Nine people were returned.", "What we ask",
        tuple((f"To: Office {number}", asked) for number in range(1, addressees + 1)), "Before you sign",
        (CONSENT, "Who signs is 16 or older."), COLUMNS, qr_png("https://t.me/demo_bot?start=DEMO-001_sheet"),
        "Or sign on your phone", ("Collected by", "Place", "Day"), "DEMO-001 · text 2 · sheet-1",
    )  # fmt: skip
    out = io.BytesIO()
    write_signature_sheet(content, out)
    return out.getvalue()


def test_every_page_says_all_that_a_signer_must_know_and_has_numbered_lines(tmp_path: Path) -> None:
    pdf = sheet()

    pages = pages_of(pdf, tmp_path)
    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        for words in (TITLE, "Nine people", "To: Office 1", "To: Office 2", "1. Demand 1", "2. Demand 2", CONSENT):
            assert words in page
        for words in ("Hand over", "Signature", "Collected by: ___", "Or sign on your phone"):
            assert words in page
        assert page.endswith(f"DEMO-001 · text 2 · sheet-1 {number}/2")
    assert set(pictures_of(pdf, tmp_path)) == {1, 2}


def test_the_lines_are_numbered_through_both_pages(tmp_path: Path) -> None:
    lines = [page.rpartition("Signature ")[2].partition("Collected")[0].split() for page in pages_of(sheet(), tmp_path)]
    numbers = [int(word) for page in lines for word in page if word.isdigit()]

    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 20


def test_longer_demands_are_set_smaller_and_still_leave_lines_on_every_page(tmp_path: Path) -> None:
    pages = pages_of(sheet(demands=5, addressees=3, length=120), tmp_path)

    assert len(pages) == 2
    for page in pages:
        assert page.count("Demand 5") == 3
        assert CONSENT in page
        assert "Collected by" in page


def test_the_longest_demands_have_pages_of_their_own_and_every_page_with_lines_has_title_addressees_and_consent(
    tmp_path: Path,
) -> None:
    pages = pages_of(sheet(demands=8, addressees=10, length=400), tmp_path)

    lined = [page for page in pages if "Collected by" in page]
    assert len(lined) == 2
    for page in lined:
        assert all(words in page for words in (TITLE, "To: Office 10", CONSENT))
    assert sum(page.count("Demand 8") for page in pages) == 2 * 10
