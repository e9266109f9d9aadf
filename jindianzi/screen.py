"""Sentences for the terminal, in its language."""

import os
from typing import NoReturn

import typer

from backend.i18n import DEFAULT_LANGUAGE, label


def language() -> str:
    """Speak Chinese where the terminal does, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return DEFAULT_LANGUAGE if spoken.startswith("zh") else "en"


def tell(key: str, **blanks: str) -> None:
    typer.echo(label(language(), key, **blanks))


def fail(key: str, **blanks: str) -> NoReturn:
    typer.echo(label(language(), key, **blanks), err=True)
    raise typer.Exit(1)
