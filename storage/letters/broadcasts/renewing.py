"""Renewing what waits: what was planned before an appeal was corrected goes out in its new version.

A correction renews in slices, as it is written (see `corrections`); what is to be sent before its slice
comes is renewed as it is leased. Either way, who has the new version already does not get it a second time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.letters.broadcasts.follow_ups import IN_SLICE, RECIPIENTS
from storage.letters.states import LIVE
from storage.transactions import in_list, numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.transactions import Row, Transaction, Values

EARLIER = "SELECT id FROM appeal_version WHERE appeal = :code AND number < :number"


_UP_TO_NOW = "SELECT id FROM appeal_version WHERE appeal = :code AND number <= :number"


def later_letters(recipient: str, person: str, version: str) -> str:
    """Select the letters that bring *person* a later version of the appeal than *version*; both are expressions."""
    return f"""
        SELECT 1 FROM letter AS later
        WHERE later.version IN ({_UP_TO_NOW}) AND later.{recipient} = {person} AND later.{LIVE}
            AND later.version > {version}
    """


_DIGEST_READER = "(SELECT subscriber FROM letter WHERE letter.id = digest_item.letter)"
_SUPERSEDED = " OR ".join(f"EXISTS ({later_letters(one, f'letter.{one}', 'letter.version')})" for one in RECIPIENTS)


async def renew_slice(tx: Transaction, values: Values) -> None:
    """Give what waits in a slice the version `:version`, which is number `:number` of `:code`.

    Of several letters that wait or came, the one with the latest version counts: others are left, to be skipped.
    """
    await tx.execute(
        f"""
        UPDATE letter SET version = :version
        WHERE {IN_SLICE} AND letter.state = 'pending' AND +letter.version IN ({EARLIER}) AND NOT ({_SUPERSEDED})
        """,
        values,
    )
    await tx.execute(
        f"""
        UPDATE digest_item SET version = :version
        WHERE version IN ({EARLIER}) AND letter IN (SELECT letter.id FROM letter
                WHERE {IN_SLICE} AND letter.state = 'pending' AND +letter.version IS NULL)
            AND NOT EXISTS ({later_letters("subscriber", _DIGEST_READER, "digest_item.version")})
        """,
        values,
    )


async def renew_letters(tx: Transaction, letters: Sequence[int]) -> bool:
    """Renew those of *letters* that wait with a version that is not the current one; return whether there were any."""
    corrected = await _corrected(tx, letters) if letters else []
    for row in corrected:
        for letter in letters:
            await renew_slice(tx, {**dict(row), "first": letter, "last": letter})
    return bool(corrected)


async def _corrected(tx: Transaction, letters: Sequence[int]) -> list[Row]:
    """Return the current version of each appeal of which one of *letters* brings an earlier one."""
    ids = numbered("letter", letters)
    return await tx.all(
        f"""
        SELECT DISTINCT current.id AS version, current.appeal AS code, current.number AS number
        FROM letter LEFT JOIN digest_item ON digest_item.letter = letter.id
            JOIN appeal_version AS brought ON brought.id = COALESCE(letter.version, digest_item.version)
            JOIN appeal ON appeal.code = brought.appeal
            JOIN appeal_version AS current ON current.appeal = appeal.code AND current.number = appeal.version
        WHERE letter.id IN ({in_list(ids)}) AND brought.number < current.number
        """,
        ids,
    )
