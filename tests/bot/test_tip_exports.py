"""What a coordinator makes of opened tips for other tools: Uwazi, the forms of the UN's experts, public totals."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyrage import encrypt
from typer.testing import CliRunner

from bot.cli import tips
from bot.cli.tips.file import DAMAGED
from bot.own_machine.cases.facts import date_text, known_date
from bot.own_machine.cases.totals import COUNT_MIN, Cell, published
from bot.own_machine.cases.uwazi import write_uwazi
from bot.own_machine.opening import open_bundle
from handlers.texts import LANGUAGES, Texts
from storage.tips.words import (
    Area,
    Category,
    ContentGrade,
    HowKnown,
    Label,
    Precision,
    SourceGrade,
    TipState,
    Urgency,
)
from tests.bot.tip_cases import AGREED, CONFIRMED, HOSTILE, SHARED, TODAY, opened_tip, run
from tests.bot.tip_files import ALICE, CHAI, TIP, bundled, tips_file

if TYPE_CHECKING:
    from pathlib import Path

    from storage.exports.tip_bundle import BundledTip


def _imported(path: Path) -> list[dict[str, str]]:
    """Read the file as strictly as an import does."""
    with ZipFile(path) as archive:
        assert archive.namelist() == ["import.csv"]
        assert archive.testzip() is None
        table = archive.read("import.csv").decode("utf-8")
    reader = csv.DictReader(io.StringIO(table, newline=""), strict=True)
    rows = list(reader)
    assert all(re.fullmatch(r"[a-z_]+", name) for name in reader.fieldnames or ())
    assert all(None not in row and None not in row.values() for row in rows)
    return rows


def test_all_three_commands_are_there() -> None:
    shown = CliRunner().invoke(tips.app, ["--help"]).output

    assert all(command in shown for command in ("uwazi", "worksheet", "totals"))


# Uwazi


def test_a_confirmed_tip_goes_to_uwazi_in_words_codes_and_ranges(desk: Path) -> None:
    labelled = {**CONFIRMED, "labels": (Label.MEDICAL, Label.NEEDS_REPLY, Label.CHILDREN)}
    result = run("uwazi", "--out", "out.zip", of=[bundled("K3FN", SHARED, **labelled)], desk=desk)

    assert result.exit_code == 0, result.output
    [row] = _imported(desk / "out.zip")
    assert row == {
        "title": "Detention · China · between 21 October 2026 and 20 November 2026",
        "reference": row["reference"],
        "category": "Detention",
        "type_of_act_code": "030102000000",
        "country": "China",
        "people": "2 to 10",
        "occurred": "2026-10-21:2026-11-20",
        "date_type": "Unknown day",
        "date_type_code": "020000000000",
        "concerns": "Children|Health",
        "source_connection": "Third party",
        "source_connection_code": "030000000000",
        "reliability": "Likely reliable",
        "reliability_code": "020000000000",
        "violation_status": "Confirmed",
        "violation_status_code": "010000000000",
        "priority": "Priority",
        "priority_code": "030000000000",
        "text": "",
        "text_language": "",
    }


def test_a_reference_is_of_the_digest_and_nothing_leads_to_the_tag(desk: Path) -> None:
    of = [bundled(tag, SHARED, **CONFIRMED) for tag in ("K3FN", "C4DF")]
    run("uwazi", "--out", "out.zip", of=of, desk=desk)

    rows = _imported(desk / "out.zip")
    digests = [tip.sealed_sha256 for tip in open_bundle(tips_file(*of), [ALICE]).tips]
    assert [row["reference"] for row in rows] == sorted(digest[:12] for digest in digests)
    assert not [row for row in rows if "K3FN" in str(row) or "C4DF" in str(row)]


def test_no_text_goes_to_uwazi_unless_somebody_says_that_they_will_read_it(desk: Path) -> None:
    of = [bundled("K3FN", replace(SHARED, may_publish=True), **CONFIRMED)]
    result = run("uwazi", "--out", "out.zip", of=of, desk=desk)

    assert result.exit_code == 0, result.output
    [row] = _imported(desk / "out.zip")
    assert (row["text"], row["text_language"]) == ("", "")
    assert "as they were written" not in result.stderr


def test_a_text_goes_to_uwazi_only_if_it_may_be_published_and_never_as_a_formula(desk: Path) -> None:
    public, kept = replace(SHARED, may_publish=True), replace(SHARED, text="not for the public")
    of = [bundled("K3FN", public, **CONFIRMED), bundled("C4DF", kept, **CONFIRMED)]
    result = run("uwazi", "--out", "out.zip", "--with-text", of=of, desk=desk)

    assert result.exit_code == 0, result.output
    other, row = sorted(_imported(desk / "out.zip"), key=lambda row: row["text"])
    assert (other["text"], other["text_language"]) == ("", "")
    assert row["text"] == f"'{HOSTILE}".replace("\x1b", "\ufffd").replace("\u202e", "\ufffd")
    assert row["text_language"] == "ko"
    assert "Read each before you import it: take out names, places and what only few can know." in result.stderr
    assert "SECRET-PLACE" not in str(row)
    assert "border" not in str(row)


@pytest.mark.parametrize(
    ("told", "written"),
    [("zh-Hans-CN", "zh-Hans-CN"), ("", ""), ("=1+1", ""), ("ko\x1b[2J", ""), ("SECRET-PLACE", "")],
)
def test_the_language_of_a_text_is_the_tag_of_one_or_nothing(told: str, written: str) -> None:
    tip = opened_tip(replace(SHARED, may_publish=True), **CONFIRMED)
    spelt = replace(tip, content=replace(tip.content, language=told))
    made = write_uwazi([spelt], Texts("en"), ["en"], with_text=True)

    with ZipFile(io.BytesIO(made.content)) as archive:
        [row] = csv.DictReader(io.StringIO(archive.read("import.csv").decode(), newline=""), strict=True)
    assert row["text_language"] == written


def test_what_may_not_go_to_partners_is_left_out_and_counted_by_reason(desk: Path) -> None:
    alone = replace(AGREED, agreed_by="")
    same_person = replace(AGREED, agreed_by="alice")
    result = run(
        "uwazi",
        "--out",
        "out.zip",
        of=[
            bundled("K3FN", SHARED, **CONFIRMED),
            bundled("C4DF", SHARED, state=TipState.CLOSED, rating=AGREED),
            bundled("G3HJ", replace(SHARED, may_share_with_partners=False), **CONFIRMED),
            bundled("M5NP", SHARED, **CONFIRMED, labels=(Label.DUPLICATE,)),
            bundled("P9RT", SHARED),
            bundled("R2ST", SHARED, state=TipState.CONFIRMED),
            bundled("T7VW", SHARED, state=TipState.CONFIRMED, rating=alone),
            bundled("V6XY", SHARED, state=TipState.CONFIRMED, rating=same_person),
            bundled("W7QX", SHARED, state=TipState.UNCONFIRMED, rating=AGREED),
            bundled("Y3ZC", b"not sealed", **CONFIRMED),
        ],
        desk=desk,
    )

    assert result.exit_code == DAMAGED, result.output  # one of them could not be read
    assert len(_imported(desk / "out.zip")) == 2
    assert "Left out: 5 not confirmed." in result.stderr
    assert "Left out: 1 not agreed to be shared with partners." in result.stderr
    assert "Left out: 1 labelled as a duplicate or as no tip." in result.stderr
    assert "Left out: 1 that this key cannot open: Y3ZC." in result.stderr
    assert "Tips written into out.zip: 2, with their text: 0." in result.stderr


def test_with_several_languages_each_has_its_titles_and_words_are_in_the_first(desk: Path) -> None:
    result = run("uwazi", "--language", "ko", "--language", "en", of=[bundled("K3FN", SHARED, **CONFIRMED)], desk=desk)

    assert result.exit_code == 0, result.output
    [row] = _imported(desk / "uwazi-tips.zip")
    assert "title" not in row
    assert row["title__ko"].startswith("구금 · 중국 · ")
    assert row["title__en"].startswith("Detention · China · ")
    assert row["category"] == "구금"


def test_the_same_tips_make_the_same_file_for_uwazi_in_whatever_order(desk: Path) -> None:
    both = [bundled("K3FN", SHARED, **CONFIRMED), bundled("C4DF", SHARED, **CONFIRMED)]
    run("uwazi", "--out", "one.zip", of=both, desk=desk)
    run("uwazi", "--out", "two.zip", of=both[::-1], desk=desk)

    assert (desk / "one.zip").read_bytes() == (desk / "two.zip").read_bytes()


def test_nothing_for_uwazi_is_said_and_nothing_is_written(desk: Path) -> None:
    result = run("uwazi", "--out", "out.zip", of=[bundled("K3FN", SHARED)], desk=desk)

    assert result.exit_code == 1
    assert "no tip that may go to partners" in result.stderr
    assert not (desk / "out.zip").exists()


# Dates and codes


@pytest.mark.parametrize(
    ("first", "last", "precision", "known", "text"),
    [
        ("2026-10-21", "2026-10-21", Precision.EXACT, "2026-10-21", "21 October 2026"),
        ("2026-10-01", "2026-10-01", Precision.EXACT, "2026-10-01", "1 October 2026"),
        ("2006-10-01", "2006-10-31", Precision.UNKNOWN_DAY, "2006-10", "October 2006"),
        ("2026-10-01", "2026-10-31", Precision.ESTIMATE, "2026-10", "October 2026"),
        ("2026-10-05", "2026-10-11", Precision.ESTIMATE, "2026-10", "between 5 October 2026 and 11 October 2026"),
        ("2026-10-21", "2026-11-20", Precision.UNKNOWN_DAY, "2026", "between 21 October 2026 and 20 November 2026"),
        ("2026-01-01", "2026-12-31", Precision.UNKNOWN_MONTH_AND_DAY, "2026", "2026"),
        ("2025-12-20", "2026-01-20", Precision.UNKNOWN_DAY, "", "between 20 December 2025 and 20 January 2026"),
        (None, "2026-10-20", Precision.UNKNOWN_MONTH_AND_DAY, "", "until 20 October 2026"),
        ("2026-10-20", None, Precision.ESTIMATE, "", "since 20 October 2026"),
        (None, None, Precision.UNKNOWN_MONTH_AND_DAY, "", ""),
    ],
)
def test_a_date_is_never_told_finer_than_it_is_known(
    first: str | None, last: str | None, precision: Precision, known: str, text: str
) -> None:
    days = {"from_day": first and date.fromisoformat(first), "to_day": last and date.fromisoformat(last)}
    content = replace(TIP, precision=precision, **days)

    assert known_date(content) == known
    assert date_text(content, Texts("en"), "en") == text


def test_huridocs_codes_have_twelve_digits_and_only_what_fits_has_one() -> None:
    acts = {category: category.huridocs for category in Category if category.huridocs}
    coded = (Urgency, HowKnown, SourceGrade, ContentGrade)

    assert acts == {
        Category.ARREST: "030102000000",
        Category.DETENTION: "030102000000",
        Category.RETURN: "380101000000",
    }
    assert [urgency.huridocs[:2] for urgency in Urgency] == ["01", "02", "03"]
    assert [precision.huridocs[:2] for precision in Precision] == ["", "01", "02", "03"]
    assert all(re.fullmatch(r"[0-9]{12}", one.huridocs) for words in coded for one in words)
    assert {area.country for area in Area} == {"CN", "KP", "KR", "LA", "MN", "RU", "TH", "VN", None}


# Totals


def _counted(many: int, category: Category, area: Area, days_ago: int = 8, **changes: Any) -> list[BundledTip]:
    content = replace(TIP, category=category, area=area, from_day=None, to_day=None, **changes)
    known = {**CONFIRMED, "day": TODAY - timedelta(days=days_ago)}
    return [bundled(f"{category[:1].upper()}{area[:1].upper()}{number:02}", content, **known) for number in range(many)]


def _table(path: Path) -> list[list[str]]:
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def test_totals_have_their_hashtags_and_hide_what_is_rare(desk: Path) -> None:
    month = {"from_day": date(2006, 10, 1), "to_day": date(2006, 10, 31)}
    known = {**CONFIRMED, "day": TODAY - timedelta(days=7)}
    arrests = replace(TIP, category=Category.ARREST, text=HOSTILE, place_note="SECRET-PLACE", **month)
    returns = replace(arrests, category=Category.RETURN, area=Area.TH_NORTH)
    others = replace(arrests, category=Category.OTHER, area=Area.UNKNOWN)
    of = [bundled(f"A{number:03}", arrests, **known) for number in range(6)]
    of += [bundled(f"R{number:03}", returns, **known) for number in range(4)]
    of += [bundled(f"E{number:03}", others, **known) for number in range(2)]
    of += [*_counted(9, Category.ARREST, Area.KP, days_ago=6), bundled("Z999", arrests)]
    result = run("totals", "--out", "totals.csv", of=of, desk=desk)

    assert result.exit_code == 0, result.output
    assert _table(desk / "totals.csv") == [
        ["occurred", "country", "area", "category", "tips"],
        ["#date+occurred", "#country+code", "#x_area+i_en", "#event+category+i_en", "#indicator+tips+num"],
        ["2006-10", "other", "other", "other", "6"],
        ["2006-10", "CN", "China, border provinces", "Arrest", "6"],
    ]
    assert "Left out: 10 not confirmed, set aside by a label, or of the last seven days." in result.stderr
    assert "Wrote totals.csv: rows 2, tips 12." in result.stderr


def test_hashtags_are_as_hxl_writes_them_in_every_language(desk: Path) -> None:
    for language in LANGUAGES:
        result = run(
            "totals", "--language", language, "--out", language, of=_counted(5, Category.OTHER, Area.KR), desk=desk
        )
        assert result.exit_code == 0, result.output
        _, tags, row = _table(desk / language)
        assert all(re.fullmatch(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*", tag) for tag in tags)
        assert row == [
            "",
            "KR",
            *{"en": ("South Korea", "Something else"), "ko": ("한국", "그 밖의 일")}[language],
            "5",
        ]


def test_fewer_than_five_tips_make_no_totals(desk: Path) -> None:
    result = run("totals", "--out", "totals.csv", of=_counted(4, Category.ARREST, Area.KP), desk=desk)

    assert result.exit_code == 1
    assert "fewer than 5" in result.stderr
    assert not (desk / "totals.csv").exists()


@pytest.mark.parametrize("sealed", [b"not sealed", encrypt(b"x", [CHAI.to_public()])], ids=["damaged", "for others"])
def test_totals_of_a_part_are_refused_unless_somebody_insists(desk: Path, sealed: bytes) -> None:
    of = [*_counted(5, Category.ARREST, Area.KP), bundled("Y3ZC", sealed, **CONFIRMED)]
    refused = run("totals", "--out", "totals.csv", of=of, desk=desk)

    assert refused.exit_code == 1
    assert "This key cannot open Y3ZC." in refused.stderr
    assert not (desk / "totals.csv").exists()
    assert run("totals", "--out", "totals.csv", "--incomplete", of=of, desk=desk).exit_code in {0, DAMAGED}
    assert len(_table(desk / "totals.csv")) == 3


MONTHS = ("2026-08", "2026-09", "2026", "")
PLACES = [(area.country or "", area) for area in Area]


@st.composite
def cells(draw: st.DrawFn) -> Counter[Cell]:
    country, area = draw(st.sampled_from(PLACES))
    kinds = st.tuples(st.sampled_from(MONTHS), st.just(country), st.just(str(area)), st.sampled_from(list(Category)))
    return Counter({cell: draw(st.integers(1, 9)) for cell in draw(st.sets(kinds, max_size=6))})


@given(st.lists(cells(), max_size=5))
def test_no_number_below_five_can_be_computed_from_the_published_rows(drawn: list[Counter[Cell]]) -> None:
    counts: Counter[Cell] = sum(drawn, Counter())
    rows = published(counts)

    assert all(count >= COUNT_MIN for count in rows.values())
    assert sum(rows.values()) == (counts.total() if rows else 0)
    assert rows or counts.total() < COUNT_MIN
    for cell, count in counts.items():
        assert count >= COUNT_MIN or cell not in rows
        if rows and count < COUNT_MIN:  # tips that are told of another kind would have made the very same rows
            assert any(published(other) == rows for other in _told_otherwise(counts, cell))


def _told_otherwise(counts: Counter[Cell], cell: Cell) -> list[Counter[Cell]]:
    """Return what could be instead: one tip of *cell* fewer, and one more of another rare kind of its month."""
    month = cell[0]
    kinds = [(month, country, str(area), str(category)) for country, area in PLACES for category in Category]
    elsewhere = [("1999", country, str(area), str(category)) for country, area in PLACES for category in Category]
    rare = [kind for kind in (*kinds, *elsewhere[:1]) if kind != cell and counts[kind] < COUNT_MIN - 1]
    return [counts - Counter([cell]) + Counter([kind]) for kind in rare]
