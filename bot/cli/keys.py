"""`clarion keys`: the pair of keys with which a coordinator opens tips, on the coordinator's own machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.own_machine import asked_passphrase, refusals_in_one_line
from bot.own_machine.files import refuse_existing
from bot.own_machine.keys import new_identity, write_identity

app = typer.Typer(name="keys", help="Make the keys that open tips, on your own machine.", no_args_is_help=True)


@app.callback()
def keys() -> None:
    """Make the keys that open tips, on your own machine."""


@app.command()
def new(
    out: Annotated[Path, typer.Option(metavar="FILE", help="The key file to write.")] = Path("coordinator.key"),
    no_passphrase: Annotated[
        bool, typer.Option("--no-passphrase", help="Leave the key unprotected: only for tests and rehearsals.")
    ] = False,
) -> None:
    """Make a new key, and print its public half, which is what the bot needs.

    The passphrase is asked twice, or read from CLARION_KEY_PASSPHRASE for scripts.
    """
    with refusals_in_one_line():
        refuse_existing(out)
        made = new_identity(None if no_passphrase else asked_passphrase(twice=True))
        public = write_identity(made, out)
    told = Console(stderr=True, soft_wrap=True)
    told.print(Text(f"The key is in {out}. Never give it away, and keep one copy of it in a safe place."))
    told.print(Text(f"Its public half is in {public}: send it to whoever runs the bot."))
    typer.echo(made.public)
