"""A model's verdict on a drafted tree, in the words of the sheet's faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from storage.appeals.sheets.faults import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from storage.appeals.sheets.faults import Findings

Model = TypeVar("Model", bound=BaseModel)

_PROBLEMS = {
    "missing": Problem.MISSING,
    "string_too_short": Problem.MISSING,
    "too_short": Problem.MISSING,
    "extra_forbidden": Problem.UNKNOWN_KEY,
    "string_type": Problem.NOT_A_TEXT,
    "tuple_type": Problem.NOT_A_LIST,
    "model_type": Problem.NOT_A_GROUP,
    "mapping_type": Problem.NOT_A_GROUP,
    "dict_type": Problem.NOT_A_GROUP,
    "bool_type": Problem.NOT_YES_OR_NO,
    "bool_parsing": Problem.NOT_YES_OR_NO,
    "enum": Problem.NOT_ONE_OF,
    "string_too_long": Problem.TOO_LONG,
    "too_long": Problem.TOO_MANY,
    "string_pattern_mismatch": Problem.ID_FORM,
} | dict.fromkeys(
    (
        "int_type",
        "int_parsing",
        "int_parsing_size",
        "int_from_float",
        "greater_than",
        "greater_than_equal",
        "less_than_equal",
    ),
    Problem.NOT_A_NUMBER,
)
# The model's own checks across parts say again, without a line, what drafting said with one.
_ACROSS_PARTS = "value_error"


def validated(model: type[Model], tree: Mapping[str, object], findings: Findings) -> Model:
    """Return what the tree says, such as an appeal.

    Raises:
        SheetFaults: If anything was found before, or the model refuses the tree.
    """
    try:
        content = model.model_validate(tree)
    except ValidationError as refusal:
        for error in refusal.errors(include_url=False):
            _record(error, findings)
        raise findings.refuse() from None
    if len(findings):
        raise findings.refuse()
    return content


def _record(error: ErrorDetails, findings: Findings) -> None:
    path = tuple(step for step in error["loc"] if step != "[key]")
    kind = error["type"]
    # Items that were refused one by one also leave their list too short.
    restated = (kind == _ACROSS_PARTS and len(findings)) or (kind == "too_short" and error["input"])
    if restated or findings.told(path):
        return
    if kind in _PROBLEMS:
        findings.add(path, _PROBLEMS[kind], _detail(error))
    elif kind in set(Problem):
        findings.add(path, Problem(kind))
    else:
        findings.add(path, Problem.WRONG, error["msg"])


def _detail(error: ErrorDetails) -> str:
    limits = error.get("ctx", {})
    if error["type"] == "string_too_long":
        return f"{len(error['input'])} > {limits['max_length']}"
    if error["type"] == "too_long":
        return f"{limits['actual_length']} > {limits['max_length']}"
    if error["type"] == "enum":
        return str(limits["expected"]).replace("'", "").replace(" or ", ", ")
    return ""
