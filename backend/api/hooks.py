"""Where a chat server delivers updates: stored first, then answered 200."""

import hmac

from fastapi import FastAPI, Request, Response

from backend.inbox.actions import Arrival
from backend.inbox.batch import Batch

LARGEST = 1_000_000
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name, not a secret


def build(batch: Batch, secrets: dict[str, str]) -> FastAPI:
    """Serve POST /<channel>; `secrets` by channel. 503 asks the chat server to come again."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)

    @app.post("/{channel}")
    async def hook(channel: str, request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode("latin-1", "replace")
        if channel not in secrets or not hmac.compare_digest(given, secrets[channel].encode()):
            return Response(status_code=404)
        try:
            content = await _content(request)
            if len(content) > LARGEST:
                return Response(status_code=413)
            await batch.put(Arrival(channel, content))
        except ValueError:
            return Response(status_code=400)
        except Exception:  # noqa: BLE001 - logged where it happened; the server delivers it again
            return Response(status_code=503)
        return Response(status_code=200)

    return app


async def _content(request: Request) -> bytes:
    """Read no more of what is delivered than what shows that it is too large."""
    content = b""
    async for piece in request.stream():
        content += piece
        if len(content) > LARGEST:
            break
    return content
