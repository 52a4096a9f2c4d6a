"""`clarion tips reply|rate|label`: writes what a coordinator answers as a signed file that the bot takes in."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.own_machine import refusals_in_one_line
from bot.cli.tips.file import Accept, Key, opened_file
from bot.own_machine import answers
from bot.own_machine.files import Refused, write_new
from storage.tips.words import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from bot.own_machine.opening import OpenedTip
    from storage.tips.bundles import Item

TEXT_MAX = 64 * 1024  # bytes that are read of a text, however long its file is

_Tag = Annotated[str, typer.Argument(metavar="TAG", help="The tag of the tip, such as K3FN.")]
_Tags = Annotated[list[str], typer.Argument(metavar="TAG", help="The tags of the tips.")]
_Rating = Annotated[str, typer.Argument(metavar="RATING", help="Source A to F and information 1 to 6, such as B2.")]
_Label = Annotated[Label, typer.Argument(metavar="LABEL", help=f"One of {', '.join(Label)}.")]
_In = Annotated[Path, typer.Option("--in", metavar="FILE", help="The sealed file of tips.")]
_Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="What to write; beside the tips if left out.")]
_TextFile = Annotated[
    Path | None, typer.Option("--text-file", metavar="FILE", help="The reply as plain text; typed if left out.")
]
_SecondSource = Annotated[
    bool, typer.Option("--second-source", help="An independent second source says the same; it becomes a label.")
]


def reply(
    tag: _Tag, file: _In, key: Key, text_file: _TextFile = None, out: _Out = None, accept: Accept = False
) -> None:
    """Seal a reply to whoever has the receipt of a tip, and sign it; nothing of the tip is shown."""

    def made(tips: Sequence[OpenedTip]) -> Sequence[Item]:
        [tip] = tips
        if not tip.content.wishes_contact:
            _tell("Who wrote this has not agreed to be asked questions: tell, and do not ask.")
        return [answers.make_reply(tip, _text(text_file), _today())]

    _answer([tag], file, key, out, made, accept=accept)


def rate(
    tags: _Tags,
    rating: _Rating,
    file: _In,
    key: Key,
    second_source: _SecondSource = False,
    out: _Out = None,
    accept: Accept = False,
) -> None:
    """Rate tips and sign it; another person then agrees in the chat.

    What is known second-hand alone gets no better than 3.
    """
    _answer(tags, file, key, out, lambda tips: answers.rate(tips, rating, second_source=second_source), accept=accept)


def label(tags: _Tags, given: _Label, file: _In, key: Key, out: _Out = None, accept: Accept = False) -> None:
    """Give tips one label of the fixed list, and sign it."""
    _answer(tags, file, key, out, lambda tips: answers.label(tips, given), accept=accept)


def _answer(
    tags: Sequence[str],
    file: Path,
    key: Path,
    out: Path | None,
    made: Callable[[Sequence[OpenedTip]], Sequence[Item]],
    *,
    accept: bool,
) -> None:
    with refusals_in_one_line():
        bundle, author = opened_file(file, key, accept=accept)
        items = made([answers.find_tip(bundle, tag) for tag in dict.fromkeys(tags)])
        name, signed = answers.signed_answers(author, items, _today())
        path = out or file.with_name(name)
        write_new(path, signed)
    _tell(f"Signed as {path}: send this file to the bot.", "green")


def _text(file: Path | None) -> str:
    if file is None:
        _tell(f"Write the reply, {answers.REPLY_MAX} characters at most; end it with Ctrl-D on a line of its own.")
        content = sys.stdin.buffer.read(TEXT_MAX + 1)
    else:
        with file.open("rb") as opened:
            content = opened.read(TEXT_MAX + 1)
    if len(content) > TEXT_MAX:
        raise Refused(f"The reply is longer than {answers.REPLY_MAX} characters.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("The reply is not plain text in UTF-8.") from None


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _tell(sentence: str, style: str = "") -> None:
    Console(stderr=True, soft_wrap=True).print(Text(sentence, style=style))
