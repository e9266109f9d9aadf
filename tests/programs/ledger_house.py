"""Sheets made and read back, and a ledger taken in."""

import csv
import io
import json
from datetime import date, datetime
from typing import Any

from programs_house import CLERK, House

from backend.files.inspection import sheet
from backend.files.inspection.rules import InspectionRules
from backend.ledger import export, sheets, taking
from backend.ledger.columns import Column, head
from backend.ledger.listing import Wanted
from backend.ledger.taking import Report
from backend.ledger.workbook import Workbook
from backend.staff.model import Staff
from backend.staff.queries import sight

RULES = InspectionRules(10_000_000, pages=50_000)
HEADS = (Column.NUMBER, Column.RECEIVED, Column.THEME, Column.TEXT, Column.NAME, Column.CONTACT)
ROW: dict[Column, Any] = {
    Column.NUMBER: "2024-17",
    Column.RECEIVED: "2024-07-20",
    Column.THEME: "绿色生态",
    Column.TEXT: "在示例社区的公交站加装遮阳棚。",
    Column.NAME: "张三",
    Column.CONTACT: "13800138000",
}


def rows_of(content: bytes) -> list[list[Any]]:
    """Read a workbook as the confined process does, without the process."""
    return [json.loads(line)[1:] for line in sheet.look("xlsx", content, RULES).splitlines()]


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def as_csv(*rows: dict[Column, Any], encoding: str = "utf-8-sig") -> bytes:
    shown = list(dict.fromkeys(column for row in rows for column in row)) or list(HEADS)
    table = [
        [head(column, "zh-CN") for column in shown],
        *([row.get(column) for column in shown] for row in rows),
    ]
    return export.lines(table).encode(encoding)


def as_workbook(*rows: dict[Column, Any]) -> bytes:
    shown = list(dict.fromkeys(column for row in rows for column in row))
    book = Workbook("台账", [head(column, "en") for column in shown], [10] * len(shown))
    book.take([[row.get(column) for column in shown] for row in rows])
    return book.whole()


def line(**changes: Any) -> dict[Column, Any]:
    return {**ROW, **{Column(name.replace("_", "-")): value for name, value in changes.items()}}


async def taken(house: House, content: bytes, *, system: str = "xinfang") -> Report:
    lines = await sheets.read("台账.xlsx", content, sheets.ON_PAGE, "zh-CN")
    clerk = await house.one(Staff, login=CLERK)
    return await taking.take_in(house.db, lines=lines, system=system, campaign="city-2024", staff_id=clerk.id)


async def saved(house: House, login: str = CLERK, kind: export.Format = "xlsx", **wanted: Any) -> bytes:
    personal, language = wanted.pop("personal", True), wanted.pop("language", "zh-CN")
    async with house.db.read() as session:
        seen = await sight(session, await house.one(Staff, login=login))
    pieces = export.sheet(
        house.db, sight=seen, wanted=Wanted(**wanted), language=language, personal=personal, kind=kind
    )
    return b"".join([piece async for piece in pieces])


def day(cell: dict[str, str]) -> date | datetime:
    return datetime.fromisoformat(cell["d"])
