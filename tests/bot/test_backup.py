"""The whole way of a backup at the command line, each refusal in a sentence, and what keeps the memory off the disk."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.alone import alone_with
from bot.cli.backup import recovery_recipient
from bot.own_machine.keys import new_identity, write_identity
from storage.backups.erased import ErasedTip, note_erased
from storage.backups.making import make_backup
from storage.database import Database
from storage.errors import CannotStart
from storage.secret_key import create_secret_key, load_secret_key
from tests.bot.test_starting import configure, refused_in_one_line
from tests.forked import clarion as run_clarion
from tests.storage.conftest import NOW, subscribe_people
from tests.storage.sealed_backups import MADE, RECIPIENT, names_in, opened_backup
from tests.storage.tip_rows import keep_tip
from tests.stories.tipping.witness import TEXT, reaches_the_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings import Settings
    from tests.people import House, Person

PASSPHRASE = "four words are enough"
CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path, blank_database: Path) -> Path:
    """An installation with a database, and the recovery key, which in life is kept elsewhere."""
    new = new_identity(None)
    write_identity(new, tmp_path / "recovery.key")
    configure(tmp_path, RECOVERY_RECIPIENT=new.public)
    create_secret_key(tmp_path / "secrets" / "clarion.key")
    (tmp_path / "data").mkdir()
    shutil.copy(blank_database, tmp_path / "data" / "clarion.db")
    return tmp_path


def backed_up(place: Path) -> Path:
    assert run_clarion(place, "backup").returncode == 0
    (made,) = (place / "data" / "backups").iterdir()
    return made


def test_a_folder_whose_name_looks_like_markup_is_told_as_it_is(place: Path) -> None:
    told = run_clarion(place, "backup", "--out", "a[/b]:smile:")

    assert told.returncode == 0, told.stderr
    assert "Wrote a[/b]:smile:/clarion-" in told.stdout


def restoring(place: Path, backup: Path, key: str = "recovery.key") -> subprocess.CompletedProcess[str]:
    asked = ("restore", str(backup), "--key", key)
    return run_clarion(place, *asked, env={"CLARION_KEY_PASSPHRASE": PASSPHRASE})


async def test_the_whole_way_beside_a_running_program_with_a_key_that_has_a_passphrase(place: Path) -> None:
    new = new_identity(PASSPHRASE)
    write_identity(new, place / "sealed.key")
    configure(place, RECOVERY_RECIPIENT=new.public)
    database, key = place / "data" / "clarion.db", load_secret_key(place / "secrets" / "clarion.key")
    running = await Database.open(database, key)
    await subscribe_people(running, 11)
    told = run_clarion(place, "backup", "--out", "elsewhere")
    await running.close()
    (made,) = (place / "elsewhere").iterdir()

    assert told.returncode == 0, told.stderr
    assert f"Wrote elsewhere/{made.name}: {made.stat().st_size} bytes, sealed to {new.public}." in told.stdout
    assert "secrets/clarion.key is not in it" in told.stdout
    assert "Nobody removes it from elsewhere by itself: delete it within 7 days" in told.stdout
    database.unlink()
    back = restoring(place, made, "sealed.key")
    assert back.returncode == 0, back.stderr
    assert "Restored data/clarion.db" in back.stdout
    assert "given up, as it may have been sent since: 0." in " ".join(back.stdout.split())
    assert "People who stopped, withdrew, or erased" in back.stdout
    assert "Tips that their senders erased since then are back for as long as they live" in back.stdout
    again = await Database.open(database, key)
    assert len(await again.all("SELECT 1 FROM subscriber")) == 1
    await again.close()


def test_without_a_recovery_key_nothing_is_written(place: Path) -> None:
    configure(place, RECOVERY_RECIPIENT="")

    assert "CLARION_RECOVERY_RECIPIENT names nobody" in refused_in_one_line(place, "backup")
    assert names_in(place / "data") == ["clarion.db"]


@pytest.mark.parametrize(
    ("recipient", "sentence"),
    [
        ("ssh-ed25519 AAAA", "only native age recipients"),
        ("AGE-SECRET-KEY-1QQQQ", "is a private key"),
        (f"{new_identity(None).public}\n{new_identity(None).public}", "names nobody, or several"),
    ],
)
def test_a_recovery_key_is_one_native_public_key(settings: Settings, recipient: str, sentence: str) -> None:
    with pytest.raises(CannotStart, match=sentence):
        recovery_recipient(settings.model_copy(update={"recovery_recipient": recipient}))


def cut_short(place: Path, backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-1])


def foreign_key(place: Path, _backup: Path) -> None:
    (place / "recovery.key").write_bytes(new_identity(None).file)


def other_secret(place: Path, _backup: Path) -> None:
    (place / "secrets" / "clarion.key").unlink()
    create_secret_key(place / "secrets" / "clarion.key")


def no_file(_place: Path, backup: Path) -> None:
    backup.unlink()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (cut_short, "damaged or cut short"),
        (foreign_key, "not sealed to this key"),
        (other_secret, "restore the right key file"),
        (no_file, "No such file"),
    ],
)
async def test_a_refused_restore_is_a_sentence_and_leaves_nothing(
    place: Path, spoil: Callable[[Path, Path], None], sentence: str
) -> None:
    database = place / "data" / "clarion.db"
    await (await Database.open(database, load_secret_key(place / "secrets" / "clarion.key"))).close()
    backup = backed_up(place)
    database.unlink()
    spoil(place, backup)

    tried = restoring(place, backup)

    assert tried.returncode == 1
    assert sentence in tried.stderr
    assert "Traceback" not in tried.stderr
    assert [name for name in names_in(place / "data") if not name.startswith("backups")] == ["clarion.db.lock"]


def test_where_there_is_a_database_none_is_restored(place: Path) -> None:
    before = (place / "data" / "clarion.db").read_bytes()

    assert "is there already" in refused_in_one_line(place, "restore", "no.age", "--key", "no.key")
    assert (place / "data" / "clarion.db").read_bytes() == before


@pytest.mark.parametrize("why", ["no database", "no recovery key"])
def test_old_backups_go_even_where_no_new_one_can_be_made(place: Path, why: str) -> None:
    (place / "data" / "backups").mkdir()
    (place / "data" / "backups" / "clarion-20200101T000000Z.db.age").touch()
    if why == "no database":
        (place / "data" / "clarion.db").unlink()
    else:
        configure(place, RECOVERY_RECIPIENT="")

    sentence = "nothing to back up" if why == "no database" else "names nobody, or several"
    assert sentence in refused_in_one_line(place, "backup", "--out", "elsewhere")
    assert "backups/clarion-20200101T000000Z.db.age" not in names_in(place / "data")


def test_the_operator_names_the_folder_of_backups_for_every_command(place: Path) -> None:
    configure(place, RECOVERY_RECIPIENT=new_identity(None).public, BACKUPS_FOLDER="apart")
    told = run_clarion(place, "backup")
    (made,) = (place / "apart").iterdir()
    (place / "apart" / "clarion-20200101T000000Z.db.age").touch()

    assert "Nobody removes it" not in told.stdout
    assert "the newest in apart is of" in run_clarion(place, "doctor").stdout
    assert "removed 1 backups" in run_clarion(place, "purge").stdout
    assert list((place / "apart").iterdir()) == [made]


async def test_a_tip_that_its_sender_erased_is_not_brought_back_on_the_same_machine(place: Path) -> None:
    database, key = place / "data" / "clarion.db", load_secret_key(place / "secrets" / "clarion.key")
    running = await Database.open(database, key)
    tag = await keep_tip(running, NOW)
    await running.close()
    backup = backed_up(place)
    database.unlink()
    note_erased(database, ErasedTip(NOW.date(), tag))

    told = restoring(place, backup)

    assert told.returncode == 0, told.stderr
    assert "are erased again, as data/clarion.db.erased names them: 1." in told.stdout


def test_purge_says_what_it_erased_and_is_not_for_a_running_program(place: Path) -> None:
    with alone_with(place / "data" / "clarion.db"):
        assert "stop it first" in refused_in_one_line(place, "purge")
    (place / "data" / "clarion.db.work").mkdir()
    (place / "data" / "clarion.db.work" / "copy.db").write_bytes(b"left")
    told = run_clarion(place, "purge")

    assert told.returncode == 0, told.stderr
    assert "Erased 0 tips, 0 signers' names and 0 unfinished signings; removed 0 backups." in told.stdout
    assert not (place / "data" / "clarion.db.work").exists()


def test_the_doctor_knows_the_recovery_key_and_the_newest_backup(place: Path) -> None:
    (place / "data" / "backups").mkdir()
    (place / "data" / "backups" / "clarion-20261122T033000Z.db.age").touch()

    assert "of 2026-11-22 03:30 UTC" in run_clarion(place, "doctor").stdout


async def test_what_is_in_memory_only_or_sealed_is_readable_in_no_backup(
    clarion: House, amina: Person, sujin: Person, tmp_path: Path
) -> None:
    for witness in (amina, sujin):
        await reaches_the_text(witness)
        await witness.sends(TEXT)
    await sujin.presses("tip:seal")
    made = make_backup(tmp_path / "clarion.db", tmp_path / "backups", RECIPIENT, MADE)

    opened = opened_backup(made.path)
    assert TEXT.encode() not in opened
    assert b"age-encryption.org/v1" in opened  # the one that was sealed


def test_a_started_program_leaves_no_image_of_its_memory(
    tmp_path: Path, figure: Callable[[str, float | str], None]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    program = subprocess.Popen(
        [sys.executable, "-m", "bot", "rehearse", "--port", port, "--desk-port", "0"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout
        assert any("Clarion rehearses" in line for line in program.stdout)
        limits = Path(f"/proc/{program.pid}/limits").read_text()
        allowed = next(line.split()[4:6] for line in limits.splitlines() if "core file" in line)
        figure("canary scan, bytes of a core file that a started program may leave", " and ".join(allowed))
        assert allowed == ["0", "0"]
        assert Path(f"/proc/{program.pid}").stat().st_uid == 0  # so it is of every program that is not dumpable
        assert (tmp_path / "data" / "rehearsal" / "clarion.db").stat().st_mode & 0o077 == 0
    finally:
        program.send_signal(signal.SIGINT)
        program.wait(timeout=60)
        if program.stdout is not None:
            program.stdout.close()


def test_nobody_else_may_look_into_its_memory(figure: Callable[[str, float | str], None]) -> None:
    asked = "import bot.hardening as h, ctypes; h.keep_off_disk(); print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"

    told = subprocess.run([sys.executable, "-c", asked], cwd=CHECKOUT, capture_output=True, text=True, check=True)

    figure("canary scan, whether its memory may be dumped or looked into (PR_GET_DUMPABLE)", told.stdout.strip())
    assert told.stdout == "0\n"


@pytest.mark.parametrize("after", [0.0, 0.05])
def test_killed_while_it_works_a_command_leaves_a_whole_file_or_none(place: Path, after: float) -> None:
    with sqlite3.connect(place / "data" / "clarion.db") as connection:
        connection.execute("CREATE TABLE filling AS SELECT randomblob(8000000) AS it")
    connection.close()
    program = subprocess.Popen([sys.executable, "-m", "bot", "backup"], cwd=place, stdout=subprocess.DEVNULL)
    while not (place / "data" / "clarion.db.work").exists() and program.poll() is None:
        time.sleep(0.001)
    time.sleep(after)
    program.kill()
    program.wait()

    for left in (place / "data" / "backups").glob("clarion-*"):
        assert left.stat().st_size > 8_000_000
        left.unlink()
    assert backed_up(place).stat().st_size > 8_000_000
    assert "clarion.db.work" not in names_in(place / "data")
