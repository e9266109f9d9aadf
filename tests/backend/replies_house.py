"""A suggestion in the hands of a unit, in a campaign whose replies pass certain steps, and ways to act."""

from backend_house import SHA256, rows, stored_file, submitted, unit_id
from sqlalchemy import select

from backend.campaigns import queries as campaigns
from backend.campaigns.actions import put_in_force
from backend.campaigns.parts import ReplyRules
from backend.db import Database
from backend.handling import actions as handling
from backend.replies import actions, drafting
from backend.replies.drafting import Words
from backend.replies.model import ReplyDraft
from backend.staff.model import Role, Staff
from backend.suggestions.model import Event
from backend.suggestions.queries import Sight

NUMBER = "CQ2024-000001"
OFFICE = Sight(None, everything=True)
HANDLER, LEAD, CLERK = 4, 5, 3
WORDS = Words("adopted", "已按《示例办法》在公交站加装遮阳棚。", "")


async def given(db: Database, *approval: str, lead: bool = True) -> Sight:
    """Have a suggestion in the hands of a unit, in a campaign with these steps; return the unit's sight."""
    unit = await unit_id(db)
    async with db.read() as session:
        _, rules = await campaigns.in_force(session, "city-2024")
    changed = rules.model_copy(update={"version": rules.version + 1, "reply": ReplyRules(approval=approval)})
    await put_in_force(db, campaign=changed)
    if lead:
        async with db.begin() as session:
            account = {"login": "lead", "password_hash": "x", "language": "zh-CN"}
            session.add(Staff(id=LEAD, role=Role.UNIT_LEAD, unit_id=unit, **account))
    await submitted(db)
    await handling.forward(db, number=NUMBER, unit_id=unit, staff_id=CLERK)
    return Sight(unit, everything=False)


async def save(db: Database, sight: Sight, words: Words = WORDS, staff_id: int = HANDLER) -> ReplyDraft:
    return await drafting.save(db, number=NUMBER, words=words, sight=sight, staff_id=staff_id)


async def send(db: Database, sight: Sight, words: Words = WORDS, **more: object) -> None:
    await actions.send(db, number=NUMBER, words=words, sight=sight, staff_id=HANDLER, **more)


async def hand_in(db: Database, sight: Sight, words: Words = WORDS, shown: str = "") -> None:
    whose = {"number": NUMBER, "sight": sight, "staff_id": HANDLER}
    await actions.hand_in(db, words=words, shown=shown, **whose)


async def approve(db: Database, sight: Sight, step: str, staff_id: int, version: int = 1) -> None:
    whose = {"number": NUMBER, "sight": sight, "staff_id": staff_id}
    await actions.approve(db, version=version, step=step, **whose)


async def give_back(db: Database, sight: Sight, step: str, staff_id: int, version: int = 1) -> None:
    whose = {"number": NUMBER, "sight": sight, "staff_id": staff_id}
    await actions.give_back(db, version=version, reason="请补充依据。", step=step, **whose)


async def attach(db: Database, sight: Sight, name: str = "方案.pdf") -> None:
    await stored_file(db)
    await drafting.attach(db, number=NUMBER, sha256=SHA256, name=name, sight=sight, staff_id=HANDLER)


async def happened(db: Database) -> list[str]:
    return [event.kind for event in await rows(db, select(Event).order_by(Event.id))]
