"""What a petition of a million signatures costs: its live count, a proof, an export."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, at_most, plain, times_at_least
from tests.bench.processes import result_of

if TYPE_CHECKING:
    from tests.bench.houses import Houses

MILLION, QUICK_MILLION = 1_000_000, 30_000
MEGABYTE = 1_000_000
OTHER_FORMS = {"json": "JSON lines", "osdi": "OSDI"}


async def archive(houses: Houses, *, quick: bool) -> list[Figure]:
    """Look at a petition with so many signatures, and take all of them out."""
    people = QUICK_MILLION if quick else MILLION
    house = str(houses.folder / "archive")
    await result_of("million.filled", folder=house, signatures=people)
    looked = await result_of("million.looked", folder=house)
    scanned = await result_of("million.scanned", folder=house)
    bare = await result_of("million.bare", folder=house)
    written = await result_of("million.exported", folder=house, form="csv")
    others = {form: await result_of("million.exported", folder=house, form=form) for form in OTHER_FORMS}
    houses.leave(house)
    name = f"export of {people:,} signatures as CSV"
    return [
        at_most(f"live count of {people:,}, median", median(looked["counts"]) * 1_000, "ms", 1),
        plain("the same by counting rows", scanned["seconds"] * 1_000, "ms"),
        at_most(f"inclusion path of one in {people:,}, median", median(looked["paths"]) * 1_000, "ms", 5),
        plain(
            "the whole proof of a signer, with all that is opened and signed", median(looked["proofs"]) * 1_000, "ms"
        ),
        at_most("its size", looked["largest"], "bytes", 2_000),
        times_at_least(name, written["rows"] / written["seconds"], "/s", bare["rows"] / bare["seconds"], 0.5),
        at_most(f"{name}: memory above idle", written["memory"] / MEGABYTE, "MB", 32),
        at_most(f"{name}: longest stall of the loop", written["stall"] * 1_000, "ms", 150),
        *(
            plain(f"the same as {words}", others[form]["rows"] / others[form]["seconds"], "/s")
            for form, words in OTHER_FORMS.items()
        ),
    ]
