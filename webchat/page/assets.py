"""Every file of the page with its compressed twin, its tag and how long it may be kept."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from webchat.page import bundle
from webchat.page.bundle import STATIC

STYLES = ("chat", "sheet", "large")
KINDS = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "html": "text/html"}
NAMED = re.compile(r"/static/(\w+)\.(js|css|svg)")
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
WORKER, NO_WORKER = "/worker.js", "/gone_worker.js"
PNG = "image/png"
WORTH_PACKING = 200  # bytes


@dataclass(frozen=True)
class Asset:
    body: bytes
    packed: bytes | None
    kind: str
    tag: str
    keep: str


def asset(body: bytes, kind: str, keep: str) -> Asset:
    worth = kind != PNG and len(body) > WORTH_PACKING
    packed = gzip.compress(body, 9, mtime=0) if worth else None
    return Asset(body, packed, kind, f'W/"{digest(body)}"', keep)


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:12]


@cache
def assets() -> dict[str, Asset]:
    """Put everything together, once in a process. The version of all stands in the name of each."""
    files = _sources()
    version = digest("".join([*files.values(), _text("worker.js")]).encode())

    def named(text: str) -> str:
        return NAMED.sub(rf"/static/\1-{version}.\2", text)

    kept = ", ".join(f'"{named(path)}"' for path in files)
    worker = _text("worker.js").replace("VERSION", version).replace('"FILES"', kept)
    found = {
        "/": asset(named(files.pop("/")).encode(), KINDS["html"], ASK_AGAIN),
        WORKER: asset(worker.encode(), KINDS["js"], ASK_AGAIN),
        NO_WORKER: asset(_text("gone_worker.js").encode(), KINDS["js"], ASK_AGAIN),
    }
    for path, text in files.items():
        kind = KINDS[path.rpartition(".")[2]]
        found[named(path)] = asset(named(text).encode(), kind, FOR_EVER)
    return found


def _sources() -> dict[str, str]:
    first, second = bundle.scripts()
    return {
        "/": _text("index.html"),
        bundle.FIRST: first,
        bundle.SECOND: second,
        "/static/page.css": "".join(_text(f"{name}.css") for name in STYLES),
        "/static/icon.svg": _text("icon.svg"),
    }


def _text(name: str) -> str:
    return (STATIC / name).read_text("utf-8")


async def serve(request: Request) -> Response:
    return answer(request, assets().get(request.url.path))


async def worker(request: Request) -> Response:
    """Where the setting says so, one that takes every older one away."""
    wanted = request.app.state.hub.settings.page_worker
    return answer(request, assets()[WORKER if wanted else NO_WORKER])


def answer(request: Request, found: Asset | None) -> Response:
    if found is None:
        raise HTTPException(404)
    headers = {"ETag": found.tag, "Cache-Control": found.keep, "Vary": "Accept-Encoding"}
    if found.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    body = found.body
    if found.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        body = found.packed
        headers["Content-Encoding"] = "gzip"
    return Response(body, media_type=found.kind, headers=headers)
