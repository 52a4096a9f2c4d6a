"""Lists of names from strangers' files: what is read, what is refused, and that nothing in them is run."""

from __future__ import annotations

import csv
from contextlib import suppress
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from storage.petitions.batches.columns import BadList, Column, ListFault
from storage.petitions.batches.files import CELL_MAX, FILE_MAX
from storage.petitions.batches.reading import ROWS_MAX, RowFault, read_list

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HEADINGS = ("name", "country", "city", "email", "updates", "hand_over", "reference")


def as_csv(*rows: Sequence[str], delimiter: str = ",") -> bytes:
    text = StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def as_workbook(*rows: Sequence[object]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def fault_of(content: bytes) -> ListFault:
    with pytest.raises(BadList) as refusal:
        read_list(content)
    return refusal.value.fault


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The workbook with one of its parts replaced."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for one in before.namelist():
            after.writestr(one, part if one == name else before.read(one))
    return file.getvalue()


@pytest.mark.parametrize("as_file", [as_csv, as_workbook])
def test_columns_may_stand_in_any_order_and_lines_keep_their_numbers(as_file: Callable[..., bytes]) -> None:
    rows = read_list(as_file(("City", "NAME", "Hand over"), ("Seoul", "김민준", "no"), (), ("", "Amina K.", "")))

    assert [(row.line, dict(row.cells)) for row in rows] == [
        (2, {Column.CITY: "Seoul", Column.NAME: "김민준", Column.HAND_OVER: "no"}),
        (4, {Column.NAME: "Amina K."}),
    ]


def test_korean_headings_and_the_file_that_korean_excel_saves_are_read() -> None:
    text = "이름,국가,이름 전달 동의\r\n김민준,한국,아니요\r\n"

    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp949"):
        (row,) = read_list(text.encode(encoding))
        assert row.cells == {Column.NAME: "김민준", Column.COUNTRY: "한국", Column.HAND_OVER: "아니요"}


def test_a_file_in_another_old_encoding_is_refused_before_it_changes_a_name() -> None:
    assert fault_of("name,country\nJosé Núñez,ES\n".encode("latin-1")) is ListFault.NOT_UTF8


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_separate(delimiter: str) -> None:
    (row,) = read_list(as_csv(("name", "city"), ("Amina K.", "Oran"), delimiter=delimiter))

    assert row.cells == {Column.NAME: "Amina K.", Column.CITY: "Oran"}


def test_a_name_over_two_lines_counts_from_the_line_where_it_begins() -> None:
    rows = read_list(b'name,city\n"Amina\nK.",Oran\nSujin,Seoul\n')

    assert [row.line for row in rows] == [2, 4]


def test_a_formula_refuses_its_line_alone_and_is_not_run() -> None:
    listed = (("name", "city"), ("=1+1", "Oran"), ("Amina K.", '=HYPERLINK("https://x.example")'), ("Sujin", "Seoul"))

    for content in (as_csv(*listed), as_workbook(*listed)):
        assert [row.fault for row in read_list(content)] == [RowFault.FORMULA, RowFault.FORMULA, None]


def test_numbers_days_and_yes_or_no_of_a_workbook_become_text() -> None:
    (row,) = read_list(as_workbook(("name", "updates", "reference"), ("Amina K.", True, 12.0)))

    assert row.cells == {Column.NAME: "Amina K.", Column.UPDATES: "true", Column.REFERENCE: "12"}


def test_only_the_first_sheet_is_read() -> None:
    book = load_workbook(BytesIO(as_workbook(("name",), ("Amina K.",))))
    book.create_sheet("Notes").append(("telephone", "+82 10 0000 0000"))
    file = BytesIO()
    book.save(file)

    assert [row.cells[Column.NAME] for row in read_list(file.getvalue())] == ["Amina K."]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", ListFault.EMPTY),
        (b"\n\n", ListFault.EMPTY),
        (b"name,country\n", ListFault.EMPTY),
        (b"country,city\nKR,Seoul\n", ListFault.NO_NAME_COLUMN),
        (b"name,telephone\nAmina K.,1\n", ListFault.UNKNOWN_COLUMN),
        (b"name,Name\nAmina K.,Amina\n", ListFault.COLUMN_TWICE),
        (b'name,country\n"Amina K.,KR\n', ListFault.NOT_A_LIST),
        (b"name\0\nAmina\n", ListFault.NOT_A_LIST),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ListFault.NOT_UTF8),
        (b"PK\x03\x04 and nothing else", ListFault.NOT_A_LIST),
        (b"name\n" + b"A" * FILE_MAX, ListFault.TOO_LARGE),
    ],
)
def test_what_is_no_list_is_refused_with_its_reason(content: bytes, fault: ListFault) -> None:
    assert fault_of(content) is fault


