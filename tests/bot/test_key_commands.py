"""`clarion keys`: made and proved on a coordinator's own machine, listed and retired on the server."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pyrage
import pytest
from pyrage import x25519
from typer.testing import CliRunner

from bot.cli import command_line
from bot.demo.stage import Stage, set_up
from bot.own_machine.keys import new_identity, open_canary, read_identities, signer_of_identity
from storage.audit import latest, verify
from storage.database import Database
from storage.errors import CannotStart
from storage.people.coordinators import coordinator_called
from storage.sealing import COORDINATOR, Recipient, read_recipients, seal_canary
from storage.secret_key import create_secret_key, load_secret_key
from storage.tips.keys.epochs import Epoch, tip_recipients

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import TypeVar

    from typer.testing import Result

    Found = TypeVar("Found")

SECRET = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"  # thirty-two times "B"
SIGNS_AS = "a7b2303ebce3f35c507c94246b63b0efada52e3e5cfacaffdb636175b98e88a0"


@pytest.fixture
def place(tmp_path: Path, blank_database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A server, with a folder of a coordinator's own machine beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLARION_KEY_PASSPHRASE", raising=False)
    shutil.copy(blank_database, tmp_path / "clarion.db")
    create_secret_key(tmp_path / "clarion.key")
    (tmp_path / ".env").write_text(
        "CLARION_DATABASE_URL=sqlite:///clarion.db\nCLARION_SECRET_KEY_FILE=clarion.key\n"
        "CLARION_TIP_RECIPIENTS_FILE=tip-recipients.txt\n"
    )
    return tmp_path


def clarion(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command_line(str(arguments[0])), [*map(str, arguments)])


def done(*arguments: str | Path) -> str:
    result = clarion(*arguments)
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def refused(*arguments: str | Path) -> str:
    result = clarion(*arguments)
    assert isinstance(result.exception, CannotStart), result.output
    return str(result.exception)


def ask(what: Callable[[Database], Awaitable[Found]]) -> Found:
    async def asked() -> Found:
        db = await Database.open(Path("clarion.db"), load_secret_key(Path("clarion.key")))
        try:
            return await what(db)
        finally:
            await db.close()

    return asyncio.run(asked())


def sealed_to() -> Epoch | None:
    return ask(tip_recipients)


def new_key(alias: str) -> str:
    """Make a key on the own machine, and return the file with its public halves."""
    done("keys", "new", "--no-passphrase", "--alias", alias, "--out", f"{alias}.key")
    return f"{alias}.key.pub"


def word_of(alias: str) -> str:
    return done("keys", "open", f"canaries/canary-{alias}.age", "--key", f"{alias}.key").splitlines()[-1]


def begin(*aliases: str) -> None:
    for alias in aliases:
        done("keys", "add", new_key(alias))
    for alias in aliases:
        done("keys", "confirm", word_of(alias))


def test_a_signing_key_follows_from_the_identity_alone() -> None:
    identity = x25519.Identity.from_str(SECRET)

    assert str(signer_of_identity(identity).public) == str(signer_of_identity(identity).public)
    assert signer_of_identity(identity).name == COORDINATOR
    other = signer_of_identity(x25519.Identity.generate())
    assert other.public != signer_of_identity(identity).public
    # Computed with another implementation of HKDF-SHA-256 and Ed25519; keys in use must never change.
    assert signer_of_identity(identity).public.raw.hex() == SIGNS_AS


def test_a_new_key_is_a_line_for_the_list_and_signs_as_it_says(place: Path) -> None:
    told = done("keys", "new", "--no-passphrase", "--alias", "owner-1", "--out", "own.key")

    line = (place / "own.key.pub").read_text()
    [member] = read_recipients(line).members
    [identity] = read_identities((place / "own.key").read_bytes(), lambda: pytest.fail("nothing to ask"))
    assert (member.public, member.alias) == (str(identity.to_public()), "owner-1")
    assert member.signer == signer_of_identity(identity).public
    assert told.splitlines()[-1] == line.strip()
    assert "SECRET" not in told


@pytest.mark.parametrize("alias", ["Owner 1", "a/b", "가나다"])
def test_an_alias_that_the_bot_cannot_have_is_refused_before_a_key_is_made(place: Path, alias: str) -> None:
    assert clarion("keys", "new", "--no-passphrase", "--alias", alias).exit_code == 2
    assert not list(place.glob("*.key.pub"))


def test_from_two_new_keys_to_tips_that_are_sealed(place: Path) -> None:
    told = done("keys", "add", new_key("owner-1"))
    assert "Added owner-1" in told
    assert "Wrote canaries/canary-owner-1.age: send it to owner-1." in told
    done("keys", "add", (place / new_key("reviewer-2")).read_text().strip())
    assert sealed_to() is None
    assert "Intake is closed" in done("keys", "list")

    assert "Still missing: reviewer-2" in done("keys", "confirm", word_of("owner-1"))
    assert "epoch 2 has begun" in done("keys", "confirm", word_of("reviewer-2"))

    named = read_recipients((place / "tip-recipients.txt").read_text())
    epoch = sealed_to()
    assert epoch is not None
    assert epoch.recipients.digest == named.digest
    told = done("keys", "list")
    assert named.digest in told
    assert "differ" not in told
    assert "closed" not in told
    assert all(member.signer and member.signer.fingerprint in told for member in named.members)
    assert ask(verify).broken_at is None
    entries = [entry.name for entry in reversed(ask(lambda db: latest(db, 20)))]
    assert entries[:2] == ["add_key", "propose_keys"]
    assert entries[-1] == "begin_keys"


def test_a_list_of_one_says_when_owners_get_their_aliases(place: Path) -> None:
    done("keys", "add", new_key("owner-1"))
    told = done("keys", "list")

    assert "The list names 1 key, " in told
    assert "no coordinator has this alias (owners get theirs at the first start): replies" in told
    done("keys", "add", new_key("reviewer-2"))
    told = done("keys", "list")
    assert "The list names 2 keys, " in told
    assert "no coordinator has this alias: replies" in told  # which the first start does not change


def test_a_retired_key_leaves_at_once_and_the_comments_stay(place: Path) -> None:
    (place / "tip-recipients.txt").write_text("# Ours, agreed on in May.\n")
    begin("owner-1", "reviewer-2", "reviewer-3")

    assert "Retired reviewer-3" in done("keys", "retire", "reviewer-3")

    epoch = sealed_to()
    assert epoch is not None
    assert [member.alias for member in epoch.recipients.members if member.alias == "reviewer-3"] == []
    assert len(epoch.recipients.members) == 2
    assert (place / "tip-recipients.txt").read_text().startswith("# Ours, agreed on in May.\nage1")
    assert "Intake is closed" in done("keys", "retire", "reviewer-2")
    assert "the list has no key of that name" in refused("keys", "retire", "reviewer-2")


def test_rotating_asks_everybody_for_a_new_canary(place: Path) -> None:
    begin("owner-1", "reviewer-2")
    before = (place / "canaries" / "canary-owner-1.age").read_bytes()

    told = done("keys", "rotate")

    assert "Not opened yet: owner-1, reviewer-2" in told
    assert "differ" not in told
    assert (place / "canaries" / "canary-owner-1.age").read_bytes() != before
    for alias in ("owner-1", "reviewer-2"):
        done("keys", "confirm", *word_of(alias).partition("7"))
    epoch = sealed_to()
    assert epoch is not None
    assert epoch.number == 3


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("age1yubikey1qwertyuiop # owner-2", "plugins are not taken"),
        ("ssh-ed25519 AAAAC3NzaC1lZDI1 # owner-2", "SSH key"),
        (f"{SECRET} # owner-2", "private key"),
        ("age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq # owner-2", "mistyped|not one"),
        ("owner-1.key", "private key"),
        ("owner-1.key.pub", "in the list already"),
        (".env", "not one native age recipient"),
    ],
)
def test_what_is_no_new_key_is_refused_and_the_list_stays_as_it_is(place: Path, line: str, why: str) -> None:
    done("keys", "add", new_key("owner-1"))
    before = (place / "tip-recipients.txt").read_bytes()

    refusal = refused("keys", "add", line)

    assert any(words in refusal for words in why.split("|")), refusal
    assert "SECRET" not in refusal
    assert (place / "tip-recipients.txt").read_bytes() == before
    assert [entry.name for entry in ask(lambda db: latest(db, 9))] == ["propose_keys", "add_key"]


def test_a_list_that_cannot_be_written_stays_as_it_is(place: Path) -> None:
    done("keys", "add", new_key("owner-1"))
    other = new_key("reviewer-2")
    (place / "elsewhere").mkdir()
    (place / "tip-recipients.txt").rename(place / "elsewhere" / "list.txt")
    (place / "tip-recipients.txt").symlink_to(place / "elsewhere" / "list.txt")

    done("keys", "add", other)  # through a link, which stays one

    assert (place / "tip-recipients.txt").is_symlink()
    assert len(read_recipients((place / "elsewhere" / "list.txt").read_text()).members) == 2
    assert not list((place / "elsewhere").glob(".*"))


def test_a_list_that_was_changed_by_hand_is_told_and_a_fault_of_the_installation(place: Path) -> None:
    begin("owner-1", "reviewer-2")
    stranger = new_identity(None, "stranger").recipient
    with (place / "tip-recipients.txt").open("a") as file:
        file.write(f"{stranger.line}\n")

    told = done("keys", "list")
    assert "The list and the epoch differ" in told
    assert "no coordinator has this alias" in told
    [line] = [line for line in clarion("doctor").output.splitlines() if "Tip recipients" in line]
    assert line.startswith("fault")
    assert "run `clarion keys rotate`" in line

    done("keys", "rotate")
    [line] = [line for line in clarion("doctor").output.splitlines() if "Tip recipients" in line]
    assert "owner-1, reviewer-2, stranger must open a canary" in line


def test_the_doctor_names_epoch_and_list(place: Path) -> None:
    begin("owner-1", "reviewer-2")
    digest = read_recipients((place / "tip-recipients.txt").read_text()).digest

    [line] = [line for line in clarion("doctor").output.splitlines() if "Tip recipients" in line]

    assert line == f"good  Tip recipients: 2 in epoch 2, list {digest}"


def test_a_wrong_word_is_one_sentence(place: Path) -> None:
    begin("owner-1", "reviewer-2")

    assert "No canary waits for this word" in refused("keys", "confirm", "CDFGHJKMNPQR")
    assert "No canary waits for this word" in refused("keys", "confirm", word_of("owner-1"))


@pytest.mark.usefixtures("place")
def test_without_a_file_in_the_settings_it_says_which_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLARION_TIP_RECIPIENTS_FILE", "")
    Path(".env").write_text("CLARION_SECRET_KEY_FILE=clarion.key\n")
    monkeypatch.delenv("CLARION_TIP_RECIPIENTS_FILE")

    assert "CLARION_TIP_RECIPIENTS_FILE is not set" in refused("keys", "list")


ALICE, BINNA = (x25519.Identity.generate() for _ in range(2))


def test_a_canary_opens_with_its_key_and_nothing_else_is_shown_of_a_sealed_file() -> None:
    alice = Recipient(str(ALICE.to_public()), "alice")
    canary = seal_canary("CDFGHJKMNPQR", alice)
    tip = pyrage.encrypt(b"what a witness saw", [ALICE.to_public()])

    assert open_canary(canary, [ALICE]) == "CDFGHJKMNPQR"
    for content, identity, why in (
        (canary, BINNA, "not for this key"),
        (canary[:-1], ALICE, "damaged or cut short"),
        (canary[:-1] + bytes([canary[-1] ^ 1]), ALICE, "damaged or cut short"),
        (b"clarion-canary CDFGHJKMNPQR\n", ALICE, "This is not a canary"),
        (b"", ALICE, "This is not a canary"),
        (tip, ALICE, "it is not a canary"),
        (pyrage.encrypt(b"clarion-canary A\x1b[2J\n", [ALICE.to_public()]), ALICE, "it is not a canary"),
    ):
        with pytest.raises(Exception, match=why) as refusal:
            open_canary(content, [identity])
        assert type(refusal.value).__name__ == "Refused"
        assert "witness" not in str(refusal.value)


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["keys", "new", "--no-passphrase"], {"telegram", "aiosqlite", "pydantic_settings", "alembic"}),
        (["keys", "list"], {"bot.own_machine", "bot.own_machine.keys"}),
    ],
)
@pytest.mark.usefixtures("place")
def test_what_the_other_side_needs_is_never_loaded(arguments: list[str], never: set[str]) -> None:
    code = (
        "import sys, atexit\n"
        f"sys.argv = ['clarion', *{arguments!r}]\n"
        f"atexit.register(lambda: print('loaded:', [name for name in {sorted(never)!r} if name in sys.modules]))\n"
        "from bot.cli import main\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert ran.stdout.splitlines()[-1] == "loaded: []"


async def test_the_demo_keys_are_those_of_demo_coordinators(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "stage")
    await set_up(stage, 9001, 9002, datetime(2026, 11, 22, tzinfo=UTC))

    named = read_recipients(stage.recipients.read_text())
    db = await Database.open(stage.database, load_secret_key(stage.secret_key))
    roles = [(await coordinator_called(db, member.alias)).role for member in named.members]
    epoch = await tip_recipients(db)
    await db.close()
    assert roles == ["owner", "reviewer"]
    assert epoch is not None
    assert epoch.recipients.digest == named.digest
    for member, key in zip(named.members, stage.tip_keys, strict=True):
        [identity] = read_identities(key.read_bytes(), str)
        assert member.signer == signer_of_identity(identity).public
