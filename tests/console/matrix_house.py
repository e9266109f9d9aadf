"""A database with accounts of every role, a thing of their own unit and one of another, sign-ins to order."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path

import httpx
from console_house import PASSWORD, Browser, House
from fastapi import FastAPI
from sqlalchemy import update

from backend import clock
from backend.calls.model import Call
from backend.console.session import COOKIE
from backend.dates import today
from backend.db import Database
from backend.occasions import actions as occasions
from backend.occasions.actions import Told
from backend.occasions.model import OccasionKind
from backend.officers import actions as officers
from backend.officers import points
from backend.officers.model import OfficerKind
from backend.officers.points import Place
from backend.officers.terms import By, Terms
from backend.sources.model import Source
from backend.staff import actions, second_factor
from backend.staff.model import AccountEvent, Role, SignIn, Staff
from backend.staff.queries import digest
from backend.suggestions.model import Event

OWN, OTHER = "transport", "health"
FIELDS = {
    "/language": {"language": "en"},
    "/ways-in": {"campaign": "city-2024", "kind": "place", "name": "示例社区"},
    "/suggestions/{number}/reply": {"outcome": "adopted", "text": "已经采纳。"},
    "/suggestions/{number}/reply/give-back": {"why": "请补充依据。", "version": "1"},
    "/suggestions/{number}/contacts": {"mode": "phone", "on": "2024-08-01", "text": "听取了意见。"},
    "/suggestions/{number}/notes": {"text": "请核实。"},
    "/suggestions/{number}/extension": {"wanted_on": f"{today():%Y-%m-%d}", "reason": "需要现场勘查。"},
    "/suggestions": {"number": "CQ2024"},
    "/suggestions/{number}/ask": {"text": "在哪个路口？"},
    "/suggestions/{number}/send-back": {"reason": "不归我们办。"},
    "/suggestions/{number}/opine": {"text": "我们没有意见。"},
    "/suggestions/{number}/classify": {"place_of": "megacity/t16"},
    "/suggestions/{number}/scope": {"scope": "city"},
    "/suggestions/{number}/promise": {"text": "装好路灯。", "due_on": f"{today():%Y-%m-%d}"},
    "/suggestions/{number}/promise/{promise}": {"state": "kept", "text": "已装好。"},
    "/intake": {"campaign": "city-2024"},
    "/templates": {"title": "示例", "text": "示例模板。"},
    "/points/{point}/way-in": {"campaign": "city-2024"},
    "/calls/{call}/extend": {"due_on": f"{today():%Y-%m-%d}"},
}
"""What a form needs so that it is not refused for something else with 403 or 404."""
PATHS = {
    "/static": "/static/console.css",
    "/ledger/template": "/ledger/template?campaign=city-2024",
}
LISTED = {"/suggestions": "number", "/units": "unit", "/calls": "call"}
LISTED |= {"/officers": "officer", "/points": "point", "/events": "event"}
"""By list: the part of an address by which a thing in it is told; add a new list here."""
LISTED_ELSEWHERE = {"/replies", "/templates", "/contacts", "/notices", "/ledger", "/ledger/file"} | {
    *("/quotas", "/quotas/file", "/calls/new", "/visits"),
}
"""Lists whose things the furnished database has not: tests of their own look at what is in them."""
INNER = {
    *("{visit}", "{draft}", "{note}", "{reply}", "{file}", "{template}"),
    *("{part}", "{promise}", "{run}", "{token}", "{phone}"),
}
NOT_THERE = (
    *INNER,
    "/forget",
    "/reply/approve",
    "/reply/give-back",
    "/extension/decision",
    "/decide",
    "/merge",
    "/sent-back",
    "/send-back",
    "/scope",
    "/award",
)
"""Things within a thing: there are none here, so that whoever may come as far finds nothing."""
TOKENS = count(1)


@dataclass(frozen=True)
class Visit:
    """Who comes, and to whose thing; `role` is None for nobody."""

    name: str
    role: Role | None
    own: bool


VISITS = (
    *(Visit(f"{role} {'own' if own else 'other'}", role, own) for role in Role for own in (True, False)),
    *(Visit(name, None, own=True) for name in ("nobody", "expired", "idle", "suspended", "stranger")),
)


@dataclass
class Matrix:
    house: House
    staff: dict[str, int]
    parts: dict[bool, dict[str, str]]

    def where(self, path: str, *, own: bool) -> str:
        """Fill an address; a part nobody knows is a row whose matrix cannot be walked: add it here."""
        return PATHS.get(path, path).format(**self.parts[own])

    async def written(self) -> tuple[int, int, list[object]]:
        """Return what a refused visitor must not have changed."""
        events, acts = await self.house.all_of(Event), await self.house.all_of(AccountEvent)
        return len(events), len(acts), [one.retired_at for one in await self.house.all_of(Source)]

    async def token(self, account: str, *, kind: str = "", code_due: bool = False) -> str:
        """Return a token whose sign-in is as `kind` says."""
        token, now = f"token-{next(TOKENS)}", clock.now()
        row = SignIn(
            token_hash=digest(token),
            staff_id=self.staff[account],
            form_key="key",
            code_due=code_due,
            device="",
            started_at=now,
            seen_at=now - timedelta(hours=3 if kind == "idle" else 0),
            expires_at=now + timedelta(hours=-1 if kind == "expired" else 1),
        )
        async with self.house.db.begin() as session:
            session.add(row)
        return token

    async def comes(
        self, visit: Visit, method: str, path: str, *, token: str | None = None, app: FastAPI | None = None
    ) -> httpx.Response:
        if token is None and visit.name != "nobody":
            account = visit.role or ("suspended" if visit.name == "suspended" else Role.CLERK)
            token = "made-up" if visit.name == "stranger" else await self.token(account, kind=visit.name)
        async with Browser(app or self.house.app) as browser:
            if token:
                browser.cookies.set(COOKIE, token)
            fields = {"form_key": "key", **FIELDS.get(path, {})}
            data = fields if method == "POST" else None
            return await browser.request(method, self.where(path, own=visit.own), data=data)


async def furnish(house: House) -> Matrix:
    db, staff = house.db, dict[str, int]()
    unit = int(await house.unit(OWN))
    for role in Role:
        mine = unit if role in {Role.HANDLER, Role.UNIT_LEAD} else None
        await actions.appoint(db, login=f"m-{role}", password=PASSWORD, role=role, unit_id=mine)
    for login in ("suspended", "spare"):
        await actions.appoint(db, login=f"m-{login}", password=PASSWORD, role=Role.CLERK)
    for account in await house.all_of(Staff):
        staff[account.login.removeprefix("m-")] = account.id
        await second_factor.begin(db, staff_id=account.id)
    async with db.begin() as session:
        gone = update(Staff).where(Staff.id == staff["suspended"])
        await session.execute(gone.values(suspended_at=clock.now()))
    return Matrix(house, staff, {own: await _parts(house, staff, own=own) for own in (True, False)})


async def _call(house: House, staff: dict[str, int], unit_id: int) -> str:
    """Let a unit's lead have asked officers for something."""
    async with house.db.begin() as session:
        call = Call(
            campaign="city-2024",
            unit_id=unit_id,
            title="示例征集",
            words="请收集示例。",
            topics=["megacity/t16"],
            due_on=today(),
            made_by=staff[Role.UNIT_LEAD],
            made_at=clock.now(),
        )
        session.add(call)
        await session.flush()
        return str(call.id)


