"""What a phone takes along: campaigns in force with what they ask, events, and requests of the office."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.calls.model import Call
from backend.campaigns.parts import Named
from backend.campaigns.privacy import privacy_note
from backend.campaigns.schema import Campaign, Theme
from backend.collecting import queries
from backend.collecting.queries import Holder
from backend.i18n import LANGUAGES
from backend.occasions.model import Occasion

Json = dict[str, Any]
PHOTO = "jpg"


async def offer(session: AsyncSession, of: Holder) -> Json:
    found = await queries.open_campaigns(session, of.person.channel)
    return {
        "person": str(of.person.id),
        "occasion": of.officer.occasion_id,
        "campaigns": [await _campaign(session, of, one.campaign) for one in found],
    }


async def _campaign(session: AsyncSession, of: Holder, rules: Campaign) -> Json:
    occasions = await queries.occasions(session, rules.id)
    calls = await queries.calls(session, of.officer.id, rules.id)
    return {
        "id": rules.id,
        "title": rules.title.root,
        "guidance": [words.root for words in rules.guidance],
        "maximum": rules.length.maximum,
        "themes": [_theme(theme) for theme in rules.themes],
        "scopes": _named(rules.scopes),
        "receiving_units": _named(rules.receiving_units),
        "audiences": [
            {**one, "maximum": each.maximum, "also": list(each.also_required)}
            for one, each in zip(_named(rules.audiences), rules.audiences, strict=True)
        ],
        "required": list(rules.required_fields),
        "privacy": {language: privacy_note(rules, language) for language in LANGUAGES},
        "photos": rules.files.max_count if PHOTO in rules.files.extensions else 0,
        "occasions": [_occasion(one) for one in occasions],
        "calls": [_call(one) for one in calls],
    }


def _named(among: tuple[Named, ...]) -> list[Json]:
    return [{"id": one.id, "name": one.name.root} for one in among]


def _theme(theme: Theme) -> Json:
    return {"id": theme.id, "name": theme.name.root, "topics": _named(theme.topics)}


def _occasion(one: Occasion) -> Json:
    days = [one.first_day.isoformat(), one.last_day.isoformat()]
    return {"id": one.id, "title": one.title, "place": one.place, "days": days}


def _call(one: Call) -> Json:
    due = one.due_on.isoformat()
    return {"id": one.id, "title": one.title, "words": one.words, "topics": one.topics, "due": due}
