"""Letters and lists on paper: which fonts, which shapes, where lines and pages break."""

from __future__ import annotations

import io
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from storage.exports.paper.breaking import broken, pieces
from storage.exports.paper.cover_letter import CoverLetter, write_cover_letter
from storage.exports.paper.document import Document, Style
from storage.exports.paper.fonts import Fonts, MissingFont
from storage.exports.paper.name_list import NameListLabels, write_name_list
from tests.paper import drawn, fonts_of, needs_fonts, pages_of

LABELS = NameListLabels("en", "Names", "Petition DEMO-001", "No.", "Name", "Country", "Signed on", "DEMO-001 · 1")
SAMPLES = {
    "ko": "강제송환금지 원칙은 국제관습법입니다.",
    "ja": "強制送還は、国際法に反します。",
    "zh-Hans": "强制遣返违反不推回原则。",
    "zh-Hant": "強制遣返違反不遣返原則。",
    "th": "การบังคับส่งกลับขัดต่อหลักการ",
    "en": "Forced return breaks the principle of non-refoulement.",
}
FACES = {
    "ko": "NotoSansCJKKR",
    "ja": "NotoSansCJKJP",
    "zh-Hans": "NotoSansCJKSC",
    "zh-Hant": "NotoSansCJKTC",
    "th": "NotoSansThai",
    "en": "NotoSans",
}
NAMES = ("김수진", "王小明", "山田太郎", "สมชาย น้ำใจ", "Nguyễn Thị Hương", "Łukasz Żółć", "Владимир", "Ελένη")


def letter(language: str, text: str, paragraphs: int = 1) -> bytes:
    out = io.BytesIO()
    write_cover_letter(
        CoverLetter(
            language, "Seoul, 8 December 2026", text, text, (text,) * paragraphs, text, (text, text), text,
            (("Online", "11,240"), ("On paper", "3,812")), text, ("Hana Kim", "Director"), "DEMO-001 · 1",
        ),
        out,
    )  # fmt: skip
    return out.getvalue()


def list_of(name: str, language: str) -> bytes:
    return name_list([("1", name, "", "")], replace(LABELS, language=language))


def name_list(rows: list[tuple[str, str, str, str]], labels: NameListLabels = LABELS) -> bytes:
    out = io.BytesIO()
    assert write_name_list(labels, iter(rows), out) == len(rows)
    return out.getvalue()


@needs_fonts
@pytest.mark.parametrize(("language", "face"), FACES.items())
def test_a_letter_is_whole_its_fonts_are_embedded_and_chinese_characters_have_the_shapes_of_its_language(
    language: str, face: str, tmp_path: Path
) -> None:
    pdf = letter(language, SAMPLES[language])

    fonts = fonts_of(pdf, tmp_path)
    assert set(fonts.values()) == {(True, True)}
    assert face in fonts
    (page,) = pages_of(pdf, tmp_path)
    assert "11,240" in page
    if language != "th":  # programs that extract Thai put spaces between its marks
        assert "".join(SAMPLES[language].split()) in page.replace(" ", "")


@needs_fonts
def test_a_tag_with_a_country_and_a_foreign_word_have_their_shapes_too(tmp_path: Path) -> None:
    assert "NotoSansCJKTC" in fonts_of(list_of("直骨今海", "zh-Hant-TW"), tmp_path)
    assert "NotoSansCJKKR" in fonts_of(list_of("直骨今海", "en"), tmp_path)


@needs_fonts
def test_the_marks_of_thai_stand_one_above_the_other(tmp_path: Path) -> None:
    out = io.BytesIO()
    with closing(Document("th", "", "")) as document:
        document.page()
        document.label("ที่", Style(60), 20, 100, 100)
        document.finish(out)

    page = Image.open(io.BytesIO(drawn(out.getvalue(), tmp_path))).convert("L").point(lambda shade: 255 * (shade < 128))
    inked = [row for row in range(1000, 1800) if page.crop((200, row, 1200, row + 1)).getbbox()]
    assert 1 + sum(below - above > 1 for above, below in pairwise(inked)) == len("ที่")


