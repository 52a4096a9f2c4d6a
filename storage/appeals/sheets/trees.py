"""Finding parts in the tree of a head, each with its path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.appeals.sheets.faults import Path

_YES_OR_NO = TypeAdapter(bool)


def each(tree: object, steps: tuple[str, ...], path: Path = ()) -> Iterator[tuple[dict[str, object], Path]]:
    """Find every mapping that has the last of *steps*, with the path of that key; `*` is each item."""
    if steps[0] == "*":
        for index, item in enumerate(tree if isinstance(tree, list) else []):
            yield from each(item, steps[1:], (*path, index))
    elif isinstance(tree, dict) and steps[0] in tree:
        here = (*path, steps[0])
        if len(steps) == 1:
            yield tree, here
        else:
            yield from each(tree[steps[0]], steps[1:], here)


def key(path: Path) -> str:
    """Return the last step of a path that leads to a key."""
    return str(path[-1])


def is_yes(written: object) -> bool:
    """Say whether a value is a yes; what is neither yes nor no is none, and the model names it."""
    try:
        return _YES_OR_NO.validate_python(written)
    except ValidationError:
        return False
