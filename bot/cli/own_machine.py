"""What the commands of a coordinator's own machine share: asking for the passphrase, and telling a refusal."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.text import Text

from bot.own_machine.files import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

FOR_SCRIPTS = "CLARION_KEY_PASSPHRASE"
"""Variable with the passphrase; other programs of the same user can read it, so people had better type."""


def asked_passphrase(*, twice: bool = False) -> str:
    """Return the passphrase from the environment, or ask for it on the terminal without showing it."""
    if given := os.environ.get(FOR_SCRIPTS):
        return given
    answer: str = typer.prompt("Passphrase of the key", hide_input=True, confirmation_prompt=twice, err=True)
    return answer


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
