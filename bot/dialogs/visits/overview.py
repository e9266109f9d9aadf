"""What an officer still has to tell, what is due first on top; a page at a time."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.dates import day_in_words, days_left
from backend.i18n import label
from backend.visits import queries
from bot.appointed import leave_button, officer_of
from bot.context import db_of, language_of, notice, person_of
from bot.dialogs.mine.buttons import on_list_page, turns
from bot.dialogs.mine.shown import turning
from bot.dialogs.suggest.lists import answer_list
from bot.states import Visits
from bot.text import T, row_id


async def overview(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    await officer_of(dialog_manager)
    page, language = int(dialog_manager.dialog_data.get("list_page", 1)), language_of(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        pile = await queries.waiting(session, person_of(dialog_manager).id, page)
        rows = [(row, await campaigns.edition(session, row.suggestion.edition)) for row in pile.rows]
        undoable = await queries.undoable(session, person_of(dialog_manager).id) if page == 1 else []
        names = await queries.names(session, [*pile.rows, *undoable])
    return {
        "listed": "\n".join(_line(row, rules, names[row.visit.id], language) for row, rules in rows),
        "any": "yes" if rows else "no",
        "visits": [
            (str(row.visit.id), " · ".join(filter(None, (names[row.visit.id], row.suggestion.number))))
            for row, _ in rows
        ]
        + [_ended(row, names[row.visit.id], language) for row in undoable],
        "slips": "yes" if undoable else "no",
        **turning("", pile.page, pile.pages),
    }


def _line(row: queries.Row, rules: Campaign, name: str, language: str) -> str:
    left = days_left(row.visit.due_on, rules.time_zone)
    return label(
        language,
        "visits-row",
        number=" · ".join(filter(None, (row.suggestion.number, name))),
        what=label(language, f"visit-what-{row.visit.kind}"),
        due=day_in_words(row.visit.due_on, language),
        late="yes" if left < 0 else "no",
        days=max(-left, 0),
    )


def _ended(row: queries.Row, name: str, language: str) -> tuple[str, str]:
    """Make the button that leads back to what was ended today, with what was said of it."""
    known = " · ".join(filter(None, (name, row.suggestion.number)))
    state = label(language, f"visit-outcome-{row.visit.outcome}")
    return str(row.visit.id), label(language, "visits-ended", known=known, state=state)


async def on_open(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    manager.dialog_data.clear()
    manager.dialog_data["visit"] = row_id(said)
    await manager.switch_to(Visits.one)


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "visits-words")


def window() -> Window:
    return Window(
        T("visits-overview"),
        answer_list("visits", "visits_open", on_open),
        turns("visits", on_list_page),
        leave_button("visits_leave"),
        MessageInput(on_words),
        getter=overview,
        state=Visits.overview,
    )
