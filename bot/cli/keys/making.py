"""`clarion keys new|open`: a coordinator's keys, and the canary that they open, on their own machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.own_machine import asked_passphrase, refusals_in_one_line
from bot.own_machine.files import refuse_existing
from bot.own_machine.keys import new_identity, open_canary, read_identities, write_identity
from storage.tips.keys.recipient_list import is_alias

app = typer.Typer()


def _alias(text: str) -> str:
    if text and not is_alias(text):
        raise typer.BadParameter("small letters, digits and hyphens, such as owner-1")
    return text


@app.command()
def new(
    out: Annotated[Path, typer.Option(metavar="FILE", help="The key file to write.")] = Path("coordinator.key"),
    alias: Annotated[
        str, typer.Option(metavar="ALIAS", parser=_alias, help="What the bot calls you, such as owner-1.")
    ] = "",
    no_passphrase: Annotated[
        bool, typer.Option("--no-passphrase", help="Leave the key unprotected: only for tests and rehearsals.")
    ] = False,
) -> None:
    """Make a new key, and print the line with its public halves, which is what the bot needs.

    The passphrase is asked twice, or read from CLARION_KEY_PASSPHRASE for scripts.
    """
    with refusals_in_one_line():
        refuse_existing(out)
        made = new_identity(None if no_passphrase else asked_passphrase(new=True), alias)
        public = write_identity(made, out)
    told = Console(stderr=True, soft_wrap=True)
    told.print(Text(f"The key is in {out}. Never give it away, and keep one copy of it in a safe place."))
    told.print(Text(f"Its public halves are in {public}: send that file to whoever runs the bot."))
    typer.echo(made.recipient.line)


@app.command("open")
def open_(
    canary: Annotated[Path, typer.Argument(metavar="CANARY", help="The file, such as canary-owner-1.age.")],
    key: Annotated[Path, typer.Option("--key", metavar="KEYFILE", help="Your key file.")],
) -> None:
    """Open a canary with your key and print the word in it, which shows the bot that your key works.

    The passphrase of the key is asked, or read from CLARION_KEY_PASSPHRASE for scripts.
    """
    with refusals_in_one_line():
        sealed = canary.read_bytes()
        word = open_canary(sealed, read_identities(key.read_bytes(), asked_passphrase))
    Console(stderr=True, soft_wrap=True).print(Text(f"Give this word back to the bot: /keys {word}"))
    typer.echo(word)
