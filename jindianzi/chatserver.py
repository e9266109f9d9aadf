"""The bundled web chat, with the settings of this house."""

from typing import Any

from starlette.applications import Starlette

from backend.config import Settings
from jindianzi.channels import WEBCHAT, Channel
from webchat import app
from webchat.config import Settings as WebchatSettings


def build(settings: Settings, channels: list[Channel]) -> Starlette:
    """Serve our own bot; what the environment says of the web chat (JINDIANZI_WEBCHAT_…) comes first."""
    own: dict[str, Any] = {
        "database_url": f"sqlite+aiosqlite:///{settings.state_dir / 'webchat.db'}",
        "files_dir": settings.state_dir / "webchat-files",
        "key_file": settings.state_dir / "webchat.key",
    }
    said = WebchatSettings().model_fields_set
    chosen = {name: value for name, value in own.items() if name not in said}
    tokens = tuple(channel.token for channel in channels if channel.name == WEBCHAT)
    return app.build(WebchatSettings(tokens=tokens, production=settings.production, **chosen))
