"""Every state of the conversation has a window, in every language, that fits with its longest texts."""

from html import unescape

import pytest
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import InlineKeyboardMarkup
from stage import ask_in, desk_in, fill, reply_in, send_in, stage

from backend.db import Database
from backend.i18n import LANGUAGES, say
from bot.dialogs import routers
from bot.states import GROUPS, OF_STEP, Asked, Desk, Rate, Suggest
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


def test_states_and_windows_are_the_same_list() -> None:
    assert {state for dialog in routers() for state in dialog.windows} == set(STATES)
