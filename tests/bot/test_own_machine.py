"""A coordinator makes a key and opens tips, on a machine with nothing but this tool; or with `age` alone."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import pty
import shutil
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from bot.cli import keys, tips
from bot.cli.tips.file import DAMAGED
from bot.own_machine.files import Refused, write_new
from bot.own_machine.keys import new_identity, read_identities, signer_of_identity
from bot.own_machine.opening import open_bundle
from bot.own_machine.tips import COLUMNS, tips_as_xlsx
from handlers.harmless import harmless
from handlers.texts import LANGUAGES, Texts
from storage.exports.age import seal_file
from storage.exports.tip_bundle import BundledAddition, BundledRating, BundledTip
from storage.exports.tip_bundle_reading import read_bundle
from storage.sealing import read_recipients, seal_addition, seal_tip
from storage.tips.words import ContentGrade, Label, SourceGrade, TipState
from tests.bot.tip_files import (
    ALICE,
    BINNA,
    CHAI,
    SEALED_KEY,
    TEAM,
    TIP,
    bundled,
    recipients,
    tips_file,
)

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "horse battery staple"
ROW = {
    "tag": "K3FN",
    "kind": "tip",
    "number": None,
    "day": "2026-11-20",
    "state": "corroborating",
    "urgency": "normal",
    "category": "notice",
    "text": TIP.text,
    "area": "cn_border",
    "place_note": "",
    "people": "2_10",
    "when": "this_month",
    "from_day": "2026-10-21",
    "to_day": "2026-11-20",
    "precision": "unknown_day",
    "date_type": "020000000000",
    "how_known": "third_party",
    "source_connection": "030000000000",
    "rating": "B3",
    "rated_by": "binna",
    "agreed_by": "",
    "reliability": "020000000000",
    "violation_status": "030000000000",
    "labels": "duplicate, medical",
    "language": "ko",
    "written_at": "2026-11-20T04:50:07+00:00",
    "may_share_with_partners": False,
    "wishes_contact": True,
    "may_publish": False,
    "may_send_to_un": False,
    "epoch": 1,
    "expires_on": "2027-05-19",
}
ADDED = dict.fromkeys(COLUMNS) | {
    "tag": "K3FN",
    "kind": "addition",
    "number": 1,
    "day": "2026-11-21",
    "text": "=2+2 그 뒤로 떼어졌습니다.",
    "language": "ko",
    "written_at": "2026-11-21T09:00:00+00:00",
}
RATED = BundledRating(SourceGrade.USUALLY, ContentGrade.POSSIBLY_TRUE, "binna", "")
LATER = datetime(2026, 11, 21, 9, 0, 0, tzinfo=UTC)


def _whole_tip() -> BundledTip:
    addition = seal_addition("=2+2 그 뒤로 떼어졌습니다.", "ko", LATER, TEAM)
    return bundled(
        "K3FN",
        state=TipState.CORROBORATING,
        rating=RATED,
        labels=(Label.DUPLICATE, Label.MEDICAL),
        additions=(BundledAddition(1, date(2026, 11, 21), addition),),
    )


def _bundle(*more: BundledTip) -> bytes:
    return tips_file(_whole_tip(), *more)


@pytest.fixture
def desk(desk: Path) -> Path:
    """A folder with a file of one tip, Alice's key and a key under a passphrase."""
    (desk / "tips-2026-11-22.age").write_bytes(_bundle())
    (desk / "alice.key").write_text(f"# made elsewhere\n{ALICE}\n")
    (desk / "sealed.key").write_text(SEALED_KEY)
    return desk


