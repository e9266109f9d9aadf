"""Windows opened in the same second are never taken for one another."""

import pytest
from aiogram_dialog.api.entities import Stack, stack
from aiogram_dialog.api.entities.stack import new_int_id
from chat import Chat

from bot.intents import LENGTH, SYMBOLS, new_id
from bot.states import Language, Settings


@pytest.fixture(autouse=True)
def unlucky(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the library's own ids all be the same."""
    monkeypatch.setattr("time.time", lambda: 1_700_000_000.0)
    monkeypatch.setattr("random.randint", lambda low, _high: low)
    assert new_int_id() == new_int_id()


def test_ids_are_all_different_and_as_short_as_the_library_makes_them() -> None:
    made = {new_id() for _ in range(10_000)}
    assert len(made) == 10_000
    assert {len(one) for one in made} == {LENGTH}
    assert set("".join(made)) <= set(SYMBOLS)


async def test_a_window_over_another_of_the_same_second_leads_back_to_it(citizen: Chat) -> None:
    assert stack.new_id is new_id
    below, above = (Stack().push(state, None) for state in (Settings.menu, Language.choice))
    assert below.id != above.id
    await citizen.says("/settings")
    await citizen.taps("语言")
    await citizen.taps("English")
    await citizen.sees("Settings", "Language: English")
