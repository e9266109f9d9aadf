"""A chat partner who never assumes: looks where the window is, does what it asks, looks again."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from typing import Any

from chaos.plans import Told, draw
from chaos.wire import Line, Stuck

PATIENT_SECONDS = 2.5
"""After that a person taps again."""
MOST_PATIENT_SECONDS = 150.0
PLACES = {
    "preview": "请检查一遍",
    "sent": "您的建议已收到",
    "resume": "没写完的建议",
    "theme": "步：主题",
    "topic": "步：议题",
    "text": "步：建议内容",
    "consent": "步：个人信息说明",
    "identity": "步：身份",
    "name": "步：姓名",
    "contact": "步：联系方式",
    "files": "步：附件",
    "welcome": "怎样的建议是好建议",
}
NOT_AN_ANSWER = ("上一步", "语言")
Window = dict[str, Any]


def place_of(window: Window | None) -> str:
    if window is None:
        return "nowhere"
    return next((place for place, words in PLACES.items() if words in window["text"]), "unknown")


def code_texts(window: Window) -> list[str]:
    """Return what the window sets in code letters: the number, and the query code."""
    raw = window["text"].encode("utf-16-le")
    return [
        raw[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
        for e in window["entities"]
        if e["type"] == "code"
    ]


class Citizen:
    """One person in one chat, telling one suggestion after another."""

    def __init__(self, line: Line, chance: random.Random) -> None:
        self.line, self.chance = line, chance
        self.told: list[Told] = []
        self.acts = 0
        self._said: set[str] = set()
        self._moved = self._acted = time.monotonic()
        self._last = ""

    async def suggest(self, tag: str) -> Told:
        """Tell one suggestion from wherever the chat stands, until its number is shown."""
        told = Told(draw(self.chance, tag))
        self._last = ""
        while not told.number:
            window = await self.line.look()
            if self._note(window, told):
                await self._act(window, place_of(window), told)
                self._acted = time.monotonic()
                self.acts += 1
            if not told.number:
                await self.line.something_new()
                await asyncio.sleep(self.chance.random() * 0.1)
        self.told.append(told)
        return told

    def _note(self, window: Window | None, told: Told) -> bool:
        """Say whether to act: at once on what is new, again on what has not moved for a while.

        Where nothing has moved for very long, give up: that is what this is here to find.
        """
        now, shown = time.monotonic(), f"{window and window['id']} {window and window['text']}"
        if shown != self._last:
            self._last, self._moved = shown, now
            return True
        if now - self._moved > MOST_PATIENT_SECONDS:
            raise Stuck(
                f"{self.line.name} (chat {self.line.chat}) sees for long:\n{shown}\nand has told {told}"
            )
        return now - self._acted > PATIENT_SECONDS

    async def _act(self, window: Window | None, place: str, told: Told) -> None:
        acts: dict[str, Callable[[Window, Told], Awaitable[None]]] = {
            "welcome": self._at_welcome,
            "resume": self._at_resume,
            "theme": self._at_theme,
            "topic": self._at_topic,
            "text": self._at_text,
            "consent": self._at_consent,
            "identity": self._at_identity,
            "name": self._at_name,
            "contact": self._at_contact,
            "files": self._at_files,
            "preview": self._at_preview,
            "sent": self._at_sent,
        }
        if window is None:
            await self._once("/start", f"{told.plan.tag}-start")
            return
        if not window["buttons"]:  # the next window is on its way
            return
        assert place in acts, f"an unknown window: {window['text']}"
        await acts[place](window, told)

    async def _once(self, text: str, client_id: str) -> int | None:
        """Say a thing that has not been said; None where it has."""
        if client_id in self._said:
            return None
        message = await self.line.say(text, client_id)
        self._said.add(client_id)
        return message

    async def _tap(self, window: Window, *words: str) -> bool:
        for row in window["buttons"]:
            for button in row:
                if any(word in button["text"] for word in words):
                    await self.line.tap(window["id"], button["data"])
                    return True
        return False

    async def _choose(self, window: Window, choice: int) -> str:
        """Tap one of the listed answers; return its id."""
        listed = [
            button
            for row in window["buttons"]
            for button in row
            if not any(word in button["text"] for word in NOT_AN_ANSWER)
        ]
        chosen = listed[choice % len(listed)]
        await self.line.tap(window["id"], chosen["data"])
        return str(chosen["data"].rsplit(":", 1)[-1])

    async def _at_welcome(self, window: Window, _told: Told) -> None:
        await self._tap(window, "开始提建议")

    async def _at_resume(self, window: Window, _told: Told) -> None:
        await self._tap(window, "接着写")

    async def _at_theme(self, window: Window, told: Told) -> None:
        told.theme = await self._choose(window, told.plan.theme)

    async def _at_topic(self, window: Window, told: Told) -> None:
        told.topic = await self._choose(window, told.plan.topic)

    async def _at_text(self, window: Window, told: Told) -> None:
        plan = told.plan
        if await self._say_next(told):
            return
        if plan.files_at == "text" and await self._send_files(told):
            return
        if plan.edit_at == "text" and await self._edit(told):
            return
        if plan.pauses and await self._once("/start", f"{plan.tag}-pause"):
            return
        if plan.types_done and await self._once("完成", f"{plan.tag}-done"):
            return
        await self._tap(window, "完成")

    async def _say_next(self, told: Told) -> bool:
        """Say the next message of the text, or all the rest of it in a row; False where all is said."""
        said = False
        for place, text in enumerate(told.plan.texts):
            message = await self._once(text, f"{told.plan.tag}-text-{place}")
            if message is not None:
                told.parts[message] = text
                said = True
                if not told.plan.hurries:
                    return True
        return said

    async def _edit(self, told: Told) -> bool:
        if told.edited:
            return False
        message = self.chance.choice([m for m, text in told.parts.items() if text in told.plan.texts])
        told.parts[message] += " 更正：试点半年。"
        await self.line.edit(message, told.parts[message])
        told.edited = True
        return True

    async def _send_files(self, told: Told) -> bool:
        plan = told.plan
        if told.files:
            return False
        messages = await self.line.send_files(plan.files, plan.caption, f"{plan.tag}-files")
        told.files = list(plan.files)
        if plan.caption:
            told.parts[messages[0]] = plan.caption
        return True

    async def _at_consent(self, window: Window, _told: Told) -> None:
        await self._tap(window, "同意，继续")

    async def _at_identity(self, window: Window, _told: Told) -> None:
        await self._tap(window, "市民")

    async def _at_name(self, _window: Window, told: Told) -> None:
        """Answer with the first name, and with the second after asking to change it."""
        place = 1 if f"{told.plan.tag}-change" in self._said else 0
        if await self._once(told.plan.names[place], f"{told.plan.tag}-name-{place}"):
            told.name = told.plan.names[place]

    async def _at_contact(self, _window: Window, told: Told) -> None:
        await self._once(told.plan.contact, f"{told.plan.tag}-contact")

    async def _at_files(self, window: Window, told: Told) -> None:
        if told.plan.files_at == "files" and await self._send_files(told):
            return
        await self._tap(window, "附件齐了" if told.files else "跳过")

    async def _at_preview(self, window: Window, told: Told) -> None:
        """Send when everything that was said is there to be seen, and not before."""
        if told.plan.edit_at == "preview" and await self._edit(told):
            return
        if len(told.plan.names) > 1 and told.name == told.plan.names[0]:
            self._said.add(f"{told.plan.tag}-change")
            await self._tap(window, "改姓名")
            return
        if all(words in window["text"] for words in self._expected(told)):
            await self._tap(window, "发送")

    def _expected(self, told: Told) -> list[str]:
        return [told.text, told.name, f"+86{told.plan.contact}", *told.files]

    async def _at_sent(self, window: Window, told: Told) -> None:
        number, code = code_texts(window)
        if number in {earlier.number for earlier in self.told}:
            await self._tap(window, "再提一条")
        else:
            told.number, told.code = number, code
