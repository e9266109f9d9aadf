"""YAML with the line of every value, and nothing guessed: dates stay text, only true and false are bool."""

import re
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias

import yaml

from backend.campaigns.texts import FieldPath

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"

_DEEPEST = 20
_TAG = "tag:yaml.org,2002:"
_SCALARS = {
    "null": (re.compile(r"~|null|"), ["~", "n", ""]),
    "bool": (re.compile(r"true|false"), ["t", "f"]),
    "int": (re.compile(r"[-+]?(0|[1-9][0-9]{0,17})"), list("-+0123456789")),
    "float": (re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}"), list("-+0123456789")),
}


@dataclass(frozen=True)
class Problem:
    """`line` counts from 1; `path` leads from the top of the file to the value."""

    line: int
    path: FieldPath
    sentence: str


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 PyYAML's own name
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            self._refuse("aliases (*name) are not read: write the text out")
        if self.depth > _DEEPEST:
            self._refuse("is nested too deeply")
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1

    def _refuse(self, sentence: str) -> NoReturn:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        raise yaml.composer.ComposerError(None, None, sentence, event.start_mark)


for _name, (_pattern, _first) in _SCALARS.items():
    _Loader.add_implicit_resolver(_TAG + _name, re.compile(rf"(?:{_pattern.pattern})\Z"), _first)


@dataclass
class Tree:
    """Plain values of a file, the line of each, and what was wrong with the YAML itself."""

    value: Value = None
    lines: dict[FieldPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, path: FieldPath) -> int:
        """Of the value, or else of the nearest one above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def complain(self, node: yaml.Node, path: FieldPath, sentence: str) -> None:
        self.problems.append(Problem(node.start_mark.line + 1, path, sentence))


def grow(source: str) -> Tree:
    tree = Tree()
    root = _composed(source, tree)
    if root is not None:
        tree.value = _value(root, (), tree)
    return tree


def _composed(source: str, tree: Tree) -> yaml.Node | None:
    loader = None
    try:
        loader = _Loader(source)
        return loader.get_single_node()
    except yaml.reader.ReaderError as unreadable:
        line = source.count("\n", 0, int(unreadable.position)) + 1
        tree.problems.append(Problem(line, (), f"holds a character that YAML forbids: {unreadable.reason}"))
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        sentence = " ".join(said for said in (broken.context, broken.problem) if said)
        tree.problems.append(Problem(mark.line + 1 if mark else 1, (), f"is not YAML: {sentence}"))
    except (ValueError, OverflowError) as broken:  # PyYAML lets chr() fail on an escape beyond Unicode
        line = loader.get_mark().line + 1 if loader else 1
        tree.problems.append(Problem(line, (), f"is not YAML: {broken}"))
    return None


def _value(node: yaml.Node, path: FieldPath, tree: Tree) -> Value:
    tree.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode) and node.tag == f"{_TAG}map":
        return _mapping(node, path, tree)
    if isinstance(node, yaml.SequenceNode) and node.tag == f"{_TAG}seq":
        return [_value(item, (*path, place), tree) for place, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, path, tree)
    tree.complain(node, path, f"the tag {node.tag} is not read")
    return None


def _mapping(node: yaml.MappingNode, path: FieldPath, tree: Tree) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode) or not _is_sound(key.value):
            tree.complain(key, path, "a field name must be plain text")
            continue
        below = (*path, str(key.value))
        if key.value in values:
            tree.complain(key, below, f"stands twice, first on line {tree.lines[below]}")
            continue
        tree.lines[below] = key.start_mark.line + 1
        values[str(key.value)] = _value(child, below, tree)
    return values


def _scalar(node: yaml.ScalarNode, path: FieldPath, tree: Tree) -> Value:
    kind, said = node.tag.removeprefix(_TAG), str(node.value)
    if not _is_sound(said):
        tree.complain(node, path, "holds half a character (a lone surrogate)")
    elif kind == "str":
        return said
    elif kind not in _SCALARS or not _SCALARS[kind][0].fullmatch(said):
        tree.complain(node, path, f"{said[:40]!r} cannot be read with the tag {node.tag}")
    elif kind == "bool":
        return said == "true"
    elif kind in ("int", "float"):
        return int(said) if kind == "int" else float(said)
    return None


def _is_sound(said: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in said)
