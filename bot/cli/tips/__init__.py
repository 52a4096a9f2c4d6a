"""`clarion tips`: what a coordinator does with sealed tips, on their own machine."""

from __future__ import annotations

import typer

from bot.cli.tips.answers import label, rate, reply
from bot.cli.tips.exports import totals, uwazi, worksheet
from bot.cli.tips.opening import open_

app = typer.Typer(name="tips", help="Open and answer sealed tips, on your own machine.", no_args_is_help=True)


@app.callback()
def tips() -> None:
    """Open and answer sealed tips, on your own machine."""


app.command("open")(open_)
for command in (reply, rate, label, uwazi, worksheet, totals):
    app.command()(command)
