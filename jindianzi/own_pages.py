"""Where the page of our own is found, and whether that is safe enough for personal data."""

import socket

from backend.campaigns import queries as campaigns
from backend.config import Settings
from jindianzi.house import House

PATH = "/mine"
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on


class OwnPageUnsafeError(RuntimeError):
    """Names the campaigns that would ask for personal data on a page without TLS."""


def origin(settings: Settings, bound: socket.socket | None) -> str:
    """Return where a browser finds our pages: at the public address, else at the console of this machine."""
    if settings.public_url:
        return settings.public_url.rstrip("/")
    port = bound.getsockname()[1] if bound else settings.console_port
    host = "127.0.0.1" if settings.host in EVERYWHERE else settings.host
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


async def refuse_unsafe(house: House) -> None:
    """Refuse to start for real use where a campaign asks on the page and the page has no https address."""
    settings = house.settings
    if not settings.production or settings.public_url.startswith("https://"):
        return
    async with house.db.read() as session:
        offers = await campaigns.offered(session, channel="")
    asking = [offer.campaign.id for offer in offers if offer.campaign.asks_on_own_page]
    if asking:
        raise OwnPageUnsafeError(", ".join(asking))