def _open(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(tips.app, ["open", "tips-2026-11-22.age", *arguments], input=typed)


def _new(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(keys.app, ["new", *arguments], input=typed)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _age() -> str:
    """Return the path of the real `age`, or skip; a release is not made without it."""
    if found := shutil.which("age"):
        return found
    if os.environ.get("CLARION_REQUIRE_AGE") == "1":
        pytest.fail("CLARION_REQUIRE_AGE=1, but the program age is not installed")
    pytest.skip("the program age is not installed: nothing was compared with it")


def test_a_new_key_is_written_for_its_owner_alone_and_its_public_half_for_everybody(desk: Path) -> None:
    result = _new("--out", "binna.key", "--no-passphrase")

    assert result.exit_code == 0
    line = (desk / "binna.key.pub").read_text().strip()
    assert result.stdout.splitlines()[-1] == line
    assert _mode(desk / "binna.key") == 0o600
    [identity] = read_identities((desk / "binna.key").read_bytes(), lambda: pytest.fail("nothing to ask"))
    [member] = read_recipients(line).members
    assert member.public == str(identity.to_public())
    assert member.signer == signer_of_identity(identity).public
    assert str(identity) not in result.output


@pytest.mark.parametrize("taken", ["coordinator.key", "coordinator.key.pub"])
def test_a_key_is_never_written_over_another(desk: Path, taken: str) -> None:
    (desk / taken).write_text("precious")

    result = _new("--no-passphrase")

    assert result.exit_code == 1
    assert "exists already" in result.output
    assert (desk / taken).read_text() == "precious"
    assert len(list(desk.glob("coordinator.key*"))) == 1


def test_a_short_passphrase_is_refused_before_anything_is_written(desk: Path) -> None:
    result = _new(typed="short\nshort\n")

    assert result.exit_code == 1
    assert "at least 12 characters" in result.output
    assert not list(desk.glob("coordinator*"))


def test_a_key_under_a_passphrase_opens_with_the_real_age(desk: Path) -> None:
    age = _age()
    made = new_identity(PASSPHRASE)
    write_new(desk / "made.key", made.file)
    (desk / "secret.age").write_bytes(seal_file(b"for Binna", recipients(made=made.public)))

    assert b"SECRET" not in made.file
    assert _typing(PASSPHRASE, [age, "--decrypt", "-i", "made.key", "-o", "secret.txt", "secret.age"]) == 0
    assert (desk / "secret.txt").read_bytes() == b"for Binna"


def _typing(passphrase: str, command: list[str]) -> int:
    """Run a program that asks for a passphrase on its terminal, type it there, and return its status."""
    take_terminal = (
        "import fcntl,os,sys,termios; fcntl.ioctl(0,termios.TIOCSCTTY,0); os.execv(sys.argv[1],sys.argv[1:])"
    )
    ours, theirs = pty.openpty()
    os.write(ours, f"{passphrase}\n".encode())  # waits in the terminal until it is read
    try:
        return subprocess.run(
            [sys.executable, "-c", take_terminal, *command],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            check=False,
            timeout=60,
        ).returncode
    finally:
        os.close(ours)
        os.close(theirs)


def test_the_digest_is_what_age_and_jq_show_of_a_tip_and_of_each_addition(desk: Path) -> None:
    _age()
    if shutil.which("jq") is None:
        pytest.skip("the program jq is not installed")
    assert _open("--key", "alice.key", "--format", "jsonl").exit_code == 0
    for row, which in zip(_jsonl(desk / "tips-2026-11-22.jsonl"), (".category", ".number == 1"), strict=True):
        command = DIGEST.format(which=which)
        shown = subprocess.run(["sh", "-c", command], capture_output=True, check=True, text=True).stdout
        assert shown.split()[0] == row["sealed_sha256"]


DIGEST = (
    "age -d -i alice.key tips-2026-11-22.age | jq -r 'select(.tag == \"K3FN\" and {which}).sealed' | "
    "base64 -d | age -d -i alice.key | sha256sum"
)


def test_the_real_age_opens_the_file_and_each_tip_in_it(desk: Path) -> None:
    age = _age()

    def opened(sealed: bytes) -> bytes:
        command = [age, "--decrypt", "-i", "alice.key"]
        return subprocess.run(command, input=sealed, capture_output=True, check=True).stdout

    lines = opened((desk / "tips-2026-11-22.age").read_bytes()).splitlines()
    assert json.loads(lines[0])["format"] == "clarion-tips"
    assert json.loads(opened(seal_tip(TIP, TEAM)))["text"] == TIP.text


def test_tips_open_as_csv_beside_the_file(desk: Path) -> None:
    result = _open("--key", "alice.key")

    assert result.exit_code == 0, result.output
    assert "Opened 1 tips into tips-2026-11-22.csv" in result.output
    table = desk / "tips-2026-11-22.csv"
    assert _mode(table) == 0o600
    headings, *rows = csv.reader(io.StringIO(table.read_text("utf-8-sig")))
    assert headings[:2] == ["Tag", "Tip or addition"]
    told = [row | {"text": f"'{row['text']}"} for row in _rows(desk)]
    assert rows == [[_cell(cell) for cell in row.values()] for row in told]
    assert not list(desk.glob(".*"))


def _cell(cell: object) -> str:
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def _rows(desk: Path) -> list[dict[str, object]]:
    """Return the rows of the tip and its addition, with digests of what was sealed as anybody with the key has them."""
    [tip] = read_bundle(pyrage.decrypt((desk / "tips-2026-11-22.age").read_bytes(), [ALICE])).tips
    sealed = (tip.sealed, tip.additions[0].sealed)
    digests = [hashlib.sha256(pyrage.decrypt(each, [ALICE])).hexdigest() for each in sealed]
    return [row | {"sealed_sha256": digest} for row, digest in zip((ROW, ADDED), digests, strict=True)]


def _jsonl(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().split("\n")[:-1]]


def test_tips_open_as_a_workbook_with_korean_headings(desk: Path) -> None:
    result = _open("--key", "alice.key", "--out", "제보.xlsx", "--language", "ko")

    assert result.exit_code == 0, result.output
    sheet = openpyxl.load_workbook(desk / "제보.xlsx").worksheets[0]
    assert sheet["A1"].value == "표식"
    assert sheet["H2"].value == f"'{TIP.text}"
    assert sheet["H3"].value == f"'{ADDED['text']}"
    assert _mode(desk / "제보.xlsx") == 0o600


def test_tips_open_as_json_lines_with_the_same_names_in_every_language(desk: Path) -> None:
    result = _open("--key", "alice.key", "--format", "jsonl", "--out", "out", "--language", "ko")

    assert result.exit_code == 0, result.output
    assert _jsonl(desk / "out") == _rows(desk)


def test_however_much_was_added_to_a_tip_it_fits_a_workbook(desk: Path) -> None:
    sealed = seal_addition("가" * 900, "ko", LATER, TEAM)
    additions = tuple(BundledAddition(number, date(2026, 11, 21), sealed) for number in range(1, 41))
    (desk / "tips-2026-11-22.age").write_bytes(tips_file(bundled("K3FN", additions=additions)))

    result = _open("--key", "alice.key", "--out", "out.xlsx")

    assert result.exit_code == 0, result.output
    sheet = openpyxl.load_workbook(desk / "out.xlsx").worksheets[0]
    assert [row[2].value for row in sheet.iter_rows(min_row=3)] == list(range(1, 41))


def test_what_a_sheet_cannot_hold_is_refused() -> None:
    bundle = open_bundle(_bundle(), [ALICE])
    [tip] = bundle.tips
    longest = replace(tip, content=replace(tip.content, text="a" * 32_768))

    with pytest.raises(Refused, match="more than an Excel sheet holds"):
        tips_as_xlsx(replace(bundle, tips=(longest,)), str)


STEERING = "\x1b[2Jone\u202etwo\u2066three\x9bfour\nfive\tsix\r\nseven"
HARMLESS = "\ufffd[2Jone\ufffdtwo\ufffdthree\ufffdfour\nfive\tsix\nseven"


def test_nothing_that_was_written_steers_a_terminal_or_turns_letters_around(desk: Path) -> None:
    tip = bundled("K3FN", replace(TIP, text=STEERING, place_note=STEERING))
    (desk / "tips-2026-11-22.age").write_bytes(tips_file(tip))
    for name in ("out.csv", "out.xlsx", "out.jsonl", "out.html"):
        assert _open("--key", "alice.key", "--out", name).exit_code == 0

    sheet = openpyxl.load_workbook(desk / "out.xlsx").worksheets[0]
    assert (sheet["H2"].value, sheet["J2"].value) == (HARMLESS, HARMLESS)
    assert HARMLESS in (desk / "out.csv").read_bytes().decode()
    for name in ("out.csv", "out.jsonl", "out.html"):
        written = (desk / name).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        assert all(char == "\n" or char.isprintable() or char == "\t" for char in written), name
    [row] = _jsonl(desk / "out.jsonl")
    assert (row["text"], row["place_note"]) == (STEERING, STEERING)


@given(st.text())
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)
    assert len(harmless(text)) <= len(text)
    assert harmless("가나다 and \u200eLTR\u200d\n\t🙂") == "가나다 and \u200eLTR\u200d\n\t🙂"


def test_a_language_that_there_is_not_is_refused(desk: Path) -> None:
    assert "there are en and ko" in _open("--key", "alice.key", "--language", "de").stderr


def test_a_passphrase_is_asked_for_only_if_the_key_has_one(desk: Path) -> None:
    result = _open("--key", "sealed.key", typed=f"{PASSPHRASE}\n")

    assert result.exit_code == 0, result.output
    assert "Passphrase" in result.output
    assert PASSPHRASE not in result.output


def test_a_file_that_is_none_is_told_before_anybody_types_a_passphrase(desk: Path) -> None:
    (desk / "tips-2026-11-22.age").write_bytes(b"PK\x03\x04")

    result = _open("--key", "sealed.key", typed=f"{PASSPHRASE}\n")

    assert "Passphrase" not in result.output
    assert "not a sealed file of tips" in result.output


def test_without_a_terminal_nobody_is_asked(desk: Path) -> None:
    for command in (["tips", "open", "tips-2026-11-22.age", "--key", "sealed.key"], ["keys", "new"]):
        run = [sys.executable, "-c", "from bot.cli import main; main()", *command]
        left = subprocess.run(
            run, stdin=subprocess.DEVNULL, capture_output=True, text=True, start_new_session=True, check=False
        )

        assert left.returncode == 1
        assert left.stderr == (
            "No terminal to type the passphrase at: run this in one, or set CLARION_KEY_PASSPHRASE.\n"
        )


def test_for_a_new_key_the_prompt_says_how_long_the_passphrase_has_to_be(desk: Path) -> None:
    assert "New passphrase (12 characters or more)" in _new(typed=f"{PASSPHRASE}\n{PASSPHRASE}\n").output


def test_a_script_gives_the_passphrase_in_the_environment(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLARION_KEY_PASSPHRASE", PASSPHRASE)

    assert _open("--key", "sealed.key").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (["--key", "sealed.key"], "a wrong passphrase\n", "The passphrase is wrong."),
        (
            ["--key", "chai.key"],
            None,
            "This file was not sealed to this key, or it is damaged: try another key file, or fetch it again.",
        ),
        (["--key", "missing.key"], None, "missing.key: No such file or directory."),
        (["--key", "note.txt"], None, "This is not a key file"),
        (["--key", "empty.key"], None, "This key file is empty."),
        (["--key", "cut.key"], "x\n", "The key file is damaged"),
        (["--key", "tips-2026-11-22.age"], "x\n", "The key file is damaged, or is not sealed with a passphrase."),
        (["--key", "alice.key", "--out", "table.pdf"], None, "does not end in .csv, .xlsx, .jsonl or .html"),
        (["--key", "alice.key", "--out", "note.csv"], None, "note.csv exists already"),
        (["--key", "alice.key", "--out", "no/folder.csv"], None, "no/folder.csv cannot be written: No such"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    desk: Path, arguments: list[str], typed: str | None, said: str
) -> None:
    (desk / "chai.key").write_text(str(CHAI))
    (desk / "note.txt").write_text("buy milk")
    (desk / "note.csv").write_text("my own notes")
    (desk / "empty.key").write_text("# nothing\n\n")
    (desk / "cut.key").write_text(SEALED_KEY[:200])
    before = sorted(desk.iterdir())

    result = _open(*arguments, typed=typed)

    assert result.exit_code == 1
    *_, last = result.stderr.splitlines()
    assert said in last
    assert sorted(path for path in desk.iterdir() if path.suffix != ".known") == before


def test_a_file_without_a_seal_is_named_as_such() -> None:
    with pytest.raises(Refused, match="not a sealed file of tips"):
        open_bundle(b"PK\x03\x04", [ALICE])


def test_another_sealed_file_is_named_as_such() -> None:
    with pytest.raises(Refused, match="opened, but this is not a bundle"):
        open_bundle(seal_file(b"a letter", TEAM), [ALICE])


@settings(deadline=None, max_examples=60)
@given(st.integers(25, 10_000), st.integers(0, 8))
def test_no_flipped_bit_and_no_truncation_of_a_file_is_accepted(place: int, bit: int) -> None:
    sealed = FILE
    where = 25 + place % (len(sealed) - 25)
    flipped = sealed[:where] + bytes([sealed[where] ^ 1 << (bit % 8)]) + sealed[where + 1 :]

    with pytest.raises(Refused):
        open_bundle(sealed[:where] if bit == 8 else flipped, [ALICE])


FILE = _bundle()


def test_tips_for_other_keys_and_damaged_ones_are_named_and_the_rest_opens(desk: Path) -> None:
    touched = bytearray(seal_tip(TIP, TEAM))
    touched[-1] ^= 1
    later_version = json.dumps({"format": "clarion-tip", "version": 2}).encode()
    (desk / "tips-2026-11-22.age").write_bytes(
        _bundle(
            bundled("W7QX", seal_tip(TIP, recipients(binna=BINNA, chai=CHAI))),
            bundled("C4DF", bytes(touched)),
            bundled("P9RT", b""),
            bundled("V6XY", seal_file(later_version, TEAM)),
            bundled("G3HJ", seal_tip(replace(TIP, text="the last"), TEAM)),
        )
    )

    result = _open("--key", "alice.key", "--format", "jsonl")

    assert result.exit_code == DAMAGED, result.output
    assert "1 not sealed to this key: W7QX." in result.output
    assert "3 damaged: C4DF, P9RT, V6XY." in result.output
    rows = _jsonl(desk / "tips-2026-11-22.jsonl")
    assert [row["tag"] for row in rows if row["kind"] == "tip"] == ["K3FN", "G3HJ"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("area", "12 Example Lane"), ("written_at", "yesterday"), ("written_at", "2026-11-20T04:50:07"), ("text", 7)]
    + [("language", strange) for strange in ("<b>", "\x1b[2J", "", "k", "ko" * 40, "ko-", "ko\n", "한국어")],
)
def test_a_tip_with_a_strange_field_counts_as_damaged(field: str, value: object) -> None:
    fields = json.loads(pyrage.decrypt(seal_tip(TIP, TEAM), [ALICE])) | {field: value}
    strange = bundled("C4DF", seal_file(json.dumps(fields).encode(), TEAM))

    assert open_bundle(_bundle(strange), [ALICE]).damaged == ("C4DF",)


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(Refused, match=r"table.csv cannot be written: No space left on device"):
        write_new(tmp_path / "table.csv", b"names")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_a_heading_of_its_own(language: str) -> None:
    texts = Texts(language)
    headings = {texts.plain(f"opened-tips-{name.replace('_', '-')}", language) for name in COLUMNS}

    assert len(headings) == len(COLUMNS)


def test_a_damaged_addition_does_not_take_its_tip_with_it(desk: Path) -> None:
    whole = _whole_tip()
    touched = replace(whole.additions[0], number=2, sealed=whole.additions[0].sealed[:-1] + b"\0")
    other = BundledAddition(3, date(2026, 11, 22), seal_tip(TIP, TEAM))
    later = json.dumps({"format": "clarion-addition", "version": 2, "text": "", "language": "ko", "written_at": ""})
    unknown = BundledAddition(4, date(2026, 11, 22), seal_file(later.encode(), TEAM))
    tip = replace(whole, additions=(*whole.additions, touched, other, unknown))
    (desk / "tips-2026-11-22.age").write_bytes(tips_file(tip))

    result = _open("--key", "alice.key", "--format", "jsonl")

    assert result.exit_code == DAMAGED
    assert "K3FN: could not open addition 2, 3, 4." in result.output
    assert [row["text"] for row in _jsonl(desk / "tips-2026-11-22.jsonl")] == [ROW["text"], ADDED["text"]]


def test_the_tool_needs_nothing_of_the_server_and_no_network(desk: Path) -> None:
    code = """
import sys

def refuse(event, _):
    if event.startswith("socket.") and event != "socket.__new__":  # a loop of asyncio wakes itself through a pair
        raise AssertionError(event)

sys.addaudithook(refuse)
from bot.cli import main
for form in ("html", "csv"):
    sys.argv = ["clarion", "tips", "open", "tips-2026-11-22.age", "--key", "alice.key", "--format", form]
    try:
        main()
    except SystemExit as left:
        assert not left.code
foreign = {"handlers", "telegram", "aiosqlite", "uvicorn", "httpx"}
loaded = [name for name in sys.modules if name.split(".")[0] in foreign or name == "bot.app"]
print(*[name for name in loaded if not name.startswith("handlers.texts")])
"""
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout

    words = {"handlers", "handlers.countries", "handlers.dates", "handlers.harmless"}  # as the texts are
    words |= {f"handlers.un_forms{module}" for module in ("", ".forms", ".markdown")}
    assert set(printed.split()) <= words
    assert (desk / "tips-2026-11-22.html").exists()
