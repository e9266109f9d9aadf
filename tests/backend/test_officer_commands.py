"""Officers at a terminal: appointed with an invitation, listed without their names, ended."""

from pathlib import Path

import pytest
from sqlalchemy import select
from test_source_commands import ADDRESS, jindianzi, state

from backend.config import Settings
from backend.db import connect
from backend.officers import actions
from backend.officers.model import Officer
from backend.people import actions as people
from backend.staff import actions as staff
from backend.staff.model import Role

__all__ = ["state"]
NEW = ("officer", "invite", "--unit", "transport", "--name", "李四", "--district", "示例区")


async def clerk(state: Path) -> None:
    assert (await jindianzi("officer", "list"))[1] == "There are no officers yet.\n"
    db = connect(f"sqlite+aiosqlite:///{state / 'jindianzi.db'}", Settings().keys)
    await staff.appoint(db, login="clerk", password="golden-idea-2024", role=Role.CLERK)
    await db.close()


async def test_an_officer_is_invited_listed_and_ended(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JINDIANZI_INVITATION_DAYS", "3")
    await clerk(state)
    code, said, _ = await jindianzi(*NEW, "--login", "clerk", "--until", "2099-01-31")
    assert code == 1  # an appointment lasts five years at most
    code, said, _ = await jindianzi(*NEW, "--login", "clerk")
    assert code == 0
    first, link = said.splitlines()
    assert "id 1." in first
    assert "3 days" in first
    token = link.removeprefix(f"Web chat: {ADDRESS}{actions.PREFIX}")
    db = connect(f"sqlite+aiosqlite:///{state / 'jindianzi.db'}", Settings().keys)
    person = await people.introduce(db, channel="webchat", chat=5, language="zh-CN")
    await actions.accept(db, person_id=person.id, token=token)
    async with db.read() as session:
        assert (await session.scalars(select(Officer))).one().name == "李四"
    await db.close()
    assert (await jindianzi("officer", "list"))[1] == "1\ttransport\tinformation\t示例区\t\tIn office\n"
    assert (await jindianzi("officer", "list", "--personal"))[1].endswith("\tIn office\t李四\n")
    assert (await jindianzi("officer", "end", "1", "--login", "clerk"))[1] == "The appointment 1 has ended.\n"
    assert "\tEnded" in (await jindianzi("officer", "list"))[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*NEW, "--login", "nobody"), "no account nobody"),
        ((*NEW[:2], "--name", "李四", "--unit", "moon", "--login", "clerk"), "no unit with the key moon"),
        (("officer", "end", "77", "--login", "clerk"), "no such appointment"),
    ],
)
async def test_what_is_not_known_is_told(state: Path, words: tuple[str, ...], told: str) -> None:
    await clerk(state)
    code, _, said = await jindianzi(*words)
    assert code == 1
    assert told in said
