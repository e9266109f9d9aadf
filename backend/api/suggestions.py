"""Reading: the list by pages, one suggestion with all that happened, its files, and what can be chosen."""

from datetime import date
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import AwareDatetime, StringConstraints
from sqlalchemy.ext.asyncio import AsyncSession

from backend.api import shown
from backend.api.admission import Db, For, Guarded
from backend.api.shapes import LARGEST_ID, CampaignChoice, Choice, Page, Whole
from backend.campaigns import queries as campaigns
from backend.console import queries as desk
from backend.errors import NotAllowed, NotFound
from backend.files.actions import fetch
from backend.handling import queries as handling
from backend.ledger import listing
from backend.ledger.columns import MAY_READ_NAMES
from backend.ledger.listing import Wanted
from backend.suggestions.model import Suggestion, SuggestionState
from backend.suggestions.queries import Sight, one_on_desk

router = APIRouter(route_class=Guarded)

MOST = 200
Number = Annotated[str, Path(pattern=r"^[A-Z0-9]{1,16}-[0-9]{1,12}$", examples=["CQ2024-000001"])]
Ordinal = Annotated[int, Path(ge=1, le=100_000)]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{0,64}$")]
Cursor = Annotated[str, StringConstraints(pattern=r"^[0-9]{0,18}$")]
FILE: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/octet-stream": {}}, "description": "The bytes of the file."}
}


@router.get("/campaigns", operation_id="campaigns")
async def choices(db: Db, program: For) -> list[CampaignChoice]:
    """List every campaign with the ids of what can be chosen in it."""
    del program
    async with db.read() as session:
        return [shown.campaign(offer.campaign) for offer in await campaigns.offered(session, "chat")]


@router.get("/units", operation_id="units")
async def units(db: Db, program: For) -> list[Choice]:
    """List every handling unit with its key."""
    del program
    async with db.read() as session:
        return [Choice(id=unit.key, name=dict(unit.names)) for unit in await handling.units(session)]


@router.get("/suggestions", operation_id="list")
async def page(  # noqa: PLR0917 - each is a field of the address
    db: Db,
    program: For,
    state: SuggestionState | None = None,
    campaign: Key = "",
    unit: Key = "",
    channel: Key = "",
    received_from: date | None = None,
    received_until: date | None = None,
    due_before: date | None = None,
    updated_since: Annotated[AwareDatetime | None, Query(examples=["2024-08-01T00:00:00Z"])] = None,
    after: Cursor = "",
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
) -> Page:
    """List the suggestions this token's member of staff may see, oldest first; go on with `after=<next>`."""
    wanted = Wanted(
        campaign=campaign,
        state=state,
        unit=unit,
        channel=channel,
        received_from=received_from,
        received_until=received_until,
        due_before=due_before,
        updated_since=updated_since,
    )
    cursor = min(int(after or 0), LARGEST_ID)
    async with db.read() as session:
        found = await listing.page(session, program.sight, wanted, after=cursor, most=limit + 1)
        items = await shown.summaries(session, found[:limit])
    return Page(items=items, next=str(found[limit - 1].id) if len(found) > limit else None)


@router.get("/suggestions/{number}", operation_id="one")
async def one(db: Db, program: For, number: Number, *, personal: bool = False) -> Whole:
    """Show one suggestion with its events, replies and files; its author only where `personal=true` asks."""
    if personal and program.staff.role not in MAY_READ_NAMES:
        raise NotAllowed("api-personal-not-yours", login=program.staff.login)
    async with db.read() as session:
        suggestion = await _found(session, program.sight, number)
        return await shown.whole(session, suggestion, personal=personal)


async def _found(session: AsyncSession, sight: Sight, number: str) -> Suggestion:
    suggestion = await one_on_desk(session, sight, number)
    if suggestion is None:
        raise NotFound("suggestion-missing", number=number)
    return suggestion


@router.get(
    "/suggestions/{number}/files/{ordinal}", operation_id="file", response_class=Response, responses=FILE
)
async def file(request: Request, db: Db, program: For, number: Number, ordinal: Ordinal) -> Response:
    """Send the bytes of one attachment, as they were kept after inspection."""
    async with db.read() as session:
        suggestion = await _found(session, program.sight, number)
        kept = await desk.stored_files(session, [each.sha256 for each in suggestion.attachments])
    for each in suggestion.attachments:
        if each.ordinal == ordinal:
            if kept[each.sha256].quarantine:
                raise NotAllowed("console-file-quarantined")
            return Response(
                await _bytes(request, each.sha256),
                media_type=kept[each.sha256].media_type,
                headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(each.name, safe='')}"},
            )
    raise NotFound("api-nothing-here")


async def _bytes(request: Request, sha256: str) -> bytes:
    try:
        return await fetch(request.app.state.store, sha256)
    except FileNotFoundError as gone:
        raise NotFound("api-file-gone") from gone
