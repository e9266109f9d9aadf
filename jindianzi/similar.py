"""The command line of similar suggestions: make their index anew, and try it."""

import asyncio

import typer

from backend.config import Settings
from backend.i18n import label
from backend.suggestions import similar
from backend.suggestions.index import BusyError, DamagedError
from backend.suggestions.similar import Close
from jindianzi.bar import progress_bar
from jindianzi.house import opened
from jindianzi.screen import fail, language, tell

app = typer.Typer(no_args_is_help=True, help="Similar suggestions: make the index anew, try it.")

EXCERPT = 60
"""Characters of a text that are shown."""


@app.command()
def rebuild() -> None:
    """Make the index of public suggestions anew from the database; the old one serves until then."""
    try:
        count = asyncio.run(_rebuild())
    except BusyError:
        fail("cli-similar-busy")
    except DamagedError as error:
        fail("cli-similar-damaged", reason=str(error))
    tell("cli-similar-built", count=str(count))


async def _rebuild() -> int:
    settings = Settings()
    async with opened(settings) as house:
        with progress_bar(label(language(), "cli-similar-building")) as show:
            return await similar.rebuild(house.db, settings.index, show)


@app.command()
def find(text: str) -> None:
    """Show the public suggestions closest to a text, each with its likeness from 0 to 1."""

    async def look() -> list[Close]:
        async with opened(Settings()) as house:
            await similar.refresh(house.index)
            return await similar.closest(house.index, text)

    try:
        found = asyncio.run(look())
    except (BusyError, DamagedError) as error:
        fail("cli-similar-damaged", reason=str(error))
    if not found:
        tell("cli-similar-none")
    for close in found:
        typer.echo(_line(close))


def _line(close: Close) -> str:
    state = label(language(), f"console-state-{close.state}")
    outcome = close.outcome.said(language()) if close.outcome else state
    excerpt = " ".join(close.text.split())[:EXCERPT]
    return f"{close.number}\t{close.likeness:.2f}\t{outcome}\t{excerpt}"
