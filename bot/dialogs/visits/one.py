"""One visit: what to read out, and what came of it; the author's rating only in the author's own words."""

from datetime import timedelta
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.dates import day_in_words, days_left
from backend.drafts.model import Draft
from backend.i18n import label
from backend.ratings.actions import RATED_IN
from backend.ratings.queries import of_reply
from backend.suggestions.model import SuggestionState
from backend.visits import actions, queries
from backend.visits.making import QUESTIONS, REPLIES, RETURNED
from backend.visits.model import VisitOutcome
from backend.visits.reading import read_out
from bot.context import db_of, language_of, notice, person_of
from bot.dialogs.mine.buttons import named, split, turns
from bot.dialogs.mine.shown import fitting, turning
from bot.dialogs.suggest.again import open_again
from bot.dialogs.visits.opening import visit_here
from bot.dialogs.visits.recording import asking, doubt, on_keep, record, sure
from bot.states import Visits
from bot.text import Label, T, row_id

ROOM = 2000
"""UTF-16 units of what is read out in one window."""


async def one(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    row = await visit_here(dialog_manager)
    visit, suggestion, language = row.visit, row.suggestion, language_of(dialog_manager)
    async with db_of(dialog_manager).read() as session:
        rules = await campaigns.edition(session, suggestion.edition)
        words = await read_out(session, visit, rules, language)
        draft = await session.get_one(Draft, suggestion.draft_id)
        rates = await _rates(session, row, rules, language)
    pages = fitting(words.splitlines(), ROOM)
    page = min(max(int(dialog_manager.dialog_data.get("page", 1)), 1), len(pages))
    hidden, late = draft.on_own_page, days_left(visit.due_on, rules.time_zone)
    name = "" if hidden else suggestion.name
    asked = asking(dialog_manager, row, name)
    return {
        "number": suggestion.number,
        "name": name,
        "contact": "" if hidden else suggestion.contact,
        "known": "yes" if name else "no",
        "reachable": "no" if hidden or not suggestion.contact else "yes",
        "what": label(language, f"visit-what-{visit.kind}"),
        "due": day_in_words(visit.due_on, language),
        "late": "yes" if late < 0 and not visit.done_at else "no",
        "state": label(language, f"visit-outcome-{visit.outcome}") if visit.outcome else "",
        "tried": "yes" if visit.outcome else "no",
        "words_are": _words_are(row, asked["sure"]),
        "words": pages[page - 1],
        "rates": rates,
        **asked,
        **_possible(row, asked["sure"]),
        "undo": [str(visit.id)] if queries.may_undo(visit, rules) else [],
        **turning(str(visit.id), page, len(pages)),
    }


def _words_are(row: queries.Row, doubted: list[str]) -> str:
    """Say what is done with words that are typed here."""
    if doubted:
        return "doubt"
    if row.visit.done_at:
        return "note"
    return "answer" if row.visit.kind in QUESTIONS else "outcome"


def _possible(row: queries.Row, doubted: list[str]) -> dict[str, list[str]]:
    """Return the buttons of what can be done now, each with the visit it is about; a doubt comes first."""
    visit, here = row.visit, [str(row.visit.id)]
    if visit.done_at or doubted:
        return {key: [] for key in ("tell", "answer", "over", "not_met", "correct")}
    returned = visit.kind == RETURNED and row.suggestion.state == SuggestionState.RETURNED
    return {
        "tell": [] if visit.kind in QUESTIONS else here,
        "answer": here if visit.kind in QUESTIONS else [],
        "over": here,
        "not_met": [f"{visit.id}.{visit.tries}"],
        "correct": [row.suggestion.number] if returned else [],
    }


async def _rates(session: Any, row: queries.Row, rules: Campaign, language: str) -> list[dict[str, str]]:
    """Offer what the author may have said of the reply, once they were told of it; asked of nobody else."""
    visit, suggestion = row.visit, row.suggestion
    told = visit.outcome == VisitOutcome.TOLD and visit.kind in REPLIES
    if not told or suggestion.state not in RATED_IN:
        return []
    open_ones = [asked for asked in await of_reply(session, suggestion.id) if asked.given_at is None]
    return [
        {
            "id": f"{visit.id}.{asked.id}.{rating.id}",
            "rating": rating.name.said(language),
            "part": label(language, f"console-part-{asked.part}") if len(open_ones) > 1 else "",
        }
        for asked in open_ones
        for rating in rules.ratings
    ]


async def on_page(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    visit, page = split(said)
    manager.dialog_data.update(visit=row_id(visit), page=row_id(page))


def _told(days: int) -> Any:
    async def on_told(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
        manager.dialog_data["visit"] = row_id(said)
        row = await visit_here(manager)
        async with db_of(manager).read() as session:
            rules = await campaigns.edition(session, row.suggestion.edition)
        await doubt(manager, row, campaigns.today(rules) - timedelta(days=days))

    return on_told


async def on_sure(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await sure(manager, said)


async def on_undo(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await record(manager, actions.undo, row_id(said), "visit-reopened")


async def on_not_met(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    visit, tries = split(said)
    await record(manager, actions.not_met, row_id(visit), "visit-again", tries=row_id(tries))


def _over(outcome: VisitOutcome) -> Any:
    async def on_over(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
        await record(manager, actions.ended, row_id(said), "visit-recorded", outcome=outcome)

    return on_over


def _types(state: State, about: str) -> Any:
    async def on_type(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
        """Let the next words belong to this visit, wherever the chat's position goes."""
        visit_id = row_id(said)
        await take_up(manager, state, visit_id, f"{about}:{visit_id}")

    return on_type


async def take_up(manager: DialogManager, state: State, visit_id: int, about: str) -> None:
    await actions.take_up(db_of(manager), person_id=person_of(manager).id, about=about)
    await manager.start(state, {"visit": visit_id}, mode=StartMode.RESET_STACK)


async def on_correct(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    await open_again(manager, split(said)[0], own=False)


async def on_rate(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Write down what the author said of the reply; one who is not satisfied says why."""
    visit, _, rest = said.partition(".")
    asked, _, rating = rest.partition(".")
    manager.dialog_data["visit"] = row_id(visit)
    row = await visit_here(manager)
    async with db_of(manager).read() as session:
        rules = await campaigns.edition(session, row.suggestion.edition)
    chosen = next((each for each in rules.ratings if each.id == rating), None)
    if chosen and not chosen.satisfied:
        about = f"reason:{row.visit.id}:{row_id(asked)}:{rating}"
        await take_up(manager, Visits.reason, row.visit.id, about)
        return
    given = {"rating_id": row_id(asked), "rating": rating, "reason": ""}
    await record(manager, actions.rate, row.visit.id, "visit-rated", **given)


async def on_list(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.clear()
    await manager.switch_to(Visits.overview)


async def on_words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take words as the author's answer where something was asked, else as a note for the office."""
    row = await visit_here(manager)
    if message.text and row.visit.kind in QUESTIONS and not row.visit.done_at:
        await record(manager, actions.answered, row.visit.id, "visit-answered", text=message.text)
    elif message.text:
        await record(manager, actions.note, row.visit.id, "visit-noted", text=message.text)
    else:
        notice(manager, "kind-not-taken")


def window() -> Window:
    moved, refused = _over(VisitOutcome.MOVED_AWAY), _over(VisitOutcome.REFUSED)
    return Window(
        T("visits-one"),
        turns("visit", on_page),
        Column(
            named("visit_correct", Label("mine-one-correct"), "correct", on_correct),
            named("visit_answer", Label("visit-answer"), "answer", _types(Visits.answer, "answer")),
            named("visit_sure", Label("visit-sure"), "sure", on_sure),
            named("visit_keep", Label("visit-keep"), "sure", on_keep),
            named("visit_undo", Label("visit-undo"), "undo", on_undo),
            named("visit_today", Label("visit-today"), "tell", _told(0)),
            named("visit_yesterday", Label("visit-yesterday"), "tell", _told(1)),
            named("visit_day", Label("visit-day"), "tell", _types(Visits.day, "day")),
            named("visit_not_met", Label("visit-not_met"), "not_met", on_not_met),
            named("visit_moved", Label("visit-moved"), "over", moved),
            named("visit_refused", Label("visit-refused"), "over", refused),
            Select(
                Label("visit-rate"),
                id="visit_rate",
                item_id_getter=lambda item: item["id"],
                items="rates",
                on_click=on_rate,
            ),
            Button(Label("visit-to-list"), id="visit_list", on_click=on_list),
        ),
        MessageInput(on_words),
        getter=one,
        state=Visits.one,
    )
