"""`clarion keys`: a coordinator's own keys, and the server's list of those that tips are sealed to.

What is asked for is loaded and nothing else, as in `bot.cli`: the two never meet in one program.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Command, Context

MODULES = {
    "making": ("new", "open"),
    "managing": ("add", "retire", "list", "rotate", "confirm"),
}


class AskedForAlone(TyperGroup):
    """Loads the module of a command when it is asked for."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002  # the library's signature
        """Return every command, in the order in which they are needed."""
        return [name for names in MODULES.values() for name in names]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002  # as above
        """Return the command of this name."""
        for module, names in MODULES.items():
            if cmd_name in names:
                group = typer.main.get_command(import_module(f"{__name__}.{module}").app)
                assert isinstance(group, TyperGroup)
                return group.commands[cmd_name]
        return None


app = typer.Typer(
    name="keys", cls=AskedForAlone, help="The keys that open tips, and the list of them.", no_args_is_help=True
)


@app.callback()
def keys() -> None:
    """Make keys on your own machine (new, open), or look after the server's list of them (the others)."""
