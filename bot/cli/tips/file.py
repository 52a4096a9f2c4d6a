"""Opens a file of tips for the commands that work with it, and says aloud when tips begin to be sealed to others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from bot.cli.own_machine import asked_passphrase
from bot.own_machine.answers import Author, author_of
from bot.own_machine.files import Refused
from bot.own_machine.keys import read_identities
from bot.own_machine.known import Known, known_file, read_known, remember, what_changed
from bot.own_machine.opening import OpenedBundle, check_sealed, open_bundle
from handlers.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.sealing import Recipient

DAMAGED = 3  # exit status when some of the tips could not be read
Bundle = Annotated[Path, typer.Argument(metavar="FILE", help="The sealed file, such as tips-2026-11-22.age.")]
Key = Annotated[Path, typer.Option("--key", metavar="KEYFILE", help="Your key file.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="What to write; beside FILE if left out.")]
Accept = Annotated[
    bool, typer.Option("--accept-recipients", help="Your team agreed on whom tips are sealed to now: keep it as known.")
]

KEY_START = 16  # characters of a key by which people recognise it
LOUD = "bold white on red"


def language_tag(tag: str) -> str:
    """Return *tag*, if it is a language that we speak."""
    if tag not in LANGUAGES:
        raise typer.BadParameter(f"there are {' and '.join(LANGUAGES)}")
    return tag


def opened_file(file: Path, key: Path, *, accept: bool) -> tuple[OpenedBundle, Author | None]:
    """Open the file with the key, tell on stderr what is new about the recipients, and return whose key it is.

    On first use the recipients are kept as known; after that only if the person says to *accept* them.

    Raises:
        Refused: As opening does, or if what is kept of the recipients is damaged.
    """
    content = file.read_bytes()
    check_sealed(content)
    identities = read_identities(key.read_bytes(), asked_passphrase)
    bundle = open_bundle(content, identities)
    known, author = read_known(known_file(key)), author_of(bundle, identities)
    told = Console(stderr=True, soft_wrap=True)
    if known is None:
        _tell_first_use(told, bundle)
    else:
        _tell_changes(told, bundle, known, accept=accept)
    if author is None:
        told.print(Text("This key is not among them: tips that come from now on will not open with it.", style=LOUD))
    try:
        if known is None or accept:
            remember(known_file(key), bundle)
    except Refused as refused:  # such as a key on a medium that nobody can write to
        told.print(Text(f"The recipients could not be kept for the next time: {refused}", style="yellow"))
    return bundle, author


def _tell_first_use(told: Console, bundle: OpenedBundle) -> None:
    members = bundle.recipients.members
    told.print(Text(f"First use of this key here. Since epoch {bundle.epoch} tips are sealed to {len(members)} keys:"))
    _list(told, "", members)
    told.print(Text(f"Compare the digest with a colleague: {bundle.recipients.digest}."))


def _tell_changes(told: Console, bundle: OpenedBundle, known: Known, *, accept: bool) -> None:
    if bundle.epoch < known.epoch:
        told.print(
            Text(f"The file says epoch {bundle.epoch}, and you accepted one of {known.epoch}: is it an old file?")
        )
    changed = what_changed(known, bundle.recipients)
    if changed is None:
        return
    told.print(Text("ATTENTION: tips are not sealed to the keys that were accepted on this machine.", style=LOUD))
    _list(told, "added: ", changed.added)
    _list(told, "gone: ", changed.gone)
    if accept:
        told.print(Text(f"Accepted, with the digest {bundle.recipients.digest}."))
        return
    told.print(Text("If your team did not agree on this, call a colleague before you do anything else: somebody may"))
    told.print(Text("have taken over the server."))
    told.print(
        Text(f"If your team agrees on digest {bundle.recipients.digest}, run this again with --accept-recipients.")
    )


def _list(told: Console, what: str, members: Sequence[Recipient]) -> None:
    for member in members:
        told.print(Text(f"  {what}{member.alias or '(no alias)'} {member.public[:KEY_START]}…"))
