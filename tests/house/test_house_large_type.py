"""Windows in large type: they fit, they leave icons out, and nothing a person said is changed."""

import pytest
from stage import fill, send_in, stage

from backend.db import Database
from backend.i18n import LANGUAGES
from backend.people import actions as people
from backend.people.model import Person
from bot.states import Settings, Start, Suggest
from bot.wording import ICON, labelled, worded
from webchat.botapi.entities import units
from webchat.botapi.entities_html import parse

LONGEST_TEXT = 4096


def reader(language: str = "zh-CN", *, large: bool = True, plain: bool = False) -> Person:
    return Person(language=language, large_type=large, plain_words=plain)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_window_fits_in_large_type(db: Database, language: str) -> None:
    on_stage = await stage(db, "city-2024", language)
    await people.choose_large_type(db, person_id=on_stage.person_id, large=True)
    await fill(on_stage)
    for state in (*Start.__states__, *Suggest.__states__, *Settings.__states__):
        if state == Suggest.sent:
            await send_in(on_stage)
        window = await on_stage.shows(state)
        words, _ = parse(str(window.text))
        assert units(words) <= LONGEST_TEXT, state
        assert worded(reader(language), "help") in str(window.text), state


def test_icons_go_and_lines_stand_apart() -> None:
    words = worded(reader(), "settings-quiet", quiet="x")
    assert not ICON.search(words)
    assert "\n\n" in words
    assert "\n\n\n" not in words
    assert words.startswith("<b>")


@pytest.mark.parametrize(
    "said", ["💡 一\n二", "a\nb", "<b>&", "\ue000", "\ue001 💡", "↩️ \n\n 🗑", "yes", "no\n"]
)
def test_what_a_person_said_stays_as_it_is(said: str) -> None:
    blanks = {"place": "1", "places": "9", "has_name": "yes", "name": said, "speaks": "own"}
    assert said in labelled(reader(), "file-remove", name=said)
    shown, _ = parse(worded(reader(), "suggest-name", **blanks))
    assert said.strip() in shown


def test_plain_words_leave_the_layout_as_it_is() -> None:
    assert worded(reader(large=False, plain=True), "help").startswith("ℹ️")
    assert worded(reader(large=False), "help") != worded(reader(large=False, plain=True), "help")


def test_a_sentence_without_plain_words_is_said_as_ever() -> None:
    assert worded(reader(large=False, plain=True), "taken-out") == worded(reader(large=False), "taken-out")


def test_a_window_that_would_grow_too_long_is_not_spaced() -> None:
    long = "字" * 4060
    words = worded(reader(), "preview-line", question="x", answer=f"{long}\n{long}")
    assert "\n\n" not in words
