"""Whatever comes, each gets its clear sentence, and nothing that was said is lost."""

import io
from collections.abc import Awaitable, Callable

import httpx
import pytest
from chat import Chat, eventually
from living import Living
from PIL import Image
from sqlalchemy import select

from backend.campaigns import actions as campaigns
from backend.drafts import queries as drafts
from backend.drafts.model import Draft, Step
from backend.people.queries import in_chat

Act = Callable[[Chat], Awaitable[object]]
SAID = "示例社区的路灯坏了三盏。"


def picture(kind: str = "PNG") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "orange").save(made, kind)
    return made.getvalue()


async def draft_of(chat: Chat) -> Draft:
    async with chat.db.read() as session:
        person = await in_chat(session, "webchat", chat.id)
        assert person
        draft = await drafts.current(session, person.id)
        assert draft
        return draft


async def to_the_text(chat: Chat) -> None:
    await chat.says("/start")
    await chat.taps("开始提建议")
    await chat.taps("产业发展")
    await chat.taps("其他")


async def to_the_name(chat: Chat) -> None:
    await to_the_text(chat)
    await chat.says(SAID)
    await chat.taps("完成")


async def to_the_files(chat: Chat) -> None:
    await to_the_name(chat)
    await chat.says("张三")
    await chat.says("13800001111")


async def to_the_preview(chat: Chat) -> None:
    await to_the_files(chat)
    await chat.taps("跳过")


def says(text: str, **more: object) -> Act:
    return lambda chat: chat.says(text, **more)


def sends(*files: tuple[str, bytes], kind: str = "document", caption: str = "") -> Act:
    return lambda chat: chat.sends_files(*files, kind=kind, caption=caption)


async def ten_thousand(chat: Chat) -> None:
    for part in ("一" * 4000, "二" * 4000, "三" * 2000):
        await chat.says(part)


async def two_fast_taps(chat: Chat) -> None:
    await chat.says("好。" * 10)
    window = await chat.window()
    data = next(b["data"] for row in window["buttons"] for b in row if "完成" in b["text"])
    path = f"/api/chats/{chat.id}/messages/{window['id']}/tap"
    for _ in range(2):
        answer = await chat.http.post(path, params={"stale": 1}, json={"data": data})
        assert answer.is_success
    chat.acts += 2
    await eventually(chat._dealt_with, "both taps")


async def month_old_button(chat: Chat) -> None:
    first = next(m for m in await chat.messages() if not m["mine"])
    await chat.taps_data(first, "Zz9old\x1dtheme:industry")


PNG = ("照片.png", picture())
ALBUM = (("a.jpg", picture("JPEG")), ("b.jpg", picture("JPEG")))

