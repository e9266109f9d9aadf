"""Who may see which chat: the bearer of its key."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request

from webchat.hub import Hub, Work
from webchat.model import Chat, Message
from webchat.person.errors import RefusedError
from webchat.security import hash_of

BEARER = "bearer "


def hub_of(request: Request) -> Hub:
    hub: Hub = request.app.state.hub
    return hub


def number(request: Request, name: str) -> int:
    """Read a number of the address; 0, which nothing has, when it is none."""
    raw: str = request.path_params[name]
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < len(str(2**53)) else 0


async def chat_of(request: Request, session: AsyncSession) -> Chat:
    header = request.headers.get("authorization", "")
    if not header.lower().startswith(BEARER):
        raise RefusedError(401, "bad-key")
    key = header[len(BEARER) :].strip()
    chat = await session.scalar(select(Chat).where(Chat.key_hash == hash_of(key)))
    if chat is None:
        raise RefusedError(401, "bad-key")
    if chat.id != number(request, "chat"):
        raise RefusedError(404, "chat-unknown")
    return chat


async def writable(request: Request, work: Work) -> Chat:
    """Take the chat, locked; refused when its person has stopped it."""
    chat = await chat_of(request, work.session)
    await work.session.refresh(chat, with_for_update=True)
    if chat.blocked:
        raise RefusedError(409, "blocked")
    return chat


async def message_of(request: Request, session: AsyncSession, chat: Chat) -> Message:
    found = await session.get(Message, (chat.id, number(request, "message")))
    if found is None:
        raise RefusedError(404, "message-unknown")
    return found


async def admitted(request: Request) -> Chat:
    """Before the work is done: the key is right and the chat is not flooding."""
    hub = hub_of(request)
    async with hub.db.read() as session:
        chat = await chat_of(request, session)
    if wait := hub.messages.take(chat.id):
        raise RefusedError(429, "too-many-requests", seconds=wait)
    return chat
