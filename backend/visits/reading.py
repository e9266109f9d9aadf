"""What an officer reads out, in plain words."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns.parts import name_of
from backend.campaigns.schema import Campaign
from backend.handling import queries as handling
from backend.i18n import label
from backend.visits import queries
from backend.visits.making import DIVERTED, QUESTIONS, REPLIES, RETURNED
from backend.visits.model import Visit


async def read_out(session: AsyncSession, visit: Visit, rules: Campaign, language: str) -> str:
    """Return the words to say to the author; the whole of a reply, for nobody else hears it."""
    word = await queries.word(session, visit)
    if visit.kind in QUESTIONS and word.question:
        return label(language, "visit-say-question", question=word.question.text)
    if visit.kind in REPLIES and word.reply:
        unit = await handling.unit(session, word.reply.unit_id)
        return label(
            language,
            "visit-say-reply",
            unit=unit.name(language) if unit else "",
            outcome=name_of(word.reply.outcome, rules.outcomes, language),
            text=word.reply.text,
            reason=word.reply.reason or "",
            explained="yes" if word.reply.reason else "no",
        )
    return label(language, f"visit-say-{_kind(visit.kind)}", **_of_screening(word, rules, language))


def _kind(kind: str) -> str:
    return {RETURNED: "returned", DIVERTED: "diverted"}.get(kind, "undone")


def _of_screening(word: queries.Word, rules: Campaign, language: str) -> dict[str, Any]:
    place = next((one for one in rules.diversions if one.id == word.event.data.get("place")), None)
    return {
        "place": place.name.said(language) if place else "",
        "advice": f"{place.advice.said(language)} {place.url or ''}".rstrip() if place else "",
        "remark": word.remark,
    }
