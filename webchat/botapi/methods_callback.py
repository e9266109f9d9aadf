"""Answers to taps."""

from typing import Any

from webchat import clock, posting
from webchat.botapi.errors import bad
from webchat.botapi.params import NUMBER
from webchat.botapi.registry import Call, method
from webchat.model import Callback

LIMIT = 200
OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
async def answer_callback_query(call: Call) -> Any:
    text = call.params.text("text")
    if len(text) > LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    raw = call.params.text("callback_query_id")
    async with call.hub.write() as work:
        found = await work.session.get(Callback, int(raw)) if NUMBER.fullmatch(raw) else None
        oldest = clock.now() - call.hub.settings.callback_seconds
        if found is None or found.bot_id != call.bot_id or found.created < oldest:
            raise bad(OLD)
        if found.answer is not None:
            return True
        found.answer = {"text": text or None, "alert": call.params.flag("show_alert")}
        chat = await posting.locked_chat(work.session, found.chat_id)
        if chat is not None:
            body = {"callback_id": str(found.id), **found.answer, "url": call.params.text("url") or None}
            posting.announce(work, chat, "answer", body)
        work.ring(("callback", found.id))
    return True
