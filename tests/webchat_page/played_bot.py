"""A bot played by the test over plain HTTP."""

from typing import Any

import httpx

from tests.webchat_page.person import Person

Json = dict[str, Any]


class PlayedBot:
    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.offset = 0

    async def call(self, method: str, **parameters: Any) -> Any:
        answer = (await self.client.post(method, json=parameters)).json()
        assert answer["ok"], answer
        return answer["result"]

    async def forget_old_updates(self) -> None:
        for update in await self.call("getUpdates", offset=-1):
            self.offset = update["update_id"] + 1
        await self.call("getUpdates", offset=self.offset, limit=1)

    async def update(self, kind: str) -> Any:
        """Take the next update, which must be of this kind."""
        found = await self.call("getUpdates", offset=self.offset, limit=1, timeout=10)
        assert found, f"no {kind} came"
        self.offset = found[0]["update_id"] + 1
        assert kind in found[0], found[0]
        return found[0][kind]

    async def message(self, *, by: Person) -> Json:
        message: Json = await self.update("message")
        assert message["chat"]["id"] == await by.chat()
        return message

    async def hears(self, text: str, *, by: Person) -> Json:
        message = await self.message(by=by)
        assert message["text"] == text
        return message

    async def tapped(self, data: str) -> Json:
        query: Json = await self.update("callback_query")
        assert query["data"] == data
        return query

    async def says(self, person: Person, text: str, **more: Any) -> Json:
        sent: Json = await self.call("sendMessage", chat_id=await person.chat(), text=text, **more)
        return sent

    async def asks(self, person: Person, text: str, *rows: list[Json]) -> Json:
        return await self.says(person, text, reply_markup={"inline_keyboard": list(rows)})

    async def nothing_more(self) -> None:
        assert await self.call("getUpdates", offset=self.offset, limit=10) == []


def button(text: str, data: str) -> Json:
    return {"text": text, "callback_data": data}
