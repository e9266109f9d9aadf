"""The running program, an officer in its web chat, and the page that was opened from there."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from chaos.program import Program, program
from officers_house import in_office
from playwright.async_api import Browser, expect
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from backend.db import Database
from backend.people.model import Person
from backend.suggestions.model import Suggestion
from tests.e2e.citizen_page import PATIENCE_MILLISECONDS, Citizen
from tests.e2e.collecting_page import Collector

AWAY = ("net::ERR_", "status of 4", "status of 5")


class Officer(Citizen):
    """An officer with the web chat open; `id` is that of the appointment."""

    id = 0


@pytest.fixture(scope="session")
async def collecting(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Program]:
    async with program(tmp_path_factory.mktemp("collecting")) as prepared:
        await prepared.start()
        await prepared.ready()
        yield prepared


@pytest.fixture
async def collected(collecting: Program) -> AsyncIterator[Database]:
    db = collecting.database()
    yield db
    await db.close()


@pytest.fixture
async def officer(browser: Browser, collecting: Program, collected: Database) -> AsyncIterator[Officer]:
    citizen = await Officer.at(browser, collecting.webchat, language="zh-CN", shots=None)
    await citizen.starts()
    await citizen.is_asked("金点子")
    chat = await citizen.chat()
    async with collected.read() as session:
        person = (await session.scalars(select(Person).where(Person.chat == chat))).one()
    citizen.id = (await in_office(collected, person)).id
    yield citizen
    await citizen.leaves(but=AWAY)


async def link_of(officer: Officer) -> str:
    """Ask for a new link, and wait for it: an older one may still be shown."""
    button = officer.button("打开离线采集页")
    older = await button.evaluate_all("links => links.map((link) => link.href)")
    await officer.says("/offline")
    await expect(button.last).to_be_visible(timeout=PATIENCE_MILLISECONDS)
    for link in older:
        await expect(button.last).not_to_have_attribute("href", link, timeout=PATIENCE_MILLISECONDS)
    return str(await button.last.get_attribute("href"))


@pytest.fixture
async def collector(officer: Officer, shots: Path | None) -> Collector:
    """The page, opened from the chat and signed in."""
    made = await Collector.on(officer.page.context, await link_of(officer), shots)
    await made.begins()
    await expect(made.page.locator("#new")).to_be_visible()
    await made.is_kept()
    assert "#" not in made.page.url  # the token has left the address
    return made


async def entered(db: Database, officer: Officer) -> list[Suggestion]:
    """Return what the officer has entered, in the order of entering."""
    mine = select(Suggestion).where(Suggestion.officer_id == officer.id).order_by(Suggestion.id)
    async with db.read() as session:
        return list(await session.scalars(mine.options(selectinload(Suggestion.attachments))))
