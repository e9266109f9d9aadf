"""Where a person stands, found from what is in SQL: the position itself may vanish at any instant."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram_dialog.api.entities import Context, Stack
from aiogram_dialog.api.exceptions import UnknownIntent, UnknownState
from aiogram_dialog.context.storage import StorageProxy
from aiogram_dialog.utils import REPLY_CALLBACK_SYMBOLS, remove_intent_id

from backend.db import Database
from backend.drafts import queries as drafts
from backend.people.model import Person
from backend.proxy import aside
from backend.proxy import queries as proxy
from backend.questions import answering
from backend.questions import queries as questions
from backend.ratings import queries as ratings
from backend.suggestions import author
from backend.suggestions import queries as suggestions
from backend.visits import queries as visits
from bot.intents import new_id
from bot.states import (
    GROUPS,
    OF_STEP,
    Asked,
    Behalf,
    Calls,
    Desk,
    Language,
    Mine,
    Officer,
    Quotas,
    Rate,
    Settings,
    Start,
    Suggest,
    Visits,
)
from bot.wording import worded

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


async def position(db: Database, person_id: int) -> State:
    """Return the window that shows what is to be said next."""
    async with db.read() as session:
        draft = await drafts.current(session, person_id)
        newest = await suggestions.latest_of_author(session, person_id)
        entered = await proxy.newest(session, person_id)
    sent, window = newest, Suggest.sent
    if entered and not (newest and newest.submitted_at > entered.submitted_at):
        sent, window = entered, Behalf.sent
    if draft and not (sent and sent.submitted_at > draft.touched_at):
        return OF_STEP[draft.step]
    return window if sent else Start.welcome


async def keep_position(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """Rebuild a lost position before the update is looked at, so that the tap or text counts all the same.

    A position that is there but behind the draft (its own store may be older) is brought up to it.
    """
    if isinstance(event, (Message, CallbackQuery)) and "person" in data:
        event = _plainly(event)
        proxy = _proxy(data)
        await _stop(data, proxy)
        stack = await proxy.load_stack()
        context = await _context(proxy, stack)
        adding = await _adding(data["db"], data["person"], event, context)
        thread = await _thread(data["db"], data["person"], event, context)
        state = _of_button(event) or thread or adding or await position(data["db"], data["person"].id)
        if context is None or (context.state in BESIDE and _is_answer(event)):
            of_another = await _is_of_another_draft(data["db"], data["person"].id, event, state)
            await _put(proxy, state, None if of_another else _intent(event, state, data["has_button"]))
        elif context.state != state and {context.state, state} <= set(OF_STEP.values()):
            context.state = state
            await proxy.save_context(context)
        await proxy.unlock()  # type: ignore[no-untyped-call]
    return await handler(event, data)


async def _stop(data: dict[str, Any], proxy: StorageProxy) -> None:
    """Lead away from an entry that was erased, so that words and taps meant for it reach no other one."""
    if await aside.is_met(data["db"], data["person"], inbox_id=data["inbox"]):
        data["notice"] = worded(data["person"], "behalf-erased")
        await _put(proxy, Behalf.start, None)


async def _adding(
    db: Database, person: Person, event: Message | CallbackQuery, context: Context | None
) -> State | None:
    """Return the supplement that words go to whose position was lost; end it where the person went on."""
    if person.adding_to is None:
        return None
    if context and context.state not in {Mine.supplement, *BESIDE}:
        await author.end_adding(db, person_id=person.id)
        return None
    return Mine.supplement if _is_answer(event) else None


async def _thread(
    db: Database, person: Person, event: Message | CallbackQuery, context: Context | None
) -> State | None:
    """Return the question or rating that words answer whose position was lost; put it down as one goes on."""
    if person.answering is None:
        return None
    state = next(state for topic, state in THREADS.items() if person.answering.startswith(topic))
    if context and context.state not in {state, *BESIDE}:
        await answering.put_down(db, person_id=person.id)
        return None
    return state if _is_answer(event) else None


THREADS = {
    questions.TOPIC: Asked.answer,
    ratings.TOPIC: Rate.reason,
    f"{visits.TOPIC}day:": Visits.day,
    f"{visits.TOPIC}answer:": Visits.answer,
    f"{visits.TOPIC}reason:": Visits.reason,
    aside.TOPIC: Behalf.start,
}
"""Windows whose words are no part of a draft, by what `Person.answering` begins with."""


def _plainly(event: Message | CallbackQuery) -> Message | CallbackQuery:
    """Take words as words: those said in reply to an old window, or ending in what nobody sees, too.

    The library takes the one for a tap on that window, and the other for a tap on a keyboard we never show.
    """
    if not isinstance(event, Message):
        return event
    text = event.text and (event.text.rstrip(REPLY_CALLBACK_SYMBOLS) or UNSEEN)
    return event.model_copy(update={"reply_to_message": None, "text": text})


UNSEEN = "\u200b"
"""Words of which nothing can be seen, and which the library does not look into."""


async def _is_of_another_draft(
    db: Database, person_id: int, event: Message | CallbackQuery, state: State
) -> bool:
    """Say whether a tap, which the draft's question would take, was at a window of another draft."""
    if not isinstance(event, CallbackQuery) or event.message is None or state not in OF_STEP.values():
        return False
    async with db.read() as session:
        now = await drafts.current(session, person_id)
        then = await drafts.turned_to(session, person_id, event.message.message_id)
    return bool(now and then and now.id != then)


