"""What the commands of a coordinator's own machine share: asking for the passphrase, and telling a refusal."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.text import Text

from bot.own_machine.files import Refused
from bot.own_machine.keys import PASSPHRASE_MIN

if TYPE_CHECKING:
    from collections.abc import Iterator

FOR_SCRIPTS = "CLARION_KEY_PASSPHRASE"
"""Variable with the passphrase; other programs of the same user can read it, so people had better type."""


def asked_passphrase(*, new: bool = False) -> str:
    """Return the passphrase from the environment, or ask for it on the terminal without showing it; twice if it is new.

    Raises:
        Refused: If there is no terminal.
    """
    if given := os.environ.get(FOR_SCRIPTS):
        return given
    if not _can_ask():
        raise Refused(f"No terminal to type the passphrase at: run this in one, or set {FOR_SCRIPTS}.")
    what = f"New passphrase ({PASSPHRASE_MIN} characters or more)" if new else "Passphrase of the key"
    answer: str = typer.prompt(what, hide_input=True, confirmation_prompt=new, err=True)
    return answer


def _can_ask() -> bool:
    """Tell whether there is a terminal, which a pipe at the standard input does not take away on most systems."""
    if sys.stdin is not sys.__stdin__:  # another program runs this one within itself, and answers
        return True
    try:
        os.close(os.open("/dev/tty", os.O_RDWR))
    except OSError:
        return sys.stdin is not None and sys.stdin.isatty()
    return True


@contextmanager
def refusals_in_one_line() -> Iterator[None]:
    """Tell a refusal, or a fault of a file, as one line and leave with status 1."""
    try:
        yield
    except Refused as refused:
        _leave(str(refused))
    except OSError as fault:
        _leave(f"{fault.filename}: {fault.strerror}.")


def _leave(sentence: str) -> None:
    Console(stderr=True).print(Text(sentence, style="red"), soft_wrap=True)
    raise typer.Exit(1)
