"""Answering on a suggestion's page: written, searched for, handed in, approved, sent, corrected, proven."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.campaigns import queries as campaigns
from backend.console.acting import Act, Acting, row_id
from backend.console.beside import Search, looked_over
from backend.console.case import Case
from backend.console.deed import whole
from backend.console.pages import page, see_other
from backend.console.session import AtDesk, Db, Desk, Upload, Uploads
from backend.errors import NotFound, Refusal
from backend.files.intake import take
from backend.files.types import check_before_download
from backend.handling.actions import check_reply
from backend.i18n import label
from backend.replies import actions, drafting, hints, queries, telling
from backend.replies.actions import Step
from backend.replies.drafting import Words
from backend.staff.model import Role

router = APIRouter()


@router.post("/suggestions/{number}/reply")
async def reply(act: Act, uploads: Uploads) -> Response:
    """Send, or hand in to those who approve; first show what seems to be missing, if the page asks for it."""
    try:
        case = await act.case()
        words = await _with_files(act, case, uploads)
        if _to_be_shown(case, words, act.typed):
            await drafting.save(act.db, words=words, **act.whose)
            return act.back("reply")
        return await _go_on(act, case, words)
    except Refusal as refusal:
        return await act.again(refusal, "reply")


async def _go_on(act: Acting, case: Case, words: Words) -> Response:
    shown = act.said("hints")
    if case.rules.approval:
        await actions.hand_in(act.db, words=words, shown=shown, **act.whose)
        return act.back("reply")
    correction = act.said("correction") == "yes"
    await actions.send(act.db, words=words, shown=shown, correction=correction, **act.whose)
    return see_other(f"/suggestions/{act.number}?done=replied")


def _to_be_shown(case: Case, words: Words, typed: dict[str, str]) -> bool:
    """Say whether there is a hint that the writer has not seen; programs send no such field."""
    if "hints" not in typed or case.rules.reply is None or not case.rules.reply.hints:
        return False
    check_reply(case.rules, words.outcome, words.text, words.reason)
    text, talks = f"{words.text}\n{words.reason}", case.beside.contacts
    found = looked_over(case.rules, case.suggestion, text, spoken=bool(talks))
    return bool(set(found) - set(hints.known(typed["hints"])))


async def _with_files(act: Acting, case: Case, uploads: list[Upload], added: str = "") -> Words:
    """Return what was written; keep it with the files that came, so that a refusal loses neither."""
    words = _words(act, added)
    if not uploads:
        return words
    draft = await drafting.save(act.db, words=words, **act.whose)
    for upload in uploads:
        await _attach(act, case, upload)
    return replace(words, version=draft.version)


async def _attach(act: Acting, case: Case, upload: Upload) -> None:
    limits, state = case.rules.files, act.request.app.state
    size = len(upload.content)
    check_before_download(upload.name, size, allowed=limits.extensions, max_bytes=limits.max_bytes)
    kept = await take(
        act.db,
        state.store,
        name=upload.name,
        content=upload.content,
        max_bytes=limits.max_bytes,
        clamd=state.clamd,
    )
    await drafting.attach(act.db, sha256=kept.sha256, name=kept.name, **act.whose)


def _words(act: Acting, added: str) -> Words:
    text, version = act.said("text"), act.said("version")
    if added:
        text = f"{text.rstrip()}\n\n{added}".strip()
    return Words(
        act.said("outcome"),
        text,
        act.said("reason"),
        row_id(version) if version else None,
        whole(act.said("seen")),
    )


@router.post("/suggestions/{number}/reply/draft")
async def draft(act: Act, uploads: Uploads) -> Response:
    """Save what is written, and do beside it what the button says."""
    do, _, what = act.said("do").partition(":")
    try:
        if do == "discard":
            await drafting.discard(act.db, number=act.number, sight=act.desk.sight)
            return act.back("reply")
        words = await _with_files(act, await act.case(), uploads, await _added(act, do, what))
        await drafting.save(act.db, words=words, **act.whose)
        if do == "remove":
            await drafting.detach(act.db, number=act.number, file_id=row_id(what), sight=act.desk.sight)
        if do == "find" or (do == "enter" and act.said("find").strip()):
            return await _found(act, row_id(what) or 1)
    except Refusal as refusal:
        return await act.again(refusal, "reply")
    return act.back("reply")


async def _added(act: Acting, do: str, what: str) -> str:
    """Return what a button puts into the editor."""
    if do == "negative":
        return label(act.desk.staff.language, "reply-negative-template")
    if do != "put":
        return ""
    kind, _, wanted = what.partition(":")
    async with act.db.read() as session:
        return await queries.wording(session, act.desk.sight, kind, row_id(wanted))


async def _found(act: Acting, page: int) -> Response:
    """Show what was found below the editor; the words that were looked for stay out of the address."""
    words, sight = act.said("find"), act.desk.sight
    async with act.db.read() as session:
        past, more = await queries.past(session, sight, words, page)
        templates = await queries.templates(session, sight, words) if page == 1 else ()
    return await act.found(Search(words=words, page=page, more=more, templates=templates, replies=past))


@router.post("/suggestions/{number}/reply/approve")
async def approve(act: Act) -> Response:
    version = row_id(act.said("version"))
    try:
        await actions.approve(act.db, version=version, step=_step(act.desk), **act.whose)
    except Refusal as refusal:
        return await act.again(refusal, "reply")
    return see_other(f"/suggestions/{act.number}?done=replied")


@router.post("/suggestions/{number}/reply/give-back")
async def give_back(act: Act) -> Response:
    version, why = row_id(act.said("version")), act.said("why")
    try:
        await actions.give_back(act.db, version=version, reason=why, step=_step(act.desk), **act.whose)
    except Refusal as refusal:
        return await act.again(refusal, "give-back")
    return act.back("reply")


def _step(desk: Desk) -> Step:
    return "lead" if desk.staff.role == Role.UNIT_LEAD else "office"


@router.post("/suggestions/{number}/reply/correct")
async def correct(act: Act) -> Response:
    try:
        await drafting.begin_correction(act.db, **act.whose)
    except Refusal as refusal:
        return await act.again(refusal, "reply")
    return act.back("reply")


@router.post("/suggestions/{number}/reply/{reply}/told")
async def told(act: Act, reply: int) -> Response:
    how, on = act.said("mode"), act.said("on")
    try:
        await telling.tell(act.db, reply_id=reply, mode=how, told_on=on, **act.whose)
    except Refusal as refusal:
        return await act.again(refusal, f"told-{reply}")
    return act.back("given")


@router.get("/suggestions/{number}/reply/files/{file}")
async def download(act: Act, file: int) -> Response:
    beside = (await act.case()).beside
    rows = [*beside.files, *(row for each in beside.given for row in each.files)]
    for row in rows:
        if row.file.id == file:
            return await act.file(row.file.name, row.kept)
    raise NotFound("console-not-found")


@router.get("/replies")
async def waiting(request: Request, db: Db, desk: AtDesk) -> Response:
    """List the replies in the making that wait for this member of staff."""
    async with db.read() as session:
        rows = await queries.waiting_for(session, desk.staff)
        zones = {one.id: (await campaigns.edition(session, one.edition)).time_zone for one, _ in rows}
    return page(request, "replies.html", rows=rows, zones=zones)
