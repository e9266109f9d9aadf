"""Who entered a suggestion for its author, and the word that was brought: shown on its page (R22)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.handling.model import Unit
from backend.officers.model import Officer
from backend.proxy.model import Entry
from backend.suggestions.model import Suggestion
from backend.visits import queries as visits


@dataclass(frozen=True)
class Entered:
    """`officers` are all that had a hand in it, by the number of their appointment."""

    entry: Entry | None
    officers: dict[int, tuple[Officer, Unit]]
    visits: Sequence[visits.Row]

    def said(self, t: Callable[..., str], language: str, officer_id: int) -> str:
        """Name an officer and their unit; "" for nobody."""
        found = self.officers.get(officer_id)
        return t("console-officer", **_named(found, language)) if found else ""

    def blanks(self, language: str, officer_id: int) -> dict[str, str] | None:
        found = self.officers.get(officer_id)
        return _named(found, language) if found else None


def _named(found: tuple[Officer, Unit], language: str) -> dict[str, str]:
    return {"name": found[0].name, "unit": found[1].name(language)}


async def load(session: AsyncSession, suggestion: Suggestion) -> Entered | None:
    """Return who entered a suggestion; None for one its author made themselves."""
    if suggestion.officer_id is None:
        return None
    rows = await visits.of_suggestion(session, suggestion.id)
    named = {event.data["officer"] for event in suggestion.events if event.data.get("officer")}
    wanted = {suggestion.officer_id, *named, *(row.visit.officer_id for row in rows)}
    query = select(Officer, Unit).join(Unit, Unit.id == Officer.unit_id).where(Officer.id.in_(wanted))
    officers = {officer.id: (officer, unit) for officer, unit in await session.execute(query)}
    entry = await session.scalar(select(Entry).where(Entry.draft_id == suggestion.draft_id))
    return Entered(entry, officers, rows)
