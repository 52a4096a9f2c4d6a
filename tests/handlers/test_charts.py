"""The charts: pictures that a telephone shows and anybody can read, in any language and at any size."""

from __future__ import annotations

import io
import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from handlers.coordinators.reports import charts
from handlers.coordinators.reports.drawing import FONTS, TICKS_MAX, Drawing, Line, Panel, can_write, draw, ticks
from handlers.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SEOUL = ZoneInfo("Asia/Seoul")
SINCE = datetime(2026, 11, 22, 9, 30, tzinfo=SEOUL)
LABELS = {"en": ("Letters over time", "Sent"), "ko": ("시간별 발송", "보냄")}


def drawing(language: str, points: int, panels: int = 2) -> Drawing:
    title, label = LABELS[language]
    line = Line(f"{label}: {points}", [(SINCE + timedelta(seconds=3 * n), n + 1) for n in range(points)])
    until = SINCE + timedelta(seconds=3 * points + 60)
    panel = Panel(title, label, [line, line], SINCE, until)
    return Drawing("DEMO-002", [panel] * panels, title, lambda moment, _: f"{moment:%H:%M}", str)


@pytest.fixture
def korean_font() -> None:
    if not can_write("ko"):
        pytest.skip("No font with Hangul on this machine, so Korean pictures were not drawn.")


@pytest.mark.parametrize("points", [0, 1, 5, 20_000])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_picture_of_any_size_fits_a_telephone(language: str, points: int, korean_font: None) -> None:
    picture = Image.open(io.BytesIO(draw(drawing(language, points), language)))

    assert picture.size == (1080, 1080)
    colours = picture.convert("RGB").getcolors(1 << 20)
    assert colours is not None
    assert {(0x00, 0x72, 0xB2), (255, 255, 255)} <= {colour for _, colour in colours}


def test_the_same_chart_is_the_same_picture() -> None:
    assert draw(drawing("en", 5), "en") == draw(drawing("en", 5), "en")


def test_charts_asked_for_at_once_do_not_mix(korean_font: None) -> None:
    alone = {language: draw(drawing(language, 50), language) for language in ("en", "ko")}
    with ThreadPoolExecutor(4) as threads:
        for language, picture in threads.map(lambda one: (one, draw(drawing(one, 50), one)), ["en", "ko"] * 2):
            assert picture == alone[language]


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(FONTS, "ko", ("A Font That Nobody Has",))
    can_write.cache_clear()
    yield
    can_write.cache_clear()


def test_without_a_font_the_log_says_once_what_to_install(no_fonts: None, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert not can_write("ko")
        assert not can_write("ko")
        assert can_write("en")

    assert [record.getMessage().count("fonts-noto-cjk") for record in caplog.records] == [1]


def test_without_a_font_the_labels_are_english_and_with_one_they_are_not(no_fonts: None) -> None:
    reader = charts.Reader(Texts("en"), "ko", SINCE)
    assert charts._Labels(reader).line("reports-line-delivered", (), kind="appeal").label == "Sent: 0"

    FONTS["ko"] = ("DejaVu Sans",)
    can_write.cache_clear()
    assert charts._Labels(reader).line("reports-line-delivered", (), kind="appeal").label == "보냄 0통"


@given(
    since=st.integers(1_000_000_000, 3_000_000_000),
    seconds=st.integers(60, 5 * 365 * 24 * 3_600),
    zone=st.sampled_from(["Asia/Seoul", "America/St_Johns", "Europe/Berlin", "UTC"]),
)
def test_an_axis_has_a_few_round_moments(since: int, seconds: int, zone: str) -> None:
    local, until = (datetime.fromtimestamp(at, ZoneInfo(zone)) for at in (since, since + seconds))
    marked = ticks(local, until)

    assert len(marked) <= TICKS_MAX + 2
    assert all(local <= moment <= until for moment in marked)
    assert all(earlier < later for earlier, later in pairwise(marked))
    assert all(moment.second % 5 == 0 for moment in marked)


def test_neither_the_bot_nor_the_command_line_loads_matplotlib_to_start() -> None:
    asked = "import sys, bot.app, bot.cli; print('matplotlib' in sys.modules)"
    started = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)

    assert started.stdout.strip() == "False"


def test_a_home_that_cannot_be_written_to_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    script = """
import logging
logging.basicConfig(level="INFO")
from tests.handlers.test_charts import draw, drawing
print(len(draw(drawing("en", 5), "en")) > 1000)
"""
    drawn = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=ROOT,
        env={"HOME": str(tmp_path / "home"), "PATH": "", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert (drawn.stdout.strip(), drawn.stderr) == ("True", "")
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
