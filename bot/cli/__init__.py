"""The command line: `clarion`, the only place that reads the settings."""

from __future__ import annotations

import sys

import typer
from rich.console import Console

from bot.cli import appeal, installation, keys, serving, tips
from storage.errors import CannotStart

app = typer.Typer(
    name="clarion",
    help="A Telegram bot for human-rights campaigns: urgent appeals, petitions, sealed tips.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for command in (
    serving.start,
    serving.run,
    serving.rehearse,
    installation.init,
    installation.doctor,
    installation.migrate,
    installation.verify,
):
    app.command()(command)
app.add_typer(appeal.app)
app.add_typer(keys.app)
app.add_typer(tips.app)


def main() -> None:
    """Run `clarion`; what keeps it from starting is one line that says what to do."""
    try:
        app()
    except CannotStart as reason:
        Console(stderr=True, soft_wrap=True, highlight=False).print(f"[bold red]Clarion cannot start.[/] {reason}")
        sys.exit(1)
