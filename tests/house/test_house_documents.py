"""What can be set, called or made is documented, and the documents agree with one another."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import house_sources as sources
import pytest
from pydantic_settings import BaseSettings
from typer.main import get_command

from backend.config import Settings
from jindianzi.cli import app
from webchat.config import Settings as WebchatSettings

DOCS = sources.ROOT / "docs"
OPERATIONS = (DOCS / "operations.md").read_text("utf-8")
README = (sources.ROOT / "README.md").read_text("utf-8")
README_ZH = (sources.ROOT / "README.zh-CN.md").read_text("utf-8")
CONTRIBUTING = (sources.ROOT / "CONTRIBUTING.md").read_text("utf-8")
LONGEST_README = 120


def settings_of(kind: type[BaseSettings]) -> Iterator[str]:
    prefix = kind.model_config["env_prefix"]
    for name, field in kind.model_fields.items():
        yield str(field.validation_alias or f"{prefix}{name}".upper())


def documented_settings() -> set[str]:
    """Return the settings in the first cells of the tables."""
    cells = re.findall(r"^\| ((?:`[A-Z_]+` ?)+)\|", OPERATIONS, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([A-Z_]+)`", cell)}


def test_every_setting_is_documented_and_none_besides() -> None:
    assert documented_settings() == {*settings_of(Settings), *settings_of(WebchatSettings)}


def test_every_default_is_documented_as_it_is() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| `([^`]*)` \|", OPERATIONS, re.MULTILINE))
    for name, field in zip(settings_of(Settings), Settings.model_fields.values(), strict=True):
        if isinstance(field.default, bool | int | float) or name == "JINDIANZI_LOG_LEVEL":
            assert rows.get(name) == str(field.default).replace("True", "true").replace("False", "false")


@pytest.mark.parametrize("kind", [Settings, WebchatSettings])
def test_every_setting_is_read_somewhere(kind: type[BaseSettings]) -> None:
    read = {node.attr for _, node in sources.nodes(*sources.PACKAGES) if isinstance(node, ast.Attribute)}
    assert set(kind.model_fields) - read == set()


def commands() -> Iterator[str]:
    for name, command in get_command(app).commands.items():
        inner = getattr(command, "commands", None)
        yield from (f"{name} {part}" for part in inner) if inner else (name,)


def test_every_command_is_documented_and_none_besides() -> None:
    named = re.findall(r"^\| `python -m jindianzi ([a-z]+(?: [a-z]+)?)", OPERATIONS, re.MULTILINE)
    assert sorted(named) == sorted(commands())


def targets() -> list[str]:
    makefile = (sources.ROOT / "Makefile").read_text("utf-8")
    return re.findall(r"^([a-z-]+):(?!=)", makefile, re.MULTILINE)


def test_every_make_target_is_in_its_help_and_in_the_documents() -> None:
    help_ = subprocess.run(
        ["make", "help"], cwd=sources.ROOT, check=True, capture_output=True, text=True
    ).stdout
    assert re.findall(r"^  make ([a-z-]+)", help_, re.MULTILINE) == targets()
    assert set(targets()) - set(re.findall(r"make ([a-z-]+)", README + CONTRIBUTING)) == set()


def test_the_documents_name_no_make_target_that_is_not_there() -> None:
    named = re.findall(r"`make ([a-z-]+)", "".join(path.read_text("utf-8") for path in pages()))
    assert set(named) - set(targets()) == set()


def outline(page: str) -> dict[str, list[str]]:
    """Return what two languages of one page must share."""
    rows = [line.count("|") for line in page.splitlines() if line.startswith("|")]
    return {
        "headings": re.findall(r"^(#+) ", page, re.MULTILINE),
        "code": re.findall(r"^```.*?^```", page, re.MULTILINE | re.DOTALL),
        "commands and places": re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", page, flags=re.DOTALL)),
        "links": re.findall(r"\]\(((?!README)[^)]+)\)|<(http[^>]+)>", page),
        "tables": [str(count) for count in rows],
        "points": re.findall(r"^(-) ", page, re.MULTILINE),
    }


def test_the_readmes_are_alike() -> None:
    assert outline(README) == outline(README_ZH)


@pytest.mark.parametrize("page", [README, README_ZH])
def test_the_readmes_are_short(page: str) -> None:
    assert len(page.splitlines()) < LONGEST_README


def pages() -> list[Path]:
    return [*sorted(sources.ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("page", pages(), ids=sources.shown)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_decisions_are_numbered_in_a_row_and_say_why() -> None:
    records = sorted((DOCS / "decisions").glob("*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    for path in records:
        heads = re.findall(r"^## (.+)$", path.read_text("utf-8"), re.MULTILINE)
        assert heads == ["Context", "Decision", "Consequences"], path.name


def test_the_glossary_names_the_words_of_the_field() -> None:
    glossary = (DOCS / "glossary.md").read_text("utf-8")
    rows = {
        tuple(cell.strip() for cell in line.split("|")[1:3]) for line in glossary.splitlines() if "|" in line
    }
    known = {(chinese, english) for left, english in rows for chinese in re.split("、", left)}
    assert WORDS - known == set()


WORDS = {
    ("建议", "suggestion"), ("征集活动", "campaign"), ("主题", "theme"), ("议题", "topic"),
    ("人民建议信息员", "information officer"), ("网上信访代理员", "proxy"), ("征集办", "collection office"),
    ("单位", "unit"), ("承办单位", "handling unit"), ("主办", "lead"), ("协办", "assisting"),
    ("转办", "forward"), ("督办", "supervise"), ("答复", "reply"), ("采纳", "adopt"),
    ("追问", "follow-up question"), ("承诺事项", "promise"), ("满意度评价", "rating"), ("草稿", "draft"),
}  # fmt: skip
