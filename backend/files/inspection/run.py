"""Inspecting what a person sends: what is kept is clean, what is not clean is refused with its reason."""

import logging
from dataclasses import dataclass
from pathlib import PurePath

from backend.errors import Refusal
from backend.files import types
from backend.files.inspection import sandbox
from backend.files.inspection.rules import InspectionRules

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Inspected:
    """What to keep: pictures are drawn anew, some become a jpg, documents are written anew."""

    name: str
    content: bytes
    media_type: str


async def inspect(name: str, content: bytes, *, rules: InspectionRules) -> Inspected:
    """Return what may be kept of a file; Refusal for one that may not."""
    media_type = types.inspect(name, content, max_bytes=rules.max_bytes)
    kind = types.extension(name)
    if kind == "txt":
        return Inspected(name, content, media_type)
    try:
        answer = await sandbox.ask(kind, content, rules)
    except sandbox.NotInspectedError as error:
        log.warning("A %s of %d bytes could not be inspected: %s", kind, len(content), error)
        raise Refusal("file-not-inspected", name=name) from error
    if answer.refusal:
        megapixels = f"{rules.pixels // 1_000_000}"
        raise Refusal(answer.refusal, name=name, extension=kind, megapixels=megapixels)
    return _kept(name, answer.content, rules)


def _kept(name: str, content: bytes, rules: InspectionRules) -> Inspected:
    """Look once more at what the inspecting process calls clean."""
    kept = str(PurePath(name).with_suffix(".jpg")) if types.extension(name) in types.CONVERTED else name
    try:
        return Inspected(kept, content, types.inspect(kept, content, max_bytes=rules.output_bytes))
    except Refusal as refusal:
        raise Refusal("file-not-inspected", name=name) from refusal
