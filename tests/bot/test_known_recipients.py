"""The tool notices when tips begin to be sealed to others: whoever takes over the server could add themselves."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pyrage
import pytest
from typer.testing import CliRunner, Result

from bot.cli import tips
from storage.exports.age import seal_file
from tests.bot.tip_files import ALICE, BINNA, CHAI, SEALED_KEY_PUBLIC, TEAM, bundled, recipients, tips_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(desk: Path) -> Path:
    """A folder with a file of one tip and Alice's key."""
    (desk / "tips.age").write_bytes(tips_file(bundled("K3FN")))
    return desk


def _open(key: str, out: str = "tips.csv", *more: str) -> Result:
    return CliRunner().invoke(tips.app, ["open", "tips.age", "--key", key, "--out", out, *more])


def test_on_first_use_the_recipients_are_listed_and_then_kept_quiet_about(desk: Path) -> None:
    first = _open("alice.key", "one.csv")
    second = _open("alice.key", "two.csv")

    assert "First use of this key here. Since epoch 1 tips are sealed to 3 keys:" in first.stderr
    assert f"  binna {str(BINNA.to_public())[:16]}…" in first.stderr
    assert TEAM.digest in first.stderr
    assert stat.S_IMODE((desk / "alice.key.known").stat().st_mode) == 0o600
    assert "sealed to" not in second.stderr


def test_a_recipient_that_the_server_added_is_told_aloud_with_who_went_until_it_is_accepted(desk: Path) -> None:
    _open("alice.key", "one.csv")
    changed = recipients(alice=ALICE, mallory=CHAI, old=SEALED_KEY_PUBLIC)
    (desk / "tips.age").write_bytes(tips_file(bundled("K3FN"), team=changed, epoch=2))

    told = _open("alice.key", "two.csv").stderr
    again = _open("alice.key", "three.csv").stderr
    accepted = _open("alice.key", "four.csv", "--accept-recipients").stderr
    quiet = _open("alice.key", "five.csv").stderr

    assert "ATTENTION: tips are not sealed to the keys that were accepted on this machine." in told
    assert f"If your team agrees on digest {changed.digest}, run this again with --accept-recipients." in told
    assert f"  added: mallory {str(CHAI.to_public())[:16]}…" in told
    assert f"  gone: binna {str(BINNA.to_public())[:16]}…" in told
    assert again == told.replace("two.csv", "three.csv")
    assert f"Accepted, with the digest {changed.digest}." in accepted
    assert "ATTENTION" not in quiet


def test_a_key_that_goes_by_another_name_is_told_as_well(desk: Path) -> None:
    _open("alice.key", "one.csv")
    renamed = recipients(alice=ALICE, bina=BINNA, old=SEALED_KEY_PUBLIC)
    (desk / "tips.age").write_bytes(tips_file(team=renamed))

    told = _open("alice.key", "two.csv").stderr

    assert "added: bina " in told
    assert "gone: binna " in told


@pytest.mark.parametrize("command", ["reply", "rate", "label", "uwazi", "worksheet", "totals", "open"])
def test_every_command_that_opens_a_file_lets_people_accept_the_recipients(command: str) -> None:
    assert "--accept-recipients" in CliRunner().invoke(tips.app, [command, "--help"], terminal_width=200).output


def test_a_crafted_file_makes_no_alarm_that_cannot_be_ended(desk: Path) -> None:
    own = (desk / "tips.age").read_bytes()
    (desk / "tips.age").write_bytes(tips_file(team=recipients(alice=ALICE, mallory=CHAI), epoch=1_000_000))
    _open("alice.key", "one.csv")
    (desk / "tips.age").write_bytes(own)

    assert "ATTENTION" in _open("alice.key", "two.csv", "--accept-recipients").stderr

    assert "epoch" not in _open("alice.key", "three.csv").stderr


def test_a_crafted_file_is_not_remembered_unless_somebody_says_so(desk: Path) -> None:
    own = (desk / "tips.age").read_bytes()
    _open("alice.key", "one.csv")
    for team in (TEAM, recipients(alice=ALICE, mallory=CHAI)):
        (desk / "tips.age").write_bytes(tips_file(team=team, epoch=1_000_000))
        _open("alice.key", f"{team.digest[:4]}.csv")
    (desk / "tips.age").write_bytes(own)

    told = _open("alice.key", "two.csv").stderr

    assert "epoch" not in told
    assert "ATTENTION" not in told


def test_an_older_file_is_told_but_makes_no_alarm(desk: Path) -> None:
    old = (desk / "tips.age").read_bytes()
    (desk / "tips.age").write_bytes(tips_file(epoch=2))
    _open("alice.key", "one.csv")
    (desk / "tips.age").write_bytes(old)

    told = _open("alice.key", "two.csv").stderr

    assert "The file says epoch 1, and you accepted one of 2: is it an old file?" in told
    assert "ATTENTION" not in told


def test_an_older_file_does_not_take_the_place_of_what_was_accepted(desk: Path) -> None:
    old = (desk / "tips.age").read_bytes()
    changed = recipients(alice=ALICE, chai=CHAI)
    (desk / "tips.age").write_bytes(tips_file(team=changed, epoch=2))
    _open("alice.key", "one.csv")
    seen = (desk / "alice.key.known").read_bytes()
    (desk / "tips.age").write_bytes(old)

    told = _open("alice.key", "two.csv").stderr

    assert "The file says epoch 1, and you accepted one of 2: is it an old file?" in told
    assert (desk / "alice.key.known").read_bytes() == seen


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]"])
def test_what_was_seen_last_is_never_passed_over_when_it_is_damaged(desk: Path, damage: bytes) -> None:
    (desk / "alice.key.known").write_bytes(damage)

    result = _open("alice.key")

    assert result.exit_code == 1
    assert "alice.key.known is damaged" in result.stderr
    assert (desk / "alice.key.known").read_bytes() == damage


def test_a_key_that_is_no_recipient_any_more_is_told_so(desk: Path) -> None:
    both = recipients(alice=ALICE, binna=BINNA)
    header = pyrage.decrypt(tips_file(team=recipients(binna=BINNA, chai=CHAI), epoch=2), [BINNA])
    (desk / "tips.age").write_bytes(seal_file(header, both))

    assert "This key is not among them" in _open("alice.key").stderr


def test_where_the_recipients_cannot_be_kept_the_tips_open_all_the_same(desk: Path) -> None:
    key = "a" * 240  # what is written beside it first has a name that no file can have
    (desk / "alice.key").rename(desk / key)

    result = _open(key)

    assert result.exit_code == 0, result.output
    assert "The recipients could not be kept for the next time" in result.stderr
