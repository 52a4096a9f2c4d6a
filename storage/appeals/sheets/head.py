"""The head of a sheet: YAML read as plain strings, so that neither `NO` nor `2013-06` changes its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import yaml
from yaml.nodes import MappingNode, ScalarNode, SequenceNode
from yaml.scanner import ScannerError

from storage.appeals.sheets.cleaning import clean_scalar
from storage.appeals.sheets.faults import Problem, dotted

if TYPE_CHECKING:
    from yaml.error import Mark
    from yaml.events import Event
    from yaml.nodes import Node

    from storage.appeals.sheets.faults import Findings, Path

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"

DEPTH_MAX = 8  # levels; the deepest key of a sheet lies on the fifth


class _Refused(Exception):
    """YAML that no sheet needs: aliases can blow up, tags can construct, and depth can exhaust."""

    def __init__(self, problem: Problem, event: Event) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = event.start_mark.line if event.start_mark else 0


class _Loader(yaml.SafeLoader):
    """A safe loader that refuses anchors, aliases, tags, depth and escapes of no character while it composes."""

    depth = 0

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        event: Event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise _Refused(Problem.YAML_TRICK, event)
        if self.depth == DEPTH_MAX:
            raise _Refused(Problem.TOO_DEEP, event)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Mark) -> list[str]:
        try:
            return super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):  # of `chr`
            mark = self.get_mark()
            raise ScannerError(None, None, "found an escape of no character", mark) from None


def read_head(text: str, first_line: int, findings: Findings) -> dict[str, Tree] | None:
    """Return the head's keys without the empty ones, or `None` where it cannot be read at all."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except _Refused as refused:
        findings.add_on(first_line + refused.line, "", refused.problem)
        return None
    except yaml.MarkedYAMLError as error:
        findings.add_on(_line(error, first_line), "", Problem.NOT_YAML, error.problem or "")
        return None
    except yaml.YAMLError:
        findings.add_on(first_line, "", Problem.NOT_YAML)
        return None
    if node is None:
        return {}
    if not isinstance(node, MappingNode):
        findings.add_on(first_line, "", Problem.NOT_YAML)
        return None
    return _Reading(first_line, findings).mapping(node, ())


def _line(error: yaml.MarkedYAMLError, first_line: int) -> int:
    # A quotation mark that is never closed is found at the end, and has to be mended where it was opened.
    never_ended = error.problem == "found unexpected end of stream"
    mark = (never_ended and error.context_mark) or error.problem_mark or error.context_mark
    return first_line + (mark.line if mark else 0)


class _Reading:
    """Turns nodes into strings, lists and dictionaries, and notes the line of each."""

    def __init__(self, first_line: int, findings: Findings) -> None:
        self._first_line = first_line
        self._findings = findings

    def value(self, node: Node, path: Path) -> Tree | None:
        """Return what the node holds, or `None` where it is empty."""
        if isinstance(node, MappingNode):
            return self.mapping(node, path)
        if isinstance(node, SequenceNode):
            return self.sequence(node, path)
        return self.scalar(node, path)

    def scalar(self, node: Node, path: Path) -> str | None:
        assert isinstance(node, ScalarNode)  # the third and last kind of node
        text = self._clean(node, path).strip()
        return None if node.tag == "tag:yaml.org,2002:null" else text or None

    def sequence(self, node: SequenceNode, path: Path) -> list[Tree]:
        values: list[Tree] = []
        for item in node.value:
            where = (*path, len(values))
            self._findings.place(where, self._line(item))
            if (value := self.value(item, where)) is not None:
                values.append(value)
        return values

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Tree]:
        values: dict[str, Tree] = {}
        seen: set[str] = set()
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self._findings.add_on(self._line(key_node), "", Problem.NOT_YAML)
                continue
            key = " ".join(self._clean(key_node, path).split())
            where = (*path, key)
            if key in seen:
                self._findings.add_on(self._line(key_node), dotted(where), Problem.DUPLICATE)
                continue
            seen.add(key)
            self._findings.place(where, self._line(key_node))
            if (value := self.value(value_node, where)) is not None:
                values[key] = value
        return values

    def _clean(self, node: ScalarNode, path: Path) -> str:
        return clean_scalar(str(node.value), self._line(node), dotted(path), self._findings)

    def _line(self, node: Node) -> int:
        return self._first_line + int(node.start_mark.line)
