"""Whatever comes, each gets its clear sentence, and nothing that was said is lost."""

from collections.abc import Awaitable, Callable

import pytest
from chat import Chat, eventually
from living import Living
from steps import SAID, draft_of, picture, to_the_files, to_the_name, to_the_preview, to_the_text

from backend.campaigns import actions as campaigns
from backend.drafts.model import Step

Act = Callable[[Chat], Awaitable[object]]


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


def refused_by_the_chat(text: str) -> Act:
    async def act(chat: Chat) -> None:
        answer = await chat.http.post(
            f"/api/chats/{chat.id}/messages", json={"text": text}, headers={"Accept-Language": "zh"}
        )
        assert answer.status_code == 400
        assert "没有内容" in answer.json()["error"]["message"]

    return act


async def edited(chat: Chat) -> None:
    first = await chat.says("第一句。")
    await chat.edits(first, "改过的第一句。")


async def sent_while_stopped(chat: Chat) -> None:
    await campaigns.stop(chat.db, campaign="city-2024")
    try:
        await chat.taps("发送")
    finally:
        await campaigns.resume(chat.db, campaign="city-2024")


async def in_a_group(chat: Chat) -> None:
    group = (await chat.http.post("/test/groups", json={"title": "示例群"})).json()["chat"]
    await chat.http.post(f"/test/groups/{group}/messages", json={"text": "大家好"})

    async def answered() -> bool:
        shown = (await chat.http.get(f"/test/groups/{group}")).json()
        return any("单独聊天" in (m["text"] or "") for m in shown["messages"] if m["from"]["is_bot"])

    await eventually(answered, "an answer in the group")


def taps_forged(data: str) -> Act:
    async def act(chat: Chat) -> None:
        window = await chat.window()
        intent = window["buttons"][0][0]["data"].split("\x1d")[0]
        await chat.taps_data(window, f"{intent}\x1d{data}")

    return act


async def month_old_button(chat: Chat) -> None:
    first = next(m for m in await chat.messages() if not m["mine"])
    await chat.taps_data(first, "Zz9old\x1dtheme:industry")


PNG = ("照片.png", picture())
ALBUM = (("a.jpg", picture("JPEG")), ("b.jpg", picture("JPEG")))

CASES: dict[str, tuple[Callable[[Chat], Awaitable[None]], Act, str, str | None, int, Step]] = {
    # what comes: where it comes, the act, what is said of it, the text kept, the files kept, the step after
    "nothing at all": (to_the_text, refused_by_the_chat(""), "请写下您的建议", "", 0, Step.TEXT),
    "only spaces": (to_the_text, refused_by_the_chat(" \n\t "), "请写下您的建议", "", 0, Step.TEXT),
    "an edited message": (to_the_text, edited, "按您编辑后的内容更新", "改过的第一句。", 0, Step.TEXT),
    "/start in the middle": (to_the_name, says("/start"), "没写完的建议", SAID, 0, Step.NAME),
    "a stopped campaign": (to_the_preview, sent_while_stopped, "已暂停接收", SAID, 0, Step.PREVIEW),
    "a message in a group": (to_the_name, in_a_group, "姓名", SAID, 0, Step.NAME),
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
    "two fast taps": (to_the_text, two_fast_taps, "个人信息说明", "好。" * 10, 0, Step.CONSENT),
    "a button of another time": (to_the_text, month_old_button, "以前的消息", "", 0, Step.TEXT),
    "an unknown command": (to_the_text, says("/nothing"), "没有这个命令", "", 0, Step.TEXT),
    "a made-up number in a button": (
        to_the_preview,
        taps_forged("send:SECRET"),
        "没有找到",
        SAID,
        0,
        Step.PREVIEW,
    ),
    "a huge number in a button": (
        to_the_preview,
        taps_forged("send:" + "9" * 26),
        "没有找到",
        SAID,
        0,
        Step.PREVIEW,
    ),
    "somebody else's draft": (to_the_preview, taps_forged("send:1"), "没有找到", SAID, 0, Step.PREVIEW),
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
        says("再补一句路灯要亮"),
        "再补一句路灯要亮",
        f"{SAID}\n再补一句路灯要亮",
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
