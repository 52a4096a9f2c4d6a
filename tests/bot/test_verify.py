"""`clarion verify` on a machine of one's own: no settings, no database, only the file and the public key."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from bot.cli import command_line
from storage.petitions.log.entries import Deed, Entry
from storage.petitions.log.proofs import proof_text
from storage.secret_key import create_secret_key
from tests.bot.test_starting import clarion, configure
from tests.storage.petitions.logs import OURS, THEIRS, Log, signed, stated
from tests.storage.petitions.test_packages import ENTRIES, Package

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

LOG = Log(list(ENTRIES))
GOOD = proof_text(LOG.proof(4))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's own folder, with a receipt, a package and the key as a file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "5.tlog-proof").write_text(GOOD, encoding="utf-8")
    (tmp_path / "handover.zip").write_bytes(Package().written())
    (tmp_path / "key.txt").write_text(f"{OURS.public}\n", encoding="ascii")
    return tmp_path


def verify(*words: str, key: str = "key.txt") -> Result:
    return CliRunner().invoke(command_line("verify"), ["verify", *words, "--key", key])


def assert_refused(result: Result, reason: str) -> None:
    assert result.exit_code == 1, result.output
    assert result.stderr.startswith("Refused: ")
    assert result.stderr.count("\n") == 1
    assert reason in result.stderr


@pytest.mark.usefixtures("folder")
def test_a_receipt_is_good_with_the_key_or_a_file_of_it() -> None:
    for key in ("key.txt", str(OURS.public)):
        result = verify("receipt", "5.tlog-proof", key=key)
        assert result.exit_code == 0, result.output
        assert "Good: number 5 of DEMO-002 is entry 5 of its log." in result.stdout
        assert "김수진 5 (KR), telegram, on 2026-11-22" in result.stdout
        assert "257 (paper 250, telegram 7), from 10 entries" in result.stdout


def test_a_receipt_is_refused_with_its_reason(folder: Path) -> None:
    proof = folder / "5.tlog-proof"
    assert_refused(verify("receipt", "5.tlog-proof", key=str(THEIRS.public)), "another key signed this")
    proof.write_text(proof_text(replace(LOG.proof(4), statement=stated(5, name="Nobody"))), encoding="utf-8")
    assert_refused(verify("receipt", "5.tlog-proof"), "something else than what is stated")
    proof.write_bytes(GOOD.encode().replace(b"extra", b"extr\xe1"))
    assert_refused(verify("receipt", "5.tlog-proof"), "not a text")


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_another_status() -> None:
    assert verify("receipt", "missing.tlog-proof").exit_code == 2
    assert verify("receipt", "5.tlog-proof", key="clarion+00000000+x").exit_code == 2
    assert verify("receipt", "5.tlog-proof", key="handover.zip").exit_code == 2
    assert verify("package", ".").exit_code == 2


@pytest.mark.usefixtures("folder")
def test_a_package_is_good() -> None:
    result = verify("package", "handover.zip")
    assert result.exit_code == 0, result.output
    assert "Good: handover 1 of DEMO-002 to nhrc." in result.stdout
    assert "Names listed, each of which counts: 4." in result.stdout
    assert "Corrections of earlier lists: 2." in result.stdout


def test_a_package_is_refused_with_its_reason(folder: Path) -> None:
    whole = (folder / "handover.zip").read_bytes()
    (folder / "handover.zip").write_bytes(whole.replace(b"the letter.pdf", b"the letter.pdF"))
    assert_refused(verify("package", "handover.zip"), "letter.pdf was changed")
    (folder / "handover.zip").write_bytes(b"no package")
    assert_refused(verify("package", "handover.zip"), "not a package of a handover")


def test_a_receipt_is_found_in_the_package_or_it_is_said_why_not(folder: Path) -> None:
    def given_with(text: str) -> Result:
        (folder / "mine.tlog-proof").write_text(text, encoding="utf-8")
        return verify("receipt", "mine.tlog-proof", "--package", "handover.zip")

    assert "its name is in the list" in given_with(GOOD).stdout
    assert "its name is not in the list" in given_with(proof_text(LOG.proof(3))).stdout
    assert_refused(given_with(proof_text(LOG.proof(2))), "changed or taken out")
    longer = Log([*ENTRIES, signed(11)])
    assert_refused(given_with(proof_text(longer.proof(10))), "after this handover")
    fork = Log([*map(signed, (2, 1)), *ENTRIES[2:]])
    forked = replace(fork.proof(0), salt=LOG.proof(1).salt, statement=stated(2))
    assert_refused(given_with(proof_text(forked)), "forked")
    assert_refused(given_with(proof_text(Log.of(3, code="DEMO-001").proof(0))), "another petition")


def test_the_log_only_grew_between_the_heads_that_were_kept(folder: Path) -> None:
    (folder / "grown.txt").write_text(LOG.consistency(6), encoding="utf-8")
    (folder / "kept.txt").write_text(LOG.note(6), encoding="utf-8")
    result = verify("consistency", "grown.txt", "kept.txt", "5.tlog-proof")
    assert result.exit_code == 0, result.output
    assert "over 10 entries continues the one over 6" in result.stdout

    fork = Log([signed(99), *ENTRIES[1:], Entry(Deed.WITHDRAWN, of=1)])
    (folder / "kept.txt").write_text(fork.note(6), encoding="utf-8")
    assert_refused(verify("consistency", "grown.txt", "kept.txt"), "kept.txt has another root over as many entries")
    (folder / "kept.txt").write_text(LOG.note(7), encoding="utf-8")
    assert_refused(verify("consistency", "grown.txt", "kept.txt"), "kept.txt is neither of the two heads")
    (folder / "kept.txt").write_text(LOG.note(6, counts={"telegram": 7_000}), encoding="utf-8")
    assert_refused(verify("consistency", "grown.txt", "kept.txt"), "kept.txt has another count over the same entries")
    (folder / "grown.txt").write_text(LOG.consistency(6).replace(LOG.note(6), fork.note(6)), encoding="utf-8")
    assert_refused(verify("consistency", "grown.txt"), "changed or forked")


def test_checking_loads_neither_telegram_nor_what_opens_tips() -> None:
    loaded = "import sys, bot.cli.verify; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"telegram", "pyrage", "bot.app", "bot.own_machine"} & set(modules)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A server's folder, with a complete configuration."""
    configure(tmp_path)
    create_secret_key(tmp_path / "secrets" / "clarion.key")
    return tmp_path


def test_a_server_prints_its_key_and_writes_the_page_for_it(place: Path) -> None:
    key, fingerprint = clarion(place, "verify", "key").stdout.splitlines()
    assert clarion(place, "verify", "page", "--out", "check.html").stdout == "Wrote check.html.\n"

    assert key in (place / "check.html").read_text(encoding="utf-8")
    assert fingerprint.startswith(f"Fingerprint: {key.split('+')[1][:4]} ")


def test_the_audit_chain_is_said_to_hold(place: Path) -> None:
    assert clarion(place, "migrate").returncode == 0
    assert "holds: 0 rows" in clarion(place, "verify", "audit").stdout
