"""What officers are told of visits: number, what it is about, and the day; never for whom or what it says."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.dates import day_in_words
from backend.i18n import label
from backend.people.model import Person
from backend.suggestions.model import Suggestion
from backend.visits.model import Visit


@push.says("visit-made")
@push.says("visit-due")
async def made(session: AsyncSession, visit_id: int, reader: Person) -> push.Blanks:
    visit, suggestion = await _both(session, visit_id)
    return {
        "number": suggestion.number,
        "what": label(reader.language, f"visit-what-{visit.kind}"),
        "due": day_in_words(visit.due_on, reader.language),
    }


@push.offers("visit-made", "visit-due")
async def opening(session: AsyncSession, visit_id: int, reader: Person) -> Sequence[push.Row]:
    visit, suggestion = await _both(session, visit_id)
    if visit.done_at:
        return ()
    words = label(reader.language, "visit-open")
    return [(push.Button(words, f"visit:{visit.id}", suggestion.number),)]


async def _both(session: AsyncSession, visit_id: int) -> tuple[Visit, Suggestion]:
    visit = await session.get_one(Visit, visit_id)
    return visit, await session.get_one(Suggestion, visit.suggestion_id)
