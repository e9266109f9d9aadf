"""The addresses under which people find our bot in each chat, for links and QR codes."""

import re
from urllib.parse import urlsplit

import httpx

from backend.config import Settings
from backend.sources.links import Doors
from jindianzi.channels import WEBCHAT, Channel

USERNAME = re.compile(r"[A-Za-z0-9_]{3,64}")
PATIENCE_SECONDS = 10


def known(settings: Settings, named: list[Channel]) -> Doors:
    """Return what need not be asked: the address of the web chat, unless its port is still open (0)."""
    address = next((chat.api_url for chat in named if chat.name == WEBCHAT), "")
    address = (address and settings.webchat_public_url) or address
    if not address or urlsplit(address).port == 0:
        return {}
    return {WEBCHAT: f"{address.rstrip('/')}/?start={{code}}"}


async def learn(doors: Doors, channel: Channel) -> None:
    """Ask Telegram for our bot's name; httpx.HTTPError, without the token, when it is not told."""
    async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as client:
        answer = await client.post(f"{channel.address}/getMe")
    doors[channel.name] = f"https://t.me/{_username(answer)}?start={{code}}"


def _username(answer: httpx.Response) -> str:
    if answer.status_code != httpx.codes.OK:
        raise httpx.HTTPError(f"the chat server answered {answer.status_code}")
    try:
        username = str(answer.json()["result"]["username"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise httpx.HTTPError("the chat server's answer makes no sense") from error
    if not USERNAME.fullmatch(username):
        raise httpx.HTTPError("the chat server told no name")
    return username
