"""What the pages show: escaped, paged, by the day, in two languages."""

from datetime import UTC, datetime, timedelta

import pytest
from console_house import CLERK, HANDLER, House, words

from backend import clock
from backend.console.pages import excerpt, file_size
from backend.suggestions.queries import PAGE

HOSTILE = """</p><script>alert("文")</script><img src=x onerror=alert(1)> {{ 7*7 }} { $x } %s"""
HOSTILE_FILE = '"><svg onload=alert(1)>.txt'


async def test_hostile_words_stay_words(house: House) -> None:
    suggestion = await house.forwarded(
        text=HOSTILE, name='<b>O"Neill</b>', files=((HOSTILE_FILE, b"sample", "text/plain"),)
    )
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(HANDLER) as handler:
        typed = {"outcome": '"><script>', "text": f"</textarea>{HOSTILE}", "reason": "</textarea><script>"}
        pages = [
            await handler.get("/suggestions"),
            await handler.get(where),
            await handler.sends(f"{where}/reply", **typed),
        ]
    for page in pages:
        for harm in ("<script", "<svg onload", "<img src=x", "<b>O", "</textarea><"):
            assert harm not in page.text
    assert HOSTILE in words(pages[1])
    assert '<b>O"Neill</b>' in words(pages[1])
    assert HOSTILE_FILE in words(pages[1])


async def test_hostile_login_and_address_stay_words(house: House) -> None:
    async with house.browser() as browser:
        page = await browser.sign_in('"><script>', "x", next="/'\"><script>")
        missing = await browser.get('/sign-in?next=/"><script>&language="><script>')
    assert "<script" not in page.text + missing.text


async def test_paragraphs_of_a_text_are_kept(house: House) -> None:
    suggestion = await house.suggest(text="第一段\n\n  第二段")
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get(f"/suggestions/{suggestion.number}")
        style = await clerk.get("/static/console.css")
    assert ">第一段\n\n  第二段</p>" in page.text
    assert ".said { white-space: pre-wrap" in style.text


async def test_the_list_is_paged_and_counted(house: House) -> None:
    for place in range(PAGE + 2):
        await house.suggest(text=f"建议之{place}号")
    await house.forwarded(text="转办的一件")
    async with house.at_desk(CLERK) as clerk:
        first, second = [await clerk.get(f"/suggestions?show=all&page={page}") for page in (1, 2)]
        registered = await clerk.get("/suggestions?state=registered")
        forwarded = await clerk.get("/suggestions?state=forwarded")
        beyond = [await clerk.get(f"/suggestions?show=all&page={page}") for page in ("99", "9" * 40)]
        nonsense = [
            await clerk.get(f"/suggestions?{query}") for query in ("page=-1", "page=x", "state=x", "show=x")
        ]
    assert first.text.count('class="number"') == PAGE
    assert second.text.count('class="number"') == 3
    assert "建议之0号" in first.text  # what waits longest is due first
    assert 'rel="next" href="/suggestions?show=all&amp;page=2"' in first.text
    assert 'rel="prev" href="/suggestions?show=all"' in second.text
    assert 'href="/suggestions?state=registered&amp;page=2"' in registered.text
    assert f'<span class="count">{PAGE + 3}</span>' in first.text
    assert forwarded.text.count('class="number"') == 1
    assert beyond[0].text.count('class="number"') == 3
    assert all(page.status_code == 200 for page in (*beyond, *nonsense))


