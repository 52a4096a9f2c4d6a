"""`clarion tips uwazi|worksheet|totals`: makes files for other tools of tips that are opened on this machine."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.own_machine import refusals_in_one_line
from bot.cli.tips.file import DAMAGED, LOUD, Accept, Bundle, Key, Out, language_tag, opened_file
from bot.own_machine.answers import find_tip
from bot.own_machine.cases.pages import Pages, as_html, as_markdown
from bot.own_machine.cases.totals import COUNT_MIN, count_tips
from bot.own_machine.cases.uwazi import write_uwazi
from bot.own_machine.cases.worksheet import fill_in
from bot.own_machine.files import Refused, refuse_existing, write_new
from handlers.texts import Texts
from handlers.un_forms.forms import Profile

if TYPE_CHECKING:
    from datetime import date

    from bot.own_machine.opening import OpenedBundle, OpenedTip

_AS_WRITTEN = (
    "The texts are as they were written. Read each before you import it: take out names, places and what only few can "
    "know."
)

_Language = Annotated[
    str, typer.Option("--language", metavar="TAG", parser=language_tag, help="Of the words: en or ko.")
]
_Languages = Annotated[
    list[str],
    typer.Option(
        "--language",
        metavar="TAG",
        parser=language_tag,
        help="en or ko; first the collection's own, and again for a column of titles in each.",
    ),
]
_Tags = Annotated[list[str], typer.Option("--tag", metavar="TAG", help="The tag of the tip; again for more of them.")]
_Profile = Annotated[Profile, typer.Option("--profile", help="Whose form it is for.")]
_Organisation = Annotated[str, typer.Option("--organisation", metavar="NAME", help="Who submits the form.")]
_WithText = Annotated[
    bool, typer.Option("--with-text", help="With the texts whose senders agreed that they are published; read each.")
]
_Incomplete = Annotated[
    bool, typer.Option("--incomplete", help="Even where some tips cannot be opened; never publish beside another's.")
]
_Pages = Annotated[
    Path | None, typer.Option("--out", metavar="NAME", help="Of the two files, without .md or .html; beside FILE.")
]


def uwazi(
    file: Bundle,
    key: Key,
    out: Out = None,
    languages: _Languages = ["en"],  # noqa: B006  # Typer copies it
    with_text: _WithText = False,
    accept: Accept = False,
) -> None:
    """Write the confirmed tips that partners may check as a ZIP file for Uwazi's import.

    No place is in it but the country, and texts only with --with-text, where their senders agreed to that.
    """
    with refusals_in_one_line():
        out = out or file.parent / f"uwazi-{file.stem}.zip"
        refuse_existing(out)
        bundle, _ = opened_file(file, key, accept=accept)
        made = write_uwazi(bundle.tips, Texts(languages[0]), tuple(dict.fromkeys(languages)), with_text=with_text)
        for why, count in made.left_out.items():
            _tell(f"Left out: {count} {why}.", "yellow")
        _tell_unread(bundle)
        if not made.tips:
            raise Refused("There is no tip that may go to partners, so nothing was written.")
        write_new(out, made.content)
    _tell(f"Tips written into {out}: {made.tips}, with their text: {made.with_text}.", "green")
    if made.with_text:
        _tell(_AS_WRITTEN, LOUD)
    _leave_if_damaged(bundle)


def worksheet(
    file: Bundle,
    key: Key,
    tags: _Tags,
    profile: _Profile = Profile.SPECIAL_PROCEDURES,
    language: _Language = "en",
    organisation: _Organisation = "",
    out: _Pages = None,
    accept: Accept = False,
) -> None:
    """Fill in the form of the UN's experts from tips, and say what is missing: as Markdown and as a page to read.

    Only tips whose sender agreed that they go to UN experts.
    """
    with refusals_in_one_line():
        bundle, _ = opened_file(file, key, accept=accept)
        tips = {tip.tag: tip for tip in (_for_the_un(find_tip(bundle, tag)) for tag in tags)}
        names = _page_names(out or file.parent / "-".join(("un-worksheet", *tips)))
        for name in names:
            refuse_existing(name)
        texts, today = Texts(language), _today()
        sheets = [fill_in(tip, profile, organisation.strip(), today, texts) for tip in tips.values()]
        pages = Pages(sheets, profile, today, texts, language)
        for name, content in zip(names, (as_markdown(pages), as_html(pages)), strict=True):
            write_new(name, content)
    for sheet in sheets:
        _tell(f"{sheet.tip.tag}: fields that are missing something: {len(sheet.missing)}.")
        if not sheet.confirmed:
            _tell(f"{sheet.tip.tag} is not confirmed yet: write “reportedly”.", "yellow")
        if sheet.tip.damaged_additions:
            _tell(f"{sheet.tip.tag}: some of what was added later could not be opened.", "red")
    _tell(f"Wrote {names[0]} and {names[1]}. Keep them on this machine, and delete them when you are done.", "green")


def totals(
    file: Bundle,
    key: Key,
    out: Out = None,
    language: _Language = "en",
    incomplete: _Incomplete = False,
    accept: Accept = False,
) -> None:
    """Count the confirmed tips by month, area and category for everybody, with HXL tags.

    What fewer than five tips share is added up as other, and nothing of the last seven days is counted.
    """
    with refusals_in_one_line():
        out = out or file.parent / f"totals-{file.stem}.csv"
        refuse_existing(out)
        bundle, _ = opened_file(file, key, accept=accept)
        _refuse_incomplete(bundle, incomplete=incomplete)
        made = count_tips(bundle.tips, _today(), Texts(language), language)
        _tell(f"Left out: {made.left_out} not confirmed, set aside by a label, or of the last seven days.", "yellow")
        _tell_unread(bundle)
        if not made.rows:
            raise Refused(f"There are fewer than {COUNT_MIN} tips to be counted, so nothing can be told.")
        write_new(out, made.content)
    _tell(f"Wrote {out}: rows {made.rows}, tips {made.tips}.", "green")
    _tell("Publish such a file once a month at most: what came between two of them shows in the difference.")
    _leave_if_damaged(bundle)


def _page_names(name: Path) -> tuple[Path, Path]:
    stem = name.stem if name.suffix in {".md", ".html"} else name.name
    return name.parent / f"{stem}.md", name.parent / f"{stem}.html"


def _for_the_un(tip: OpenedTip) -> OpenedTip:
    if not tip.content.may_send_to_un:
        raise Refused(f"Tip {tip.tag} may not go to UN experts: its sender did not agree to that.")
    return tip


def _refuse_incomplete(bundle: OpenedBundle, *, incomplete: bool) -> None:
    """Refuse to count a part: subtracted from a colleague's totals, it would tell what one of them cannot open."""
    if (unread := bundle.for_other_keys + bundle.damaged) and not incomplete:
        raise Refused(
            f"This key cannot open {', '.join(unread)}. Whoever opens them counts others, and the difference between "
            "the two could tell of few: let a colleague count who opens all, or add --incomplete."
        )


def _tell_unread(bundle: OpenedBundle) -> None:
    if tags := bundle.for_other_keys + bundle.damaged:
        _tell(f"Left out: {len(tags)} that this key cannot open: {', '.join(tags)}.", "red")


def _leave_if_damaged(bundle: OpenedBundle) -> None:
    if bundle.damaged:
        raise typer.Exit(DAMAGED)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()  # of this machine: what is written is read here


def _tell(sentence: str, style: str = "") -> None:
    Console(stderr=True, soft_wrap=True).print(Text(sentence, style=style))
