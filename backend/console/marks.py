"""The forms of what the office notes on a suggestion: where it belongs, what it is worth, who said what."""

from fastapi import APIRouter
from fastapi.responses import Response

from backend.console.deed import Deed, Doing
from backend.console.said import day_said
from backend.errors import Refusal
from backend.handling import marks

router = APIRouter()


@router.post("/suggestions/{number}/classify")
async def classify(deed: Doing) -> Response:
    theme, _, topic = deed.said("place_of").partition("/")
    doing = marks.classify(deed.db, theme=theme, topic=topic, **deed.by)
    return await deed.settle(doing, form="classify", done="classified")


@router.post("/suggestions/{number}/scope")
async def set_scope(deed: Doing) -> Response:
    doing = marks.set_scope(deed.db, scope=deed.said("scope"), **deed.by)
    return await deed.settle(doing, form="scope", done="scoped")


@router.post("/suggestions/{number}/value")
async def value(deed: Doing) -> Response:
    doing = marks.value(deed.db, valuable=deed.said("on") == "yes", **deed.by)
    return await deed.settle(doing, form="value", done="valued")


@router.post("/suggestions/{number}/key")
async def key(deed: Doing) -> Response:
    return await deed.settle(_key(deed), form="key", done="keyed")


async def _key(deed: Deed) -> None:
    leader = deed.said("leader")
    if deed.said("on") == "yes" and not leader.strip():
        raise Refusal("leader-missing")
    await marks.key(deed.db, leader=leader if deed.said("on") == "yes" else "", **deed.by)


@router.post("/suggestions/{number}/recommend")
async def recommend(deed: Doing) -> Response:
    doing = marks.recommend(deed.db, recommended=deed.said("on") == "yes", **deed.by)
    return await deed.settle(doing, form="recommend", done="recommended")


@router.post("/suggestions/{number}/instruct")
async def instruct(deed: Doing) -> Response:
    return await deed.settle(_instruct(deed), form="instruct", done="instructed")


async def _instruct(deed: Deed) -> None:
    day = day_said(deed.said("given_on"), "date-unclear")
    said = {"text": deed.said("text"), "leader": deed.said("leader")}
    await marks.instruct(deed.db, given_on=day, **said, **deed.by)
