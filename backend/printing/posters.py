"""A poster with a large QR code: for a contact point, an event, a leader's visit (R24, R25, R109)."""

from collections.abc import Sequence
from enum import StrEnum

from backend.campaigns.schema import Campaign
from backend.i18n import label
from backend.printing import press
from backend.printing.press import spoken
from backend.sources.links import qr_svg

SYMBOL = 100
"""Width of the QR code on A4, in millimetres."""
FIRST, FURTHER = {"largest": 36, "height": 26}, {"largest": 22, "height": 15}
MOST_LINES = 4


class Paper(StrEnum):
    A4 = "a4"
    A3 = "a3"


PARTS = {Paper.A4: 1.0, Paper.A3: 2**0.5}
"""How much larger than A4 a paper is, in length."""


async def poster(
    rules: Campaign, *, link: str, code: str, lines: Sequence[str], language: str, paper: Paper
) -> bytes:
    """Set a poster as PDF; `lines` say what it is, when, where and with whom, the first in large letters."""
    said = [line for line in lines if line][:MOST_LINES]
    data = {
        **spoken(language),
        "part": str(PARTS[paper]),
        "title": rules.title.said(language),
        "organiser": rules.organiser.said(language),
        "slogan": rules.slogan.said(language),
        "call": label(language, "console-card-do"),
        "how": label(language, "console-card-how"),
        "symbol": SYMBOL,
        "lines": [{"words": line, **(FIRST if place == 0 else FURTHER)} for place, line in enumerate(said)],
        "link": link,
        "code": code,
        "qr": qr_svg(link).decode(),
        "alt": label(language, "console-ways-in-qr", address=link),
    }
    return await press.pdf("poster", data)