async def test_a_unit_sees_first_what_is_due_first(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    now = clock.now()
    numbers = {}
    for age in (1, 10, 5):
        monkeypatch.setattr(clock, "now", lambda age=age: now - timedelta(days=age))
        numbers[age] = (await house.forwarded()).number
    monkeypatch.setattr(clock, "now", lambda: now)
    async with house.at_desk(HANDLER) as handler:
        await handler.sends(f"/suggestions/{numbers[10]}/reply", outcome="adopted", text="已办。")
        page = (await handler.get("/suggestions?show=all")).text
    assert page.index(numbers[5]) < page.index(numbers[1]) < page.index(numbers[10])


@pytest.mark.parametrize(
    ("days", "chinese", "english"),
    [
        (0, "还剩 15 天", "15 days left"),
        (14, "还剩 1 天", "1 day left"),
        (15, "今天到期", "due today"),
        (16, "已超期 1 天", "overdue by 1 day"),
        (20, "已超期 5 天", "overdue by 5 days"),
    ],
)
async def test_days_are_counted_by_the_campaigns_clock(
    house: House, monkeypatch: pytest.MonkeyPatch, days: int, chinese: str, english: str
) -> None:
    received = datetime(2026, 11, 1, 16, 30, tzinfo=UTC)  # 00:30 on the next day in the campaign's zone
    monkeypatch.setattr(clock, "now", lambda: received)
    suggestion = await house.forwarded()
    monkeypatch.setattr(clock, "now", lambda: received + timedelta(days=days))
    async with house.at_desk(CLERK) as clerk:
        page = words(await clerk.get("/suggestions"))
        await clerk.sends("/language", language="en")
        translated = words(await clerk.get(f"/suggestions/{suggestion.number}"))
    assert "2026年11月2日 00:30" in page
    assert chinese in page
    assert "2 Nov 2026, 00:30" in translated
    assert f"17 Nov 2026 {english}" in translated


async def test_the_language_belongs_to_the_account(house: House) -> None:
    suggestion = await house.forwarded()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(CLERK) as clerk:
        assert '<html lang="zh-CN">' in (await clerk.get(where)).text
        back = await clerk.sends("/language", language="en", back=where)
        assert back.headers["location"] == where
        refused = await clerk.sends(f"{where}/reply", outcome="not-adopted", text="Thank you.")
        unknown = await clerk.sends("/language", language="tlh")
    assert '<html lang="en">' in refused.text
    assert "Error: CQ2024-" in words(refused)
    assert "Transport department" in words(refused)
    assert unknown.status_code == 422
    async with house.at_desk(CLERK) as clerk:
        page = words(await clerk.get("/suggestions"))
    assert "In handling" in page
    assert "Green ecology" in page


@pytest.mark.parametrize(
    ("accepted", "address", "language"),
    [
        ("en-GB,en;q=0.9", "/sign-in", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "/sign-in", "zh-CN"),
        ("*", "/sign-in", "zh-CN"),
        ("", "/sign-in", "zh-CN"),
        ("en", "/sign-in?language=zh-CN", "zh-CN"),
        ("zh", "/sign-in?language=en", "en"),
        ("en", "/sign-in?language=xx", "en"),
        ("en", "/nowhere", "en"),
    ],
)
async def test_before_sign_in_the_browser_chooses_the_language(
    house: House, accepted: str, address: str, language: str
) -> None:
    async with house.browser(**{"accept-language": accepted}) as browser:
        page = await browser.get(address)
    assert f'<html lang="{language}">' in page.text


async def test_a_notice_is_only_said_when_it_is_true(house: House) -> None:
    suggestion = await house.suggest()
    async with house.at_desk(CLERK) as clerk:
        for done in ("replied", "forwarded", "registered", "<script>"):
            page = await clerk.get(f"/suggestions/{suggestion.number}", params={"done": done})
            assert page.status_code == 200
            assert 'role="status"' not in page.text


async def test_forms_are_there_only_when_they_can_be_used(house: House) -> None:
    registered = await house.suggest()
    forwarded = await house.forwarded()
    async with house.at_desk(CLERK) as clerk:
        first = (await clerk.get(f"/suggestions/{registered.number}")).text
        second = (await clerk.get(f"/suggestions/{forwarded.number}")).text
    async with house.at_desk(HANDLER) as handler:
        third = (await handler.get(f"/suggestions/{forwarded.number}")).text
        await handler.sends(f"/suggestions/{forwarded.number}/reply", outcome="adopted", text="好的。")
        fourth = (await handler.get(f"/suggestions/{forwarded.number}")).text
    has = [(f'{form}"' in page) for page in (first, second, third, fourth) for form in ("/forward", "/reply")]
    assert has == [True, False, True, True, False, True, False, False]


@pytest.mark.parametrize("number", ["x", "CQ2024-999999", "%00", "..%2Fsign-in", "CQ2024-1%27--", "n" * 300])
async def test_an_unknown_number_is_a_friendly_page(house: House, number: str) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get(f"/suggestions/{number}")
    assert page.status_code == 404
    assert "返回列表" in page.text


async def test_a_wrong_method_is_a_friendly_page(house: House) -> None:
    suggestion = await house.forwarded()
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get(f"/suggestions/{suggestion.number}/reply")
    assert page.status_code == 405
    assert "没有办成" in page.text


async def test_every_page_has_its_landmarks(house: House) -> None:
    suggestion = await house.forwarded()
    async with house.at_desk(CLERK) as clerk, house.browser() as stranger:
        pages = [
            await clerk.get(path)
            for path in ("/suggestions", f"/suggestions/{suggestion.number}", "/undelivered", "/nowhere")
        ]
        pages.append(await stranger.get("/sign-in"))
    for page in pages:
        assert page.text.count("<h1") == page.text.count("<main") == page.text.count("<header") == 1
        assert page.text.startswith("<!doctype html>")
        assert 'class="skip" href="#main"' in page.text


def test_excerpts_are_one_short_line() -> None:
    assert excerpt("一\n\n二") == "一 二"
    assert excerpt("长" * 200) == "长" * 80 + "…"


def test_sizes_are_read_by_people() -> None:
    assert [file_size(count) for count in (1, 1500, 999_000, 1_234_567)] == [
        "1 kB",
        "2 kB",
        "999 kB",
        "1.2 MB",
    ]
