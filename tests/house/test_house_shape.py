"""The shape of the code: sizes, names, one-way imports, locked requirements."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import house_sources as sources
import pytest

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
NAMELESS = {"utils", "helpers", "common", "base", "manager", "core", "misc"}
SLICES = (
    "awards", "batches", "calls", "campaigns", "collecting", "contacts", "deadlines", "drafts", "files",
    "handling", "inbox", "ledger", "mydata", "notes", "notices", "occasions", "officers", "own_page", "pace",
    "people", "printing", "recognition",
    "programs", "promises", "proxy", "push", "questions", "quotas", "ratings", "replies", "sources", "staff",
    "suggestions", "units", "visits",
)  # fmt: skip
EDGES = ("api", "citizen", "collect", "console")
GROUND = {"clock", "config", "db", "errors", "i18n", "secret"}
"""Modules of backend below all slices."""
LOCKS = ("requirements.lock", "requirements-dev.lock")


def scripts_and_styles() -> list[Path]:
    return [path for package in sources.PACKAGES for path in (sources.ROOT / package).rglob("static/*.*s")]


def test_no_file_is_too_long() -> None:
    everything = [*sources.files(*sources.PACKAGES, "tests"), *scripts_and_styles()]
    assert len(everything) > 100
    long = [sources.shown(path) for path in everything if _lines(path) > LONGEST_FILE]
    assert long == []


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_no_function_is_too_long() -> None:
    long = [
        f"{sources.shown(path)}:{node.lineno} {node.name}"
        for path, node in sources.nodes(*sources.PACKAGES)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_every_module_has_a_name_that_says_something() -> None:
    names = {path.stem for path in sources.files(*sources.PACKAGES)} | {
        path.parent.name for path in sources.files(*sources.PACKAGES)
    }
    assert names & NAMELESS == set()


def test_imports_keep_the_contracts() -> None:
    linting = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    told = subprocess.run(
        [sys.executable, "-c", linting], cwd=sources.ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout  # apart: it silences the loggers of the process it runs in


def imported(path: Path) -> set[str]:
    """Return the modules a file imports, written out in full."""
    found: set[str] = set()
    for node in ast.walk(sources.tree(path)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def importers(module: str, *packages: str) -> set[str]:
    """Return the files that import a module or something in it."""
    return {
        sources.shown(path)
        for path in sources.files(*packages)
        if any(name == module or name.startswith(f"{module}.") for name in imported(path))
    }


def test_only_the_sender_imports_telegram() -> None:
    assert importers("telegram", *sources.PACKAGES) == {"backend/push/sender.py"}


@pytest.mark.parametrize("library", ["fastapi", "starlette"])
def test_only_the_edges_of_the_backend_serve_http(library: str) -> None:
    outside = {path for path in importers(library, "backend") if path.split("/")[1] not in EDGES}
    assert outside == set()


@pytest.mark.parametrize("slice_", SLICES)
def test_slices_know_nothing_of_the_edges(slice_: str) -> None:
    assert importers("backend.api", f"backend/{slice_}") == set()
    assert importers("backend.console", f"backend/{slice_}") == set()


def neighbours(slice_: str) -> set[str]:
    """Return the other slices that a slice imports."""
    names = set().union(*(imported(path) for path in sources.files(f"backend/{slice_}")))
    parts = {name.split(".")[1] for name in names if name.startswith("backend.")}
    return parts & set(SLICES) - {slice_}


def test_slices_import_one_way() -> None:
    """No two slices import each other, not even by way of others."""
    waiting = {slice_: neighbours(slice_) for slice_ in SLICES}
    while ground := {slice_ for slice_, needs in waiting.items() if not needs}:
        waiting = {slice_: needs - ground for slice_, needs in waiting.items() if slice_ not in ground}
    assert waiting == {}


def test_people_and_push_stand_below_the_other_slices() -> None:
    assert neighbours("people") == set()
    assert neighbours("push") <= {"people"}
    below = set().union(*(imported(sources.ROOT / "backend" / f"{name}.py") for name in GROUND))
    assert {name for name in below if name.startswith("backend.")} <= _within(GROUND)


def _within(modules: set[str]) -> set[str]:
    names = {f"backend.{name}" for name in modules}
    inside = {name for module in modules for name in imported(sources.ROOT / "backend" / f"{module}.py")}
    return names | {name for name in inside if any(name.startswith(f"{known}.") for known in names)}


def test_every_slice_is_known() -> None:
    folders = {path.parent.name for path in (sources.ROOT / "backend").glob("*/__init__.py")}
    assert folders == {*SLICES, *EDGES, "migrations"}


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_have_hashes_and_name_no_host(lock: str) -> None:
    text = (sources.ROOT / lock).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 30
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"://|--index-url|--extra-index-url|--find-links| @ ", text) == []
