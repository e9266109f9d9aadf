"""What came of an import: kept for a month, and as a sheet of the lines to put right."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database
from backend.i18n import label
from backend.ledger.columns import IMPORTED, head, width
from backend.ledger.export import BOM, Format, lines
from backend.ledger.model import LedgerImport
from backend.ledger.taking import Refused, Report
from backend.ledger.workbook import Value, Workbook

KEPT = timedelta(days=30)
NARROW, WIDE = 8, 60


async def keep(db: Database, *, report: Report, system: str, campaign: str, staff_id: int) -> int:
    """Write down what came of an import; return its id."""
    kept = LedgerImport(
        staff_id=staff_id,
        at=clock.now(),
        system=system,
        campaign=campaign,
        new=report.new,
        known=report.known,
        refused=len(report.refused),
        report=json.dumps([one.plain() for one in report.refused], ensure_ascii=False),
    )
    async with db.begin() as session:
        session.add(kept)
    return kept.id


async def own(session: AsyncSession, *, staff_id: int, import_id: int) -> LedgerImport | None:
    """Return an import of this member of staff; nobody else is shown its lines."""
    mine = select(LedgerImport).where(LedgerImport.staff_id == staff_id, LedgerImport.id == import_id)
    return await session.scalar(mine)


def refused(kept: LedgerImport) -> list[Refused]:
    each: list[dict[str, Any]] = json.loads(kept.report)
    return [Refused(**one) for one in each]


async def forget(db: Database) -> None:
    """Delete reports that were kept long enough."""
    async with db.begin() as session:
        await session.execute(delete(LedgerImport).where(LedgerImport.at < clock.now() - KEPT))


def sheet(found: Sequence[Refused], language: str, kind: Format) -> bytes:
    """Return the refused lines with the reason of each, in the layout in which they are imported again."""
    heads = [label(language, "ledger-line"), label(language, "ledger-why"), *_heads(language)]
    rows = [_row(one, language) for one in found]
    if kind == "csv":
        return (BOM + lines([heads, *rows])).encode()
    book = Workbook(label(language, "ledger-refused"), heads, [NARROW, WIDE, *map(width, IMPORTED)])
    book.take(rows)
    return book.whole()


def _heads(language: str) -> list[str]:
    return [head(column, language) for column in IMPORTED]


def _row(one: Refused, language: str) -> list[Value]:
    why = label(language, one.key, **one.blanks)
    return [one.line, why, *(one.said.get(str(column)) for column in IMPORTED)]