CASES: dict[str, tuple[Callable[[Chat], Awaitable[None]], Act, str, str | None, int, Step]] = {
    # what comes: where it comes, the act, what is said of it, the text kept, the files kept, the step after
    "one character": (to_the_text, says("好"), "现在 1 字", "好", 0, Step.TEXT),
    "ten thousand characters": (to_the_text, ten_thousand, "多了 9002 字", None, 0, Step.TEXT),
    "zero-width characters alone": (to_the_text, says("\u200b\u2060\u200b"), "没有文字", "", 0, Step.TEXT),
    "direction marks around words": (
        to_the_text,
        says("\u202e修路\u202c"),
        "现在 2 字",
        "修路",
        0,
        Step.TEXT,
    ),
    "right-to-left words": (to_the_text, says("اقتراح مهم"), "现在 10 字", "اقتراح مهم", 0, Step.TEXT),
    "emoji": (to_the_text, says("👨‍👩‍👧 公园"), "现在", "👨‍👩‍👧 公园", 0, Step.TEXT),
    "markup": (to_the_text, says("<b>修</b> & <script>"), "现在", "<b>修</b> & <script>", 0, Step.TEXT),
    "a broken tag": (to_the_text, says("a < b </i>"), "现在", "a < b </i>", 0, Step.TEXT),
    "forwarded words": (to_the_text, says("转发的话", forwarded=True), "现在 4 字", "转发的话", 0, Step.TEXT),
    "done with nothing said": (to_the_text, says("完成"), "还没有建议内容", "", 0, Step.TEXT),
    "a sticker": (
        to_the_text,
        sends(("s.webp", b"RIFF1234WEBP"), kind="sticker"),
        "读不了",
        "",
        0,
        Step.TEXT,
    ),
    "a voice message": (to_the_text, sends(("v.ogg", b"OggS"), kind="voice"), "读不了", "", 0, Step.TEXT),
    "a video": (to_the_text, sends(("v.mp4", b"ftyp"), kind="video"), "读不了", "", 0, Step.TEXT),
    "an album where text is asked": (to_the_text, sends(*ALBUM, kind="photo"), "附件", "", 2, Step.TEXT),
    "a photo with words under it": (
        to_the_text,
        sends(PNG, kind="photo", caption="见图"),
        "附件",
        "见图",
        1,
        Step.TEXT,
    ),
    "two fast taps": (to_the_text, two_fast_taps, "姓名", "好。" * 10, 0, Step.NAME),
    "a button of another time": (to_the_text, month_old_button, "以前的消息", "", 0, Step.TEXT),
    "an unknown command": (to_the_text, says("/nothing"), "没有这个命令", "", 0, Step.TEXT),
    "a name without letters": (to_the_name, says("123"), "姓名的文字", SAID, 0, Step.NAME),
    "a name of a thousand characters": (to_the_name, says("长" * 1000), "姓名太长", SAID, 0, Step.NAME),
    "a photo where the name is asked": (to_the_name, sends(PNG), "放进附件", SAID, 1, Step.NAME),
    "words where a file is asked": (
        to_the_files,
        says("还要修井盖"),
        "取出",
        f"{SAID}\n还要修井盖",
        0,
        Step.FILES,
    ),
    "a program as a file": (to_the_files, sends(("x.exe", b"MZ")), "只收这些格式", SAID, 0, Step.FILES),
    "a renamed file": (to_the_files, sends(("a.pdf", b"MZ\0\0")), "改过扩展名", SAID, 0, Step.FILES),
    "a file without an ending": (to_the_files, sends(("readme", b"x")), "只收这些格式", SAID, 0, Step.FILES),
    "hostile file name": (
        to_the_files,
        sends(("../<b>&.txt", "内容".encode())),
        "已收到附件",
        SAID,
        1,
        Step.FILES,
    ),
    "words at the preview": (
        to_the_preview,
        says("再补一句"),
        "再补一句",
        f"{SAID}\n再补一句",
        0,
        Step.PREVIEW,
    ),
}


@pytest.mark.parametrize("what", CASES)
async def test_it_gets_its_sentence_and_nothing_is_lost(citizen: Chat, what: str) -> None:
    before, act, sentence, text, files, step = CASES[what]
    await before(citizen)
    await act(citizen)
    window = await citizen.window()
    shown = window["text"] + " ".join(await citizen.buttons())
    assert sentence in shown, shown
    draft = await draft_of(citizen)
    assert draft.text == (text if text is not None else "一" * 4000 + "\n" + "二" * 4000 + "\n" + "三" * 2000)
    assert (len(draft.files), draft.step) == (files, step)


