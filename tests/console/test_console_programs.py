"""Programs, letters by hand and the ledger, as the pages show them."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from console_house import CLERK, HANDLER, Browser, House, form_key, words

from backend import clock
from backend.dates import today
from backend.ledger.columns import Column, head
from backend.ledger.export import lines
from backend.ledger.model import LedgerImport
from backend.programs import queries
from backend.programs.model import ProgramToken
from backend.push.model import Push
from backend.staff import actions as staff
from backend.staff.model import Role
from backend.suggestions.model import Attachment, Suggestion

HOSTILE = "<script>alert(1)</script>{{ 7*7 }}"
LETTER = {
    "campaign": "city-2024",
    "channel": "letter",
    "received": "2024-07-20",
    "matter": "green-ecology/t24",
    "text": "在示例社区的公交站加装遮阳棚。",
    "name": "李四",
    "contact": "13900139000",
    "once": "one",
}
ROW = {
    Column.NUMBER: "2024-17",
    Column.RECEIVED: "2024-07-20",
    Column.THEME: "绿色生态",
    Column.TEXT: HOSTILE,
    Column.NAME: "王五",
}


@pytest.fixture(autouse=True)
def summer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters are taken until November 2024."""
    at = datetime(2024, 8, 1, 4, 0, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: at)


async def sends_files(
    browser: Browser, path: str, *files: tuple[str, bytes], **fields: str
) -> httpx.Response:
    key = form_key(await browser.get("/suggestions"))
    sent = [("files", (name, content, "application/octet-stream")) for name, content in files]
    return await browser.post(path, data={"form_key": key, **fields}, files=sent)


def a_token(**said: str) -> dict[str, str]:
    last_day = (today() + timedelta(days=10)).isoformat()
    token = {"name": "示例程序", "login": HANDLER, "scope-read": "yes", "last_day": last_day, "once": "1"}
    return {**token, **said}


async def test_a_token_is_shown_once_used_and_revoked(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.sends("/programs", **a_token(name=HOSTILE))
        (secret,) = re.findall(r'value="(jdz_[\w-]{43})" readonly', page.text)
        assert page.status_code == 200
        assert "<script>" not in page.text
        assert "49" not in words(page)
        async with house.db.read() as session:
            assert await queries.with_token(session, secret)
        later = await clerk.get("/programs")
        assert secret not in later.text
        assert "读取" in words(later)
        again = await clerk.sends("/programs", **a_token(name=HOSTILE))
        assert again.status_code == 422
        assert "这张表单已提交过" in words(again)
        (made,) = await house.all_of(ProgramToken)
        answer = await clerk.sends(f"/programs/{made.id}/revoke")
        assert "不再有效" in words(await clerk.get(answer.headers["location"]))
    async with house.db.read() as session:
        assert await queries.with_token(session, secret) is None


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "请填写程序的名称"),
        ({"scope-read": ""}, "请至少选择一项"),
        ({"scope-import": "yes"}, "handler 本人无权"),
        ({"login": ""}, "请选择程序代表哪位"),
        ({"last_day": "morgen"}, "请选择最后一天"),
    ],
)
async def test_a_wrong_form_for_a_token_keeps_what_was_typed(
    house: House, wrong: dict[str, str], sentence: str
) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.sends("/programs", **a_token(**wrong))
    assert page.status_code == 422
    assert sentence in words(page)
    assert page.text.count('role="alert"') == 1
    if "name" not in wrong:
        assert 'value="示例程序"' in page.text
    assert await house.all_of(ProgramToken) == []


async def test_an_administrator_makes_tokens_and_sees_no_suggestion(house: House) -> None:
    await staff.appoint(house.db, login="keeper", password="golden-idea-2024", role=Role.ADMINISTRATOR)
    async with house.at_desk("keeper") as keeper:
        statuses = {
            path: (await keeper.get(path)).status_code for path in ("/programs", "/ledger", "/intake/new")
        }
    assert statuses == {"/programs": 200, "/ledger": 403, "/intake/new": 403}


async def test_a_letter_with_its_scan_is_registered(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        form = await clerk.get("/intake/new")
        assert 'enctype="multipart/form-data"' in form.text
        page = await sends_files(clerk, "/intake", ("来信.txt", "信".encode()), **LETTER)
        again = await sends_files(clerk, "/intake", ("来信.txt", "信".encode()), **LETTER)
        (one,) = await house.all_of(Suggestion)
        shown = words(await clerk.get(f"/suggestions/{one.number}"))
        undelivered = words(await clerk.get("/undelivered"))
    code = house.db.keys.code(one.draft_id)
    for answer in (page, again):
        assert answer.status_code == 200
        assert f"已登记为 {one.number}" in words(answer)
        assert code in words(answer)
    (file,) = await house.all_of(Attachment)
    assert file.name == "来信.txt"
    assert code not in shown
    for wanted in ("李四", "来信", "没有聊天窗口：请用信件或电话告知"):
        assert wanted in shown
    assert "没有聊天窗口：请用信件或电话告知" in undelivered
    assert len(await house.all_of(Push)) == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"text": ""}, "请填写建议内容"),
        ({"matter": ""}, "没有该主题"),
        ({"channel": "webchat"}, "请选择来源渠道"),
        ({"received": "gestern"}, "日期无法识别"),
        ({"received": "2024-08-02"}, "不能晚于今天"),
        ({"name": ""}, "姓名"),
        ({"contact": ""}, "通信地址"),
    ],
)
async def test_a_wrong_letter_keeps_what_was_typed(
    house: House, wrong: dict[str, str], sentence: str
) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.sends("/intake", **{**LETTER, **wrong})
    assert page.status_code == 422
    assert sentence in words(page)
    assert 'role="alert"' in page.text
    for field in {"text", "name"} - set(wrong):
        assert LETTER[field] in page.text
    if "matter" not in wrong:
        assert '<option value="green-ecology/t24" selected>' in page.text
    assert 'name="once" value="one"' in page.text
    assert await house.all_of(Suggestion) == []


