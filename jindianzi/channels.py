"""The chats we talk in: the bundled web chat, Telegram, or both at once."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from pathlib import Path

from backend.config import Settings

WEBCHAT = "webchat"
TELEGRAM = "telegram"


@dataclass(frozen=True)
class Channel:
    """A bot's account with a chat server. `hooked`: updates are delivered to us, not fetched."""

    name: str
    token: str
    api_url: str
    hooked: bool = False

    @property
    def address(self) -> str:
        return f"{self.api_url}/bot{self.token}"

    @property
    def secret(self) -> str:
        """The secret the chat server shows with each delivery, made of the token."""
        return hmac.new(self.token.encode(), b"webhook", hashlib.sha256).hexdigest()


def channels(settings: Settings) -> list[Channel]:
    """Return every channel the settings name."""
    named = []
    if settings.webchat:
        address = settings.webchat_api_url or f"http://127.0.0.1:{settings.webchat_port}"
        named.append(Channel(WEBCHAT, webchat_token(settings), address))
    if settings.telegram_token:
        hooked = bool(settings.public_url)
        address = settings.telegram_api_url.rstrip("/")
        named.append(Channel(TELEGRAM, settings.telegram_token, address, hooked))
    return named


def webchat_token(settings: Settings) -> str:
    """Return the bot's token at the web chat: given, or made once and kept beside the database."""
    if given := settings.webchat_token.get_secret_value().strip():
        return given
    return kept(settings.state_dir / "webchat.token", f"1000001:{secrets.token_urlsafe(32)}")


def kept(path: Path, made: str) -> str:
    """Return what a private file holds; where there is none yet, write `made` into it."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        new.unlink(missing_ok=True)
        new.touch(mode=0o600)
        new.write_text(made + "\n", "utf-8")
        new.rename(path)
    return path.read_text("utf-8").strip()
