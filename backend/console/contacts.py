"""Talks with authors: put on record on a suggestion's page, and each unit's share (R79, R80, R122)."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.console.deed import Doing
from backend.console.pages import page
from backend.console.session import AtDesk, Db
from backend.contacts import actions, queries
from backend.contacts.queries import Share
from backend.handling import queries as handling
from backend.handling.model import Unit

router = APIRouter()


@dataclass(frozen=True)
class Row:
    """A unit's talks in one campaign; `floor` is the share it is to reach, None where there is none."""

    share: Share
    rules: Campaign
    unit: Unit

    @property
    def floor(self) -> int | None:
        rule = self.rules.face_to_face
        return None if rule.mode == "off" else int(rule.minimum_share * 100)

    @property
    def below(self) -> bool:
        floor = self.rules.face_to_face.minimum_share
        return self.floor is not None and self.share.met < floor * self.share.suggestions


@router.get("/contacts")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    async with db.read() as session:
        units = {unit.id: unit for unit in await handling.units(session)}
        rows = []
        for share in await queries.shares(session, desk.sight):
            _, rules = await campaigns.in_force(session, share.campaign)
            rows.append(Row(share, rules, units[share.unit_id]))
    return page(request, "contacts.html", rows=rows)


@router.post("/suggestions/{number}/contacts")
async def log(deed: Doing) -> Response:
    how, on, text = deed.said("mode"), deed.said("on"), deed.said("text")
    doing = actions.log(deed.db, mode=how, spoken_on=on, text=text, **deed.whose)
    return await deed.settle(doing, form="contact", at="#contacts")