async def test_a_file_that_is_not_what_it_says_is_refused_with_the_letter(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await sends_files(clerk, "/intake", ("来信.pdf", b"MZ"), **LETTER)
    assert page.status_code == 422
    assert "来信.pdf" in words(page)
    assert "请重新选择文件" in words(page)
    assert await house.all_of(Suggestion) == []


async def test_the_ledger_is_saved_as_asked(house: House) -> None:
    mine = await house.forwarded()
    await house.suggest(name="赵六")
    async with house.at_desk(CLERK) as clerk:
        sheet = await clerk.get("/ledger/file")
        table = await clerk.get("/ledger/file?format=csv&state=forwarded&personal=yes")
        plain = await clerk.get("/ledger/file?format=csv")
        wrong = await clerk.get("/ledger/file?from=gestern&campaign=city-2024")
    async with house.at_desk(HANDLER) as handler:
        theirs = await handler.get("/ledger/file?format=csv")
    assert sheet.content.startswith(b"PK")
    assert sheet.headers["content-disposition"] == 'attachment; filename="ledger-2024-08-01.xlsx"'
    assert "张三" in table.text
    assert "赵六" not in table.text + plain.text
    assert (theirs.text.count("CQ2024"), mine.number in theirs.text) == (1, True)
    assert wrong.status_code == 422
    assert '<option value="city-2024" selected>' in wrong.text


async def test_a_watcher_takes_no_names_away(house: House) -> None:
    await house.suggest()
    await staff.appoint(house.db, login="watcher", password="golden-idea-2024", role=Role.AUDITOR)
    async with house.at_desk("watcher") as watcher:
        page = await watcher.get("/ledger")
        refused = await watcher.get("/ledger/file?format=csv&personal=yes")
        plain = await watcher.get("/ledger/file?format=csv")
        taken = await sends_files(watcher, "/ledger/import", system="x")
    assert 'name="personal"' not in page.text
    assert "/ledger/import" not in page.text
    assert (refused.status_code, plain.status_code, taken.status_code) == (403, 200, 403)
    assert "张三" not in refused.text + plain.text


def sheet_of(*rows: dict[Column, Any]) -> bytes:
    table = [[head(column, "zh-CN") for column in ROW], *([row.get(each) for each in ROW] for row in rows)]
    return lines(table).encode()


async def test_a_ledger_is_taken_in_and_told_of(house: House) -> None:
    content = sheet_of(ROW, {**ROW, Column.NUMBER: "<b>18</b>", Column.NAME: ""})
    async with house.at_desk(CLERK) as clerk:
        for counts in ("新登记：1。已存在：0。未导入：1。", "新登记：0。已存在：1。未导入：1。"):
            answer = await sends_files(
                clerk, "/ledger/import", ("台账.csv", content), system="xinfang", campaign="city-2024"
            )
            page = await clerk.get(answer.headers["location"])
            assert answer.status_code == 303
            assert counts in words(page)
        assert "&lt;b&gt;18&lt;/b&gt;" in page.text
        where = answer.headers["location"]
        files = [await clerk.get(f"{where}/refused?format={kind}") for kind in ("csv", "xlsx")]
        missing = [await clerk.get(f"/ledger/imports/{run}") for run in ("99", "x", "9" * 30)]
    assert len(await house.all_of(Suggestion)) == 1
    assert len(await house.all_of(LedgerImport)) == 2
    assert "<b>18</b>" in files[0].text
    assert files[1].content.startswith(b"PK")
    assert {one.status_code for one in missing} == {404}


@pytest.mark.parametrize(
    ("fields", "files", "sentence"),
    [
        ({"system": "xinfang"}, [], "请选择文件"),
        ({"system": "a b"}, [("x.csv", sheet_of(ROW))], "外部系统的名称"),
        ({"system": "xinfang"}, [("x.csv", b"1,2\n")], "缺少这些列"),
        ({"system": "xinfang"}, [("x.xlsx", b"PK\x03\x04")], "文件无法读取"),
    ],
)
async def test_a_ledger_that_cannot_be_taken(
    house: House, fields: dict[str, str], files: list[tuple[str, bytes]], sentence: str
) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await sends_files(clerk, "/ledger/import", *files, campaign="city-2024", **fields)
    assert page.status_code == 422
    assert sentence in words(page)
    assert f'value="{fields["system"]}"' in page.text
    assert await house.all_of(Suggestion) == []


async def test_files_come_only_where_they_are_taken_and_from_whom_they_may(house: House) -> None:
    large = ("x.csv", b"x" * 100_000)
    async with house.at_desk(HANDLER) as handler:
        refused = await sends_files(handler, "/ledger/import", large, system="x")
    async with house.at_desk(CLERK) as clerk:
        elsewhere = await sends_files(clerk, "/ways-in", ("x.csv", b"x"), name="x")
        too_large = await sends_files(clerk, "/ledger/import", ("x.csv", b"x" * 9_000_000), system="x")
    assert refused.status_code == 413
    assert elsewhere.status_code == 400
    assert too_large.status_code == 422
    assert "超过 8 MB" in words(too_large)


async def test_the_template_is_offered(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/ledger")
        sheet = await clerk.get("/ledger/template?campaign=city-2024&format=xlsx")
        missing = await clerk.get("/ledger/template?campaign=nowhere")
    assert 'href="/ledger/template?campaign=city-2024&amp;format=xlsx"' in page.text
    assert sheet.content.startswith(b"PK")
    assert missing.status_code == 404
