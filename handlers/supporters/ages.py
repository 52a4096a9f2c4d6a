"""How old people must be to take part: asked as yes or no, never as a date of birth, and never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.appeals.model import Appeal

_ANYWHERE = 16  # years; GDPR art. 8, where a country has not chosen a lower age
_BY_COUNTRY = {"KR": 14}  # years; PIPA art. 22-2


def age_for(appeal: Appeal, country: str) -> int:
    """Return the age in years from which on people of the *country* may take part; a sheet only raises it."""
    return max(_BY_COUNTRY.get(country, _ANYWHERE), appeal.minimum_age or 0)
