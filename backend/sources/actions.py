import secrets

from sqlalchemy import select

from backend import clock
from backend.campaigns.model import Standing
from backend.db import Database, if_new
from backend.errors import NotFound, Refusal
from backend.people.values import cleaned
from backend.secret import CODE_ALPHABET
from backend.sources import queries
from backend.sources.model import OFFERED, Arrival, Source, SourceKind

CODE_LENGTH = 8
NAME_MAXIMUM = 100


async def add(
    db: Database,
    *,
    campaign: str,
    kind: SourceKind,
    name: str,
    unit_id: int | None = None,
    contact_point_id: int | None = None,
    occasion_id: int | None = None,
) -> Source:
    """Make a way in, or return the one in use that says the same (R24, R25, R39).

    One of a contact point or an event is known by that, whatever it is called.
    """
    words = _name(name)
    if kind not in OFFERED:
        raise Refusal("source-kind-missing")
    place = {"contact_point_id": contact_point_id, "occasion_id": occasion_id}
    row = {"campaign": campaign, "kind": kind, "name": words, "unit_id": unit_id, **place}
    known_by = {"campaign": campaign, "kind": kind, **place} if any(place.values()) else row
    async with db.begin() as session:
        if await session.get(Standing, campaign, with_for_update=True) is None:
            raise NotFound("source-campaign-missing")
        source = await session.scalar(select(Source).filter_by(**known_by, retired_at=None).limit(1))
        if source is None:
            source = Source(code=_code(), made_at=clock.now(), **row)
            session.add(source)
    return source


def _name(said: str) -> str:
    words = " ".join(cleaned(said).split())
    if not words:
        raise Refusal("source-name-missing")
    if len(words) > NAME_MAXIMUM:
        raise Refusal("source-name-too-long", length=str(len(words)), maximum=str(NAME_MAXIMUM))
    return words


async def put_campaign(db: Database, *, campaign: str) -> None:
    """Let the campaign's own id be a way in; done twice it is done once."""
    row = {"code": campaign, "campaign": campaign, "kind": SourceKind.CAMPAIGN, "name": ""}
    async with db.begin() as session:
        await session.execute(if_new(session, Source, **row, made_at=clock.now()))


async def share(db: Database, *, person_id: int, campaign: str) -> Source:
    """Return a person's own link to a campaign, made on first wish (R110)."""
    mine = select(Source).where(Source.person_id == person_id, Source.campaign == campaign)
    row = {"campaign": campaign, "kind": SourceKind.SHARED, "name": "", "person_id": person_id}
    async with db.begin() as session:
        await session.execute(if_new(session, Source, code=_code(), **row, made_at=clock.now()))
        return (await session.scalars(mine)).one()


async def arrive(db: Database, *, person_id: int, code: str, update: int) -> Source | None:
    """Record that a person came by a link; None where no such link is in use."""
    async with db.begin() as session:
        source = await queries.of_code(session, code)
        if source is None:
            return None
        row = {"source_id": source.id, "person_id": person_id, "inbox_id": update, "at": clock.now()}
        await session.execute(if_new(session, Arrival, **row))
        return source


async def retire(db: Database, *, code: str) -> None:
    """Take a link out of use; what came by it stays counted."""
    async with db.begin() as session:
        source = await queries.with_code(session, code)
        if source and source.retired_at is None:
            source.retired_at = clock.now()


async def reopen(db: Database, *, code: str) -> None:
    """Take a retired link into use again: posters with it may still hang."""
    async with db.begin() as session:
        source = await queries.with_code(session, code)
        if source:
            source.retired_at = None


def _code() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
