"""A file on its way into the store: inspected, scanned for viruses, kept (R42)."""

from dataclasses import dataclass

from obstore.store import ObjectStore

from backend.db import Database
from backend.errors import Refusal
from backend.files.actions import keep
from backend.files.inspection.rules import InspectionRules
from backend.files.inspection.run import inspect
from backend.files.scan import Verdict, scan


@dataclass(frozen=True)
class Kept:
    """A file that is stored; `checked` once it is known to be free of viruses."""

    sha256: str
    name: str
    checked: bool


async def take(
    db: Database, store: ObjectStore, *, name: str, content: bytes, max_bytes: int, clamd: str
) -> Kept:
    """Store what may be kept of a file; Refusal for one that may not."""
    clean = await inspect(name, content, rules=InspectionRules(max_bytes))
    verdict = await scan(clamd, clean.content)
    if verdict == Verdict.INFECTED:
        raise Refusal("file-infected", name=clean.name)
    checked = verdict == Verdict.CLEAN
    sha256 = await keep(db, store, content=clean.content, media_type=clean.media_type, checked=checked)
    return Kept(sha256, clean.name, checked)
