"""The page itself, as files a phone keeps: the version of all stands in the address of each."""

import hashlib
import json
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from backend.i18n import LANGUAGES, label, templates

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
WORDS, WORKER = "words.js", "worker.js"
PAGE_WORDS = "offline-"
"""Sentences of the page begin so; they travel with it, in every language."""
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
ASK_AGAIN = {"Cache-Control": "no-cache"}


@cache
def files() -> dict[str, str]:
    """Return every file of the page but for the shell and the worker."""
    found = {path.name: path.read_text("utf-8") for path in sorted(STATIC.iterdir()) if path.name != WORKER}
    words = {language: templates(language, PAGE_WORDS) for language in LANGUAGES}
    return {**found, WORDS: f"export const WORDS = {json.dumps(words, ensure_ascii=False)};\n"}


@cache
def version() -> str:
    whole = "".join([*files().values(), _shell("", ""), (STATIC / WORKER).read_text("utf-8")])
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def _shell(folder: str, language: str) -> str:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
    )
    no_script = [(each, label(each, "offline-no-script")) for each in LANGUAGES]
    return environment.get_template("shell.html").render(
        folder=folder, no_script=no_script, language=language
    )


async def shell(_request: Request) -> Response:
    page = _shell(f"static/{version()}", LANGUAGES[0])
    return Response(page, media_type="text/html", headers=ASK_AGAIN)


async def worker(_request: Request) -> Response:
    kept = json.dumps(["./", *(f"static/{version()}/{name}" for name in files())])
    script = (STATIC / WORKER).read_text("utf-8").replace("VERSION", version()).replace('["FILES"]', kept)
    return Response(script, media_type=KINDS[".js"], headers=ASK_AGAIN)


async def serve(request: Request) -> Response:
    """Give a file of this version; another version's is not here any more, and its worker has it."""
    name = request.path_params["name"]
    if request.path_params["version"] != version() or name not in files():
        raise HTTPException(404)
    return Response(files()[name], media_type=KINDS[Path(name).suffix], headers=FOR_EVER)