def test_a_column_that_we_do_not_keep_is_named() -> None:
    with pytest.raises(BadList) as refusal:
        read_list(b"name,Telephone\nAmina K.,1\n")

    assert refusal.value.heading == "Telephone"


def test_cells_beyond_the_headings_and_long_ones_refuse_their_line() -> None:
    rows = read_list(as_csv(("name", "city"), ("Amina K.", "Oran", "213"), ("A" * (CELL_MAX + 1), "Oran")))

    assert [row.fault for row in rows] == [RowFault.SURPLUS, RowFault.TOO_LONG]


def test_a_list_has_its_limit() -> None:
    names = b"name\n" + b"A B\n" * ROWS_MAX

    assert len(read_list(names)) == ROWS_MAX
    assert fault_of(names + b"A B\n") is ListFault.TOO_MANY_ROWS


def test_a_workbook_that_unpacks_to_much_more_is_not_unpacked() -> None:
    bomb = with_part(as_workbook(("name",), ("Amina K.",)), "xl/worksheets/sheet1.xml", b" " * (40 * 1024 * 1024))

    assert len(bomb) < FILE_MAX
    assert fault_of(bomb) is ListFault.TOO_LARGE


def test_entities_of_a_workbook_are_not_resolved() -> None:
    sheet = b"""<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;&a;&a;">]>
    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""

    assert fault_of(with_part(as_workbook(("name",)), "xl/worksheets/sheet1.xml", sheet)) is ListFault.NOT_A_LIST


def test_a_line_far_below_every_sheet_is_not_waited_for() -> None:
    sheet = b"""<?xml version="1.0"?>
    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>
    <row r="900000000000"><c r="A900000000000" t="inlineStr"><is><t>Amina</t></is></c></row>
    </sheetData></worksheet>"""

    assert fault_of(with_part(as_workbook(("name",)), "xl/worksheets/sheet1.xml", sheet)) is ListFault.TOO_MANY_ROWS


@given(st.binary(max_size=400))
@example(b"name\n\xff\xfe\x00")
def test_whatever_the_bytes_are_they_are_read_or_refused(content: bytes) -> None:
    with suppress(BadList):
        assert read_list(content)


@given(st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=2), min_size=1, max_size=8))
def test_whatever_stands_in_the_cells_they_keep_their_place(listed: list[list[str]]) -> None:
    content = as_csv(("name", "city"), *listed)
    try:
        rows = read_list(content)
    except BadList:
        return
    said = [(name.strip(), city.strip()) for name, city in listed if name.strip() or city.strip()]
    assert [(row.cells.get(Column.NAME, ""), row.cells.get(Column.CITY, "")) for row in rows if row.fault is None] == [
        pair for pair, row in zip(said, rows, strict=True) if row.fault is None
    ]


@settings(max_examples=30)
@given(place=st.integers(0, 10_000), flip=st.integers(1, 255))
def test_a_workbook_with_a_changed_byte_is_read_or_refused(place: int, flip: int) -> None:
    content = bytearray(_WORKBOOK)
    content[place % len(content)] ^= flip
    with suppress(BadList):
        assert read_list(bytes(content))


_WORKBOOK = as_workbook(HEADINGS, ("Amina K.", "DZ", "Oran", "", "", "", "3-12"))
