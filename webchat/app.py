"""Putting the server together."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from webchat import sweep, testmode
from webchat.botapi import router
from webchat.botapi.errors import ApiError
from webchat.config import MEGABYTE, Settings
from webchat.hub import Hub
from webchat.page import assets, manifest
from webchat.person import errors, routes
from webchat.person.errors import RefusedError
from webchat.security import Guard, adorn
from webchat.updates.webhooks import Couriers

TOO_LARGE = 413
QUIET = ("httpx", "httpcore")  # they log addresses, and an address may hold a token


def build(settings: Settings) -> Starlette:
    """Assemble the whole server as one ASGI application; nothing is opened before its lifespan begins."""
    hub = Hub(settings)
    app = Starlette(
        routes=[
            Route("/bot{token}/{method}", router.serve, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", router.download, methods=["GET"]),
            *routes.ROUTES,
            *testmode.ROUTES,
            Route("/healthz", healthy, methods=["GET"]),
            Route("/", assets.serve, methods=["GET"]),
            Route("/manifest.webmanifest", manifest.serve, methods=["GET"]),
            Route("/worker.js", assets.worker, methods=["GET"]),
            *[Route(path, manifest.icon, methods=["GET"]) for path in manifest.ICONS],
            Route("/static/{name}", assets.serve, methods=["GET"]),
        ],
        middleware=[Middleware(Guard, largest=settings.request_megabytes * MEGABYTE)],
        exception_handlers={
            RefusedError: on_refusal,
            HTTPException: on_http,
            UnicodeEncodeError: on_broken_text,
            Exception: on_crash,
        },
        lifespan=lifespan,
    )
    app.state.hub = hub
    return app


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    hub: Hub = app.state.hub
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    await hub.open()
    tasks = [asyncio.create_task(Couriers(hub).run()), asyncio.create_task(sweep.run(hub))]
    try:
        yield
    finally:
        hub.closing.set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await hub.close()


async def healthy(request: Request) -> Response:
    hub: Hub = request.app.state.hub
    return JSONResponse({"ok": True, "bots": len(hub.bots())})


async def on_refusal(request: Request, error: Exception) -> Response:
    if not isinstance(error, RefusedError):
        raise error
    return errors.answer(request, error)


def for_bots(request: Request) -> bool:
    return request.url.path.startswith(("/bot", "/file/bot"))


async def on_broken_text(request: Request, _error: Exception) -> Response:
    if for_bots(request):
        return router.refused(ApiError(400, "strings must be encoded in UTF-8"))
    return errors.answer(request, RefusedError(400, "bad-json"))


async def on_crash(request: Request, _error: Exception) -> Response:
    if for_bots(request):
        response = router.refused(ApiError(500, "Internal Server Error"))
    else:
        response = errors.answer(request, RefusedError(500, "internal"))
    adorn(response.headers)
    return response


async def on_http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if for_bots(request):
        text = "Request Entity Too Large" if error.status_code == TOO_LARGE else error.detail
        return router.refused(ApiError(error.status_code, text))
    codes = {404: "not-found", TOO_LARGE: "request-too-large"}
    refusal = RefusedError(
        error.status_code, codes.get(error.status_code, "bad-request"), problem=error.detail
    )
    return errors.answer(request, refusal)
