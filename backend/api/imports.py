"""Taking in a ledger with the numbers of another system."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from backend.api.admission import Db, For, Guarded
from backend.api.language import language_of
from backend.api.shapes import Imported, Line
from backend.i18n import label
from backend.ledger import sheets, taking
from backend.ledger.workbook import MEDIA_TYPE

router = APIRouter(route_class=Guarded)

SHEET: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
BODY = {"requestBody": {"required": True, "content": {"text/csv": SHEET, MEDIA_TYPE: SHEET}}}


@router.post("/imports", operation_id="import", openapi_extra=BODY)
async def take_in(
    request: Request,
    db: Db,
    program: For,
    system: Annotated[str, Query(pattern=r"^[\w.-]{1,64}$", examples=["xinfang"])],
    campaign: Annotated[str, Query(pattern=r"^[A-Za-z0-9._-]{1,64}$", examples=["city-2024"])],
) -> Imported:
    """Take a sheet in, CSV or XLSX as the template has it; what is known by its number is not taken twice."""
    language = language_of(request)
    lines = await sheets.read("", await request.body(), sheets.ON_PAGE, language)
    report = await taking.take_in(
        db, lines=lines, system=system, campaign=campaign, staff_id=program.staff.id
    )
    refused = [
        Line(line=one.line, key=one.key, says=label(language, one.key, **one.blanks))
        for one in report.refused
    ]
    return Imported(new=report.new, known=report.known, refused=refused)
