"""The command line in a process of its own, which is forked from one that has loaded everything already.

A process that loads Clarion anew takes more than a second, and what is loaded when is not what these tests are about.
"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE = 60  # seconds
_LOADED = [
    *(f"bot.cli.{name}" for name in ("appeal", "backup", "export", "handover", "installation", "restore", "secret")),
    *(f"bot.cli.{name}" for name in ("keys.making", "keys.managing", "serving", "tips", "verify")),
    "bot.rehearsal.server",
    "storage.migrations.running",
]
_forking = get_context("forkserver")
_forking.set_forkserver_preload(_LOADED)


def clarion(place: Path, *arguments: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run `clarion` with *arguments* in the folder *place*, with a home of its own and nothing else of this machine."""
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder) / "out", Path(folder) / "err"
        around = {"PATH": os.environ["PATH"], "HOME": str(place), **(env or {})}
        process = _forking.Process(target=_run, args=(place, arguments, around, out, err))
        process.start()
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()
            raise subprocess.TimeoutExpired(["clarion", *arguments], PATIENCE)
        assert process.exitcode is not None
        return subprocess.CompletedProcess(["clarion", *arguments], process.exitcode, out.read_text(), err.read_text())


def _run(place: Path, arguments: tuple[str, ...], env: dict[str, str], out: Path, err: Path) -> None:
    os.chdir(place)
    os.environ.clear()
    os.environ.update(env)
    for number, path, flags in ((0, Path(os.devnull), os.O_RDONLY), (1, out, os.O_WRONLY), (2, err, os.O_WRONLY)):
        os.dup2(os.open(path, flags | os.O_CREAT, 0o600), number)
    sys.argv = ["clarion", *arguments]
    runpy.run_module("bot", run_name="__main__")
