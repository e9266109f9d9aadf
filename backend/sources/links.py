"""The link of a way in, for each chat, and its QR code (R39)."""

from io import BytesIO
from math import ceil
from urllib.parse import urlsplit

import segno

Doors = dict[str, str]
"""By channel: the address at which our bot is found, with `{code}` where a source's code goes.

One for each process; a name that has to be asked for comes in later.
"""

CORRECTION = "m"
"""15 % of the symbol may be hidden or worn and it is still read; segno gives more where it costs nothing."""
QUIET_ZONE = 4
"""Empty modules around the symbol, as the norm (ISO/IEC 18004) asks for."""
CHAT_PIXELS = 400
PRINT_PIXELS = 1200
HERE_ALONE = ("localhost", "127.0.0.1", "::1", "0.0.0.0")  # noqa: S104 - compared with, not listened on


def link(doors: Doors, channel: str, code: str) -> str | None:
    """Return the address that opens this chat by this source; None where the chat is not there (yet)."""
    pattern = doors.get(channel)
    return pattern.replace("{code}", code) if pattern else None


def leads_nowhere_else(address: str) -> bool:
    """Say whether an address is of use on this machine alone."""
    return urlsplit(address).hostname in HERE_ALONE


def qr_svg(address: str) -> bytes:
    """Return a picture that prints sharply in any size, black on white."""
    made = BytesIO()
    _symbol(address).save(made, kind="svg", border=QUIET_ZONE, light="#fff", omitsize=True, svgclass=None)
    return made.getvalue()


def qr_inline(address: str) -> str:
    """Return the picture as a part of a page, where its address must not stand in one of ours."""
    return _symbol(address).svg_inline(border=QUIET_ZONE, light="#fff", omitsize=True, svgclass="qr")


def qr_png(address: str, *, at_least: int = CHAT_PIXELS) -> bytes:
    """Return a square picture of so many pixels or a few more: each module has whole ones."""
    symbol, made = _symbol(address), BytesIO()
    modules, _ = symbol.symbol_size(border=QUIET_ZONE)
    symbol.save(made, kind="png", border=QUIET_ZONE, scale=ceil(at_least / modules))
    return made.getvalue()


def _symbol(address: str) -> segno.QRCode:
    return segno.make(address, error=CORRECTION, micro=False)
