"""What officers are asked for (R13): the open requests, one of them, and writing for it at once."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column

from backend.calls import actions, answering, queries
from backend.calls.model import Asked, Call
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.dates import day_in_words, days_left
from backend.errors import NotFound, Refusal
from backend.i18n import label
from bot.appointed import leave_button, officer_of
from bot.context import db_of, language_of, message_of, notice, person_of, update_of
from bot.dialogs.suggest.lists import answer_list, one_button
from bot.going import go
from bot.states import Calls
from bot.text import Label, T, row_id

OTHER, OWN = "o", "m"
"""For whom is written, as a button says it."""


async def open_calls(manager: DialogManager) -> None:
    """Show what is asked for, in a window below; a refusal says that this person is no officer."""
    await officer_of(manager)
    await manager.start(Calls.listed, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def open_call(manager: DialogManager, call_id: int) -> None:
    """Show one request, which is read by that, in a window below."""
    await actions.read(db_of(manager), person_id=person_of(manager).id, call_id=call_id)
    shown = {"call": call_id}
    await manager.start(Calls.one, shown, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def listed(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    officer, language = await officer_of(dialog_manager), language_of(dialog_manager)
    found: list[tuple[Call, Asked, int]] = []
    async with db_of(dialog_manager).read() as session:
        for call, asked in await queries.of_officer(session, officer.id):
            rules = (await campaigns.in_force(session, call.campaign))[1]
            if (days := days_left(call.due_on, rules.time_zone)) >= 0:
                found.append((call, asked, days))
    return {
        "count": str(len(found)),
        "any": "yes" if found else "no",
        "calls": [(str(call.id), _named(call, asked, days, language)) for call, asked, days in found],
    }


def _named(call: Call, asked: Asked, days: int, language: str) -> str:
    return label(
        language,
        "calls-row",
        title=call.title,
        days=str(days),
        when="later" if days else "today",
        read="yes" if asked.read_at else "no",
    )


async def _here(manager: DialogManager) -> tuple[Call, Campaign, int]:
    """Return the request the window is about, and how many this officer sent to it.

    A window that lost it is about the first.
    """
    officer = await officer_of(manager)
    started = manager.start_data if isinstance(manager.start_data, dict) else {}
    wanted = int(manager.dialog_data.get("call") or started.get("call") or 0)
    async with db_of(manager).read() as session:
        if not wanted:
            wanted = next((call.id for call, _ in await queries.of_officer(session, officer.id)), 0)
        found = await queries.asked_of(session, officer.id, wanted)
        if found is None:
            raise NotFound("call-missing")
        _, rules = await campaigns.in_force(session, found[0].campaign)
        came = await queries.answers_of(session, officer.id, [wanted])
    return found[0], rules, came.get(wanted, 0)


def topic_name(rules: Campaign, place_of: str, language: str) -> str:
    theme_id, topic_id = place_of.split("/", 1)
    theme, topic = rules.theme(theme_id), rules.topic(topic_id)
    name = theme.name.said(language) if theme else theme_id
    return f"{name} · {topic.label(language) if topic else label(language, 'topic-other')}"


async def one(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    call, rules, came = await _here(dialog_manager)
    language, days = language_of(dialog_manager), days_left(call.due_on, rules.time_zone)
    is_open = call.is_open_on(campaigns.today(rules))
    return {
        "title": call.title,
        "words": call.words,
        "campaign": rules.title.said(language),
        "topics": "\n".join(f"• {topic_name(rules, topic, language)}" for topic in call.topics),
        "guidance": "\n".join(f"• {line.said(language)}" for line in rules.guidance),
        "guided": "yes" if rules.guidance else "no",
        "due": day_in_words(call.due_on, language),
        "days": str(max(0, days)),
        "when": "over" if not is_open else "later" if days else "today",
        "came": str(came),
        "here": [str(call.id)] if is_open else [],
    }


async def topics(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    call, rules, _came = await _here(dialog_manager)
    language, whose = language_of(dialog_manager), dialog_manager.dialog_data.get("whose", OTHER)
    return {
        "title": call.title,
        "other": "yes" if whose == OTHER else "no",
        "topics": [
            (f"{call.id}.{whose}.{place}", topic_name(rules, topic, language))
            for place, topic in enumerate(call.topics)
        ],
    }


async def on_open(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    call_id = row_id(said)
    try:
        await actions.read(db_of(manager), person_id=person_of(manager).id, call_id=call_id)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return
    manager.dialog_data.clear()
    manager.dialog_data["call"] = call_id
    await manager.switch_to(Calls.one)


def _writes(whose: str) -> Any:
    async def on_writes(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
        """Begin where one topic is asked for, else let it be chosen first."""
        manager.dialog_data.update(call=row_id(said), whose=whose)
        call, _rules, _came = await _here(manager)
        if len(call.topics) == 1:
            await _begin(manager, call, whose, 0)
        else:
            await manager.switch_to(Calls.topic)

    return on_writes


async def on_topic(_callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    call_id, _, rest = said.partition(".")
    whose, _, place = rest.partition(".")
    manager.dialog_data.update(call=row_id(call_id), whose=whose)
    call, _rules, _came = await _here(manager)
    await _begin(manager, call, whose, row_id(place))


async def _begin(manager: DialogManager, call: Call, whose: str, place: int) -> None:
    """Open a draft at the topic; the request stays above, where it can be read again."""
    try:
        await answering.begin(
            db_of(manager),
            person_id=person_of(manager).id,
            call_id=call.id,
            place_of=call.topics[place] if place < len(call.topics) else "",
            for_other=whose == OTHER,
            update=update_of(manager),
            message=message_of(manager),
        )
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
    else:
        notice(manager, "calls-begun", title=call.title)
        await go(manager, ShowMode.SEND)


async def on_list(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.clear()
    await manager.switch_to(Calls.listed)


async def on_one(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.switch_to(Calls.one)


async def on_words(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    notice(manager, "calls-words-not-here")


def dialog() -> Dialog:
    return Dialog(
        Window(
            T("calls-listed"),
            answer_list("calls", "call_open", on_open),
            leave_button("calls_leave"),
            MessageInput(on_words),
            getter=listed,
            state=Calls.listed,
        ),
        Window(
            T("calls-one"),
            Column(
                one_button("call_other", "here", "calls-one-other", _writes(OTHER)),
                one_button("call_own", "here", "calls-one-own", _writes(OWN)),
                Button(Label("calls-to-list"), id="call_list", on_click=on_list),
            ),
            MessageInput(on_words),
            getter=one,
            state=Calls.one,
        ),
        Window(
            T("calls-topic"),
            answer_list("topics", "call_topic", on_topic),
            Button(Label("back"), id="call_back", on_click=on_one),
            MessageInput(on_words),
            getter=topics,
            state=Calls.topic,
        ),
    )
