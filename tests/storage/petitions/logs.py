"""Small logs, heads and proofs of the tests' own, made as the database makes them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.notes import Signer
from storage.petitions.log.commitments import Statement, commitment
from storage.petitions.log.consistency import Consistency, consistency_text
from storage.petitions.log.entries import Deed, Entry, Replay, leaf_of
from storage.petitions.log.heads import Head, sign_head
from storage.petitions.log.proofs import Proof
from tests.storage.petitions.reference import consistency, inclusion, tree_hash

if TYPE_CHECKING:
    from collections.abc import Sequence

CODE = "DEMO-002"
NOW = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
OURS, THEIRS = (Signer(Ed25519PrivateKey.from_private_bytes(bytes([byte]) * 32)) for byte in (1, 2))
BASE = Statement(CODE, 1, "ab" * 32, "Amina K.", "KR", "telegram", "2026-11-22")


def salt_of(number: int) -> bytes:
    return number.to_bytes(32)


def stated(number: int, *, name: str = "", channel: str = "telegram", code: str = CODE) -> Statement:
    return replace(BASE, petition=code, number=number, name=name or f"김수진 {number}", channel=channel)


def signed(number: int, channel: str = "telegram", code: str = CODE) -> Entry:
    statement = stated(number, channel=channel, code=code)
    return Entry(Deed.SIGNED, channel=channel, commitment=commitment(statement, salt_of(number)))


def earlier(number: int, channel: str = "telegram") -> Entry:
    return Entry(Deed.EARLIER, channel=channel, commitment=salt_of(number).hex())


@dataclass
class Log:
    """A log whose entry at position p is the signature with number p + 1, unless other entries are given."""

    entries: list[Entry] = field(default_factory=list)
    code: str = CODE
    signer: Signer = OURS

    @classmethod
    def of(cls, size: int, *, code: str = CODE, signer: Signer = OURS) -> Log:
        return cls([signed(number, code=code) for number in range(1, size + 1)], code, signer)

    def leaves(self, size: int | None = None) -> list[bytes]:
        return [leaf_of(self.code, entry) for entry in self.entries[:size]]

    def counts(self, size: int | None = None) -> dict[str, int]:
        replay = Replay()
        for entry in self.entries[:size]:
            replay.add(entry)
        return dict(replay.counts)

    def note(self, size: int | None = None, **other: object) -> str:
        size = len(self.entries) if size is None else size
        head = Head(self.code, size, tree_hash(self.leaves(size)), NOW, self.counts(size))
        return sign_head(replace(head, **other), self.signer)  # type: ignore[arg-type]

    def proof(self, position: int, size: int | None = None) -> Proof:
        number = position + 1
        return Proof(
            self.entries[position],
            position,
            salt_of(number),
            stated(number, code=self.code),
            tuple(inclusion(position, self.leaves(size))),
            self.note(size),
        )

    def consistency(self, earlier: int) -> str:
        path = tuple(consistency(earlier, self.leaves()))
        return consistency_text(Consistency(self.note(earlier), self.note(), path))


def notes(sizes: Sequence[int], log: Log) -> str:
    return "---\n".join(log.note(size) for size in sizes)
