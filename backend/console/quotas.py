"""Quotas 任务数: how far each unit, district and officer is, the lowest first (R89, R92-R97)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.console.desk import number_of
from backend.console.guard import FILE_POLICY
from backend.console.pages import page, see_other
from backend.console.said import whole
from backend.console.session import AtDesk, Db, Desk, Typed, Upload, language_of, uploads_in
from backend.console.trouble import status_of
from backend.db import Database
from backend.errors import Refusal
from backend.handling import queries as handling
from backend.i18n import label
from backend.ledger import sheets
from backend.ledger.workbook import MEDIA_TYPE, Workbook
from backend.officers.model import Officer
from backend.quotas import baselines
from backend.quotas.model import Share
from backend.quotas.queries import Standing, standings
from backend.suggestions.queries import PAGE

router = APIRouter()

TABS = (Share.UNIT, Share.DISTRICT, Share.OFFICER, Share.CAMPAIGN)
HEADS = ("quota", "of", "reached", "target", "last", "days")
WIDTHS = (40, 30, 10, 10, 12, 12)


@dataclass(frozen=True)
class Asked:
    """What of the figures is wanted; an empty `quota` means every one."""

    rules: Campaign
    quota: str
    share: Share

    def address(self, share: Share | None = None, page: int = 1, path: str = "/quotas") -> str:
        wanted = {"campaign": self.rules.id, "quota": self.quota, "share": share or self.share}
        said = {**wanted, "page": page if page > 1 else ""}
        return f"{path}?{urlencode({name: value for name, value in said.items() if value})}"


@dataclass(frozen=True)
class Listing:
    asked: Asked
    rows: Sequence[Standing]
    names: Mapping[str, str]
    campaigns: Sequence[Campaign]
    total: int
    lacking: int
    page: int
    pages: int


@router.get("/quotas")
async def show(request: Request, db: Db, desk: AtDesk) -> Response:
    return await _page(request, db, desk)


@router.get("/quotas/file")
async def download(request: Request, db: Db, desk: AtDesk) -> Response:
    """Send every row of what is shown; officers by their numbers, without their names."""
    language = language_of(request)
    async with db.read() as session:
        known = await _campaigns(session)
        if not known:
            return see_other("/quotas")
        asked = _asked(request.query_params, known)
        rows = await _standings(session, desk, asked)
        names = await _names(session, asked, rows, language, officers=False)
    heads = [label(language, f"console-quotas-column-{head}") for head in HEADS]
    book = Workbook(label(language, "console-quotas"), heads, WIDTHS)
    told = [
        (
            row.quota.name.said(language),
            names.get(row.of, row.of),
            row.reached,
            row.target,
            row.last_year,
            row.days_left,
        )
        for row in rows
    ]
    saved = f'attachment; filename="quotas-{asked.rules.id}-{clock.now():%Y-%m-%d}.xlsx"'
    headers = {"Content-Disposition": saved, "Content-Security-Policy": FILE_POLICY}
    book.take(told)
    return Response(book.whole(), media_type=MEDIA_TYPE, headers=headers)


@router.post("/quotas/baseline")
async def load(request: Request, db: Db, desk: AtDesk, typed: Typed) -> Response:
    """Take in last year's figures, all of the sheet or nothing."""
    campaign = typed.get("campaign", "")
    try:
        sent = _sheet(request)
        done = await baselines.load(
            db, campaign=campaign, name=sent.name, content=sent.content, limits=sheets.ON_PAGE
        )
    except Refusal as refusal:
        return await _page(request, db, desk, typed=typed, refusal=refusal)
    counts = {"new": done.new, "changed": done.changed, "same": done.same}
    return see_other(f"/quotas?{urlencode({'campaign': campaign, 'done': 'loaded', **counts})}")


def _sheet(request: Request) -> Upload:
    sent = uploads_in(request)
    if not sent:
        raise Refusal("ledger-file-missing")
    return sent[0]


