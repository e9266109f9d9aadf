"""The sources of the house, as its guards read them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("jindianzi", "bot", "backend", "webchat")
TALKING = ("jindianzi", "bot", "backend")
TEMPLATES = [ROOT / "backend" / edge / "templates" for edge in ("citizen", "console")]


def files(*packages: str) -> list[Path]:
    """Return the Python files we write by hand: revisions are written by Alembic."""
    found = [path for package in packages for path in (ROOT / package).rglob("*.py")]
    return sorted(path for path in found if "versions" not in path.parts)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def nodes(*packages: str) -> Iterator[tuple[Path, ast.AST]]:
    for path in files(*packages):
        for node in ast.walk(tree(path)):
            yield path, node


def literals(*packages: str) -> set[str]:
    """Return every string written in the code; an f-string counts with the part before its first blank."""
    return {
        node.value
        for _, node in nodes(*packages)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def template_text() -> str:
    pages = sorted(page for folder in TEMPLATES for page in folder.glob("*.html"))
    return "\n".join(page.read_text("utf-8") for page in pages)


def template_literals() -> set[str]:
    return set(re.findall(r"""["']([a-z][\w-]*)["']""", template_text()))


def script_literals() -> set[str]:
    """Return the keys written in the scripts of our own pages."""
    scripts = sorted((ROOT / "backend").glob("*/static/*.js"))
    return {key for path in scripts for key in re.findall(r'"([a-z]+-[\w-]+)"', path.read_text("utf-8"))}


class _Blanks(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.found.add(node.id.name)


@cache
def sentences(language: str) -> dict[str, frozenset[str]]:
    """Return every key of a language with its blanks; a broken or doubled key is an error."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{shown(path)}: {entry.content}"
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{shown(path)}: {entry.id.name} stands twice"
                blanks = _Blanks()
                blanks.visit(entry)
                found[entry.id.name] = frozenset(blanks.found)
    return found
