"""The page over HTTP: what it asks, what it says and what it keeps."""

import re
from datetime import timedelta

import httpx
import pytest
from own_page_house import ADDRESS, NAME, SAID, Desk, furnish, words
from sqlalchemy import update

from backend import clock
from backend.drafts.model import Draft, DraftState
from backend.inbox.model import Update
from backend.own_page import actions as own_page

ENGLISH = {"accept-language": "en-GB,en;q=0.9"}


def asked(page: httpx.Response) -> list[str]:
    return re.findall(r'<(?:input|textarea) id="(\w+)"', page.text)


def tag(page: httpx.Response, name: str) -> str:
    found = re.search(rf'<(?:input|textarea) id="{name}"[^>]*>', page.text)
    assert found, name
    return found[0]


async def test_exactly_what_the_campaign_asks_of_this_person_is_asked(desk: Desk) -> None:
    resident, pupil = await desk.draft(), await desk.draft(identity="teacher-student")
    async with desk.browser() as browser:
        for draft, more in ((resident, []), (pupil, ["school"])):
            page = await browser.get(f"/{await desk.link(draft)}")
            assert page.status_code == 200
            assert asked(page) == ["name", "contact", "work_unit", *more, "address"]


@pytest.mark.parametrize(
    ("kinds", "look"),
    [
        ("[phone]", ['type="tel"', 'inputmode="tel"', 'autocomplete="tel"']),
        ("[email]", ['type="email"', 'inputmode="email"', 'autocomplete="email"']),
        ("[phone, email]", ['type="text"', 'inputmode="email"', 'autocomplete="tel"']),
    ],
)
async def test_phones_show_the_right_keyboard(
    empty_db: own_page.Database, tmp_path, kinds: str, look: list[str]
) -> None:
    await furnish(empty_db, tmp_path / "campaigns", kinds=kinds)
    desk = Desk(empty_db)
    async with desk.browser() as browser:
        page = await browser.get(f"/{await desk.link(await desk.draft())}")
        wrong = await browser.post(page.url.path, data=SAID | {"contact": "一二三"})
    assert [word for word in look if word not in tag(page, "contact")] == []
    assert ("name@example.com" in words(wrong)) is (kinds == "[email]")
    assert ("023-12345678" in words(wrong)) is ("phone" in kinds)


async def test_every_field_has_its_label_hint_and_purpose(desk: Desk) -> None:
    async with desk.browser() as browser:
        page = await browser.get(f"/{await desk.link(await desk.draft())}")
    for name, purpose in {
        "name": "name",
        "contact": "tel",
        "work_unit": "organization",
        "address": "street-address",
    }.items():
        assert f'<label for="{name}">' in page.text
        assert f'id="{name}-hint"' in page.text
        for part in (f'aria-describedby="{name}-hint"', f'autocomplete="{purpose}"', "required"):
            assert part in tag(page, name)
        assert "aria-invalid" not in tag(page, name)


async def test_the_page_says_whose_it_is_and_what_for(desk: Desk) -> None:
    draft = await desk.draft()
    async with desk.browser() as browser:
        page = await browser.get(f"/{await desk.link(draft)}")
    said = words(page)
    for part in (
        "2024年人民建议专题征集",
        "绿色生态",
        "开始写",
        "征集办公室",
        "个人信息怎样使用",
        "不会出现在聊天",
    ):
        assert part in said
    assert "遮阳棚" not in said
    assert "<script" not in page.text


async def test_wrong_answers_are_said_beside_their_fields_and_all_typed_is_kept(desk: Desk) -> None:
    draft = await desk.draft()
    where = f"/{await desk.link(draft)}"
    async with desk.browser() as browser:
        page = await browser.post(where, data=SAID | {"contact": "12345", "work_unit": "  "})
        assert page.status_code == 422
        assert page.text.index("<title>有误：") > 0
        for name in ("contact", "work_unit"):
            assert f'aria-describedby="{name}-hint {name}-wrong" aria-invalid="true"' in tag(page, name)
            assert f'<p class="wrong" id="{name}-wrong">' in page.text
            assert f'<a href="#{name}">' in page.text
        for name in ("name", "address"):
            assert "aria-invalid" not in tag(page, name)
        assert 'role="alert" tabindex="-1" autofocus' in page.text
        assert f'value="{NAME}"' in tag(page, "name")
        assert 'value="12345"' in tag(page, "contact")
        assert f"\n{ADDRESS}</textarea>" in page.text
        for part in ("还有 2 处要改", "有效的电话号码或电子邮箱", "请填写工作单位。"):
            assert part in words(page)
        assert (await desk.now(draft)).name is None
        assert (await browser.post(where, data=SAID)).status_code == 200
    assert (await desk.now(draft)).name == NAME
    assert desk.woken == ["woken"]


