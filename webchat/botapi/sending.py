"""The one way by which a bot's message comes into a chat."""

from dataclasses import replace
from typing import Any

from webchat import posting
from webchat.botapi import markup, targets
from webchat.botapi.errors import blocked, too_many
from webchat.botapi.registry import Call
from webchat.hub import Work
from webchat.model import Chat
from webchat.posting import Draft


def paced(call: Call) -> None:
    wait = call.hub.pace.take(call.bot_id, call.params.text("chat_id"))
    if wait:
        raise too_many(wait)


async def reachable(call: Call) -> Chat:
    """Asked before files are written, so that a wrong chat costs nothing."""
    async with call.hub.db.read() as session:
        found = await targets.chat(call, session)
    if found.blocked:
        raise blocked()
    return found


async def send(call: Call, *drafts: Draft) -> list[dict[str, Any]]:
    paced(call)
    given = markup.of(call.params) if len(drafts) == 1 else markup.Markup()  # albums have no buttons
    async with call.hub.write() as work:
        chat = await targets.writable(call, work)
        reply_to = await targets.reply_target(call, work, chat.id)
        extra = given.body() | (
            {"has_protected_content": True} if call.params.flag("protect_content") else {}
        )
        sent = []
        for draft in drafts:
            full = replace(draft, body=draft.body | extra, reply_to=reply_to)
            row = await posting.post(work, chat, call.bot_id, full)
            sent.append(await targets.shaped(work, row, chat))
        show(work, chat, given)
    return sent


def show(work: Work, chat: Chat, given: markup.Markup) -> None:
    if given.kind == "keyboard":
        posting.show_keyboard(work, chat, given.keyboard)
    elif given.kind == "remove_keyboard" and chat.keyboard is not None:
        posting.show_keyboard(work, chat, None)
