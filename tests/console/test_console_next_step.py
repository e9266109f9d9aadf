"""What waits for a desk is said at the top of the page, with the way to its form."""

import re

import httpx
import pytest
from console_house import Browser, words
from full_house import FullHouse
from sqlalchemy import update

from backend.console.session import COOKIE
from backend.i18n import label
from backend.staff.model import Staff

NEXT = (
    ("clerk", "registered", "forward"),
    ("clerk", "diverted", "uphold"),
    ("clerk", "handled", "extension"),
    ("clerk", "with-office", "check"),
    ("clerk", "with-lead", ""),
    ("clerk", "overdue", ""),
    ("clerk", "answered", ""),
    ("handler", "overdue", "sign"),
    ("handler", "handled", "wait"),
    ("handler", "given-back", "rewrite"),
    ("handler", "with-lead", ""),
    ("unit-lead", "with-lead", "check"),
    ("unit-lead", "with-office", ""),
    ("other", "handled", ""),
    ("supervisor", "overdue", ""),
    ("auditor", "with-office", ""),
)


async def reads(full: FullHouse, account: str, path: str) -> httpx.Response:
    async with full.matrix.house.db.begin() as session:  # others look at this house in English
        await session.execute(update(Staff).values(language="zh-CN"))
    async with Browser(full.matrix.house.app) as browser:
        browser.cookies.set(COOKIE, await full.matrix.token(account))
        return await browser.get(path)


@pytest.mark.parametrize(("account", "of", "step"), NEXT)
async def test_each_desk_is_told_what_waits_for_it(full: FullHouse, account: str, of: str, step: str) -> None:
    page = (await reads(full, account, f"/suggestions/{full.numbers[of]}")).text
    told = re.findall(r'<p class="next"><a href="#([^"]+)">([^<]+)</a>', page)
    assert [said for _, said in told] == ([label("zh-CN", f"console-next-{step}")] if step else [])
    for place, _ in told:
        assert f'id="{place}"' in page


async def test_the_office_finds_in_its_list_what_it_is_to_check(full: FullHouse) -> None:
    page = (await reads(full, "clerk", "/suggestions?show=mine")).text
    listed = {of for of, number in full.numbers.items() if f'"/suggestions/{number}"' in page}
    assert listed == {"registered", "handled", "diverted", "main", "sent-back", "with-office"}


async def test_the_day_of_a_talk_is_no_mark_taken_away(full: FullHouse) -> None:
    page = words(await reads(full, "clerk", f"/suggestions/{full.numbers['handled']}"))
    assert "与建议人沟通" in page
    assert "已标记" in page
    assert "已取消" not in page


async def test_the_day_of_a_promise_is_not_the_day_of_the_reply(full: FullHouse) -> None:
    page = words(await reads(full, "clerk", f"/suggestions/{full.numbers['answered']}"))
    _, *promised = page.split("办理经过")[-1].split("承诺事项 2")
    assert promised
    for entry in promised:
        assert "前办到" in entry
        assert "答复期限" not in entry.split("承诺进展")[0]


async def test_what_could_not_be_delivered_says_what_to_do(full: FullHouse) -> None:
    page = words(await reads(full, "clerk", "/undelivered"))
    assert "建议人已停用或屏蔽聊天 请用电话或信件告知。" in page
    assert "技术原因 Forbidden: bot was blocked by the user" in page
    assert "程序出错 已请写信人发 /start" in page
    assert "请把序号和技术原因告诉系统管理员" in page
