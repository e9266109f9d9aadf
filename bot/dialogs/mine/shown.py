"""What the windows show of a suggestion, in pieces that fit into one message."""

from typing import Any

from aiogram_dialog import DialogManager

from backend.errors import NotFound
from backend.handling import story
from backend.i18n import label
from backend.suggestions import author_queries as author
from backend.suggestions import queries
from backend.suggestions.model import Suggestion
from bot.context import db_of, language_of, person_of

BEGINNING = 60
"""Characters of a suggestion by which it is known again."""
ROOM = 2000
"""UTF-16 units of the story in one window; the rest of the 4096 is for our own words and for help."""


async def number_here(manager: DialogManager) -> str:
    """Return the number the window is about; a window that lost it is about the newest."""
    if number := manager.dialog_data.get("number"):
        return str(number)
    async with db_of(manager).read() as session:
        newest = await queries.latest_of_author(session, person_of(manager).id)
    return newest.number if newest else ""


async def own_here(manager: DialogManager) -> Suggestion:
    """Return the person's own suggestion the window is about."""
    number = await number_here(manager)
    async with db_of(manager).read() as session:
        suggestion = await author.own(session, person_of(manager).id, number)
    if suggestion is None:
        raise NotFound("suggestion-missing", number=number)
    return suggestion


async def told(manager: DialogManager, suggestion: Suggestion, *, whole: bool) -> dict[str, Any]:
    """Return a suggestion's blanks; not `whole` without a word that anybody said of it.

    Its author, and the officer who entered it, are told the whole; the officer of the author.
    """
    language, officer = language_of(manager), suggestion.person_id != person_of(manager).id
    async with db_of(manager).read() as session:
        known = await story.known(session, suggestion, language, author=whole, officer=officer)
    pages = fitting(_stream(known, language), ROOM)
    page = min(max(int(manager.dialog_data.get("page", 1)), 1), len(pages))
    time = story.time_left(suggestion, known.rules, language, own=known.own)
    return {
        "number": suggestion.number,
        "text": beginning(suggestion.text) if whole or suggestion.public_since else "…",
        "state": story.state_in_words(suggestion, language, own=known.own),
        "time": time,
        "has_time": "yes" if time else "no",
        "story": pages[page - 1],
        **turning(suggestion.number, page, len(pages)),
    }


def _stream(known: story.Known, language: str) -> list[str]:
    why = story.why(known)
    first = [label(language, "mine-story-why"), *why, ""] if why else []
    return [*first, label(language, "mine-story"), *story.lines(known)]


def turning(name: str, page: int, pages: int) -> dict[str, Any]:
    """Return the blanks and the buttons of a list in pages."""
    return {
        "page": str(page),
        "pages": str(pages),
        "several": "yes" if pages > 1 else "no",
        "before": [f"{name}.{page - 1}"] if page > 1 else [],
        "next": [f"{name}.{page + 1}"] if page < pages else [],
    }


def beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= BEGINNING else words[:BEGINNING] + "…"


def fitting(lines: list[str], room: int) -> list[str]:
    """Put lines together into pages of at most `room` UTF-16 units, as chat servers count."""
    pages = [""]
    for piece in (piece for line in lines for piece in _pieces(line, room)):
        longer = f"{pages[-1]}\n{piece}" if pages[-1] else piece
        if units(longer) <= room:
            pages[-1] = longer
        else:
            pages.append(piece)
    return pages


def _pieces(line: str, room: int) -> list[str]:
    """Cut a line that would fill more than a page; no character is cut in two."""
    pieces = []
    while units(line) > room:
        piece = line.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
        pieces.append(piece)
        line = line[len(piece) :]
    return [*pieces, line]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
