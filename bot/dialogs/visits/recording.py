"""What came of a visit goes on record; what counts as delivery is asked once more first (R72)."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from backend.campaigns import queries as campaigns
from backend.dates import day_in_words
from backend.errors import NotFound, Refusal
from backend.i18n import label
from backend.visits import actions, days
from backend.visits.queries import Row
from bot.context import db_of, language_of, notice, person_of, update_of
from bot.dialogs.mine.buttons import split
from bot.text import row_id


async def record(manager: DialogManager, verb: Any, visit_id: int, done: str, **said: Any) -> bool:
    """Put what came of a visit on record, and say so above the window; a refusal says why not."""
    manager.dialog_data["visit"] = visit_id
    whose = {"person_id": person_of(manager).id, "visit_id": visit_id, "update": update_of(manager)}
    try:
        await verb(db_of(manager), **whose, **said)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return False
    notice(manager, done)
    return True


async def doubt(manager: DialogManager, row: Row, on: date) -> None:
    """Ask once more whether somebody was told on a day; a day on which nobody can have been is refused."""
    if row.visit.done_at:
        return
    async with db_of(manager).read() as session:
        rules = await campaigns.edition(session, row.suggestion.edition)
    try:
        since = campaigns.day_of(rules, row.visit.made_at)
        days.refuse_beyond(on, today=campaigns.today(rules), since=since)
    except Refusal as refusal:
        manager.dialog_data.pop("doubt", None)
        notice(manager, refusal.key, **refusal.blanks)
    else:
        manager.dialog_data["doubt"] = f"{row.visit.id}.{on.isoformat()}"


def asking(manager: DialogManager, row: Row, name: str) -> dict[str, Any]:
    """Return whom and which day is asked about, if anything is; the button says both, whatever is lost."""
    said, language = str(manager.dialog_data.get("doubt", "")), language_of(manager)
    visit, on = split(said)
    if row_id(visit) != row.visit.id or row.visit.done_at:
        return {"doubted": "no", "whom": "", "on": "", "sure": []}
    return {
        "doubted": "yes",
        "whom": name or label(language, "visit-whom"),
        "on": day_in_words(_day(on), language),
        "sure": [said],
    }


async def sure(manager: DialogManager, said: str) -> bool:
    """Record what the button names: told on that day."""
    visit, on = split(said)
    manager.dialog_data.pop("doubt", None)
    return await record(manager, actions.told, row_id(visit), "visit-recorded", on=_day(on))


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise NotFound("visit-missing") from error


async def on_keep(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    manager.dialog_data["visit"] = row_id(split(said)[0])
    manager.dialog_data.pop("doubt", None)
