"""Wordings to begin a reply with: made, changed and retired by the office or a unit for itself (R130)."""

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.db import Database
from backend.errors import NotFound, Refusal
from backend.handling.actions import REPLY_MAXIMUM
from backend.people.values import cleaned
from backend.replies.model import TITLE_MAXIMUM, ReplyTemplate
from backend.suggestions.queries import Sight


async def add(db: Database, *, title: str, text: str, sight: Sight, staff_id: int) -> int:
    """Make a template: the office's for everybody, a unit's for itself; the same twice is one."""
    name, words = _checked(title, text)
    async with db.begin() as session:
        mine = _own(sight).where(ReplyTemplate.title == name, ReplyTemplate.retired_at.is_(None))
        for there in await session.scalars(mine):
            if there.text == words:
                return there.id
            raise Refusal("template-title-taken", title=name)
        template = ReplyTemplate(
            unit_id=None if sight.everything else sight.unit_id,
            title=name,
            text=words,
            staff_id=staff_id,
            changed_at=clock.now(),
        )
        session.add(template)
        await session.flush()
        return template.id


async def change(
    db: Database, *, template_id: int, title: str, text: str, sight: Sight, staff_id: int
) -> None:
    name, words = _checked(title, text)
    async with db.begin() as session:
        template = await _one(session, template_id, sight)
        taken = _own(sight).where(ReplyTemplate.title == name, ReplyTemplate.retired_at.is_(None))
        if any(other.id != template_id for other in await session.scalars(taken)):
            raise Refusal("template-title-taken", title=name)
        template.title, template.text = name, words
        template.staff_id, template.changed_at = staff_id, clock.now()


async def retire(db: Database, *, template_id: int, sight: Sight) -> None:
    """Offer a template no more; what was written with it stays."""
    async with db.begin() as session:
        template = await _one(session, template_id, sight)
        template.retired_at = template.retired_at or clock.now()


async def _one(session: AsyncSession, template_id: int, sight: Sight) -> ReplyTemplate:
    template = await session.scalar(_own(sight).where(ReplyTemplate.id == template_id))
    if template is None:
        raise NotFound("template-missing")
    return template


def _own(sight: Sight) -> Select[ReplyTemplate]:
    """Ask for what this desk may change: the office its own, a unit its own."""
    owner = None if sight.everything else sight.unit_id
    return select(ReplyTemplate).where(ReplyTemplate.unit_id.is_not_distinct_from(owner)).with_for_update()


def _checked(title: str, text: str) -> tuple[str, str]:
    name, words = " ".join(cleaned(title).split()), cleaned(text)
    if not name:
        raise Refusal("template-title-missing")
    if len(name) > TITLE_MAXIMUM:
        raise Refusal("template-title-too-long", length=str(len(name)), maximum=str(TITLE_MAXIMUM))
    if not words:
        raise Refusal("template-text-missing")
    if len(words) > REPLY_MAXIMUM:
        raise Refusal("words-too-long", length=str(len(words)), maximum=str(REPLY_MAXIMUM))
    return name, words
