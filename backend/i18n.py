"""Sentences in the reader's language, from locales/<language>/*.ftl (Fluent)."""

from functools import cache
from html import escape
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.syntax import FluentParser, ast

LOCALES = Path(__file__).resolve().parent.parent / "locales"
DEFAULT_LANGUAGE = "zh-CN"
LANGUAGES = (DEFAULT_LANGUAGE, "en")
LONGEST_BLANK = 20_000
"""Characters. The library's 2500 guard against sentences of strangers; ours carry whole replies, escaped."""

resolver.MAX_PART_LENGTH = LONGEST_BLANK


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((LOCALES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text("utf-8")))
    return bundle


def _format(language: str, key: str, blanks: dict[str, str | int]) -> str:
    bundle = _bundle(language if language in LANGUAGES else DEFAULT_LANGUAGE)
    message = bundle.get_message(key)
    if message.value is None:
        raise KeyError(key)
    text, errors = bundle.format_pattern(message.value, blanks)
    if errors:
        raise ValueError(f"{key} ({language}): {errors[0]}") from errors[0]
    return str(text)


def templates(language: str, prefix: str) -> dict[str, str]:
    """Return sentences whose keys begin so, each blank written `{name}`, for pages that fill them themselves.

    Such a sentence is plain words and blanks, without cases.
    """
    found = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and entry.id.name.startswith(prefix) and entry.value:
                found[entry.id.name] = "".join(map(_written, entry.value.elements))
    return found


def _written(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return str(element.value)
    blank = element.expression
    if isinstance(blank, ast.StringLiteral):
        return str(blank.parse()["value"])
    if not isinstance(blank, ast.VariableReference):
        raise TypeError(blank)
    return f"{{{blank.id.name}}}"


def has(language: str, key: str) -> bool:
    """Say whether there is such a sentence."""
    return _bundle(language if language in LANGUAGES else DEFAULT_LANGUAGE).has_message(key)


def label(language: str, key: str, **blanks: str | int) -> str:
    """Return plain text, for buttons, alerts and pages that escape by themselves."""
    return _format(language, key, blanks)


def escaped(words: str) -> str:
    """Return words as the chat's HTML shows them: the one place where that is done."""
    return escape(words, quote=False)


def say(language: str, key: str, **blanks: str | int) -> str:
    """Return the chat's HTML: a person's words are escaped."""
    safe = {name: escaped(v) if isinstance(v, str) else v for name, v in blanks.items()}
    return _format(language, key, safe)


def language_for(code: str | None) -> str:
    """Choose from a chat's language code ("zh-hans", "en-GB", None)."""
    if code and not code.lower().startswith("zh"):
        return "en"
    return DEFAULT_LANGUAGE
