"""Every state of the conversation has a window, in every language, that fits with its longest texts."""

from html import unescape

import pytest
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import InlineKeyboardMarkup
from sqlalchemy import select
from sqlalchemy.orm import selectinload
from stage import ask_in, desk_in, fill, reply_in, send_in, stage
from stage_officer import calls_in, entries_in, office_in, stand_in

from backend.db import Database
from backend.drafts.model import Draft, Part, Step
from backend.i18n import LANGUAGES, say
from backend.suggestions.actions import answered_in
from backend.suggestions.model import Suggestion, SuggestionState
from bot.dialogs import routers
from bot.states import GROUPS, OF_STEP, Asked, Behalf, Calls, Desk, Officer, Rate, Suggest, Visits
from webchat.botapi.entities import units
from webchat.botapi.entities_html import parse

LONGEST_TEXT = 4096
LONGEST_DATA = 64
STATES = [state for group in GROUPS for state in group.__states__]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("campaign", ["city-2024", "district-2022"])
async def test_every_state_has_a_window_that_fits(db: Database, campaign: str, language: str) -> None:
    on_stage = await stage(db, campaign, language)
    await fill(on_stage)
    for state in STATES:
        if state == Suggest.sent:
            await send_in(on_stage)
        if state == Asked.answer:
            await ask_in(on_stage)
        if state == Rate.reason and not await reply_in(on_stage):
            continue  # a campaign without ratings asks for none
        if state == Desk.waiting:
            await desk_in(on_stage)
        if state == Officer.invited:
            await office_in(on_stage)
        if state == Calls.listed:
            await calls_in(on_stage)
        if state == Behalf.start:
            await entries_in(on_stage)
        if state in {Visits.day, Visits.answer, Visits.reason}:
            await stand_in(on_stage, str(state.state).split(":")[1])
        window = await on_stage.shows(state)
        assert await on_stage.stands() == state
        check_words(str(state.state), str(window.text), say(language, "help"))
        check_buttons(str(state.state), window)


def check_words(state: str, html: str, above: str) -> None:
    """Read the words as a chat server does: markup that is closed, nothing over the limit."""
    words, _ = parse(html)
    assert units(words) <= LONGEST_TEXT, f"{state}: {units(words)}"
    assert above in html, state
    assert unescape(html.replace(above, "")).strip(), state


def check_buttons(state: str, window: SendMessage | EditMessageText) -> None:
    if not isinstance(window.reply_markup, InlineKeyboardMarkup):
        return
    for button in (button for row in window.reply_markup.inline_keyboard for button in row):
        assert button.text.strip(), state
        assert 1 <= len((button.callback_data or "").encode()) <= LONGEST_DATA, f"{state}: {button}"


def test_every_step_of_a_draft_has_a_state() -> None:
    assert [state.state.split(":")[1] for state in OF_STEP.values()] == [step.value for step in OF_STEP]
    assert set(OF_STEP.values()) | {Suggest.similar, Suggest.sent} == set(Suggest.__states__)


async def test_a_text_that_doubles_when_escaped_is_shown(db: Database) -> None:
    on_stage = await stage(db, "city-2024", LANGUAGES[0])
    await fill(on_stage, letter="&")
    window = await on_stage.shows(Suggest.preview)
    assert "&amp;" * 1000 in str(window.text)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_window_fits_with_the_reason_why_it_was_returned(db: Database, language: str) -> None:
    on_stage = await stage(db, "city-2024", language)
    await fill(on_stage)
    await send_in(on_stage)
    async with db.begin() as session:
        first = (await session.scalars(select(Draft).options(selectinload(Draft.parts)))).one()
        answered = {"campaign": first.campaign, "edition": first.edition, "person_id": first.person_id}
        answered |= answered_in(first) | {"consent": first.consent, "consented_at": first.consented_at}
        at = {"started_at": first.started_at, "touched_at": first.touched_at}
        parts = [
            Part(
                message=one.message,
                kind=one.kind,
                text=one.text,
                sha256=one.sha256,
                name=one.name,
                said_at=one.said_at,
            )
            for one in first.parts
        ]
        closed = {"text_closed": True, "files_closed": True, "step": Step.PREVIEW}
        session.add(Draft(corrects=first.id, parts=parts, **answered, **at, **closed))
        sent = (await session.scalars(select(Suggestion))).one()
        sent.state = SuggestionState.RETURNED
    for state in OF_STEP.values():
        window = await on_stage.shows(state)
        check_words(str(state.state), str(window.text), say(language, "help"))
        assert sent.number in str(window.text), state
        check_buttons(str(state.state), window)


def test_states_and_windows_are_the_same_list() -> None:
    assert {state for dialog in routers() for state in dialog.windows} == set(STATES)