def _proxy(data: dict[str, Any]) -> StorageProxy:
    return StorageProxy(
        bot=data["bot"],
        storage=data["fsm_storage"],
        events_isolation=DisabledEventIsolation(),
        state_groups={group.__full_group_name__: group for group in GROUPS},
        user_id=data["event_from_user"].id,
        chat_id=data["event_chat"].id,
        thread_id=None,
        business_connection_id=None,
    )


async def _context(proxy: StorageProxy, stack: Stack) -> Context | None:
    if not stack.intents:
        return None
    try:
        return await proxy.load_context(stack.intents[-1])
    except (UnknownIntent, UnknownState):
        return None


BESIDE = {Language.choice, Settings.menu, Suggest.similar}
"""Windows that ask nothing of the draft: words said there answer the draft's own question."""
BEFORE = {
    "begin": Start.welcome,
    "answer_done": Asked.answer,
    "answer_later": Asked.answer,
    "rate_later": Rate.reason,
    "take_back": Start.welcome,
    "campaign": Start.welcome,
    "look_again": Start.closed,
    "go_on": Start.resume,
    "others": Start.resume,
    "anew": Start.resume,
    "throw_away": Start.resume,
    "pick_up": Start.drafts,
    **dict.fromkeys(("large_type", "plain_words", "quiet", "mydata", "consent", "forget"), Settings.menu),
    **dict.fromkeys(("certificate", "close_settings"), Settings.menu),
    **dict.fromkeys(("quiet_hours", "quiet_never"), Settings.quiet),
    "consent_end": Settings.consent,
    "forget_go_on": Settings.forget,
    "mine": Start.welcome,
    "mine_open": Mine.overview,
    "mine_list_before": Mine.overview,
    "mine_list_next": Mine.overview,
    "mine_lookup": Mine.overview,
    "mine_leave": Mine.overview,
    "mine_before": Mine.one,
    "mine_next": Mine.one,
    "mine_supplement": Mine.one,
    "mine_correct": Mine.one,
    "mine_object": Mine.one,
    "mine_withdraw": Mine.one,
    "mine_file": Mine.one,
    "mine_list": Mine.one,
    "mine_supplement_done": Mine.supplement,
    "mine_supplement_back": Mine.supplement,
    "mine_withdrawal_send": Mine.withdrawal,
    "mine_withdrawal_anew": Mine.withdrawal,
    "mine_withdrawal_back": Mine.withdrawal,
    "mine_objection_send": Mine.objection,
    "mine_objection_anew": Mine.objection,
    "mine_objection_back": Mine.objection,
    "mine_found_before": Mine.found,
    "mine_found_next": Mine.found,
    "mine_follow": Mine.found,
    **dict.fromkeys(("desk_open", "desk_list_before", "desk_list_next"), Desk.waiting),
    **dict.fromkeys(("desk_unlink", "desk_leave"), Desk.waiting),
    **dict.fromkeys(("desk_before", "desk_next", "desk_sign", "desk_ask"), Desk.one),
    **dict.fromkeys(("desk_answers", "desk_list"), Desk.one),
    **dict.fromkeys(("desk_ask_send", "desk_ask_anew", "desk_ask_back"), Desk.ask),
    **dict.fromkeys(("desk_answers_before", "desk_answers_next", "desk_answers_back"), Desk.answers),
    **dict.fromkeys(("call_open", "calls_leave"), Calls.listed),
    **dict.fromkeys(("call_other", "call_own", "call_list"), Calls.one),
    **dict.fromkeys(("call_topic", "call_back"), Calls.topic),
    **dict.fromkeys(("quota_again", "quota_leave"), Quotas.standing),
    **{
        f"officer_{name}": Officer.menu
        for name in ("behalf", "entries", "visits", "calls", "quota", "paper", "offline", "form", "sheet")
    },
    **dict.fromkeys(("officer_occasions", "officer_lookup", "officer_leave"), Officer.menu),
    **dict.fromkeys(("officer_occasion", "officer_nowhere"), Officer.occasions),
    **dict.fromkeys(("officer_slip", "officer_another"), Officer.found),
    "officer_menu": Officer.lookup,
    "officer": Start.welcome,
    **dict.fromkeys(("behalf_begin", "behalf_go_on", "behalf_throw_away"), Behalf.start),
    **dict.fromkeys(
        ("behalf_sure", "behalf_keep", "behalf_entries", "behalf_visits", "behalf_leave"), Behalf.start
    ),
    **dict.fromkeys(("behalf_slip", "behalf_next", "behalf_same", "behalf_finish"), Behalf.sent),
    **dict.fromkeys(("entries_open", "entries_before", "entries_next"), Behalf.entries),
    "entries_leave": Behalf.entries,
    **dict.fromkeys(("entry_before", "entry_next", "entry_correct", "entry_slip", "entry_rate"), Behalf.one),
    **dict.fromkeys(("entry_visit", "entry_list"), Behalf.one),
    **dict.fromkeys(("visits_open", "visits_before", "visits_next", "visits_leave"), Visits.overview),
    **dict.fromkeys(("visit_before", "visit_next", "visit_today", "visit_yesterday"), Visits.one),
    **dict.fromkeys(("visit_day", "visit_answer", "visit_not_met", "visit_moved"), Visits.one),
    **dict.fromkeys(("visit_refused", "visit_correct", "visit_rate", "visit_list"), Visits.one),
    **dict.fromkeys(("visit_sure", "visit_keep", "visit_undo"), Visits.one),
    "visit_day_sure": Visits.day,
    "visit_day_back": Visits.day,
    "visit_answer_back": Visits.answer,
    "visit_reason_back": Visits.reason,
}
"""Buttons of windows that no draft tells of."""


