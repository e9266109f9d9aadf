"""Taking in a ledger with the numbers of another system."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from sqlalchemy.ext.asyncio import AsyncSession

from backend.api.admission import Db, For, Guarded
from backend.api.language import language_of
from backend.api.shapes import Imported, Line
from backend.i18n import label
from backend.ledger import sheets, taking
from backend.ledger.workbook import MEDIA_TYPE
from backend.programs import answers
from backend.programs.answers import Claim

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
    """Take a sheet in, CSV or XLSX as the template has it; what is known by its number is not taken twice.

    Begun before and broken off, it goes on, and counts as new what was taken in under this very key.
    """
    language = language_of(request)
    lines = await sheets.read("", await request.body(), sheets.ON_PAGE, language)
    held: Claim = request.state.claim
    done = held.done

    async def note(session: AsyncSession) -> None:
        nonlocal done
        done += 1
        await answers.note(session, held, done=done)

    report = await taking.take_in(
        db, lines=lines, system=system, campaign=campaign, staff_id=program.staff.id, note=note
    )
    refused = [
        Line(line=one.line, key=one.key, says=label(language, one.key, **one.blanks))
        for one in report.refused
    ]
    return Imported(new=done, known=report.known - held.done, refused=refused)