async def test_a_contact_must_be_one(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("张三")
    for said in ("123", "电话", "a@", "９９", "\u200b"):
        await citizen.says(said)
        await citizen.sees("有效的")
    await citizen.says("zhangsan@example.com")
    assert (await draft_of(citizen)).contact == "zhangsan@example.com"


async def test_a_shared_contact_counts(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("张三")
    await citizen.shares_contact("+86 138 0000 1111")
    assert (await draft_of(citizen)).contact == "+8613800001111"


async def test_an_edited_message_replaces_its_part(citizen: Chat) -> None:
    await to_the_text(citizen)
    first = await citizen.says("第一句。")
    await citizen.says("第二句。")
    await citizen.edits(first, "改过的第一句。")
    await citizen.sees("已按您编辑后的内容更新")
    assert (await draft_of(citizen)).text == "改过的第一句。\n第二句。"


async def test_an_edit_at_the_preview_is_shown_there(citizen: Chat) -> None:
    await to_the_text(citizen)
    first = await citizen.says("第一句。")
    for said in ("完成", "张三", "13800001111", "无"):
        await citizen.says(said)
    await citizen.edits(first, "改过了。")
    await citizen.sees("请检查一遍", "改过了。")


async def test_an_edit_of_what_is_no_part_says_so(citizen: Chat) -> None:
    greeting = await citizen.says("/start")
    await citizen.taps("开始提建议")
    await citizen.edits(greeting, "改一改")
    await citizen.sees("没有用在正在写的建议里")


async def test_start_in_the_middle_offers_to_go_on(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("/start")
    await citizen.sees("没写完的建议", "留姓名", str(len(SAID)))
    await citizen.taps("接着写")
    await citizen.sees("姓名")
    assert (await draft_of(citizen)).text == SAID


async def test_another_one_keeps_the_first(citizen: Chat) -> None:
    await to_the_name(citizen)
    first = await draft_of(citizen)
    await citizen.says("/start")
    await citizen.taps("另写一条")
    await citizen.sees("主题")
    assert (await draft_of(citizen)).id != first.id
    async with citizen.db.read() as session:
        assert await session.scalar(select(Draft.state).where(Draft.id == first.id)) == "open"


async def test_words_instead_of_a_choice_are_kept(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says("第一句。")
    await citizen.says("/cancel")
    await citizen.says("第二句。")
    assert (await draft_of(citizen)).text == "第一句。\n第二句。"


async def test_stray_words_can_be_taken_out(citizen: Chat) -> None:
    await to_the_files(citizen)
    await citizen.says("谢谢")
    await citizen.taps("取出")
    await citizen.sees("已从建议内容里取出")
    assert (await draft_of(citizen)).text == SAID


async def test_a_theme_may_be_typed(citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.taps("开始提建议")
    await citizen.says("区域协调")
    assert (await draft_of(citizen)).theme == "regional"


async def test_a_suggestion_typed_before_anything_is_kept(citizen: Chat) -> None:
    await citizen.says("/start")
    await citizen.says("我建议在示例社区的菜市场门口划出非机动车停放区。")
    await citizen.sees("主题")
    assert "非机动车" in (await draft_of(citizen)).text


async def test_a_long_text_becomes_an_attachment(citizen: Chat) -> None:
    await to_the_text(citizen)
    await citizen.says("长" * 1500)
    await citizen.sees("多了 500 字")
    await citizen.taps("全文转为附件")
    await citizen.says("这是概要。")
    draft = await draft_of(citizen)
    assert (draft.text, [part.name for part in draft.files]) == ("这是概要。", ["建议全文.txt"])


async def test_a_changed_answer_comes_back_to_the_preview(citizen: Chat) -> None:
    await to_the_preview(citizen)
    await citizen.taps("改姓名")
    await citizen.says("李四")
    await citizen.sees("请检查一遍", "李四")
    await citizen.taps("改主题")
    await citizen.taps("绿色生态")
    await citizen.taps("深入打好") if "深入打好" in " ".join(await citizen.buttons()) else await citizen.taps(
        "其他"
    )
    await citizen.sees("请检查一遍", "绿色生态", "李四")


async def test_sending_twice_makes_one(citizen: Chat) -> None:
    await to_the_preview(citizen)
    preview = await citizen.window()
    send = next(b["data"] for row in preview["buttons"] for b in row if "发送" in b["text"])
    await citizen.taps_data(preview, send)
    number = await citizen.number_shown()
    await citizen.taps_data(preview, send)
    assert await citizen.number_shown() == number


async def test_an_old_preview_never_sends_a_newer_draft(citizen: Chat) -> None:
    await to_the_preview(citizen)
    old = await citizen.window()
    send = next(b["data"] for row in old["buttons"] for b in row if "发送" in b["text"])
    await citizen.says("/start")
    await citizen.taps("放弃")
    await to_the_preview(citizen)
    await citizen.taps_data(old, send)
    assert (await draft_of(citizen)).step == Step.PREVIEW


async def test_the_language_changes_anywhere_and_loses_nothing(citizen: Chat) -> None:
    await to_the_name(citizen)
    await citizen.says("/language")
    await citizen.taps("English")
    await citizen.sees("Step 4 of 6")
    await citizen.says("/language")
    await citizen.says("Zhang San")
    await citizen.sees("Step 5 of 6")
    assert (await draft_of(citizen)).name == "Zhang San"


async def test_a_stopped_campaign_says_so_and_keeps_the_draft(house: Living, citizen: Chat) -> None:
    await to_the_preview(citizen)
    await campaigns.stop(citizen.db, campaign="city-2024")
    try:
        await citizen.taps("发送")
        await citizen.sees("已暂停接收新的建议")
        other = await Chat.open(house)
        await other.says("/start")
        await other.sees("已暂停接收新的建议")
        await other.close()
    finally:
        await campaigns.resume(citizen.db, campaign="city-2024")
    await citizen.taps("发送")
    await citizen.number_shown()


async def test_a_group_is_told_to_write_privately(house: Living) -> None:
    async with httpx.AsyncClient(base_url=house.webchat, timeout=30) as http:
        made = (await http.post("/test/groups", json={"title": "示例群"})).json()
        group = made["chat"]
        await http.post(f"/test/groups/{group}/messages", json={"text": "大家好"})

        async def answered() -> bool:
            shown = (await http.get(f"/test/groups/{group}")).json()
            return any("单独聊天" in (m["text"] or "") for m in shown["messages"] if m["from"]["is_bot"])

        await eventually(answered, "an answer in the group")
