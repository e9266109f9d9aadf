"""The deadline on a suggestion's page, asking for a later day, and notices."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from console_house import CLERK, HANDLER, OTHER, House, words
from sqlalchemy import select

from backend import clock
from backend.deadlines.model import Extension, Reckoning
from backend.notices import queries
from backend.notices.model import Notice
from backend.staff import actions as staff
from backend.staff.model import Role
from backend.suggestions.model import Suggestion
from backend.suggestions.queries import PAGE

WHY = "需要到现场勘查。"


@pytest.fixture
async def number(house: House, monkeypatch: pytest.MonkeyPatch) -> str:
    """A suggestion of 2 November 2026, due on the 17th."""
    received = datetime(2026, 11, 2, 4, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: received)
    return (await house.forwarded()).number


async def test_the_page_says_why_the_day_is_that_day(house: House, number: str) -> None:
    async with house.at_desk(HANDLER) as handler:
        page = await handler.get(f"/suggestions/{number}")
    assert "2026年11月17日（含当日）。2026年11月2日 收到建议，从第二天起算 15 个自然日" in words(page)
    assert "转办，期限为 2026年11月17日" in words(page)
    assert "<details" in page.text


async def test_a_unit_asks_the_office_grants_and_both_read_it(house: House, number: str) -> None:
    where = f"/suggestions/{number}/extension"
    async with house.at_desk(HANDLER) as handler:
        for _ in range(2):
            answer = await handler.sends(where, wanted_on="2026-12-01", reason=WHY)
            assert answer.headers["location"] == f"/suggestions/{number}#deadline"
        page = await handler.get(f"/suggestions/{number}")
        assert "等征集办决定" in words(page)
        assert f'action="{where}"' not in page.text
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get(f"/suggestions/{number}")
        assert WHY in words(page)
        assert "同意延到 2026年12月1日" in words(page)
        answer = await clerk.sends(f"{where}/decision", approved="yes", reason="情况属实。")
        assert answer.status_code == 303
        page = words(await clerk.get(f"/suggestions/{number}"))
    assert "2026年12月1日（含当日）。这一天由征集办在 2026年11月2日 确定。" in page
    assert "征集办同意： 情况属实。" in page
    (row,) = await house.all_of(Extension)
    assert row.approved is True


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"wanted_on": "", "reason": WHY}, "请选择日期"),
        ({"wanted_on": "soon", "reason": WHY}, "请选择日期"),
        ({"wanted_on": "2026-11-10", "reason": WHY}, "比现在的期限还早"),
        ({"wanted_on": "2026-12-01", "reason": " "}, "请填写理由"),
    ],
)
async def test_a_refused_request_keeps_what_was_typed(
    house: House, number: str, said: dict[str, str], sentence: str
) -> None:
    async with house.at_desk(HANDLER) as handler:
        page = await handler.sends(f"/suggestions/{number}/extension", **said)
    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert sentence in words(page)
    assert f'value="{said["wanted_on"]}"' in page.text
    assert f"{said['reason']}</textarea>" in page.text
    assert page.text.count("<h1") == 1
    assert await house.all_of(Extension) == []


async def test_a_refused_decision_keeps_what_was_typed(house: House, number: str) -> None:
    where = f"/suggestions/{number}/extension"
    async with house.at_desk(HANDLER) as handler:
        await handler.sends(where, wanted_on="2026-12-01", reason=WHY)
    async with house.at_desk(CLERK) as clerk:
        unclear = await clerk.sends(f"{where}/decision", reason="情况属实。")
        silent = await clerk.sends(f"{where}/decision", approved="no", reason="")
    assert "请选择同意或不同意" in words(unclear)
    assert "情况属实。</textarea>" in unclear.text
    assert 'value="no" required checked' in silent.text
    (stored,) = await house.all_of(Suggestion)
    assert str(stored.due_on) == "2026-11-17"


async def test_another_unit_neither_asks_nor_sees(house: House, number: str) -> None:
    async with house.at_desk(OTHER) as other:
        page = await other.sends(f"/suggestions/{number}/extension", wanted_on="2026-12-01", reason=WHY)
    assert page.status_code == 404
    assert f"{WHY}</textarea>" in page.text  # to copy
    assert "公交站" not in page.text


async def test_a_watcher_reads_the_deadline_and_has_no_form(house: House, number: str) -> None:
    async with house.at_desk(HANDLER) as handler:
        await handler.sends(f"/suggestions/{number}/extension", wanted_on="2026-12-01", reason=WHY)
    await staff.appoint(house.db, login="watcher", password="golden-idea-2024", role=Role.SUPERVISOR)
    async with house.at_desk("watcher") as watcher:
        page = await watcher.get(f"/suggestions/{number}")
        refused = await watcher.sends(
            f"/suggestions/{number}/extension/decision", approved="yes", reason="好"
        )
    assert WHY in words(page)
    assert "/extension" not in page.text
    assert refused.status_code == 403


async def test_notices_are_counted_listed_and_read(house: House, number: str) -> None:
    async with house.at_desk(HANDLER) as handler:
        first = await handler.get("/suggestions")
        page = await handler.get("/notices")
        until = re.search(r'name="until" value="(\d+)"', page.text)
        assert until
        answer = await handler.sends("/notices/read", until=until[1])
        assert answer.headers["location"] == "/notices"
        after = await handler.get("/notices")
    assert "提醒 未读： 1" in words(first)
    assert f'href="/suggestions/{number}"' in page.text
    assert "新 转给您的单位办理" in words(page)
    assert "未读" not in words(after)
    assert "转给您的单位办理" in words(after)
    for secret in ("张三", "13800138000", "公交站"):
        assert secret not in page.text


async def test_a_notice_of_what_went_elsewhere_says_its_number_and_no_more(house: House, number: str) -> None:
    async with house.at_desk(CLERK) as clerk:
        await clerk.sends(f"/suggestions/{number}/forward", unit=await house.unit("health"))
    async with house.at_desk(HANDLER) as handler:
        page = await handler.get("/notices")
    assert f"{number} （现在不在您的单位）" in words(page)
    assert f'href="/suggestions/{number}"' not in page.text
    assert "办理中" not in words(page)


async def test_notices_come_in_pages_the_newest_first(house: House, number: str) -> None:
    for _ in range(PAGE):
        await house.forwarded()
    async with house.at_desk(HANDLER) as handler:
        first, second = [await handler.get(f"/notices?page={page}") for page in (1, 2)]
        nonsense = [await handler.get(f"/notices?page={page}") for page in ("x", "99", "-1")]
        await handler.sends("/notices/read", until="x" * 30)
    assert number not in first.text
    assert number in second.text
    assert all(page.status_code == 200 for page in nonsense)
    notices = await house.all_of(Notice)
    assert all(notice.read_at is None for notice in notices)


async def test_nobodys_notices_are_read_by_another(house: House, number: str) -> None:
    async with house.at_desk(OTHER) as other:
        assert number not in (await other.get("/notices")).text
        await other.sends("/notices/read", until="999999")
    (notice,) = await house.all_of(Notice)
    assert notice.read_at is None
    async with house.db.read() as session:
        assert await queries.unread(session, notice.staff_id) == 1


async def test_a_provisional_day_is_marked_in_the_list_and_on_the_page(house: House, number: str) -> None:
    del number
    async with house.db.begin() as session:
        for row in await session.scalars(select(Reckoning)):
            row.provisional = True
    async with house.at_desk(CLERK) as clerk:
        desk = words(await clerk.get("/suggestions?show=all"))
        one = words(await clerk.get("/suggestions/CQ2024-000001"))
    assert "（暂定）" in desk
    assert "这个日期是暂定的" in one


async def test_the_clock_is_that_of_the_day_it_is_looked_at(
    house: House, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = clock.now() + timedelta(days=16)
    async with house.at_desk(CLERK) as clerk:
        monkeypatch.setattr(clock, "now", lambda: later)
        signed_out = await clerk.get("/suggestions")
        assert signed_out.status_code == 303
    async with house.at_desk(CLERK) as clerk:
        assert f'href="/suggestions/{number}"' in (await clerk.get("/suggestions?show=overdue")).text
