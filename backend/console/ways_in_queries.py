"""Which ways in there are, and what came of them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.drafts.model import Draft
from backend.sources.model import Arrival, Source, SourceKind
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import PAGE

Counts = Select[*tuple[Any, ...]]


class Came(NamedTuple):
    """People who came, however often; drafts begun, sent or not; suggestions sent."""

    people: int = 0
    drafts: int = 0
    suggestions: int = 0


async def counts(session: AsyncSession, campaign: str) -> dict[SourceKind, int]:
    """Return how many ways in of each kind there are; "" stands for every campaign, here and below."""
    query = _of(select(Source.kind, func.count()).group_by(Source.kind), Source.campaign, campaign)
    return {SourceKind(kind): count for kind, count in await session.execute(query)}


async def rows(
    session: AsyncSession, *, kind: SourceKind | None, campaign: str, page: int
) -> Sequence[Source]:
    """Return a page: the campaigns' own, then what staff made, the newest first, then what people share."""
    query = _of(select(Source), Source.campaign, campaign)
    if kind:
        query = query.where(Source.kind == kind)
    query = query.order_by(Source.kind == SourceKind.SHARED, Source.name != "", Source.id.desc())
    return (await session.scalars(query.offset((page - 1) * PAGE).limit(PAGE))).all()


async def came_by(session: AsyncSession, sources: Sequence[Source]) -> dict[int, Came]:
    """Return what came of each of these sources, by its id."""
    ids = [source.id for source in sources]
    people = await _counted(
        session,
        select(Arrival.source_id, func.count(Arrival.person_id.distinct()))
        .where(Arrival.source_id.in_(ids))
        .group_by(Arrival.source_id),
    )
    drafts, suggestions = [
        await _counted(
            session,
            select(table.source_id, func.count()).where(table.source_id.in_(ids)).group_by(table.source_id),
        )
        for table in (Draft, Suggestion)
    ]
    return {each: Came(people.get(each, 0), drafts.get(each, 0), suggestions.get(each, 0)) for each in ids}


async def by_kind(session: AsyncSession, campaign: str) -> dict[SourceKind | None, Came]:
    """Return what came by each kind; None stands for what came without a link."""
    people = await _counted(
        session,
        _of(
            select(Source.kind, func.count(Arrival.person_id.distinct()))
            .join(Arrival, Arrival.source_id == Source.id)
            .group_by(Source.kind),
            Source.campaign,
            campaign,
        ),
    )
    drafts, suggestions = [
        await _counted(
            session,
            _of(
                select(Source.kind, func.count())
                .select_from(table)
                .outerjoin(Source, Source.id == table.source_id)
                .group_by(Source.kind),
                table.campaign,
                campaign,
            ),
        )
        for table in (Draft, Suggestion)
    ]
    kinds: tuple[SourceKind | None, ...] = (*SourceKind, None)
    return {each: Came(people.get(each, 0), drafts.get(each, 0), suggestions.get(each, 0)) for each in kinds}


def _of(query: Counts, column: Any, campaign: str) -> Counts:
    return query.where(column == campaign) if campaign else query


async def _counted(session: AsyncSession, query: Counts) -> dict[Any, int]:
    return {row[0]: row[1] for row in await session.execute(query)}
