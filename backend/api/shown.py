"""Rows as programs are shown them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.api.shapes import (
    Attached,
    Author,
    CampaignChoice,
    Choice,
    Done,
    Given,
    Happened,
    Known,
    Summary,
    ThemeChoice,
    Whole,
)
from backend.campaigns.parts import Named
from backend.campaigns.schema import Campaign
from backend.console import queries as desk
from backend.handling import queries as handling
from backend.handling.model import Reply
from backend.ledger import numbers
from backend.ledger.numbers import Foreign
from backend.suggestions.model import Event, Remark, Suggestion


def campaign(rules: Campaign) -> CampaignChoice:
    return CampaignChoice(
        id=rules.id,
        name=dict(rules.title.root),
        themes=[
            ThemeChoice(**_choice(theme).model_dump(), topics=_choices(theme.topics))
            for theme in rules.themes
        ],
        scopes=_choices(rules.scopes),
        receiving_units=_choices(rules.receiving_units),
        audiences=_choices(rules.audiences),
        outcomes=_choices(rules.outcomes),
        diversions=_choices(rules.diversions),
    )


def _choice(named: Named) -> Choice:
    return Choice(id=named.id, name=dict(named.name.root))


def _choices(named: Iterable[Named]) -> list[Choice]:
    return [_choice(one) for one in named]


async def summaries(session: AsyncSession, found: Sequence[Suggestion]) -> list[Summary]:
    units, ids = await keys(session), [one.id for one in found]
    known = await numbers.of_suggestions(session, ids)
    changed = await _changed(session, ids)
    return [
        _summary(one, units, known.get(one.id, []), changed.get(one.id, one.submitted_at)) for one in found
    ]


async def _changed(session: AsyncSession, ids: Sequence[int]) -> dict[int, datetime]:
    """Return when the newest event of each was."""
    query = select(Event.suggestion_id, func.max(Event.at)).where(Event.suggestion_id.in_(ids))
    rows = await session.execute(query.group_by(Event.suggestion_id))
    return dict(rows.all())


async def keys(session: AsyncSession) -> dict[int | None, str]:
    """Return the key of each unit by its id."""
    return {unit.id: unit.key for unit in await handling.units(session)}


def _summary(
    one: Suggestion, units: dict[int | None, str], known: list[Foreign], updated_at: datetime
) -> Summary:
    return Summary(
        number=one.number,
        campaign=one.campaign,
        theme=one.theme,
        topic=one.topic,
        text=one.text,
        scope=one.scope,
        channel=one.channel,
        state=one.state,
        received_at=one.submitted_at,
        updated_at=updated_at,
        unit=units.get(one.unit_id),
        due_on=one.due_on,
        merged=one.merged_into is not None,
        public=one.public_since is not None,
        foreign=[Known(system=each.system, number=each.number) for each in known],
    )


def done(one: Suggestion, units: dict[int | None, str]) -> Done:
    return Done(number=one.number, state=one.state, unit=units.get(one.unit_id), due_on=one.due_on)


async def whole(session: AsyncSession, one: Suggestion, *, personal: bool) -> Whole:
    """Show a suggestion that was loaded with its events and attachments."""
    (summary,) = await summaries(session, [one])
    units = await keys(session)
    kept = await desk.stored_files(session, [each.sha256 for each in one.attachments])
    return Whole(
        **summary.model_dump(),
        events=await _events(session, one.events, units),
        replies=await _replies(session, one.id, units),
        files=[
            Attached(
                ordinal=each.ordinal,
                name=each.name,
                bytes=kept[each.sha256].bytes,
                media_type=kept[each.sha256].media_type,
                available=kept[each.sha256].quarantine is None,
            )
            for each in one.attachments
        ],
        author=_author(one) if personal else None,
    )


def _author(one: Suggestion) -> Author:
    return Author(
        name=one.name, contact=one.contact, work_unit=one.work_unit, school=one.school, address=one.address
    )


async def _events(
    session: AsyncSession, events: Sequence[Event], units: dict[int | None, str]
) -> list[Happened]:
    found = await session.scalars(select(Remark).where(Remark.event_id.in_([event.id for event in events])))
    said = {remark.event_id: remark.text for remark in found}
    return [
        Happened(
            ordinal=event.ordinal,
            kind=event.kind,
            at=event.at,
            by=event.actor_kind,
            unit=units.get(event.data.get("unit")),
            data={name: value for name, value in event.data.items() if name != "unit"},
            words=said.get(event.id),
        )
        for event in events
    ]


async def _replies(session: AsyncSession, suggestion_id: int, units: dict[int | None, str]) -> list[Given]:
    mine = select(Reply).where(Reply.suggestion_id == suggestion_id).order_by(Reply.ordinal)
    return [
        Given(
            ordinal=reply.ordinal,
            unit=units.get(reply.unit_id),
            outcome=reply.outcome,
            text=reply.text,
            reason=reply.reason,
            given_at=reply.given_at,
        )
        for reply in await session.scalars(mine)
    ]