async def _parts(house: House, staff: dict[str, int], *, own: bool) -> dict[str, str]:
    unit = OWN if own else OTHER
    one = await house.forwarded(unit, files=(("意见.txt", "示例".encode(), "text/plain"),))
    return {
        "number": one.number,
        "ordinal": "1",
        "code": "city-2024",
        "channel": "webchat",
        "account": str(staff["spare"]),
        "unit": await house.unit(unit),
        "row": "1",
        **await _appointed(house, staff["clerk"], unit),
        "call": await _call(house, staff, int(await house.unit(unit))),
        **{part.strip("{}"): "9" for part in INNER},
    }


async def _appointed(house: House, staff_id: int, unit: str) -> dict[str, str]:
    """Appoint an officer at a contact point of a unit, with an event; each place with its way in."""
    db, by, unit_id = house.db, By(staff_id), int(await house.unit(unit))
    terms = Terms(name="李四", kind=OfficerKind.PROXY, unit_id=unit_id)
    officer, _ = await officers.appoint(db, terms=terms, by=by, once=unit)
    point = await points.open_point(db, place=Place(unit_id, "示例社区服务站"), by=by)
    await points.add_way_in(db, point_id=point.id, campaign="city-2024", by=by)
    day = today()
    told = Told(unit_id, OccasionKind.STALL, "示例社区摆展", day, day)
    event = await occasions.add(db, campaign="city-2024", told=told, by=by)
    return {"officer": str(officer.id), "point": str(point.id), "event": str(event.id)}


@asynccontextmanager
async def copied(matrix: Matrix, source: Path, path: Path, opened: object) -> AsyncIterator[Matrix]:
    """Open a copy of the furnished database; files come from the same store."""
    shutil.copy(source, path)
    db: Database = opened(path)  # type: ignore[operator]
    house = House(db, store=matrix.house.store)
    yield Matrix(house, matrix.staff, matrix.parts)
    await db.close()
