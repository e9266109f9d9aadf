"""Answering on a suggestion's page: written, searched for, handed in, approved, sent, corrected, proven."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.campaigns import queries as campaigns
from backend.console.beside import Search, looked_over
from backend.console.case import Case
from backend.console.deed import Deed, Doing
from backend.console.pages import page
from backend.console.said import row_id, whole
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
async def reply(deed: Doing, uploads: Uploads) -> Response:
    """Send, or hand in to those who approve; first show what seems to be missing, if the page asks for it."""
    try:
        case = await deed.case()
        words = await _with_files(deed, case, uploads)
        if _to_be_shown(case, words, deed.typed):
            await drafting.save(deed.db, words=words, **deed.whose)
            return deed.back("#reply")
        return await _go_on(deed, case, words)
    except Refusal as refusal:
        return await deed.refuse(refusal, "reply")


async def _go_on(deed: Deed, case: Case, words: Words) -> Response:
    shown = deed.said("hints")
    if case.rules.approval:
        await actions.hand_in(deed.db, words=words, shown=shown, **deed.whose)
        return deed.back("#reply")
    correction = deed.said("correction") == "yes"
    await actions.send(deed.db, words=words, shown=shown, correction=correction, **deed.whose)
    return deed.back("?done=replied")


def _to_be_shown(case: Case, words: Words, typed: dict[str, str]) -> bool:
    """Say whether there is a hint that the writer has not seen; programs send no such field."""
    if "hints" not in typed or case.rules.reply is None or not case.rules.reply.hints:
        return False
    check_reply(case.rules, words.outcome, words.text, words.reason)
    text, talks = f"{words.text}\n{words.reason}", case.beside.contacts
    found = looked_over(case.rules, case.suggestion, text, spoken=bool(talks))
    return bool(set(found) - set(hints.known(typed["hints"])))


async def _with_files(deed: Deed, case: Case, uploads: list[Upload], added: str = "") -> Words:
    """Return what was written; keep it with the files that came, so that a refusal loses neither."""
    words = _words(deed, added)
    if not uploads:
        return words
    draft = await drafting.save(deed.db, words=words, **deed.whose)
    for upload in uploads:
        await _attach(deed, case, upload)
    return replace(words, version=draft.version)


async def _attach(deed: Deed, case: Case, upload: Upload) -> None:
    limits, state = case.rules.files, deed.request.app.state
    size = len(upload.content)
    check_before_download(upload.name, size, allowed=limits.extensions, max_bytes=limits.max_bytes)
    kept = await take(
        deed.db,
        state.store,
        name=upload.name,
        content=upload.content,
        max_bytes=limits.max_bytes,
        clamd=state.clamd,
    )
    await drafting.attach(deed.db, sha256=kept.sha256, name=kept.name, **deed.whose)


def _words(deed: Deed, added: str) -> Words:
    text, version = deed.said("text"), deed.said("version")
    if added:
        text = f"{text.rstrip()}\n\n{added}".strip()
    return Words(
        deed.said("outcome"),
        text,
        deed.said("reason"),
        row_id(version) if version else None,
        whole(deed.said("seen")),
    )


@router.post("/suggestions/{number}/reply/draft")
async def draft(deed: Doing, uploads: Uploads) -> Response:
    """Save what is written, and do beside it what the button says."""
    do, _, what = deed.said("do").partition(":")
    try:
        if do == "discard":
            await drafting.discard(deed.db, **deed.whose)
            return deed.back("#reply")
        words = await _with_files(deed, await deed.case(), uploads, await _added(deed, do, what))
        await drafting.save(deed.db, words=words, **deed.whose)
        if do == "remove":
            await drafting.detach(deed.db, number=deed.number, file_id=row_id(what), sight=deed.desk.sight)
        if do == "find" or (do == "enter" and deed.said("find").strip()):
            return await _found(deed, row_id(what) or 1)
    except Refusal as refusal:
        return await deed.refuse(refusal, "reply")
    return deed.back("#reply")


async def _added(deed: Deed, do: str, what: str) -> str:
    """Return what a button puts into the editor."""
    if do == "negative":
        return label(deed.desk.staff.language, "reply-negative-template")
    if do != "put":
        return ""
    kind, _, wanted = what.partition(":")
    async with deed.db.read() as session:
        return await queries.wording(session, deed.desk.sight, kind, row_id(wanted))


async def _found(deed: Deed, page: int) -> Response:
    """Show what was found below the editor; the words that were looked for stay out of the address."""
    words, sight = deed.said("find"), deed.desk.sight
    async with deed.db.read() as session:
        past, more = await queries.past(session, sight, words, page)
        templates = await queries.templates(session, sight, words) if page == 1 else ()
    return await deed.found(Search(words=words, page=page, more=more, templates=templates, replies=past))


@router.post("/suggestions/{number}/reply/approve")
async def approve(deed: Doing) -> Response:
    version = row_id(deed.said("version"))
    doing = actions.approve(deed.db, version=version, step=_step(deed.desk), **deed.whose)
    return await deed.settle(doing, form="reply", done="replied")


@router.post("/suggestions/{number}/reply/give-back")
async def give_back(deed: Doing) -> Response:
    version, why = row_id(deed.said("version")), deed.said("why")
    doing = actions.give_back(deed.db, version=version, reason=why, step=_step(deed.desk), **deed.whose)
    return await deed.settle(doing, form="give-back", at="#reply")


def _step(desk: Desk) -> Step:
    return "lead" if desk.staff.role == Role.UNIT_LEAD else "office"


@router.post("/suggestions/{number}/reply/correct")
async def correct(deed: Doing) -> Response:
    doing = drafting.begin_correction(deed.db, **deed.whose)
    return await deed.settle(doing, form="reply", at="#reply")


@router.post("/suggestions/{number}/reply/{reply}/told")
async def told(deed: Doing, reply: int) -> Response:
    how, on = deed.said("mode"), deed.said("on")
    doing = telling.tell(deed.db, reply_id=reply, mode=how, told_on=on, **deed.whose)
    return await deed.settle(doing, form=f"told-{reply}", at="#given")


@router.get("/suggestions/{number}/reply/files/{file}")
async def download(deed: Doing, file: int) -> Response:
    beside = (await deed.case()).beside
    rows = [*beside.files, *(row for each in beside.given for row in each.files)]
    for row in rows:
        if row.file.id == file:
            return await deed.file(row.file.name, row.kept)
    raise NotFound("console-not-found")


@router.get("/replies")
async def waiting(request: Request, db: Db, desk: AtDesk) -> Response:
    """List the replies in the making that wait for this member of staff."""
    async with db.read() as session:
        rows = await queries.waiting_for(session, desk.staff)
        zones = {one.id: (await campaigns.edition(session, one.edition)).time_zone for one, _ in rows}
    return page(request, "replies.html", rows=rows, zones=zones)
