"""The list of suggestions asks what either database can answer."""

import pytest
from backend_house import Hands, person, submitted, unit_id
from noticed_house import everybody

from backend.console import desk_queries
from backend.console.desk_queries import Show
from backend.db import Database
from backend.handling import actions
from backend.staff.model import Role
from backend.suggestions.queries import Sight

EVERYTHING = Sight(None, everything=True)


@pytest.mark.parametrize("role", [Role.CLERK, Role.UNIT_LEAD, Role.LEADER])
async def test_every_view_counts_what_it_lists(db: Database, hands: Hands, role: Role) -> None:
    staff = await everybody(db)
    for chat in (7, 8, 9):
        suggestion = await submitted(db, await person(db, chat))
        hands.forward(days=1)
    unit = await unit_id(db)
    await actions.forward(db, number=suggestion.number, unit_id=unit, staff_id=staff["clerk"])
    hands.forward(days=12)
    async with db.read() as session:
        views = await desk_queries.views(session, role)
        counts = await desk_queries.counts(session, EVERYTHING, views)
        lists = {show: await desk_queries.rows(session, EVERYTHING, view, 1) for show, view in views.items()}
        assert {show: len(found) for show, found in lists.items()} == counts
        assert {
            show: await desk_queries.count(session, EVERYTHING, view) for show, view in views.items()
        } == counts
    expected = {Show.OVERDUE: 0, Show.SOON: 3, Show.UNSIGNED: 1, Show.BY_OFFICERS: 0, Show.ALL: 3}
    waiting = {Role.CLERK: {Show.MINE: 2}, Role.UNIT_LEAD: {Show.MINE: 1}, Role.LEADER: {}}
    assert counts == expected | waiting[role]
    assert [one.person_id for one in lists[Show.ALL]] == sorted(one.person_id for one in lists[Show.ALL])
