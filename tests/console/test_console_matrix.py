"""Every row of the access table × every role × a thing of one's own unit and one of another's.

What must come is derived from the table alone; each cell is really asked for.
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from console_database import opened
from console_house import House
from matrix_house import LISTED, LISTED_ELSEWHERE, NOT_THERE, VISITS, Matrix, Visit, copied, furnish
from passwords import CHEAP
from sqlalchemy import update

from backend.config import SecondFactor
from backend.console import access
from backend.console.app import build
from backend.console.trouble import STEPS
from backend.staff import actions
from backend.staff.access import CHAT, Answer, Pending, Scope, answer
from backend.staff.model import Role, Staff

ROWS = sorted(access.TABLE.keys() - CHAT.keys())


@pytest.fixture(scope="module")
async def template(furnished: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Matrix, Path]:
    """A furnished database with accounts of every role, to be copied for each row."""
    path = tmp_path_factory.mktemp("matrix") / "jindianzi.db"
    shutil.copy(furnished, path)
    db = opened(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(actions, "HASHER", CHEAP)
        patch.setattr(actions, "NOBODY", CHEAP.hash("nobody"))
        matrix = await furnish(House(db))
    await db.close()
    return matrix, path


@pytest.fixture
async def matrix(
    template: tuple[Matrix, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Matrix]:
    monkeypatch.setattr(actions, "HASHER", CHEAP)
    async with copied(template[0], template[1], tmp_path / "matrix.db", opened) as matrix:
        yield matrix


def came(told: httpx.Response) -> Answer | int:
    """Read an answer as the table says it; whatever is no such thing is shown as it is."""
    to_sign_in = told.headers.get("location", "").split("?")[0] == "/sign-in"
    if told.status_code == 401 or (to_sign_in and told.request.method == "GET"):
        return Answer.SIGN_IN
    known = {403: Answer.FORBIDDEN, 404: Answer.HIDDEN}
    return known.get(told.status_code, Answer.OPEN if told.status_code < 500 else told.status_code)


@pytest.mark.parametrize(("method", "path"), ROWS)
async def test_every_cell_of_a_row(matrix: Matrix, method: str, path: str) -> None:
    """Those who are refused come first: then a thing that is done cannot hide that they could do it."""
    rule = access.TABLE[method, path]
    wanted = {visit: answer(rule, visit.role, own=visit.own) for visit in VISITS}
    before = await matrix.written()
    got = {
        visit: came(await matrix.comes(visit, method, path))
        for visit in VISITS
        if wanted[visit] != Answer.OPEN
    }
    assert await matrix.written() == before
    for visit in VISITS:
        if wanted[visit] == Answer.OPEN:
            got[visit] = came(await matrix.comes(visit, method, path))
            if got[visit] == Answer.HIDDEN and any(part in path for part in NOT_THERE):
                got[visit] = Answer.OPEN
    assert {visit.name: got[visit] for visit in VISITS} == {visit.name: wanted[visit] for visit in VISITS}


@pytest.mark.parametrize("pending", Pending)
async def test_before_a_step_nothing_else_opens(matrix: Matrix, pending: Pending) -> None:
    policy = SecondFactor.REQUIRED if pending == Pending.FACTOR else SecondFactor.OPTIONAL
    app = build(matrix.house.db, matrix.house.store, secure_cookies=False, second_factor=policy)
    async with matrix.house.db.begin() as session:
        await session.execute(update(Staff).values(one_time=pending == Pending.PASSWORD))
    rows = {row: access.TABLE[row] for row in ROWS if access.TABLE[row].roles is not None}
    for (method, path), rule in rows.items():
        visit = Visit("pending", min(rule.roles or ()), own=True)
        token = await matrix.token(str(visit.role), code_due=pending == Pending.CODE)
        told = await matrix.comes(visit, method, path, token=token, app=app)
        if pending in rule.during:
            assert came(told) == Answer.OPEN, (method, path)
        elif method == "GET":
            assert (told.status_code, told.headers["location"]) == (303, STEPS[pending]), path
        else:
            assert told.status_code == 403, path
            assert STEPS[pending] in told.text


@pytest.mark.parametrize(
    "path",
    [
        path
        for (method, path), rule in access.TABLE.items()
        if (method, rule.scope) == ("GET", Scope.NARROWED) and path not in LISTED_ELSEWHERE
    ],
)
async def test_a_list_holds_what_is_theirs_and_nothing_else(matrix: Matrix, path: str) -> None:
    part = LISTED[path]
    for visit in VISITS:
        if answer(access.TABLE["GET", path], visit.role, own=True) == Answer.OPEN:
            page = await matrix.comes(visit, "GET", path)
            of_unit = visit.role in {Role.HANDLER, Role.UNIT_LEAD}
            for own in (True, False):
                listed = f'"{path}/{matrix.parts[own][part]}"' in page.text
                assert listed == (own or not of_unit), visit.name


def test_a_row_that_names_a_thing_of_a_unit_says_whose() -> None:
    for (method, path), rule in access.TABLE.items():
        if ("{number}" in path and path != "/suggestions/{number}/sent-back") or "{unit}" in path:
            reaches_units = rule.roles is None or rule.roles & {Role.HANDLER, Role.UNIT_LEAD}
            assert rule.scope == Scope.OWN_UNIT or not reaches_units, (method, path)


def test_watchers_change_nothing_of_a_suggestion() -> None:
    watchers = {Role.SUPERVISOR, Role.LEADER, Role.AUDITOR}
    for (method, path), rule in access.TABLE.items():
        if method == "POST" and path.startswith("/suggestions/") and rule.roles:
            assert not rule.roles & watchers, path
