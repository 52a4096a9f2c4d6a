"""Whether those who signed one version of a petition have to be asked again about another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.appeals.model import Appeal


def asks_again(earlier: Appeal, later: Appeal) -> bool:
    """Say whether the later version asks for something else, or asks somebody else, than the one that was signed.

    What is told around it may change. A language that is added or dropped changes nothing for those who read another
    one; where the two versions share none, nobody can tell, and they are asked.
    """
    shared = set(earlier.texts) & set(later.texts)
    return not shared or _asked(earlier, shared) != _asked(later, shared)


def _asked(appeal: Appeal, languages: set[str]) -> dict[str, object]:
    """Return who is asked for what, in those languages; in which order they are named does not matter."""
    return {
        one.id: {language: (one.office[language], one.demands[language]) for language in languages}
        for one in appeal.addressees
        if one.demands
    }
