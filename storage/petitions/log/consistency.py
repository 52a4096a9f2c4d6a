"""The proof that a log only grew between two signed heads: nothing of the earlier one was changed or left out.

clarion-consistency/1
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=      the path between the two trees (RFC 9162, section 2.1.4)
…

clarion/DEMO-002                                  the earlier head
…
---
clarion/DEMO-002                                  the later one
…
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.notes import BadNote
from storage.petitions.log.heads import read_head
from storage.petitions.log.paths import BadPath, roots_by_consistency

if TYPE_CHECKING:
    from storage.notes import PublicKey
    from storage.petitions.log.heads import Head

FIRST_LINE = "clarion-consistency/1"
BETWEEN = "---\n"  # two notes

_FORM = re.compile(rf"{FIRST_LINE}\n(?P<path>(?:[A-Za-z0-9+/]{{43}}=\n)*)\n(?P<notes>.*)", re.DOTALL)


class NotConsistent(ValueError):
    """Nothing proves that one head continues the other; the message says why."""


@dataclass(frozen=True)
class Consistency:
    """Two signed heads and the path between their trees."""

    earlier: str
    later: str
    path: tuple[bytes, ...]


def consistency_text(proof: Consistency) -> str:
    """Return the proof as the text of a file."""
    path = "".join(f"{base64.b64encode(digest).decode()}\n" for digest in proof.path)
    return f"{FIRST_LINE}\n{path}\n{proof.earlier}{BETWEEN}{proof.later}"


def read_consistency(text: str) -> Consistency:
    """Return the proof that a text is.

    Raises:
        NotConsistent: If it is none, or not written as `consistency_text` writes it.
    """
    found = _FORM.fullmatch(text)
    if found is None:
        raise NotConsistent("this is not a proof between two heads")
    earlier, _, later = found["notes"].partition(f"\n{BETWEEN}")
    path = tuple(base64.b64decode(line) for line in found["path"].splitlines())
    proof = Consistency(f"{earlier}\n", later, path)
    if consistency_text(proof) != text:
        raise NotConsistent("the proof was changed after it was given out")
    return proof


def verify_consistency(text: str, key: PublicKey) -> tuple[Head, Head]:
    """Return the earlier and the later head, of which the later one continues the earlier one.

    Raises:
        NotConsistent: If nothing proves that.
    """
    proof = read_consistency(text)
    try:
        earlier, later = read_head(proof.earlier, key), read_head(proof.later, key)
        roots = roots_by_consistency(earlier.size, later.size, earlier.root, proof.path)
    except (BadNote, BadPath) as error:
        raise NotConsistent(str(error)) from error
    if earlier.petition != later.petition:
        raise NotConsistent("the two heads belong to different petitions")
    if roots != (earlier.root, later.root):
        raise NotConsistent("the later head does not continue the earlier one: the log was changed or forked")
    if earlier.size == later.size and earlier.counts != later.counts:
        raise NotConsistent("the two heads count the same log differently")
    return earlier, later
