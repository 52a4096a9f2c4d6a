"""Numbers of rows in addresses: none that the database could not hold, so that what is asked for is only missing."""

from __future__ import annotations

from starlette.convertors import Convertor

DIGITS_MAX = 12  # a row in the largest table stays below


class RowConvertor(Convertor[int]):
    """The number of a row, as `{number:row}` in a route."""

    regex = f"[0-9]{{1,{DIGITS_MAX}}}"

    def convert(self, value: str) -> int:
        """Return the number that stands in the address."""
        return int(value)

    def to_string(self, value: int) -> str:
        """Return the number as it stands in an address."""
        return str(value)
