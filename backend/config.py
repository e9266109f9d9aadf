"""Settings, each from the environment (docs/operations.md names them all)."""

from enum import StrEnum
from functools import cached_property
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from backend.secret import Keys, read_or_make


class SecondFactor(StrEnum):
    """Whether staff show a code of their telephone: never, where they switched it on, or all of them."""

    OFF = "off"
    OPTIONAL = "optional"
    REQUIRED = "required"


ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Prefix JINDIANZI_, but for BOT_TOKEN, which keeps the name everybody knows."""

    model_config = SettingsConfigDict(env_prefix="JINDIANZI_", populate_by_name=True, frozen=True)

    state_dir: Path = Path(".state")
    host: str = "127.0.0.1"
    webchat_port: int = Field(default=8081, ge=0, le=65535)
    console_port: int = Field(default=8082, ge=0, le=65535)
    webchat: bool = True
    webchat_api_url: str = ""
    webchat_public_url: str = Field(default="", pattern=r"^(https?://[^\s?#{}]+)?$")
    webchat_token: SecretStr = SecretStr("")
    database_url: str = ""
    redis_url: str = ""
    files_url: str = ""
    index_dir: str = ""
    clamd_url: str = Field(default="", pattern=r"^(tcp://[^/:@]+:[0-9]{1,5})?$")
    secret: SecretStr = SecretStr("")
    secret_file: Path | None = None
    bot_token: SecretStr = Field(default=SecretStr(""), validation_alias="BOT_TOKEN")
    bot_token_file: Path | None = None
    telegram_api_url: str = "https://api.telegram.org"
    public_url: str = ""
    campaigns_dir: Path = ROOT / "campaigns"
    campaign: str = "city-2024"
    production: bool = False
    secure_cookies: bool = False
    staff_one_time_hours: int = Field(default=72, ge=1, le=720)
    staff_second_factor: SecondFactor = SecondFactor.OPTIONAL
    invitation_days: int = Field(default=7, ge=1, le=60)
    push_timeout_seconds: float = Field(default=30, gt=0)
    text_recognition: bool = False
    log_level: str = "INFO"

    @field_validator("state_dir", "campaigns_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().resolve()

    @cached_property
    def keys(self) -> Keys:
        written = self.secret.get_secret_value()
        return (
            Keys.of(*written.split())
            if written
            else read_or_make(self.secret_file or self.state_dir / "secret.key")
        )

    @property
    def telegram_token(self) -> str:
        """The bot's token, or "" where there is no Telegram."""
        if self.bot_token_file:
            return self.bot_token_file.read_text("utf-8").strip()
        return self.bot_token.get_secret_value().strip()

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite+aiosqlite:///{self.state_dir / 'jindianzi.db'}"

    @property
    def files(self) -> str:
        """Where files lie, as an obstore address: file:///…, s3://bucket/…."""
        return self.files_url or (self.state_dir / "files").as_uri()

    @property
    def index(self) -> Path:
        """Where this process keeps what can be made anew from the database."""
        return Path(self.index_dir or self.state_dir / "index").expanduser().resolve()
