"""Settings, help that knows where one is, and what a person may ask of their data."""

import io
import zipfile

from chat import Chat
from living import Living
from sqlalchemy import select
from steps import SAID, draft_of, to_the_consent, to_the_name, to_the_preview, to_the_text

from backend.i18n import LANGUAGES, label
from backend.mydata.model import Certificate
from backend.people.model import Person
from backend.people.queries import in_chat
from backend.suggestions.model import Suggestion
from bot.wording import ICON


async def person_of(chat: Chat) -> Person:
    async with chat.db.read() as session:
        person = await in_chat(session, "webchat", chat.id)
    assert person
    return person


async def newest_file(chat: Chat) -> bytes:
    """Open the newest file the bot sent."""
    sent = [message for message in await chat.messages() if not message["mine"] and message["file"]]
    answer = await chat.http.get(f"/api/chats/{chat.id}/files/{sent[-1]['file']['id']}")
    answer.raise_for_status()
    return answer.content


async def to_the_word(chat: Chat) -> None:
    await chat.says("/settings")
    await chat.taps("忘记我")
    await chat.taps("我要删")


async def test_large_type_and_plain_words_change_the_windows(citizen: Chat) -> None:
    await citizen.says("/settings")
    await citizen.sees("大字：关", "简明的话：关", "免打扰：没有设")
    await citizen.taps("简明的话")
    await citizen.sees("以后用更简单的话", "简明的话：开")
    await citizen.taps("大字")
    window = await citizen.sees("大字：开", "\n\n免打扰")
    assert not ICON.search(window["text"])
    assert not ICON.search(" ".join(await citizen.buttons()))
    await citizen.taps("关闭设置")
    await to_the_text(citizen)
    await citizen.sees("哪里不好？该怎么办？")
    await citizen.says("/settings")
    await citizen.taps("简明的话：关掉")
    await citizen.taps("大字：关掉")
    await citizen.taps("关闭设置")
    await citizen.sees("建议内容", "一件事，问题在哪里")


async def test_large_type_leaves_what_a_person_said_as_it_is(citizen: Chat) -> None:
    await citizen.says("/settings")
    await citizen.taps("大字")
    await to_the_text(citizen)
    await citizen.says("路灯坏了 💡 三盏。\n请尽快 🔧 修好。")
    await citizen.taps("完成")
    await citizen.taps("同意，继续")
    await citizen.taps("市民")
    await citizen.says("张三")
    await citizen.says("13800001111")
    await citizen.taps("跳过")
    spaced = "看一遍，对了就发\n\n《2024年人民建议专题征集》\n\n方面"
    await citizen.sees("路灯坏了 💡 三盏。\n请尽快 🔧 修好。", spaced)


async def test_the_page_in_large_type_is_offered_in_our_own_chat(citizen: Chat, house: Living) -> None:
    await citizen.says("/settings")
    assert "用大字打开网页" not in " ".join(await citizen.buttons())
    await citizen.taps("大字")
    links = [b["url"] for row in (await citizen.window())["buttons"] for b in row if b.get("url")]
    assert links == [f"{house.webchat}/?large=1"]


async def test_quiet_hours_are_tapped_or_typed_and_said_back(citizen: Chat) -> None:
    await citizen.says("/settings")
    await citizen.taps("免打扰时间")
    await citizen.taps("22 点到 7 点")
    await citizen.sees("每天 22 点到第二天 7 点，不发通知")
    await citizen.taps("免打扰时间")
    await citizen.says("晚上")
    await citizen.sees("没看懂这个时间")
    await citizen.says("9 点到 7 点")
    await citizen.sees("最多 14 小时")
    await citizen.says("１３：００－１４：３０")
    await citizen.sees("每天 13 点到 14 点，不发通知")
    person = await person_of(citizen)
    assert (person.quiet_from, person.quiet_until) == (13, 14)
    await citizen.taps("免打扰时间")
    await citizen.says("不用")
    await citizen.sees("没有设，什么时候都发通知")


