"""How fast quotas are counted, beside a plain count of the campaign's suggestions.

    .venv/bin/python -m bench.quotas [--suggestions 200000] [--units 1000]

Writes that many suggestions of as many people into a database of its own, half of them entered by officers
for others, one in ten come by a way in, and counts: every quota for every unit, for every district, for one
officer's chat, and COUNT(*). Prints medians and their ratios to the plain count; elsewhere only the ratios
mean something.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import func, insert, select, text

from backend.campaigns import actions as campaigns
from backend.campaigns.load import read
from backend.campaigns.parts import Quota
from backend.campaigns.schema import Campaign
from backend.campaigns.texts import Text
from backend.config import ROOT
from backend.db import Database, connect
from backend.handling.model import Unit
from backend.migrations.run import upgrade
from backend.officers.model import Officer
from backend.people.model import Person
from backend.proxy.model import Entry
from backend.quotas.model import Share
from backend.quotas.queries import standings
from backend.quotas.told import EVERYTHING, of_officer
from backend.secret import Keys
from backend.sources.model import Source
from backend.staff.model import Staff
from backend.suggestions.model import Suggestion
from bench.sample_suggestions import AT, CAMPAIGN, fill, texts

DISTRICTS = 40
TIMES = 7
NAME = Text({"zh-CN": "代录", "en": "Entered"})


def with_quotas() -> Campaign:
    rules = read(ROOT / "campaigns" / f"{CAMPAIGN}.yaml")
    proxy = {"name": NAME, "by_proxy": True}
    quotas = (
        Quota(id="proxy", per="district", minimum=60, **proxy),
        Quota(id="rural", per="district", minimum=30, flag="sannong", **proxy),
        Quota(id="unit", per="unit", name=NAME, minimum=2),
        Quota(id="good", per="unit", name=NAME, minimum=1, valuable_only=True),
    )
    return rules.model_copy(update={"quotas": quotas})


async def furnished(folder: Path, suggestions: int, units: int) -> Database:
    db = connect(f"sqlite+aiosqlite:///{folder / 'bench.db'}", Keys.of("made up for measuring, kept nowhere"))
    await upgrade(db)
    await campaigns.put_in_force(db, campaign=with_quotas())
    await fill(db, texts(suggestions), public=False)
    async with db.begin() as session:
        session.add(Staff(id=1, login="bench", password_hash="-", role="clerk", language="en"))  # noqa: S106
        named = [{"id": n, "key": f"unit-{n}", "names": {"zh-CN": f"{n}"}} for n in range(1, units + 1)]
        await session.execute(insert(Unit), [{**one, "parent_id": one["id"] // 20 or None} for one in named])
        people = [{"id": n, "chat": n, "channel": "bench"} for n in range(2, suggestions + units + 2)]
        since = {"language": "zh-CN", "since": AT}
        await session.execute(insert(Person), [{**one, **since} for one in people])
        await session.execute(insert(Officer), [_officer(n) for n in range(1, units + 1)])
        await session.execute(insert(Source), [_way_in(n) for n in range(1, units + 1)])
        await session.execute(text("UPDATE suggestion SET person_id = 1 + id"))
        tenth = text("UPDATE suggestion SET source_id = 1 + id % :units WHERE id % 10 = 1")
        await session.execute(tenth, {"units": units})
        halves = text("UPDATE suggestion SET officer_id = 1 + id % :units WHERE id % 2 = 0")
        await session.execute(halves, {"units": units})
        entered = select(Suggestion.draft_id, Suggestion.officer_id, Suggestion.officer_id, text("'dialog'"))
        columns = [Entry.draft_id, Entry.officer_id, Entry.unit_id, Entry.way, Entry.begun_at]
        rows = entered.add_columns(Suggestion.submitted_at).where(Suggestion.officer_id.is_not(None))
        await session.execute(insert(Entry).from_select(columns, rows, include_defaults=False))
        await session.execute(text("ANALYZE"))
    return db


def _officer(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "unit_id": number,
        "person_id": number + 1,
        "kind": "information",
        "name": "李四",
        "district": f"district-{number % DISTRICTS}",
        "expertise": [],
        "appointed_by": 1,
        "appointed_at": AT,
        "accepted_at": AT,
    }


def _way_in(number: int) -> dict[str, Any]:
    """One in ten belongs to a unit."""
    unit = number if number % 10 == 0 else None
    row = {"id": number, "code": f"way-{number}", "campaign": CAMPAIGN, "kind": "place", "name": "示例社区"}
    return {**row, "unit_id": unit, "made_at": AT}


async def measured(counting: Callable[[], Awaitable[object]]) -> float:
    seconds = []
    for _ in range(TIMES):
        began = time.perf_counter()
        await counting()
        seconds.append(time.perf_counter() - began)
    return median(seconds)


async def bench(folder: Path, suggestions: int, units: int) -> None:
    db, rules = await furnished(folder, suggestions, units), with_quotas()
    asked = {"sight": EVERYTHING, "day": date(2024, 8, 10)}
    async with db.read() as session:
        officer = await session.get_one(Officer, 1)

        async def plain() -> object:
            query = select(func.count()).select_from(Suggestion).where(Suggestion.campaign == CAMPAIGN)
            return await session.scalar(query)

        async def of(share: Share, **more: Any) -> object:
            return await standings(session, rules, share=share, **asked, **more)

        base = await measured(plain)
        print(f"COUNT(*)             {base * 1000:9.2f} ms")
        for name, counting in {
            "campaign": lambda: of(Share.CAMPAIGN),
            "districts, by proxy": lambda: of(Share.DISTRICT, quotas=["proxy", "rural"]),
            "units, every quota": lambda: of(Share.UNIT),
            "one unit": lambda: of(Share.UNIT, of=[f"unit-{units}"]),
            "an officer's chat": lambda: of_officer(session, officer),
        }.items():
            took = await measured(counting)
            print(f"{name:20} {took * 1000:9.2f} ms  {took / base:7.1f} times")
    await db.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--suggestions", type=int, default=200_000)
    parser.add_argument("--units", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jindianzi-bench-") as folder:
        asyncio.run(bench(Path(folder), given.suggestions, given.units))


if __name__ == "__main__":
    main()
