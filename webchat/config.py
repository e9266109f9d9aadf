"""Settings of the chat server, read from the environment (`JINDIANZI_WEBCHAT_…`)."""

import json
import os
import re
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Self

from cryptography.fernet import Fernet
from pydantic import BaseModel, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TOKEN = re.compile(r"\d{1,18}:[A-Za-z0-9_-]+")
Network = IPv4Network | IPv6Network
MEGABYTE = 1024 * 1024


class BotName(BaseModel):
    username: str
    name: str


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="JINDIANZI_WEBCHAT_", extra="ignore", frozen=True)

    host: str = "127.0.0.1"
    port: int = Field(default=8081, ge=0, le=65535)
    database_url: str = "sqlite+aiosqlite:///.state/webchat.sqlite"
    files_dir: Path = Path(".state/webchat-files")
    tokens: Annotated[tuple[str, ...], NoDecode] = ()
    tokens_file: Path | None = None
    key: SecretStr | None = None
    key_file: Path = Path(".state/webchat.key")
    bot_names: dict[int, BotName] = Field(default_factory=dict)
    test_mode: bool = False
    production: bool = False
    pace: bool = False
    page_worker: bool = True
    chats_per_minute: int = Field(default=120, ge=0)
    messages_per_minute: int = Field(default=600, ge=0)
    chat_uploads_per_hour: int = Field(default=300, ge=0)
    address_uploads_per_hour: int = Field(default=1000, ge=0)
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = ()
    tries_per_hour: int = Field(default=20, ge=0)
    chat_megabytes: int = Field(default=1000, ge=1)
    request_megabytes: int = Field(default=512, ge=1)
    callback_seconds: int = Field(default=1200, ge=1)
    webhook_timeout: float = Field(default=60, gt=0)
    webhook_retry: float = Field(default=1, gt=0)
    webhook_http_hosts: Annotated[tuple[str, ...], NoDecode] = ()

    @field_validator("tokens", "webhook_http_hosts", "trusted_proxies", mode="before")
    @classmethod
    def split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.production and self.test_mode:
            raise ValueError("test_mode lets anyone break answers on purpose: production refuses it")
        self.proxies()
        if any(not TOKEN.fullmatch(token) for token in self.tokens):
            raise ValueError("tokens: each bot token looks like 123456:secret")
        return self

    def proxies(self) -> tuple[Network, ...]:
        """Networks whose word on the address of a person is taken; ValueError for what is none."""
        return tuple(ip_network(part, strict=False) for part in self.trusted_proxies)

    def bot_tokens(self) -> tuple[str, ...]:
        """Tokens of the setting and of the file, in that order."""
        if self.tokens_file is None:
            return self.tokens
        found = tuple(re.split(r"[\s,]+", self.tokens_file.read_text("utf-8").strip()))
        if any(not TOKEN.fullmatch(token) for token in found):
            raise ValueError("tokens_file: each bot token looks like 123456:secret")
        return tuple(dict.fromkeys((*self.tokens, *found)))

    def fernet_keys(self) -> list[bytes]:
        """Read the keys: the first encrypts, all decrypt. A missing file is made, except in production."""
        if self.key is not None:
            text = self.key.get_secret_value()
        elif self.key_file.exists():
            text = self.key_file.read_text("ascii")
        elif self.production:
            raise ValueError("production needs key or key_file: without it no message could be read again")
        else:
            text = new_key(self.key_file)
        return [part.encode() for part in re.split(r"[\s,]+", text.strip())]

    def bot_name(self, bot_id: int, *, first: bool) -> BotName:
        if bot_id in self.bot_names:
            return self.bot_names[bot_id]
        default = default_names()
        username = default["username"] if first else f"jindianzi_{bot_id}_bot"
        return BotName(username=username, name=default["name"])


def default_names() -> dict[str, str]:
    found: dict[str, str] = json.loads((Path(__file__).parent / "bots.json").read_text("utf-8"))
    return found


def new_key(path: Path) -> str:
    """Whole or not at all: half a key would lock out everything written with it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = Fernet.generate_key().decode()
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    new.touch(mode=0o600, exist_ok=False)
    with new.open("w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.rename(path)
    return text