async def test_settings_lose_nothing_of_what_is_being_written(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says(SAID)
    await citizen.says("/settings")
    await citizen.says("请一并检查线路。")
    await citizen.sees("建议内容", "已收到")
    assert (await draft_of(citizen)).text == f"{SAID}\n请一并检查线路。"
    await citizen.says("/settings")
    await citizen.taps("免打扰时间")
    await citizen.says("/settings")
    await citizen.taps("关闭设置")
    await citizen.sees("建议内容", "已收到")


async def test_words_typed_where_none_are_asked_are_not_taken_and_it_is_said(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says("/settings")
    await citizen.taps("撤回同意")
    await citizen.says("这句话不是设置，是建议的内容。")
    await citizen.sees("刚才那句没有保存", "撤回同意")
    assert (await draft_of(citizen)).text == ""


async def test_the_language_is_changed_from_the_settings(citizen: Chat) -> None:
    await citizen.says("/settings")
    await citizen.taps("语言")
    await citizen.taps("English")
    await citizen.sees("Settings", "Language: English")
    await citizen.taps("Quiet hours")
    await citizen.taps("21:00 to 8:00")
    await citizen.sees("every day from 21:00 to 8:00 the next day")


async def test_everything_held_comes_as_a_file_each_time(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.says("/settings")
    await citizen.taps("您存了我什么")
    await citizen.sees("设置")
    await citizen.receives("my-data.html")
    page = zipfile.ZipFile(io.BytesIO(await newest_file(citizen))).read("my-data.html").decode()
    for said in ("张三", "+8613800001111", SAID, "产业发展", "市民"):
        assert said in page


async def test_withdrawn_consent_is_asked_again(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.says("/settings")
    await citizen.taps("撤回同意")
    await citizen.sees("马上删掉", "继续办理")
    await citizen.taps("撤回")
    await citizen.sees("已撤回同意", "设置")
    await citizen.taps("关闭设置")
    await citizen.sees("个人信息说明")
    draft = await draft_of(citizen)
    assert (draft.name, draft.contact, draft.text) == (None, None, SAID)


async def test_forgetting_says_what_goes_asks_for_a_word_and_gives_a_certificate(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.taps("发送")
    number = await citizen.number_shown()
    await to_the_text(citizen)
    await citizen.says("/settings")
    await citizen.taps("忘记我")
    await citizen.sees("没写完的和已放弃的建议 1 条", f"还在办理的 {number}", "按档案规定")
    await citizen.taps("我要删")
    await citizen.says("好")
    await citizen.sees("什么都没有删", "忘记我")
    await citizen.says("忘记我")
    told = await citizen.receives("删除凭证 DEL-", "没发出的建议 1 条", number)
    assert "张三" not in told["text"]
    assert number in (await newest_file(citizen)).decode()
    assert any("开始提建议" in button for button in await citizen.buttons())
    await to_the_consent(citizen)
    await citizen.sees("个人信息说明")
    await citizen.taps("同意，继续")
    assert "同上次" not in " ".join(await citizen.buttons())
    person = await person_of(citizen)
    async with citizen.db.read() as session:
        assert (
            await session.scalars(select(Suggestion).where(Suggestion.person_id == person.id))
        ).one().name == "张三"
        made = (await session.scalars(select(Certificate).where(Certificate.person_id == person.id))).one()
    assert made.kept["handling"] == [number]


async def test_back_before_the_word_forgets_nothing(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("张三")
    await to_the_word(citizen)
    await citizen.taps("上一步")
    await citizen.taps("关闭设置")
    await citizen.sees("联系方式")
    assert (await draft_of(citizen)).name == "张三"


async def test_the_certificate_is_shown_again(citizen: Chat) -> None:
    await citizen.says("/settings")
    assert "凭证" not in " ".join(await citizen.buttons())
    await to_the_word(citizen)
    await citizen.says("Forget me")
    await citizen.receives("删除凭证 DEL-")
    await citizen.says("/settings")
    await citizen.taps("再看删除凭证")
    shown = [m["text"] for m in await citizen.messages() if "删除凭证 DEL-" in (m["text"] or "")]
    assert len(shown) == 2
    assert shown[0] == shown[1]


async def test_help_says_what_can_be_done_here(citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.says("/help")
    await citizen.sees("现在：点“开始提建议”", "这里收集“金点子”")
    await to_the_name(citizen)
    await citizen.says("/help")
    window = await citizen.sees("现在：打您的真实姓名", "姓名")
    assert not window["text"].startswith("👉")  # a phone shows the end: the help, and the window's buttons
    assert window["buttons"]
    await citizen.says("/settings")
    await citizen.taps("免打扰时间")
    await citizen.says("/help")
    await citizen.sees("现在：点一段免打扰的时间")


async def test_the_bot_says_what_it_is_in_each_language(citizen: Chat, house: Living) -> None:
    await citizen.says("/start")
    (here,) = [channel for channel in house.channels if channel.name == "webchat"]
    for language in LANGUAGES:
        asked = {"language_code": "en"} if language == "en" else {}
        for method, key in (
            ("description", "bot-description"),
            ("short_description", "bot-short_description"),
        ):
            name = "getMyDescription" if method == "description" else "getMyShortDescription"
            answer = await citizen.http.post(f"{here.address}/{name}", json=asked)
            assert answer.json()["result"] == {method: label(language, key)}
        told = (await citizen.http.post(f"{here.address}/getMyCommands", json=asked)).json()["result"]
        assert {"command": "settings", "description": label(language, "command-settings")} in told
