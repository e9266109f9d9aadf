"""Asking clamd, where there is one, whether bytes carry a known virus."""

import io
import logging
from enum import StrEnum
from urllib.parse import urlparse

from aioclamd import ClamdAsyncClient, ClamdError

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 30.0
PORT = 3310
INFECTED, CLEAN = "FOUND", "OK"


class Verdict(StrEnum):
    CLEAN = "clean"
    INFECTED = "infected"
    UNKNOWN = "unknown"


async def scan(address: str, content: bytes, *, patience: float = PATIENCE_SECONDS) -> Verdict:
    """Ask the clamd at tcp://host:port; without an address there is nobody to ask, and bytes pass."""
    if not address:
        return Verdict.CLEAN
    place = urlparse(address)
    client = ClamdAsyncClient(place.hostname or "127.0.0.1", place.port or PORT, timeout=patience)
    try:
        found = await client.instream(io.BytesIO(content))
    except (ClamdError, OSError, ValueError) as error:
        log.warning("clamd gave no verdict (%s)", type(error).__name__)
        return Verdict.UNKNOWN
    return _verdict([status for status, _ in (found or {}).values()])


def _verdict(statuses: list[str]) -> Verdict:
    if INFECTED in statuses:
        return Verdict.INFECTED
    return Verdict.CLEAN if statuses == [CLEAN] else Verdict.UNKNOWN
