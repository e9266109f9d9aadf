"""Templates into answers: language, who is signed in and the form key are always at hand."""

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from backend.console import access, reasons
from backend.console.session import desk_of, language_of
from backend.dates import day_in_words, days_left, moment_in_words
from backend.i18n import LANGUAGES, label
from backend.staff.model import Role

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
TEMPLATES = HERE / "templates"
EXCERPT = 80
"""Characters of a text shown in the list."""

PATH_MAXIMUM = 500
KILOBYTE = 1000

HOME = "/suggestions"

Filter = Callable[..., str]


@cache
def environment(*folders: Path) -> Environment:
    """Return the templates of these folders, of which the first that has one gives it."""
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        static=static_url,
        excerpt=excerpt,
        file_size=file_size,
        days_left=days_left,
        day_said=day_said,
        languages=LANGUAGES,
        reasons=reasons,
    )
    return environment


@cache
def static_url(name: str, folder: Path = STATIC) -> str:
    digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[:EXCERPT].rstrip() + "…"


def day_said(iso: str, language: str) -> str:
    """Say a day of an event's data in words."""
    return day_in_words(date.fromisoformat(iso), language)


def file_size(count: int) -> str:
    if count < KILOBYTE**2:
        return f"{max(1, round(count / KILOBYTE))} kB"
    return f"{count / KILOBYTE**2:.1f} MB"


def page(request: Request, template: str, *, status: int = 200, **blanks: object) -> HTMLResponse:
    """Render a template; `here` is where the language switch comes back to."""
    language, desk = language_of(request), desk_of(request)
    context = {
        "t": partial(label, language),
        "day": partial(day_in_words, language=language),
        "moment": partial(moment_in_words, language=language),
        "language": language,
        "desk": desk,
        "may": partial(access.may, desk.role if desk and not desk.pending else None),
        "here": _here(request),
        **blanks,
    }
    return HTMLResponse(environment(TEMPLATES).get_template(template).render(context), status)


def _here(request: Request) -> str:
    if request.method != "GET":
        return HOME
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def first_page(role: Role) -> str:
    """Return where a role begins: administrators see no suggestion."""
    return "/accounts" if role == Role.ADMINISTRATOR else HOME


def see_other(path: str) -> RedirectResponse:
    return RedirectResponse(path, 303)


def local(path: str) -> str:
    """Return a path of ours to go on to; anything that could lead elsewhere becomes the list."""
    leads_away = (
        path.startswith("//") or "\\" in path or any(c.isspace() or not c.isprintable() for c in path)
    )
    if not path.startswith("/") or leads_away or len(path) > PATH_MAXIMUM:
        return HOME
    return path
