"""An entry collected without signal becomes a suggestion, once, however often it comes (R22, R95)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.collecting import queries, uploads
from backend.collecting.queries import Holder
from backend.db import Database
from backend.errors import Conflict, Refusal
from backend.i18n import label
from backend.ledger.intake import Letter, Registered
from backend.proxy import filing
from backend.proxy.model import ConsentForm, Entry, EntryWay
from backend.proxy.queries import is_entered_by


@dataclass(frozen=True)
class Photo:
    """A photo by the SHA-256 of what the phone sent; `paper` is the signed consent (R49)."""

    sha256: str
    paper: bool


@dataclass(frozen=True)
class Collected:
    """An entry as a phone sends it; `said_on` and `agreed_at` are by its clock, which may be wrong."""

    once: str
    letter: Letter
    said_on: date
    consent: ConsentForm
    agreed_at: datetime
    photos: Sequence[Photo]
    occasion_id: int | None = None
    call_id: int | None = None


@dataclass(frozen=True)
class Entered:
    """`received` is the day it counts from; `moved` where that is not the day the phone said."""

    registered: Registered
    received: date
    moved: bool


class PhotosMissing(Conflict):
    """`sha256s` have to be sent once more, and then the entry."""

    def __init__(self, sha256s: list[str]) -> None:
        super().__init__("collect-photos-missing", count=str(len(sha256s)))
        self.sha256s = sha256s


async def enter(db: Database, *, of: Holder, entry: Collected, language: str) -> Entered:
    """File an entry for its author; asked for twice, after a cut line, it is one."""
    async with db.read() as session:
        received = await _day(session, of, entry)
        letter = replace(entry.letter, received=received)
        if not await _is_there(session, of, entry):
            letter = await _with_photos(session, of, entry, letter, language)
            await _check_belongings(session, of, entry)
    registered = await filing.file(
        db,
        person_id=of.person.id,
        letter=letter,
        consent=filing.Consent(entry.consent, min(entry.agreed_at, clock.now())),
        once=entry.once,
        way=EntryWay.OFFLINE,
        call_id=entry.call_id,
        occasion_id=entry.occasion_id,
    )
    await uploads.forget(db, device_id=of.device.id, sha256s=[photo.sha256 for photo in entry.photos])
    return Entered(registered, received, moved=received != entry.said_on)


async def _day(session: AsyncSession, of: Holder, entry: Collected) -> date:
    """Return the day said on the phone, but none to come, and none before the campaign's first."""
    _, rules = await campaigns.in_force(session, entry.letter.campaign)
    chat = rules.chat(of.person.channel)
    first = chat.first_day if chat else entry.said_on
    return min(max(entry.said_on, first), campaigns.today(rules))


async def _is_there(session: AsyncSession, of: Holder, entry: Collected) -> bool:
    """Say whether it is filed already, by whichever appointment of the same person."""
    query = select(Entry.id).where(is_entered_by(of.person.id), Entry.once == entry.once)
    return await session.scalar(query.limit(1)) is not None


async def _with_photos(
    session: AsyncSession, of: Holder, entry: Collected, letter: Letter, language: str
) -> Letter:
    """Put the photos into the letter, signed consents apart; refused where one has not come."""
    if entry.consent == ConsentForm.PAPER and not any(photo.paper for photo in entry.photos):
        raise Refusal("collect-paper-missing")
    sent = [photo.sha256 for photo in entry.photos]
    kept = await uploads.kept_ones(session, device_id=of.device.id, sha256s=sent)
    if missing := [sha256 for sha256 in sent if sha256 not in kept]:
        raise PhotosMissing(missing)
    names = _names([photo.paper for photo in entry.photos], language)
    files = [(kept[photo.sha256], name, photo.paper) for photo, name in zip(entry.photos, names, strict=True)]
    return replace(
        letter,
        files=[(sha256, name) for sha256, name, paper in files if not paper],
        papers=[(sha256, name) for sha256, name, paper in files if paper],
    )


def _names(papers: list[bool], language: str) -> list[str]:
    """Call photos by what they are and their place, never by what the phone calls them."""
    return [
        label(language, "collect-file-paper" if paper else "collect-file-photo", number=str(place)) + ".jpg"
        for place, paper in enumerate(papers, 1)
    ]


async def _check_belongings(session: AsyncSession, of: Holder, entry: Collected) -> None:
    if entry.occasion_id is not None:
        await queries.occasion_of(session, entry.occasion_id, entry.letter.campaign)
    if entry.call_id is not None:
        await queries.call_of(session, entry.call_id, of.officer.id, entry.letter.campaign)
