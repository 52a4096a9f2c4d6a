"""Exports are read back as they were written, by the programs that people read them with."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, BinaryIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.exports.formats.cells import defused
from storage.exports.formats.csv import write_csv
from storage.exports.formats.jsonl import write_jsonl
from storage.exports.formats.tables import Cell, Row, Table
from storage.exports.formats.xlsx import TableTooLarge, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

Writer = Callable[[Table, BinaryIO], Awaitable[int]]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1", "－1", "＠x"]
ROWS: tuple[Row, ...] = (
    (1, "김하나", date(2026, 11, 22), "KR"),
    (2, '=HYPERLINK("http://example.org","click")', None, '한\n글, "quoted"'),
    (3, "https://example.org", datetime(2026, 11, 22, 4, 50, tzinfo=UTC), "00012"),
)
TABLE = Table("DEMO-001", ("no.", "name", "day", "place"), ROWS)


async def _written(write: Writer, table: Table) -> bytes:
    out = io.BytesIO()
    await write(table, out)
    return out.getvalue()


def _read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def _read_xlsx(content: bytes) -> list[list[object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


async def test_csv_is_what_the_rfc_and_excel_ask_for() -> None:
    content = await _written(write_csv, TABLE)

    assert content.startswith(b'\xef\xbb\xbf"no.",')
    assert content.endswith(b'"00012"\r\n')
    assert _read_csv(content) == [
        ["no.", "name", "day", "place"],
        ["1", "김하나", "2026-11-22", "KR"],
        ["2", '\'=HYPERLINK("http://example.org","click")', "", '한\n글, "quoted"'],
        ["3", "https://example.org", "2026-11-22T04:50:00+00:00", "00012"],
    ]


async def test_a_workbook_holds_texts_and_no_formula_or_link() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(await _written(write_xlsx, TABLE))).worksheets[0]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]

    assert sheet.title == "DEMO-001"
    assert [cell.data_type for cell in cells] == ["n", "s", "s", "s"] * 3
    assert not any(cell.hyperlink for cell in cells)
    assert [cell.value for cell in cells[4:6]] == [2, '\'=HYPERLINK("http://example.org","click")']


async def test_json_lines_keep_the_values_as_they_are() -> None:
    lines = (await _written(write_jsonl, TABLE)).decode().splitlines()

    assert [json.loads(line) for line in lines] == [
        {"no.": 1, "name": "김하나", "day": "2026-11-22", "place": "KR"},
        {"no.": 2, "name": ROWS[1][1], "day": None, "place": ROWS[1][3]},
        {"no.": 3, "name": "https://example.org", "day": "2026-11-22T04:50:00+00:00", "place": "00012"},
    ]


@pytest.mark.parametrize("name", FORMULAS)
async def test_a_name_that_looks_like_a_formula_opens_as_text(name: str) -> None:
    table = Table("t", ("name", name), [(name, "")])

    assert _read_csv(await _written(write_csv, table)) == [["name", f"'{name}"], [f"'{name}", ""]]
    opened = openpyxl.load_workbook(io.BytesIO(await _written(write_xlsx, table))).worksheets[0]
    assert opened["A2"].data_type == "s"
    assert str(opened["A2"].value).startswith("'")


def test_a_negative_number_is_no_formula() -> None:
    content = asyncio.run(_written(write_csv, Table("t", ("n", "b"), [(-5, True)])))

    assert _read_csv(content)[1] == ["-5", "true"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), max_size=5))
def test_csv_reads_back_exactly_but_for_the_apostrophes(rows: list[tuple[str, str]]) -> None:
    content = asyncio.run(_written(write_csv, Table("t", ("a", "b"), rows)))

    assert _read_csv(content)[1:] == [list(map(defused, row)) for row in rows]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40), max_size=5))
def test_a_workbook_reads_back_exactly_but_for_the_apostrophes(names: list[str]) -> None:
    content = asyncio.run(_written(write_xlsx, Table("t", ("name",), [(name,) for name in names])))

    assert _read_xlsx(content)[1:] == [[defused(name)] for name in names]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.text(), st.none() | st.integers() | st.booleans()), max_size=5))
def test_json_lines_read_back_exactly(rows: list[tuple[Cell, ...]]) -> None:
    content = asyncio.run(_written(write_jsonl, Table("t", ("a", "b"), rows)))

    read = [json.loads(line) for line in content.splitlines()]
    assert [tuple(each.values()) for each in read] == rows


@pytest.mark.parametrize("write", [write_csv, write_xlsx, write_jsonl])
async def test_rows_may_come_one_by_one_from_the_database(write: Writer) -> None:
    async def rows() -> AsyncIterator[Row]:
        for row in ROWS:
            await asyncio.sleep(0)
            yield row

    out = io.BytesIO()

    assert await write(Table("DEMO-001", TABLE.columns, rows()), out) == 3
    assert not out.closed


@pytest.mark.parametrize("write", [write_csv, write_xlsx, write_jsonl])
async def test_half_a_surrogate_pair_stops_no_export(write: Writer) -> None:
    assert await write(Table("t", ("a",), [("\ud83d",)]), io.BytesIO())


async def test_a_workbook_leaves_nothing_in_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))  # whoever makes a file here fails

    assert await write_xlsx(TABLE, io.BytesIO()) == 3


async def test_what_a_sheet_cannot_hold_is_refused_and_not_cut() -> None:
    with pytest.raises(TableTooLarge, match="row 1, column 1"):
        await write_xlsx(Table("t", ("a",), [("x" * 32_768,)]), io.BytesIO())


async def test_any_name_of_a_table_makes_a_sheet() -> None:
    assert await write_xlsx(Table("'[a]:b*?/\\" + "x" * 60, ("a",), []), io.BytesIO()) == 0


async def test_a_row_that_does_not_fit_the_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        await write_csv(Table("t", ("a", "b"), [("x",)]), io.BytesIO())
    with pytest.raises(ValueError, match="same heading"):
        Table("t", ("a", "a"), [])
