"""Files that come with a letter or by a program, inspected and kept as those of chats are (R42)."""

from collections.abc import Sequence

from obstore.store import ObjectStore

from backend.campaigns.parts import Files
from backend.db import Database
from backend.errors import Refusal
from backend.files import actions as files
from backend.files.inspection.rules import InspectionRules
from backend.files.inspection.run import Inspected, inspect
from backend.files.scan import Verdict, scan
from backend.files.types import check_before_download, tidy_name


async def keep_all(
    db: Database, store: ObjectStore, *, clamd: str, limits: Files, sent: Sequence[tuple[str, bytes]]
) -> list[tuple[str, str]]:
    """Keep every file, or none where one is refused; return the SHA-256 and name of each."""
    if len(sent) > limits.max_count:
        name = tidy_name(sent[limits.max_count][0])
        raise Refusal("file-one-too-many", name=name, maximum=str(limits.max_count))
    looked = [await _looked(name, content, clamd, limits) for name, content in sent]
    return [
        (
            await files.keep(db, store, content=clean.content, media_type=clean.media_type, checked=checked),
            clean.name,
        )
        for clean, checked in looked
    ]


async def _looked(name: str, content: bytes, clamd: str, limits: Files) -> tuple[Inspected, bool]:
    tidy = tidy_name(name)
    check_before_download(tidy, len(content), allowed=limits.extensions, max_bytes=limits.max_bytes)
    clean = await inspect(tidy, content, rules=InspectionRules(limits.max_bytes))
    verdict = await scan(clamd, clean.content)
    if verdict == Verdict.INFECTED:
        raise Refusal("file-infected", name=clean.name)
    return clean, verdict == Verdict.CLEAN
