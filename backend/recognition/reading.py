"""Having a photo read in a process of its own, with limits; nothing of the library is loaded here."""

import logging
from importlib.util import find_spec

from backend.files.inspection import sandbox
from backend.files.inspection.rules import InspectionRules
from backend.people.values import cleaned

log = logging.getLogger(__name__)

CHILD = "backend.recognition.child"
LIBRARIES = ("rapidocr", "onnxruntime")
PICTURES = ("jpg", "jpeg", "png", "bmp")
RULES = InspectionRules(
    max_bytes=20_000_000,
    seconds=30,
    cpu_seconds=60,
    memory_bytes=3 * 1024 * 1024 * 1024,
    output_bytes=200_000,
)


class RecognitionMissingError(RuntimeError):
    """Text recognition is switched on, and its library is not installed."""


def missing() -> list[str]:
    """Return the libraries that text recognition needs and that are not there; none is loaded."""
    return [name for name in LIBRARIES if find_spec(name) is None]


async def text_of(content: bytes, rules: InspectionRules | None = None) -> str:
    """Return the text found in a picture, "" where there is none or reading it failed."""
    try:
        answer = await sandbox.ask("picture", content, rules or RULES, child=CHILD)
    except sandbox.NotInspectedError as error:
        log.warning("A picture of %d bytes could not be read: %s", len(content), error)
        return ""
    return "" if answer.refusal else cleaned(answer.content.decode("utf-8", "replace"))
