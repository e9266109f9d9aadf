"""Templates into answers, in the language of the person a link was made for."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse

from backend.console.pages import TEMPLATES as SHARED
from backend.console.pages import environment, static_url
from backend.console.session import spoken
from backend.i18n import LANGUAGES, label
from backend.people.model import Person

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
TEMPLATES = HERE / "templates"


def person_of(request: Request) -> Person | None:
    """Return for whom the link was made; None before that is known, or where it is nobody's."""
    return getattr(request.state, "person", None)


def language_of(request: Request) -> str:
    """Choose the language: asked for in the address, the person's in the chat, the browser's."""
    chosen, person = request.query_params.get("lang"), person_of(request)
    if chosen in LANGUAGES:
        return chosen
    return person.language if person and person.language in LANGUAGES else spoken(request)


def page(request: Request, template: str, *, status: int = 200, **blanks: object) -> HTMLResponse:
    language, root = language_of(request), request.scope.get("root_path", "")
    context = {
        "t": partial(label, language),
        "language": language,
        "styles": [root + static_url("console.css"), root + static_url("citizen.css", STATIC)],
        "sign": root + static_url("icon.svg"),
        "chat": chat_of(request),
        **blanks,
    }
    return HTMLResponse(environment(TEMPLATES, SHARED).get_template(template).render(context), status)


def chat_of(request: Request) -> str:
    """Return where the person's chat is found, "" where that is not known."""
    chats: Mapping[str, str] = request.app.state.chats
    person = person_of(request)
    door = chats.get(person.channel, "") if person else ""
    return urlsplit(door)._replace(query="").geturl()
