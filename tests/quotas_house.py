"""A county with two towns, three officers, and quotas; what they bring in is up to the tests."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from campaign_files import both, city
from sqlalchemy import select, update

from backend import clock
from backend.campaigns.actions import put_in_force
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.handling.model import Unit
from backend.ledger.intake import Letter
from backend.officers.model import ContactPoint, Officer
from backend.people import actions as people
from backend.proxy import filing
from backend.proxy.model import ConsentForm, Entry, EntryWay
from backend.sources.model import Source, SourceKind
from backend.staff.model import Role, Staff
from backend.suggestions.model import Suggestion, SuggestionState

RURAL, OTHER = "urban-rural", "megacity"
QUOTAS: list[dict[str, Any]] = [
    {"id": "proxy", "per": "district", "by_proxy": True, "minimum": 60, "last_day": "2024-08-20"},
    {
        "id": "rural",
        "per": "district",
        "by_proxy": True,
        "minimum": 30,
        "flag": "sannong",
        "last_day": "2024-08-20",
        "districts": ["示例区"],
    },
    {"id": "each-unit", "minimum": 2},
    {"id": "good", "minimum": 1, "valuable_only": True},
    {"id": "each-officer", "per": "officer", "by_proxy": True, "minimum": 5},
    {"id": "growth", "per": "campaign", "flag": "sannong", "growth_percent": 30},
    {"id": "upwards", "per": "campaign", "recommended_only": True, "minimum": 10},
]
NAMES = {"proxy": "代录", "rural": "其中三农", "each-unit": "上报", "good": "有价值"}


def rules(**changes: Any) -> Campaign:
    """Return the city's campaign with the quotas above."""
    whole = city(**changes)
    for theme in whole["themes"]:
        theme["flags"] = ["sannong"] if theme["id"] == RURAL else []
    named = [{"name": both(NAMES.get(one["id"], one["id"]), one["id"]), **one} for one in QUOTAS]
    return Campaign.model_validate({"quotas": named, **{k: v for k, v in whole.items() if k != "quotas"}})


@dataclass
class Field:
    """The county with its two towns, a department beside it, and an officer in each."""

    db: Database
    hands: Any
    units: dict[str, int]
    officers: dict[str, Officer]
    point: int
    made: int = 0

    def at(self, day: int, hour: int = 12) -> None:
        """Stand at an hour of a day in August, by the city's clock."""
        self.hands.at = datetime(2024, 8, 1, tzinfo=UTC) + timedelta(days=day - 1, hours=hour - 8)

    async def entered(self, who: str, theme: str = OTHER, *, day: int = 5, hour: int = 12) -> int:
        """Let an officer enter one for somebody else."""
        self.at(day, hour)
        self.made += 1
        registered = await filing.file(
            self.db,
            person_id=self.officers[who].person_id or 0,
            letter=letter(theme, self.made),
            consent=filing.Consent(ConsentForm.SPOKEN, clock.now()),
            once=str(self.made),
            way=EntryWay.OFFLINE,
        )
        return registered.suggestion.id

    async def is_now(self, suggestion_id: int, **values: Any) -> None:
        async with self.db.begin() as session:
            here = update(Suggestion).where(Suggestion.id == suggestion_id)
            await session.execute(here.values(**values))

    async def becomes(self, suggestion_id: int, state: SuggestionState) -> None:
        await self.is_now(suggestion_id, state=state)

    async def change(self, who: str, **values: Any) -> None:
        async with self.db.begin() as session:
            here = update(Officer).where(Officer.id == self.officers[who].id)
            await session.execute(here.values(**values))

    async def way_in(self, unit: str) -> int:
        async with self.db.begin() as session:
            source = Source(
                code=f"way-{unit}",
                campaign="city-2024",
                kind=SourceKind.PLACE,
                name=unit,
                unit_id=self.units[unit],
                made_at=clock.now(),
            )
            session.add(source)
            await session.flush()
            return source.id

    async def entry_at_the_point(self, suggestion_id: int) -> None:
        async with self.db.begin() as session:
            draft = select(Suggestion.draft_id).where(Suggestion.id == suggestion_id).scalar_subquery()
            mine = update(Entry).where(Entry.draft_id == draft)
            await session.execute(mine.values(contact_point_id=self.point))


def letter(theme: str, number: int) -> Letter:
    return Letter(
        campaign="city-2024",
        channel="webchat",
        theme=theme,
        topic="other",
        text=f"第{number}件建议。",
        name="张三",
        told_by=filing.CHANNEL,
    )


async def field(db: Database, hands: Any) -> Field:
    await put_in_force(db, campaign=rules())
    async with db.begin() as session:
        county = Unit(key="county", names={"zh-CN": "示例区"}, placed=True)
        session.add(county)
        await session.flush()
        below = {"names": {"zh-CN": "示例镇"}, "parent_id": county.id, "placed": True}
        session.add_all([Unit(key="town-a", **below), Unit(key="town-b", **below)])
        await session.flush()
        units = {unit.key: unit.id for unit in await session.scalars(select(Unit))}
        point = ContactPoint(
            unit_id=units["transport"], name="示例社区", district="示例区", opened_at=clock.now()
        )
        session.add(point)
        await session.flush()
    officers = {
        name: await _officer(db, name, units[unit], district)
        for name, unit, district in (
            ("A", "town-a", "示例区"),
            ("B", "town-b", "示例区"),
            ("C", "transport", "邻区"),
        )
    }
    return Field(db, hands, units, officers, point.id)


async def _officer(db: Database, name: str, unit_id: int, district: str) -> Officer:
    person = await people.introduce(db, channel="webchat", chat=ord(name), language="zh-CN")
    async with db.begin() as session:
        officer = Officer(
            unit_id=unit_id,
            kind="information",
            name=name,
            district=district,
            expertise=["交通", "三农"] if name == "A" else ["交通"],
            appointed_by=await _clerk(session),
            appointed_at=clock.now(),
            accepted_at=clock.now(),
            person_id=person.id,
        )
        session.add(officer)
    return officer


async def _clerk(session: Any) -> int:
    clerk = await session.scalar(select(Staff).where(Staff.role == Role.CLERK).limit(1))
    if clerk is None:
        clerk = Staff(login="the-clerk", password_hash="-", role=Role.CLERK, language="zh-CN")
        session.add(clerk)
        await session.flush()
    found: int = clerk.id
    return found
