"""The command line: `clarion`. What is asked for is loaded and nothing else.

So the server never loads the tool that opens tips, and that tool, on a coordinator's own machine, no server.
"""

from __future__ import annotations

import sys
from importlib import import_module

import typer
from rich.console import Console
from rich.text import Text

from storage.errors import CannotStart

COMMANDS = {
    "serving": ("start", "run", "rehearse"),
    "installation": ("init", "doctor", "migrate"),
    "export": ("export",),
    "handover": ("handover",),
    "backup": ("backup", "purge"),
    "restore": ("restore",),
}
GROUPS = ("appeal", "keys", "secret", "tips", "verify")


def main() -> None:
    """Run `clarion`; what keeps it from starting, or a command from its work, is one line that says what to do."""
    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    try:
        command_line(asked)()
    except CannotStart as reason:
        refusal = "Clarion cannot start." if asked in COMMANDS["serving"] else "Not done."
        Console(stderr=True, soft_wrap=True).print(Text.assemble((refusal, "bold red"), f" {reason}"))
        sys.exit(1)


def command_line(asked: str = "") -> typer.Typer:
    """Return the command line with the command *asked* for, or with all where that is none of ours."""
    app = typer.Typer(
        name="clarion",
        help="A Telegram bot for human-rights campaigns: urgent appeals, petitions, sealed tips.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    app.callback()(lambda: None)  # keeps a single command's name in front of its arguments
    known = asked in GROUPS or any(asked in names for names in COMMANDS.values())
    for module, names in COMMANDS.items():
        if not known or asked in names:
            for name in names:
                app.command()(getattr(import_module(f"bot.cli.{module}"), name))
    for group in GROUPS:
        if not known or asked == group:
            app.add_typer(import_module(f"bot.cli.{group}").app)
    return app
