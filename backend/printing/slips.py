"""A slip for the villager (R22, R55): number and query code in large print, and how to ask.

The day and the first words tell a family with several slips which is which.
"""

import asyncio
import unicodedata
from dataclasses import dataclass

from backend.campaigns.parts import Channel, name_of
from backend.campaigns.queries import day_of, today
from backend.campaigns.schema import Campaign
from backend.dates import day_in_words
from backend.i18n import label
from backend.people.values import cleaned
from backend.printing import press
from backend.printing.press import spoken
from backend.sources.links import qr_svg
from backend.suggestions.model import Suggestion

LOOKUP = "n-"
"""What a start parameter begins with that opens the look-up; the number follows, the query code never."""
FIRST_WORDS = 40
"""Columns of a suggestion's first words: a Chinese letter takes two, a Latin one takes one."""
MOST_LETTERS = 60
"""However narrow they are: marks that stand above others take no column."""
WIDE = {"W", "F"}
PICTURES, FIRST_PICTURE = {"So", "Sk"}, "\u2190"
STYLES = "\ufe00\ufe0f"
"""Emoji and the like, and what only chooses between their styles: no font of the house has them."""


@dataclass(frozen=True)
class Slip:
    pdf: bytes
    png: bytes


async def slip(rules: Campaign, of: Suggestion, *, code: str, link: str | None, language: str) -> Slip:
    """Set a slip of A6; `link` opens the look-up of its number, None where no chat can be opened yet."""
    data = {
        **spoken(language),
        "title": rules.title.said(language),
        "organiser": rules.organiser.said(language),
        "day": label(language, "slip-day", day=day_in_words(day_of(rules, of.submitted_at), language)),
        "theme": name_of(of.theme, rules.themes, language),
        "first_words": label(language, "slip-first"),
        "first": first_words(of.text),
        "number_words": label(language, "slip-number"),
        "number": of.number,
        "code_words": label(language, "slip-code"),
        "code": code,
        "how": label(language, "slip-how"),
        "steps": [label(language, key) for key in (*(["slip-scan"] if link else []), "slip-ask")],
        "ways": _ways(rules, language),
        "keep": label(language, "slip-keep"),
        "qr": qr_svg(link).decode() if link else "",
        "alt": label(language, "slip-symbol", number=of.number),
    }
    pdf, png = await asyncio.gather(press.pdf("slip", data), press.png("slip", data))
    return Slip(pdf, png)


def first_words(text: str) -> str:
    """Return what a suggestion begins with, on one line; empty where nothing of it can be printed."""
    line = " ".join("".join(map(_printed, cleaned(text))).split())
    columns, kept = 0, ""
    for letter in line[:MOST_LETTERS]:
        columns += _columns(letter)
        if columns > FIRST_WORDS:
            break
        kept += letter
    return kept if kept == line else f"{kept.rstrip()}…"


def _printed(letter: str) -> str:
    """Leave out what no sheet shows: control and direction signs, letters that are none, and emoji."""
    kind = unicodedata.category(letter)
    picture = (kind in PICTURES and letter >= FIRST_PICTURE) or letter in STYLES
    return "" if picture or (kind.startswith("C") and not letter.isspace()) else letter


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in WIDE else 1


def _ways(rules: Campaign, language: str) -> list[str]:
    """Return where else the office is found: what of its channels is open and has a place."""
    there = (channel for channel in rules.channels.values() if channel.open_on(today(rules)) == "open")
    return [_line(channel, language) for channel in there if channel.address or channel.url]


def _line(channel: Channel, language: str) -> str:
    place = channel.address.said(language) if channel.address else str(channel.url)
    return label(language, "slip-way", channel=channel.name.said(language), place=place)