@needs_fonts
def test_names_of_all_scripts_stand_in_one_list(tmp_path: Path) -> None:
    rows = [(str(number), name, "South Korea", "8 December 2026") for number, name in enumerate(NAMES, start=1)]

    (page,) = pages_of(name_list(rows), tmp_path)
    for number, name in enumerate(NAMES, start=1):
        assert str(number) in page
        assert name.replace(" ", "") in page.replace(" ", "") or "ำ" in name


@needs_fonts
def test_a_name_in_decomposed_letters_reads_like_the_composed_one(tmp_path: Path) -> None:
    (page,) = pages_of(name_list([("1", "Nguye\u0302\u0303n \u1100\u1175\u11b7", "", "")]), tmp_path)

    assert "Nguyễn 김" in page


@needs_fonts
def test_every_page_of_a_list_has_its_headings_footer_and_number(tmp_path: Path) -> None:
    rows = [(str(number), f"Signer {number}", "Korea", "8 December 2026") for number in range(1, 151)]

    pages = pages_of(name_list(rows), tmp_path)
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert "No. Name Country Signed on" in page
        assert page.endswith(f"DEMO-001 · 1 {number}/3")
    assert [number for number in range(1, 151) if f"Signer {number} Korea" not in " ".join(pages)] == []


@needs_fonts
def test_a_long_name_goes_on_in_the_next_line_of_its_column(tmp_path: Path) -> None:
    name = " ".join(["Wolfeschlegelsteinhausenbergerdorff"] * 3)
    (page,) = pages_of(name_list([("1", name, "Germany", "8 December 2026"), ("2", "Next", "", "")]), tmp_path)

    assert page.count("Wolfeschlegelsteinhausenbergerdorff") == 3
    assert page.index("dorff Germany") < page.index("2 Next")


@needs_fonts
def test_a_long_letter_goes_on_over_pages_and_never_ends_with_the_signature_alone(tmp_path: Path) -> None:
    for paragraphs in range(20, 25):
        *_, last = pages_of(letter("en", SAMPLES["en"], paragraphs), tmp_path)
        assert "Hana Kim" in last
        assert "Director" in last
        assert "non-refoulement" in last


def open_fonts() -> list[str]:
    names = (file.readlink().name for file in Path("/proc/self/fd").iterdir() if file.is_symlink())
    return sorted(name for name in names if name.startswith("Noto"))


@needs_fonts
def test_a_letter_that_no_font_has_is_named_and_no_file_stays_open() -> None:
    before = open_fonts()  # pictures of charts hold some for as long as the process runs
    with pytest.raises(MissingFont) as missing:
        name_list([("1", "Kim \U0010fffd\ue000", "", "")])

    assert open_fonts() == before
    assert missing.value.letters == "\ue000\U0010fffd"
    assert missing.value.package.startswith("fonts-")
    assert missing.value.letters not in str(missing.value)


@pytest.mark.parametrize(
    ("text", "package"),
    [("김수진", "fonts-noto-cjk"), ("王", "fonts-noto-cjk"), ("สม", "fonts-noto-core"), ("Kim", "fonts-noto-core")],
)
def test_without_fonts_the_package_that_has_them_is_named(text: str, package: str, tmp_path: Path) -> None:
    with pytest.raises(MissingFont) as missing:
        Fonts(FPDF(), "ko", [tmp_path, tmp_path / "nowhere"]).find(text)

    assert missing.value.package == package


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello big world", "Hello |big |world"),
        ("한국어는 낱말 사이에서", "한국어는 |낱말 |사이에서"),
        ("要請「次の」です。2026年", "要|請|「次|の」|で|す。|2026|年"),
        ("หลักการไม่ส่งกลับไปเผชิญ", "หลักการ|ไม่ส่งกลับ|ไป|เผชิญ"),
    ],
)
def test_lines_end_where_the_language_lets_them(text: str, expected: str) -> None:
    assert "|".join(pieces(text)) == expected


@given(st.text(st.sampled_from("ab ,.(“가나漢字、。「」ーっカไก่ำเ้\n")), st.integers(1, 12))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = list(broken(text, width, len))

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= max(width, 8) for line in lines)
    assert "".join(pieces(text)) == text
