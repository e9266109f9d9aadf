"""Who may see which chat: the bearer of its key."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request

from webchat import addresses
from webchat.hub import Hub, Work
from webchat.model import Chat, Device, Message
from webchat.person.errors import RefusedError
from webchat.security import hash_of

BEARER = "bearer "


def hub_of(request: Request) -> Hub:
    hub: Hub = request.app.state.hub
    return hub


def address_of(request: Request) -> str:
    return addresses.of(request, hub_of(request).proxies)


def number(request: Request, name: str) -> int:
    """Read a number of the address; 0, which nothing has, when it is none."""
    return counted(request.path_params[name]) or 0


def counted(raw: str) -> int | None:
    """Read digits as a number that the database can hold."""
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < len(str(2**53)) else None


def key_of(request: Request) -> str:
    """Give the hash of the key that came along."""
    header = request.headers.get("authorization", "")
    if not header.lower().startswith(BEARER):
        raise RefusedError(401, "bad-key")
    return hash_of(header[len(BEARER) :].strip())


async def chat_of(request: Request, session: AsyncSession, *, lock: bool = False) -> Chat:
    query = select(Chat).join(Device, Device.chat_id == Chat.id).where(Device.key_hash == key_of(request))
    chat = await session.scalar(query.with_for_update(key_share=True, of=Chat) if lock else query)
    if chat is None:
        raise RefusedError(401, "bad-key")
    if chat.id != number(request, "chat"):
        raise RefusedError(404, "chat-unknown")
    return chat


async def writable(request: Request, work: Work) -> Chat:
    """Take the chat, locked; refused when its person has stopped it."""
    return unblocked(await chat_of(request, work.session, lock=True))


def unblocked(chat: Chat) -> Chat:
    if chat.blocked:
        raise RefusedError(409, "blocked")
    return chat


async def message_of(request: Request, session: AsyncSession, chat: Chat) -> Message:
    found = await session.get(Message, (chat.id, number(request, "message")))
    if found is None:
        raise RefusedError(404, "message-unknown")
    return found


def slow_down(request: Request) -> None:
    """Refuse what comes too fast from one key, before any work is done."""
    if wait := hub_of(request).messages.take(key_of(request)):
        raise RefusedError(429, "too-many-requests", seconds=wait)
