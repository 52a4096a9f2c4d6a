"""What the link by which somebody came does to their signature: whose it counts for, and whether it must wait."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.petitions.signatures.records import Signing
    from storage.transactions import Transaction

MINUTE = 60  # seconds


async def without_ended_links(tx: Transaction, code: str, signings: Sequence[Signing]) -> list[Signing]:
    """Return *signings* as they are counted: those through a link that has ended count for no link."""
    sources = _sources(signings)
    if not sources:
        return list(signings)
    rows = await tx.all(
        f"SELECT source FROM link WHERE appeal = :code AND ended_at IS NOT NULL AND source IN ({in_list(sources)})",
        {"code": code, **sources},
    )
    ended = {row["source"] for row in rows}
    return [replace(signing, source=None) if signing.source in ended else signing for signing in signings]


async def beyond_limit(tx: Transaction, code: str, signings: Sequence[Signing]) -> frozenset[int]:
    """Return the places of those *signings* that come through a link by which too many came within a minute."""
    sources = _sources(signings)
    if not sources:
        return frozenset()
    limits = await tx.all(
        f"""
        SELECT source, per_minute FROM link
        WHERE appeal = :code AND per_minute IS NOT NULL AND ended_at IS NULL AND source IN ({in_list(sources)})
        """,
        {"code": code, **sources},
    )
    places: set[int] = set()
    for limit in limits:
        mine = [place for place, signing in enumerate(signings) if signing.source == limit["source"]]
        since = min(int(signings[place].at.timestamp()) for place in mine) - MINUTE
        recent = await tx.only(
            "SELECT COUNT(*) AS n FROM signature WHERE appeal = :code AND source = :source AND signed_at > :since",
            {"code": code, "source": limit["source"], "since": since},
        )
        room = max(0, limit["per_minute"] - recent["n"])
        places.update(mine[room:])
    return frozenset(places)


def _sources(signings: Sequence[Signing]) -> dict[str, str]:
    return numbered("source", sorted({signing.source for signing in signings if signing.source}))
