"""`clarion verify`: checks proofs and packages offline, with the public key alone; on the server, the audit chain.

Exit status: 0 where it is good, 1 where it is refused, with the reason in one line, 2 where it cannot be read.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.chain import read_chain
from bot.cli.counts import verify_counts
from bot.settings import load_settings
from handlers.proofs.page import verify_page
from handlers.texts import Texts
from storage.notes import BadNote, PublicKey, read_key, signer_of
from storage.petitions.log.consistency import NotConsistent, verify_consistency
from storage.petitions.log.heads import read_head
from storage.petitions.log.packages import BadPackage, verify_package
from storage.petitions.log.proofs import FIRST_LINE, BadProof, read_proof, verify_proof
from storage.secret_key import load_secret_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings import Settings
    from storage.petitions.log.heads import Head
    from storage.petitions.log.packages import VerifiedPackage
    from storage.petitions.log.proofs import Verified

REFUSED = 1  # exit status

app = typer.Typer(name="verify", help="Check proofs, packages and the audit.", no_args_is_help=True)


def _public_key(given: str) -> PublicKey:
    """Return the key that was given, as itself or as a file with it."""
    try:
        text = Path(given).read_text(encoding="ascii") if Path(given).is_file() else given
        return read_key(text)
    except (BadNote, UnicodeDecodeError) as fault:
        raise typer.BadParameter(str(fault)) from fault


_FILE = {"exists": True, "dir_okay": False, "readable": True}
Key = Annotated[
    PublicKey,
    typer.Option(parser=_public_key, metavar="KEY", help="The organisation's public key, or a file with it."),
]
Receipt = Annotated[Path, typer.Argument(metavar="FILE", help="The .tlog-proof file of a signer.", **_FILE)]
Package = Annotated[Path, typer.Argument(metavar="ZIP", help="The package that was handed over.", **_FILE)]
HandedOver = Annotated[Path | None, typer.Option(metavar="ZIP", help="Does it count in this package?", **_FILE)]
Between = Annotated[Path, typer.Argument(metavar="FILE", help="The proof between two heads.", **_FILE)]
Held = Annotated[
    list[Path] | None,
    typer.Argument(metavar="HEAD...", help="Heads or proofs that you kept: each has to be one of the two.", **_FILE),
]
Out = Annotated[Path, typer.Option(metavar="FILE", help="The file to write.")]


@app.command()
def receipt(file: Receipt, key: Key, package: HandedOver = None) -> None:
    """Check the proof of a signature."""
    with _refusals():
        text = _text(file)
        proved = verify_proof(text, key)
        counted = _counted(text, proved, _verified(package, key)) if package else []
    stated, head = proved.statement, proved.head
    _tell(
        f"Good: number {stated.number} of {stated.petition} is entry {proved.position + 1} of its log.",
        f"Signed as {stated.name} ({stated.country}), {stated.channel}, on {stated.day}.",
        f"Text signed: SHA-256 {stated.text}.",
        *_count(head),
        *counted,
    )


@app.command()
def package(file: Package, key: Key) -> None:
    """Check a package that was handed over."""
    with _refusals():
        found = _verified(file, key)
    _tell(
        f"Good: handover {found.number} of {found.petition} to {found.addressee}.",
        f"Names listed, each of which counts: {found.listed}.",
        *([f"Of these from before the log, which no salt opens: {found.unopened}."] if found.unopened else []),
        *([f"Corrections of earlier lists: {found.corrections}."] if found.corrections else []),
        *_count(found.head),
    )


@app.command()
def consistency(file: Between, key: Key, heads: Held = None) -> None:
    """Check that the log of a petition only grew from one head to another."""
    with _refusals():
        earlier, later = verify_consistency(_text(file), key)
        for path in heads or []:
            _fit(path, _head_in(_text(path), key), (earlier, later))
    _tell(f"Good: the log of {later.petition} over {later.size} entries continues the one over {earlier.size}.")


@app.command()
def audit() -> None:
    """Recompute the audit chain of this server and say whether it holds."""
    chain = asyncio.run(read_chain(load_settings()))
    if chain.broken_at is not None:
        typer.echo(f"The audit chain breaks at row {chain.broken_at}: a row was changed or removed.")
        raise typer.Exit(REFUSED)
    typer.echo(f"The audit chain holds: {chain.rows} rows, head {chain.head}.")


app.command("counts")(verify_counts)


@app.command()
def key() -> None:
    """Print this server's public key and its fingerprint: publish both."""
    public = _own_key(load_settings())
    _tell(str(public), f"Fingerprint: {public.fingerprint}")


@app.command()
def page(out: Out = Path("verify.html")) -> None:
    """Write the page that checks proofs, to be put where CLARION_VERIFY_URL says."""
    settings = load_settings()
    texts = Texts(settings.default_language)
    content = verify_page(texts, texts.default, settings.organisation, _own_key(settings))
    out.write_bytes(content)
    _tell(f"Wrote {out}.")


def _counted(text: str, proved: Verified, package: VerifiedPackage) -> list[str]:
    """Say how a signature stands in a package; refused where it does not count there."""
    if package.petition != proved.statement.petition:
        raise BadProof("the package is of another petition")
    if proved.position >= package.log.size:
        raise BadProof("the signature was entered, or changed, after this handover")
    if not package.log.has(proved.position, str(read_proof(text).entry)):
        raise BadProof("the log in the package has another entry in this place: the log was forked")
    if not package.log.counts_at(proved.position):
        raise BadProof("the signature was changed or taken out of the count before this handover")
    listed = "is" if proved.position in package.positions else "is not"
    return [
        f"It counts in handover {package.number} to {package.addressee}; its name {listed} in the list of that one.",
    ]


def _fit(path: Path, held: Head, proved: tuple[Head, Head]) -> None:
    beside = [head for head in proved if (head.petition, head.size) == (held.petition, held.size)]
    if not beside:
        raise NotConsistent(f"{path.name} is neither of the two heads")
    if any(head.root != held.root for head in beside):
        raise NotConsistent(f"{path.name} has another root over as many entries: the log was forked")
    if any(head.counts != held.counts for head in beside):
        raise NotConsistent(f"{path.name} has another count over the same entries")


def _head_in(text: str, key: PublicKey) -> Head:
    return verify_proof(text, key).head if text.startswith(FIRST_LINE) else read_head(text, key)


def _verified(path: Path, key: PublicKey) -> VerifiedPackage:
    with path.open("rb") as file:
        return verify_package(file, key)


def _text(path: Path) -> str:
    return path.read_bytes().decode()


def _count(head: Head) -> list[str]:
    channels = ", ".join(f"{channel} {count}" for channel, count in sorted(head.counts.items()))
    hour = f"{head.at:%Y-%m-%d %H:%M} UTC"
    return [f"Count in the hour from {hour}: {head.total} ({channels}), from {head.size} entries."]


def _tell(*lines: str) -> None:
    for line in lines:
        typer.echo(line)


@contextmanager
def _refusals() -> Iterator[None]:
    """Tell why something is refused in one line, and leave."""
    try:
        yield
    except (BadProof, BadPackage, NotConsistent, BadNote) as reason:
        why = str(reason)
    except UnicodeDecodeError:
        why = "this is not a text in UTF-8"
    else:
        return
    typer.echo(f"Refused: {why}.", err=True)
    raise typer.Exit(REFUSED)


def _own_key(settings: Settings) -> PublicKey:
    return signer_of(load_secret_key(settings.secret_key_file)).public
