"""One house for all conversations; each is another person's."""

import asyncio
from collections.abc import Iterator

import pytest
from property_campaigns import campaign_files
from property_house import House, opened

from backend import clock
from backend.secret import Keys


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, keys: Keys, postgresql: str | None) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("property")
    real = clock.now
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        place, rules = runner.run(opened(folder, keys, postgresql, campaign_files(folder / "campaigns")))
        yield House(runner, place, rules)
        runner.run(place.db.close())
    clock.now = real
