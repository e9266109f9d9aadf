"""Strange words stay words; every screen, both languages, no foreign code."""

import json
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.webchat_page.person import Person, becomes
from tests.webchat_page.played_bot import PlayedBot, button
from tests.webchat_page.test_page_files import document

pytestmark = pytest.mark.browser
STATIC = Path(__file__).parents[2] / "webchat" / "static"
BLANK = re.compile(r"{(\w+)}")
SAID = re.compile(r'(?:\bt\(|data-t=|data-t-label=)"([a-z-]+)"')
SCREENS = [(320, 568), (360, 740), (640, 400), (1280, 800)]
ATTACK = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'


async def test_markup_in_texts_names_files_and_buttons_is_inert(person: Person, bot: PlayedBot):
    await person.opens_chat_as(ATTACK[:60])
    await person.page.locator("#start-button").click()
    await bot.hears("/start", by=person)
    await person.says(ATTACK)
    await bot.hears(ATTACK, by=person)
    await bot.asks(person, ATTACK, [button(ATTACK[:60], "x")])
    await bot.says(person, "键盘", reply_markup={"keyboard": [[{"text": ATTACK}]]})
    await person.attaches("文件", document("<img src=x onerror=window.hit=1>.txt"), caption=ATTACK)
    await bot.message(by=person)
    await person.sees(ATTACK, times=3)
    await expect(person.button("<img")).to_have_count(1)
    await person.page.locator("#menu-button").click()
    assert await person.page.locator("img[src=x]").count() == 0
    assert await person.page.evaluate("window.hit") is None
    await person.page.keyboard.press("Escape")
    await person.fits_the_screen()


async def test_only_harmless_links_become_links(person: Person, bot: PlayedBot):
    links = [
        {"type": "text_link", "offset": 0, "length": 2, "url": "https://example.org/a"},
        {"type": "text_link", "offset": 2, "length": 2, "url": "http://example.org/b"},
    ]
    await bot.says(person, "安全也行", entities=links)
    anchors = person.messages("安全也行").locator("a")
    await expect(anchors).to_have_count(2)
    assert await anchors.first.get_attribute("rel") == "noopener noreferrer"
    made = await person.page.evaluate(
        """async () => {
            const {safeAddress} = (await import(document.querySelector("script").src)).$entities;
            const refused = ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " javascript:x", "//x"];
            return [...refused, "tel:110"].map(safeAddress);
        }"""
    )
    assert made == [None, None, None, None, None, "tel:110"]


async def test_entities_nest_and_count_in_utf16(person: Person):
    made = await person.page.evaluate(
        """async () => {
            const {rich} = (await import(document.querySelector("script").src)).$entities;
            const box = document.createElement("div");
            const one = (type, offset, length) => ({type, offset, length});
            const italic = one("italic", 3, 4), bold = one("bold", 2, 3), code = one("code", 7, 99);
            box.append(...rich("💡ab<c>d", [italic, bold, code, one("mention", 0, 2)]));
            return box.innerHTML;
        }"""
    )
    assert made == "💡<b>a<i>b&lt;</i></b><i>c&gt;</i><code>d</code>"


async def test_policy_of_the_page_forbids_foreign_code(person: Person):
    answer = await person.page.request.get(person.url + "/")
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy or "default-src 'self'" in policy


async def test_both_languages_are_complete_and_can_be_switched(person: Person, bot: PlayedBot):
    await expect(person.page.locator("#text")).to_have_attribute("placeholder", "输入消息…")
    await person.chooses_from_menu("English")
    await expect(person.page.locator("#text")).to_have_attribute("placeholder", "Message…")
    await becomes(person.page, "document.documentElement.lang", "en")
    await person.says("hello")
    assert (await bot.hears("hello", by=person))["from"]["language_code"] == "en"
    await person.chooses_from_menu("中文")
    await expect(person.page.locator("#text")).to_have_attribute("placeholder", "输入消息…")
    await person.says("你好")
    assert (await bot.hears("你好", by=person))["from"]["language_code"] == "zh-hans"


async def test_english_browser_gets_english(browser: Browser, chat_server, bot: PlayedBot):
    context = await browser.new_context(locale="en-GB")
    person = Person(await context.new_page(), chat_server.url)
    await person.opens()
    await expect(person.page.locator("#start-button")).to_have_text("Start")
    await person.starts()
    assert (await bot.hears("/start", by=person))["from"]["language_code"] == "en"
    await context.close()


def test_every_sentence_stands_in_both_languages_and_is_used():
    texts = [(STATIC / "strings" / name).read_text("utf-8") for name in ("zh.json", "en.json")]
    chinese, english = (json.loads(text) for text in texts)
    assert chinese.keys() == english.keys()
    code = "".join(path.read_text("utf-8") for path in (*STATIC.glob("*.js"), *STATIC.glob("*.html")))
    for key, sentence in chinese.items():
        assert set(BLANK.findall(sentence)) == set(BLANK.findall(english[key])), key
        assert f'"{key}"' in code or key.startswith(("connection-", "files-title-", "device-way-")), (
            f"{key} is never said"
        )
    assert set(SAID.findall(code)) <= chinese.keys()


async def test_no_sideways_scrolling_on_any_screen(person: Person, bot: PlayedBot, shots):
    await bot.says(person, "欢迎来到<b>示例社区</b>的建议征集。\n\n<i>您有什么想法？</i>", parse_mode="HTML")
    themes = (
        [button("深化改革与超大城市治理里一个名字特别长的主题", "a")],
        [button("城乡融合", "b"), button("绿色生态", "c")],
    )
    await bot.asks(
        person, "请选一个主题：", *themes, [button(str(number), f"p{number}") for number in range(1, 9)]
    )
    await person.says("https://example.org/" + "long" * 60)
    await person.says("我们小区门口的路灯坏了三天，晚上老人出门不方便，建议换成太阳能路灯。")
    rows = [[{"text": "📱 分享我的号码", "request_contact": True}], [{"text": "跳过"}, {"text": "返回"}]]
    await bot.says(person, "怎么联系您？", reply_markup={"keyboard": rows})
    await person.sees("怎么联系您")
    await person.sees("太阳能")
    for width, height in SCREENS:
        await person.page.set_viewport_size({"width": width, "height": height})
        await person.fits_the_screen()
        for scheme in ("light", "dark"):
            await person.page.emulate_media(color_scheme=scheme)
            await person.photographs(shots, f"{width}-{scheme}")


async def test_targets_are_large_enough_for_thumbs(person: Person, bot: PlayedBot):
    await bot.asks(person, "选", [button("1", "a"), button("2", "b")])
    await bot.says(person, "按", reply_markup={"keyboard": [[{"text": "好"}]]})
    await person.page.locator(".reply-button").wait_for()
    targets = "#menu-button, #attach-button, #send, #text, #keyboard-button, .inline-button, .reply-button"
    for target in await person.page.locator(targets).all():
        box = await target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44


async def test_large_type_still_fits(person: Person, bot: PlayedBot, shots):
    await person.page.evaluate("document.documentElement.style.fontSize = '200%'")
    await bot.asks(person, "大字也要看得清", [button("城乡融合发展", "b"), button("绿色生态", "c")])
    await person.sees("大字")
    await person.fits_the_screen()
    await person.photographs(shots, "large-type")
