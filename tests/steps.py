"""The way to a question of the dialog, and what is in the draft there."""

import io

from chat import Chat
from PIL import Image

from backend.drafts import queries as drafts
from backend.drafts.model import Draft
from backend.people.queries import in_chat

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


async def to_the_consent(chat: Chat) -> None:
    await to_the_text(chat)
    await chat.says(SAID)
    await chat.taps("完成")


async def to_the_name(chat: Chat) -> None:
    await to_the_consent(chat)
    if any("同意" in button for button in await chat.buttons()):  # asked once of each person
        await chat.taps("同意，继续")
    await chat.taps("市民")


async def to_the_files(chat: Chat) -> None:
    await to_the_name(chat)
    await chat.says("张三")
    await chat.says("13800001111")


async def to_the_preview(chat: Chat) -> None:
    await to_the_files(chat)
    await chat.taps("跳过")
