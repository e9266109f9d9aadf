"""Showing the form as often as anybody looks, and saving it once."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from backend.campaigns.privacy import privacy_note
from backend.citizen.fields import fields
from backend.citizen.pages import language_of, page
from backend.console.session import db_of, read_form
from backend.dates import moment_in_words
from backend.drafts.model import Step
from backend.errors import NotFound, Refusal
from backend.own_page import actions as own_page
from backend.own_page import queries

WRONG = 422


async def show(request: Request) -> Response:
    await _know(request)
    return await _form(request, {}, {})


async def save(request: Request) -> Response:
    """Take the form; what is wrong is said beside its field, with everything typed still there."""
    request.state.typed = said = await read_form(request)
    await _know(request)
    if wrong := await own_page.fill(db_of(request), token=request.path_params["token"], said=said):
        return await _form(request, said, wrong)
    request.app.state.arrived()
    return page(request, "saved.html")


async def _know(request: Request) -> None:
    """Learn for whom the link was made; a made-up one ends here, before anything is locked."""
    async with db_of(request).read() as session:
        request.state.person = await queries.owner(session, request.path_params["token"])
    if request.state.person is None:
        raise NotFound("page-link-missing")


async def _form(request: Request, said: Mapping[str, str], wrong: Mapping[Step, Refusal]) -> Response:
    async with db_of(request).read() as session:
        opened = await own_page.open_page(session, request.path_params["token"])
    draft, rules, language = opened.draft, opened.rules, language_of(request)
    theme = rules.theme(draft.theme or "")
    return page(
        request,
        "form.html",
        status=WRONG if wrong else 200,
        fields=fields(draft, rules, language, said, wrong),
        campaign=rules.title.said(language),
        organiser=rules.organiser.said(language),
        privacy=privacy_note(rules, language),
        theme=theme.name.said(language) if theme else "",
        begun=moment_in_words(draft.started_at, rules.time_zone, language),
    )
