"""A person who walks through a suggestion, and can be stopped at every step of it."""

from collections.abc import Awaitable, Callable
from typing import Any

from chaos.citizen import place_of
from chat import Chat
from sqlalchemy import select

from backend.db import Database
from backend.people.model import Person
from backend.suggestions.model import Suggestion

PARAGRAPHS = ("示例社区门口老人过街难，建议加装过街信号灯。", "先在早晚高峰试用，三个月后再定。")
STRAY = "还有一点：信号灯旁请加盲道。"
STEPS = ("theme", "topic", "text", "consent", "identity", "name", "contact", "files", "preview")
Act = Callable[[], Awaitable[Any]]


class Walker:
    """`said` is what the suggestion's text must be in the end."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.said: list[str] = []

    async def place(self) -> str:
        messages = [m for m in await self.chat.messages() if not m["mine"] and m["buttons"]]
        return place_of(messages[-1] if messages else None)

    async def walk_to(self, goal: str) -> None:
        for _ in range(20):
            place = await self.place()
            if place == goal:
                return
            await self._usual(place)()
        raise AssertionError(f"never came to {goal}, is at {await self.place()}")

    def _usual(self, place: str) -> Act:
        acts: dict[str, Act] = {
            "nowhere": lambda: self.chat.says("/start"),
            "welcome": lambda: self.chat.taps("开始提建议"),
            "theme": lambda: self.chat.taps("超大城市治理"),
            "topic": lambda: self.chat.taps("其他"),
            "text": self._tell,
            "consent": lambda: self.chat.taps("同意，继续"),
            "identity": lambda: self.chat.taps("市民"),
            "name": lambda: self.chat.says("张三"),
            "contact": lambda: self.chat.says("13800001111"),
            "files": lambda: self.chat.taps("跳过"),
            "preview": lambda: self.chat.taps("发送"),
        }
        return acts[place]

    async def _tell(self) -> None:
        if not any(paragraph in self.said for paragraph in PARAGRAPHS):
            await self.says(PARAGRAPHS[0])
        await self.chat.says("完成")

    async def says(self, words: str) -> None:
        """Say a part of the suggestion."""
        self.said.append(words)
        await self.chat.says(words)

    async def taps_next(self, place: str) -> str:
        """Tap the button that is on the screen; return the place to which that leads."""
        onward = {
            "theme": ("超大城市治理", "topic"),
            "topic": ("其他", "text"),
            "text": ("完成", "consent"),
            "consent": ("同意，继续", "identity"),
            "identity": ("市民", "name"),
            "name": ("上一步", "identity"),
            "contact": ("上一步", "name"),
            "files": ("跳过", "preview"),
            "preview": ("发送", "sent"),
        }
        button, leads_to = onward[place]
        await self.chat.taps(button)
        return leads_to

    async def says_next(self, place: str) -> str:
        """Answer by words, or say more where a tap is asked; return the place to which that leads."""
        answers = {
            "theme": ("超大城市治理", "topic"),
            "consent": ("同意", "identity"),
            "identity": ("市民", "name"),
            "name": ("张三", "contact"),
            "contact": ("13800001111", "files"),
            "files": ("无", "preview"),
        }
        if place in answers:
            words, leads_to = answers[place]
            await self.chat.says(words)
            return leads_to
        await self.says(PARAGRAPHS[1] if place == "text" else STRAY)
        return place

    async def kept(self, db: Database) -> Suggestion:
        """Return the one suggestion this person sent."""
        async with db.read() as session:
            mine = select(Suggestion).join(Person, Person.id == Suggestion.person_id)
            (row,) = await session.scalars(mine.where(Person.chat == self.chat.id))
        return row
