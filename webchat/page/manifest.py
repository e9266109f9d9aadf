"""What makes the page installable: its manifest and its icons."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from webchat.page import icons
from webchat.page.assets import PNG, answer, asset, assets

ICONS = {
    f"/static/icon-{size}{'-maskable' if maskable else ''}.png": (size, maskable)
    for size in icons.SIZES
    for maskable in (False, True)
}
WEEK = "public, max-age=604800"
LANGUAGES = {"zh": "zh-Hans", "en": "en"}
THEME, GROUND = "#fffaf2", "#f6efe3"


async def serve(request: Request) -> Response:
    hub = request.app.state.hub
    first = next(iter(hub.bots()), 0)
    name = hub.settings.bot_name(first, first=True).name
    language = hub.words.language(request.headers.get("accept-language"))
    drawn = [
        {
            "src": path,
            "sizes": f"{size}x{size}",
            "type": PNG,
            "purpose": "maskable" if maskable else "any",
        }
        for path, (size, maskable) in ICONS.items()
    ]
    vector = next(path for path in assets() if path.endswith(".svg"))
    shown = {
        "id": "/",
        "name": name,
        "short_name": name,
        "lang": LANGUAGES[language],
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": THEME,
        "background_color": GROUND,
        "icons": [{"src": vector, "sizes": "any", "type": "image/svg+xml"}, *drawn],
    }
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}
    return JSONResponse(shown, media_type="application/manifest+json", headers=headers)


async def icon(request: Request) -> Response:
    size, maskable = ICONS[request.url.path]
    body = await asyncio.to_thread(icons.png, size, maskable=maskable)
    return answer(request, asset(body, PNG, WEEK))