def _of_button(event: Message | CallbackQuery) -> State | None:
    if isinstance(event, CallbackQuery) and event.data:
        return BEFORE.get(remove_intent_id(event.data)[1].split(":")[0])
    return None


def _is_answer(event: Message | CallbackQuery) -> bool:
    """Say whether this answers the question of the draft, though another window is on the screen."""
    return isinstance(event, Message) and not (event.text or "").startswith("/")


def _intent(
    event: Message | CallbackQuery, state: State, has_button: Callable[[State, str], bool]
) -> str | None:
    """Return the window of a tapped button, where it is one that this state has; else it is an old one."""
    if not isinstance(event, CallbackQuery) or not event.data:
        return None
    intent, said = remove_intent_id(event.data)
    return intent if has_button(state, said.split(":")[0]) else None


async def _put(proxy: StorageProxy, state: State, intent: str | None) -> None:
    """Stand at `state`, in the window whose button was tapped if one was."""
    stack = await proxy.load_stack()
    stack.intents.clear()
    stack.intents.append(intent or new_id())
    await proxy.save_context(
        Context(
            _intent_id=stack.intents[-1],
            _stack_id=stack.id,
            state=state,
            start_data=None,
            access_settings=stack.access_settings,
        )
    )
    await proxy.save_stack(stack)