async def _page(
    request: Request,
    db: Database,
    desk: Desk,
    *,
    typed: Mapping[str, str] | None = None,
    refusal: Refusal | None = None,
) -> Response:
    said = typed if typed is not None else request.query_params
    async with db.read() as session:
        known = await _campaigns(session)
        listing = await _listing(session, desk, said, known, language_of(request)) if known else None
    return page(
        request,
        "quotas.html",
        status=status_of(refusal) if refusal else 200,
        listing=listing,
        tabs=[share for share in TABS if share != Share.CAMPAIGN or desk.sight.everything],
        refusal=refusal,
        done=_done(said) if refusal is None else {},
        columns=", ".join(baselines.head(column, language_of(request)) for column in baselines.COLUMNS),
        **({"here": "/quotas"} if refusal else {}),
    )


def _done(said: Mapping[str, str]) -> dict[str, str]:
    """Return what was loaded just now, as whole numbers that a page may say."""
    counts = {name: str(whole(said.get(name, "")) or 0) for name in DONE}
    return counts if said.get("done") == "loaded" and all(said.get(name) for name in DONE) else {}


DONE = ("new", "changed", "same")


async def _campaigns(session: AsyncSession) -> list[Campaign]:
    """Return the campaigns that have quotas, the youngest first."""
    return [one.campaign for one in await campaigns.offered(session, "chat") if one.campaign.quotas]


def _asked(said: Mapping[str, str], known: Sequence[Campaign]) -> Asked:
    """Read what is asked for; what makes no sense is not asked for."""
    rules = next((one for one in known if one.id == said.get("campaign")), known[0])
    quota = next((one for one in rules.quotas if one.id == said.get("quota")), None)
    share = Share(said["share"]) if said.get("share") in set(Share) else None
    first = quota or rules.quotas[0]
    return Asked(rules, quota.id if quota else "", share or Share(first.per))


async def _standings(session: AsyncSession, desk: Desk, asked: Asked) -> list[Standing]:
    """Return the rows; of all quotas those that this share has a target in, where it has any."""
    rules, per = asked.rules, [quota.id for quota in asked.rules.quotas if quota.per == asked.share]
    return await standings(
        session,
        rules,
        share=asked.share,
        sight=desk.sight,
        day=campaigns.today(rules),
        quotas=[asked.quota] if asked.quota else per or None,
    )


async def _listing(
    session: AsyncSession, desk: Desk, said: Mapping[str, str], known: Sequence[Campaign], language: str
) -> Listing:
    asked = _asked(said, known)
    rows = await _standings(session, desk, asked)
    pages = max(1, -(-len(rows) // PAGE))
    number = min(number_of(said.get("page", "")), pages)
    shown = rows[(number - 1) * PAGE : number * PAGE]
    return Listing(
        asked,
        shown,
        await _names(session, asked, shown, language),
        known,
        total=len(rows),
        lacking=sum(not row.met for row in rows),
        page=number,
        pages=pages,
    )


async def _names(
    session: AsyncSession, asked: Asked, rows: Iterable[Standing], language: str, *, officers: bool = True
) -> dict[str, str]:
    """Return what those are called whose figures are told; a district is called by its name."""
    units = {unit.id: unit for unit in await handling.units(session)}
    if asked.share == Share.UNIT:
        return {unit.key: unit.name(language) for unit in units.values()}
    if asked.share == Share.CAMPAIGN:
        return {"": asked.rules.title.said(language)}
    if asked.share == Share.DISTRICT:
        return {}
    ids = [int(row.of) for row in rows]
    found = await session.execute(
        select(Officer.id, Officer.unit_id, *([Officer.name] if officers else [])).where(Officer.id.in_(ids))
    )
    return {
        str(each[0]): " · ".join((each[2] if officers else str(each[0]), units[each[1]].name(language)))
        for each in found
    }
