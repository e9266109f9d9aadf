"""The whole story, from the first tap to the reply, against the running demonstration."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.e2e.citizen_page import Citizen, document, photo
from tests.e2e.demo_process import Demo
from tests.e2e.screens import PHONE
from tests.e2e.staff_page import Staff

pytestmark = pytest.mark.browser

MATTER = "示例社区门口早晚高峰车多，老人过街难，等三四分钟也过不去。"
WAY = "建议加装一处按钮式过街信号灯，先做临时的，三个月后再看效果。"
PLAN = "方案：信号灯装在示例社区南门，距路口八十米。"
THANKS = "感谢您关心老人过街的安全，您的建议很有价值。"
REASON = "南门距路口不足一百米，按规范不能再设信号灯；我们改为增设人行横道和减速带。"
SERVER_AWAY = ("net::ERR_",)
NUMBER = re.compile(r"CQ2024-\d+")


@pytest.fixture
async def citizen(browser: Browser, demo: Demo, shots: Path | None) -> AsyncIterator[Citizen]:
    citizen = await Citizen.at(browser, demo.address("WEBCHAT"), language="zh-CN", shots=shots)
    yield citizen
    await citizen.leaves(but=SERVER_AWAY)


async def test_from_the_first_tap_to_the_reply(
    citizen: Citizen, browser: Browser, demo: Demo, shots: Path | None
) -> None:
    await begins(citizen)
    await writes_everything(citizen)
    number, code = await checks_and_sends(citizen)

    handler = await Staff.at(browser, demo.address("CONSOLE"), shots=shots)
    await sees_nothing_yet(handler, demo, number)
    await clerk_reads_and_forwards(browser, demo, number, shots)
    await clerk_looks_again_on_a_phone(browser, demo, number, shots)
    await citizen.reads("已转给", demo.account("handler").unit, number, "答复期限")
    await citizen.stage("c16-forwarded")
    await handler_replies(handler, number)

    await citizen.reads("答复了您的建议", number, "不予采纳", THANKS, REASON)
    await citizen.stage("c17-replied")
    await citizen.page.reload()
    await everything_is_there(citizen, number, code)
    await citizen.stage("c18-reloaded")
    await outlives_a_restart(citizen, demo, number, code)
    await begins_another(citizen)
    await everything_is_there(citizen, number, code)


async def begins(citizen: Citizen) -> None:
    await citizen.opens()
    await expect(citizen.page.locator("#start-button")).to_have_text("开始")
    await citizen.stage("c01-opened")
    await citizen.page.locator("#start-button").click()
    await citizen.is_connected()
    await citizen.is_asked("开启新篇章 重庆向未来", "怎样的建议是好建议", "一事一议", "避免标题式、一句话")
    await citizen.stage("c02-greeted")
    await citizen.taps("开始提建议")
    await citizen.is_asked("第 1 步")
    await citizen.stage("c03-theme")
    await citizen.taps("超大城市治理")
    await citizen.is_asked("第 2 步", "打造超大城市现代化治理示范区")
    await citizen.stage("c04-topic")
    await citizen.taps("治理示范区")
    await citizen.is_asked("第 3 步")
    await citizen.stage("c05-text")


async def writes_everything(citizen: Citizen) -> None:
    await citizen.says(MATTER)
    await citizen.is_asked(f"现在 {len(MATTER)} 字")
    await citizen.says(WAY)
    await citizen.is_asked("已收到", f"现在 {len(MATTER) + 1 + len(WAY)} 字")
    await citizen.stage("c06-text-in-two-messages")
    await citizen.says("完成")
    await citizen.is_asked("第 4 步，共 8 步", "个人信息说明", "重庆市人民建议征集办公室")
    await citizen.stage("c06a-consent")
    await citizen.taps("同意，继续")
    await citizen.is_asked("第 5 步", "身份")
    await citizen.stage("c06b-identity")
    await citizen.taps("市民")
    await citizen.is_asked("第 6 步")
    await citizen.says("张三")
    await citizen.is_asked("第 7 步")
    await citizen.stage("c07-contact")
    await citizen.says("12345")
    await citizen.is_asked("不像一个有效的电话号码", "11 位手机号")
    await citizen.stage("c08-wrong-number")
    await citizen.says("138 0000 1111")
    await citizen.is_asked("第 8 步")
    await adds_files(citizen)


async def adds_files(citizen: Citizen) -> None:
    await citizen.page.locator("#attach-button").click()
    await expect(citizen.option("照片")).to_be_visible()
    await citizen.stage("c09-photo-or-document")
    await citizen.page.keyboard.press("Escape")
    await citizen.attaches("照片", photo("过街.png"), caption="早高峰")
    await citizen.is_asked("已收到 1 个")
    await citizen.attaches("文件", document("方案.txt", PLAN))
    await citizen.is_asked("已收到 2 个", "方案.txt")
    await citizen.stage("c10-files")
    await citizen.taps("附件齐了")


async def checks_and_sends(citizen: Citizen) -> tuple[str, str]:
    await citizen.is_asked("请检查一遍", "超大城市治理", MATTER, WAY, "张三", "+8613800001111", "2 个")
    await expect(citizen.button("发送")).to_be_in_viewport()
    await citizen.stage("c11-preview")
    await citizen.taps("改姓名")
    await citizen.is_asked("第 6 步")
    await citizen.stage("c12-change-name")
    await citizen.says("张三丰")
    await citizen.is_asked("请检查一遍", "张三丰", MATTER, WAY, "2 个")
    await citizen.stage("c13-preview-again")
    await citizen.taps("发送")
    await citizen.is_asked("您的建议已收到", "查询码")
    await citizen.stage("c14-sent")
    number, code = await citizen.sent_codes("您的建议已收到")
    assert NUMBER.fullmatch(number)
    assert len(code) >= 8
    await citizen.reads("已登记", number)
    await citizen.stage("c15-registered")
    return number, code


async def sees_nothing_yet(handler: Staff, demo: Demo, number: str) -> None:
    """A handler sees what was forwarded to their unit, and nothing else, not even by its address."""
    await handler.signs_in(demo.account("handler"))
    await handler.reads("这里没有转给您单位的建议")
    await handler.stage("s01-handler-before")
    answer = await handler.page.goto(f"{handler.url}/suggestions/{number}")
    assert answer
    assert answer.status == 404
    await expect(handler.page.locator("body")).not_to_contain_text(MATTER)
    await handler.stage("s02-handler-not-theirs")


async def clerk_reads_and_forwards(browser: Browser, demo: Demo, number: str, shots: Path | None) -> None:
    clerk = await Staff.at(browser, demo.address("CONSOLE"), shots=shots)
    await clerk.page.goto(clerk.url)
    await clerk.stage("s03-sign-in")
    await clerk.signs_in(demo.account("clerk"))
    await clerk.reads(number, "已登记", "示例社区门口")
    await clerk.stage("s04-list")
    await clerk.opens(number)
    await clerk.reads(MATTER, WAY, "张三丰", "+8613800001111", "网页聊天", "办理经过", "登记")
    await clerk.stage("s05-one")
    assert await clerk.downloads("方案.txt") == ("方案.txt", PLAN.encode())
    _name, picture = await clerk.downloads("photo-")
    assert picture.startswith((b"\x89PNG", b"\xff\xd8\xff"))
    await clerk.forwards_to(demo.account("handler").unit)
    await clerk.reads("并会告知建议人", "办理中")
    await clerk.stage("s06-forwarded")
    await clerk.leaves()


async def clerk_looks_again_on_a_phone(browser: Browser, demo: Demo, number: str, shots: Path | None) -> None:
    clerk = await Staff.at(browser, demo.address("CONSOLE"), screen=PHONE, shots=shots)
    await clerk.signs_in(demo.account("clerk"))
    await clerk.reads(number, demo.account("handler").unit, "还剩 15 天")
    await clerk.stage("s07-list-forwarded")
    await clerk.goes_to("console-undelivered")
    await clerk.reads("没有未能送达的通知")
    await clerk.stage("s08-undelivered")
    await clerk.unfolds()
    await clerk.follows(clerk.page.get_by_role("button", name="English"))
    await clerk.reads("Every notice could be delivered")
    await clerk.opens(number)
    await clerk.reads(MATTER, "Delivered to the author", "Forward to another unit")
    await clerk.stage("s09-one-in-english")
    await clerk.follows(clerk.page.get_by_role("link", name="Back to the list"))
    await clerk.stage("s10-list-in-english")
    await clerk.leaves()


async def handler_replies(handler: Staff, number: str) -> None:
    await handler.opens(number)
    await handler.reads(MATTER, WAY, "张三丰", "转给")
    await expect(handler.page.get_by_role("button", name="转给该单位")).to_have_count(0)
    await handler.stage("s11-handler-one")
    await handler.replies("不予采纳", THANKS, "")
    await expect(handler.page.get_by_role("alert")).to_have_text("这种办理结果必须说明理由。")
    await expect(handler.page.get_by_label("答复内容")).to_have_value(THANKS)
    await handler.stage("s12-reason-missing")
    await handler.replies("不予采纳", THANKS, REASON)
    await expect(handler.page.get_by_role("status")).to_have_text("答复已登记，并会送给建议人。")
    await handler.reads("已答复", REASON)
    await handler.stage("s13-replied")
    await handler.leaves(but=("status of 404", "status of 422"))


async def everything_is_there(citizen: Citizen, number: str, code: str) -> None:
    await citizen.is_connected()
    await citizen.reads("您的建议已收到", number, code)
    await citizen.reads("已登记", number)
    await citizen.reads("已转给", number)
    await citizen.reads("答复了您的建议", number, REASON)
    for own in (MATTER, WAY, "完成", "张三丰"):
        await expect(citizen.page.locator("article[data-mine=true]").filter(has_text=own)).to_have_count(1)
    await expect(citizen.page.locator("article[data-kind=photo] img")).to_have_js_property(
        "complete", value=True
    )


async def outlives_a_restart(citizen: Citizen, demo: Demo, number: str, code: str) -> None:
    assert await demo.end() == 0
    await expect(citizen.page.locator("#app")).to_have_attribute("data-connection", "offline")
    await citizen.stage("c19-server-away")
    before = (demo.account("clerk"), demo.account("handler"))
    await demo.start()
    assert (demo.account("clerk"), demo.account("handler")) == before
    await everything_is_there(citizen, number, code)
    await citizen.stage("c20-server-back")


async def begins_another(citizen: Citizen) -> None:
    await citizen.taps("再提一条")
    await citizen.is_asked("怎样的建议是好建议")
    await citizen.stage("c21-another")
    await citizen.taps("开始提建议")
    await citizen.is_asked("第 1 步")
    await citizen.stage("c22-second-theme")


async def test_the_way_of_a_citizen_in_english(browser: Browser, demo: Demo, shots: Path | None) -> None:
    citizen = await Citizen.at(browser, demo.address("WEBCHAT"), language="en-GB", shots=shots)
    await citizen.opens()
    await expect(citizen.page.locator("#start-button")).to_have_text("Start")
    await citizen.stage("e01-opened")
    await citizen.page.locator("#start-button").click()
    await citizen.is_asked("What makes a good suggestion?")
    await citizen.stage("e02-greeted")
    await citizen.taps("Make a suggestion")
    await citizen.is_asked("Step 1 of 8")
    await citizen.stage("e03-theme")
    await citizen.taps("Governing a megacity")
    await citizen.is_asked("Step 2 of 8")
    await citizen.stage("e04-topic")
    await citizen.taps("Model area of megacity")
    await writes_in_english(citizen)
    await citizen.taps("Confirm and send")
    await citizen.is_asked("has been received", "Query code")
    number, _code = await citizen.sent_codes("has been received")
    await citizen.reads("has been registered", number)
    await citizen.stage("e09-registered")
    await citizen.leaves()


async def writes_in_english(citizen: Citizen) -> None:
    await citizen.is_asked("Step 3 of 8")
    await citizen.says("Old people cannot cross the road at the gate of Sample Community.")
    await citizen.is_asked("Received, now")
    await citizen.says("Please put up a crossing light with a button.")
    await citizen.is_asked("Received, now 111")
    await citizen.stage("e05-text")
    await citizen.says("done")
    await citizen.is_asked("Step 4 of 8", "your personal data")
    await citizen.stage("e05a-consent")
    await citizen.taps("I agree")
    await citizen.is_asked("Step 5 of 8")
    await citizen.taps("Resident")
    await citizen.is_asked("Step 6 of 8")
    await citizen.says("Zhang San")
    await citizen.is_asked("Step 7 of 8")
    await citizen.says("12345")
    await citizen.is_asked("does not look like a valid")
    await citizen.stage("e06-wrong-number")
    await citizen.says("zhangsan@example.com")
    await citizen.is_asked("Step 8 of 8")
    await citizen.attaches("Documents", document("plan.txt", "A light at the south gate."))
    await citizen.is_asked("Received so far, 1", "plan.txt")
    await citizen.stage("e07-files")
    await citizen.taps("That is all")
    await citizen.is_asked("Please check everything", "Zhang San", "zhangsan@example.com", "plan.txt")
    await citizen.stage("e08-preview")