async def test_an_empty_form_names_every_field(desk: Desk) -> None:
    async with desk.browser() as browser:
        page = await browser.post(f"/{await desk.link(await desk.draft())}")
    for label in ("姓名", "联系方式", "工作单位", "联系地址"):
        assert f"请填写{label}。" in words(page)


async def test_looking_uses_nothing_up(desk: Desk) -> None:
    where = f"/{await desk.link(await desk.draft())}"
    async with desk.browser(**{"user-agent": "LinkPreviewBot/1.0"}) as preview:
        for _ in range(3):
            assert (await preview.get(where)).status_code == 200
            head = await preview.head(where)
            assert (head.status_code, head.headers["cache-control"]) == (200, "no-store")
    async with desk.browser() as browser:
        assert (await browser.post(where, data=SAID)).status_code == 200


async def test_a_double_tap_is_saved_once_and_says_so_twice(desk: Desk) -> None:
    where = f"/{await desk.link(await desk.draft())}"
    async with desk.browser() as browser:
        for _ in range(2):
            page = await browser.post(where, data=SAID)
            assert page.status_code == 200
            assert "已保存" in words(page)
        other = await browser.post(where, data=SAID | {"name": "李四"})
    assert other.status_code == 410
    assert "已经填过了" in words(other)
    assert len(await desk.all_of(Update)) == 1


async def test_what_does_not_open_says_why_and_leads_back_to_the_chat(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.chats["webchat"] = "https://chat.example/?start={code}"
    used, over, older = await desk.draft(), await desk.draft(), await desk.draft()
    links = {draft.id: f"/{await desk.link(draft)}" for draft in (used, over, older)}
    newer = f"/{await desk.link(older)}"
    async with desk.db.begin() as session:
        await session.execute(update(Draft).where(Draft.id == over.id).values(state=DraftState.DISCARDED))
    async with desk.browser() as browser:
        await browser.post(links[used.id], data=SAID)
        expected = {
            links[used.id]: (410, "已经填过了"),
            links[over.id]: (410, "已经发送或放弃"),
            links[older.id]: (410, "用最新的链接"),
            "/made-up": (404, "这个链接不对"),
            "/": (404, "这个链接不对"),
            "/a/b": (404, "这个链接不对"),
        }
        for where, (status, sentence) in expected.items():
            for page in (await browser.get(where), await browser.post(where, data=SAID | {"name": "李四"})):
                assert (page.status_code, sentence in words(page)) == (status, True), (where, page.text)
                assert ('href="https://chat.example/"' in page.text) is (status == 410)
        later = clock.now() + timedelta(hours=25)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert (await browser.get(newer)).status_code == 410


async def test_the_language_is_the_persons_and_can_be_changed(desk: Desk) -> None:
    chinese, english = await desk.draft(), await desk.draft(language="en")
    async with desk.browser() as browser:
        page = await browser.get(f"/{await desk.link(chinese)}")
        assert '<html lang="zh-CN">' in page.text
        assert 'href="?lang=en" lang="en"' in page.text
        where = f"/{await desk.link(english)}"
        page = await browser.get(where)
        assert '<html lang="en">' in page.text
        for part in ("Your personal data", "Work unit", "Save", "2024 Call for People's Suggestions"):
            assert part in words(page)
        wrong = await browser.post(where, data=SAID | {"contact": "x", "address": ""})
        for part in ("Error: Your personal data", "2 answers need a change", "Please fill in: Address."):
            assert part in words(wrong)
        again = await browser.post(f"{where}?lang=zh-CN", data=SAID | {"contact": "x"})
        assert '<html lang="zh-CN">' in again.text
        assert "还有 1 处要改" in words(again)
        assert "Saved" in words(await browser.post(f"{where}?lang=xx", data=SAID))
    async with desk.browser(**ENGLISH) as browser:
        assert "This link is not right" in words(await browser.get("/made-up"))
