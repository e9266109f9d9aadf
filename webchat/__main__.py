"""`python -m webchat`: the chat server alone, with the settings of the environment."""

import logging
import sys

import uvicorn
from pydantic import ValidationError

from webchat.app import build
from webchat.config import Settings

PATIENCE = 3  # seconds for open streams when it stops
IDLE = 75  # seconds for a connection without a request, longer than clients and proxies keep theirs


def main() -> int:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    try:
        settings = Settings()
        app = build(settings)
    except (ValidationError, ValueError, OSError) as error:
        sys.stderr.write(f"webchat cannot start: {reason(error)}\n")
        return 2
    if not settings.bot_tokens() and not settings.test_mode:
        sys.stderr.write("webchat cannot start: set JINDIANZI_WEBCHAT_TOKENS=123456:secret\n")
        return 2
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,  # webchat.addresses knows whom to believe
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=PATIENCE,
    )
    return 0


def reason(error: Exception) -> str:
    """Take the sentence alone: what was given may hold a secret."""
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, one['loc']))} {one['msg']}".strip() for one in error.errors())
    return str(error)


if __name__ == "__main__":
    sys.exit(main())
