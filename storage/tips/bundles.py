"""Signed bundles: replies, ratings and labels that a coordinator makes on their own machine and hands to the bot.

A bundle is a signed note (`storage.notes`) whose text is lines of JSON: a header, then an item each. It is read only
as it was written: what reads the same with one blank or field more is refused.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from storage.exports.strict_json import NotTheObject, read_object
from storage.notes import BadNote, read_note
from storage.tips.words import ContentGrade, Label, SourceGrade

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.notes import PublicKey, Signer

BUNDLE_MAX = 1024 * 1024  # bytes
ITEMS_MAX = 200
SEALED_MAX = 16 * 1024  # bytes of one sealed reply
_FORMAT, _VERSION = "clarion-coordinator", 1
_LINE_MAX = 2 * SEALED_MAX  # bytes
_ID = re.compile(r"[0-9a-f]{32}")
_ALIAS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_TAG = re.compile(r"[A-Z0-9]{4}")
_HEADER: Mapping[str, type] = {
    "format": str,
    "version": int,
    "id": str,
    "made_on": str,
    "author": str,
    "count": int,
}
_ITEMS: Mapping[str, Mapping[str, type]] = {
    "reply": {"kind": str, "tag": str, "sealed": str},
    "rating": {"kind": str, "tag": str, "source": str, "content": int},
    "label": {"kind": str, "tag": str, "label": str},
}


class BadBundle(ValueError):
    """The text is no bundle as it is written; the message quotes nothing of it."""


class NotSigned(BadBundle):
    """No key that is known under the author's alias signed it, or it was changed after it was signed."""


@dataclass(frozen=True)
class Reply:
    """A reply, sealed to the reply recipient that stands in the tip."""

    tag: str
    sealed: bytes = field(repr=False)


@dataclass(frozen=True)
class Rating:
    """How far source and content of a tip can be relied on."""

    tag: str
    source: SourceGrade
    content: ContentGrade


@dataclass(frozen=True)
class Labelling:
    """A label that a tip is given."""

    tag: str
    label: Label


Item = Reply | Rating | Labelling


@dataclass(frozen=True)
class Bundle:
    """What one coordinator hands in at once.

    Attributes:
        id: 32 hexadecimal digits at random; a bundle is used once.
        author: Alias of the coordinator whose key signs it.
    """

    id: str
    made_on: date
    author: str
    items: tuple[Item, ...]


def write_signed(bundle: Bundle, signer: Signer) -> str:
    """Return the bundle as a signed note.

    Raises:
        BadBundle: If it holds more than a bundle may, or something that could not be read again.
    """
    signed = signer.sign(_text_of(bundle))
    read_signed(signed, {bundle.author: signer.public})
    return signed


def read_signed(text: str, keys: Mapping[str, PublicKey]) -> Bundle:
    """Return the bundle that was signed with its author's key among *keys*, by alias.

    Raises:
        NotSigned: If another key signed it, or it was changed.
        BadBundle: If it is no bundle, or larger than one may be.
    """
    lines = _signed_lines(text)
    header = _read(lines[0], _HEADER)
    key = keys.get(header["author"])
    if key is None:
        raise NotSigned("no key is known of its author")
    try:
        signed = read_note(text, key)
    except BadNote:
        raise NotSigned("it was not signed with its author's key, or changed") from None
    bundle = _bundle(header, lines[1:])
    if _text_of(bundle) != signed:
        raise BadBundle("it is not written as bundles are")
    return bundle


def bundle_file_name(bundle: Bundle) -> str:
    """Return the name under which the bundle's file is kept and handed in."""
    return f"clarion-{bundle.author}-{bundle.made_on.isoformat()}-{bundle.id[:4]}.signed"


def _signed_lines(text: str) -> list[bytes]:
    """Return the lines above the one line with the signature."""
    try:
        content = text.encode()
    except UnicodeEncodeError:
        raise BadBundle("it is not text") from None
    if len(content) > BUNDLE_MAX:
        raise BadBundle("it is larger than a bundle may be")
    body, gap, signature = content.rpartition(b"\n\n")
    if not gap or signature.count(b"\n") != 1 or body.count(b"\n") > ITEMS_MAX:
        raise BadBundle("it is no signed note, or has more items than a bundle may")
    return body.split(b"\n")


def _bundle(header: Mapping[str, Any], lines: list[bytes]) -> Bundle:
    if (header["format"], header["version"]) != (_FORMAT, _VERSION):
        raise BadBundle("it is of another format or version")
    if not (_ID.fullmatch(header["id"]) and _ALIAS.fullmatch(header["author"])):
        raise BadBundle("its identity or its author is not written as such")
    if not lines:
        raise BadBundle("it holds nothing")
    try:
        made_on = date.fromisoformat(header["made_on"])
    except ValueError:
        raise BadBundle("its day is none") from None
    return Bundle(header["id"], made_on, header["author"], tuple(map(_item, lines)))


def _item(line: bytes) -> Item:
    kind = next((kind for kind in _ITEMS if line.startswith(f'{{"kind":"{kind}",'.encode())), None)
    if kind is None:
        raise BadBundle("an item is of no known kind")
    fields = _read(line, _ITEMS[kind])
    if not _TAG.fullmatch(tag := fields["tag"]):
        raise BadBundle("the tag of an item is none")
    try:
        match kind:
            case "rating":
                return Rating(tag, SourceGrade(fields["source"]), ContentGrade(fields["content"]))
            case "label":
                return Labelling(tag, Label(fields["label"]))
            case _:
                return Reply(tag, _sealed(fields["sealed"]))
    except ValueError:  # also what base64 refuses
        raise BadBundle("an item says something that is not foreseen") from None


def _sealed(written: str) -> bytes:
    sealed = base64.b64decode(written, validate=True)
    if not 0 < len(sealed) <= SEALED_MAX:
        raise binascii.Error("a sealed reply is empty or too long")
    return sealed


def _read(line: bytes, kinds: Mapping[str, type]) -> dict[str, Any]:
    try:
        return read_object(line, kinds, _LINE_MAX)
    except NotTheObject:
        raise BadBundle("a line is not the object that is expected there") from None


def _text_of(bundle: Bundle) -> str:
    """Write the bundle in the one way in which it is read."""
    header = {
        "format": _FORMAT,
        "version": _VERSION,
        "id": bundle.id,
        "made_on": bundle.made_on.isoformat(),
        "author": bundle.author,
        "count": len(bundle.items),
    }
    lines = (json.dumps(line, separators=(",", ":")) for line in (header, *map(_written, bundle.items)))
    return "".join(f"{line}\n" for line in lines)


def _written(item: Item) -> dict[str, str | int]:
    match item:
        case Reply(tag, sealed):
            return {"kind": "reply", "tag": tag, "sealed": base64.b64encode(sealed).decode()}
        case Rating(tag, source, content):
            return {"kind": "rating", "tag": tag, "source": source.value, "content": content.value}
        case Labelling(tag, label):
            return {"kind": "label", "tag": tag, "label": label.value}
