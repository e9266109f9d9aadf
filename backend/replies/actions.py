"""The gate of a reply: handed in, approved by the unit's lead, checked by the office, sent (R67-R74)."""

from typing import Literal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import notices
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.db import Database
from backend.errors import Conflict, NotFound, Refusal
from backend.handling.actions import Said, check_reply, correct, give, says
from backend.handling.desk import checked_reason, just_done, record
from backend.handling.model import Reply
from backend.handling.queries import reply_to
from backend.notices import queries as told
from backend.replies.drafting import Words, at_hand, bind_files, write
from backend.replies.hints import known
from backend.replies.model import DraftState, ReplyDraft
from backend.replies.queries import draft_of, files_of_draft
from backend.staff.model import Role, Staff
from backend.suggestions.lifecycle import ANSWERED, Verb, take
from backend.suggestions.model import Event, EventKind, Suggestion
from backend.suggestions.queries import Sight

Step = Literal["lead", "office"]
STANDS: dict[Step, DraftState] = {"lead": DraftState.WITH_LEAD, "office": DraftState.WITH_OFFICE}


async def send(
    db: Database,
    *,
    number: str,
    words: Words,
    shown: str = "",
    correction: bool = False,
    sight: Sight,
    staff_id: int,
) -> None:
    """Send what is written at once, where the campaign lets a handler; with the files of the draft.

    `shown` names the hints that stood beside the editor. A correction must have been begun as one.
    """
    async with db.begin() as session:
        suggestion = await at_hand(session, number, sight)
        if (await campaigns.edition(session, suggestion.edition)).approval:
            raise Refusal("reply-needs-approval")
        said = Said(words.outcome, words.text, words.reason, _more(shown), seen=words.seen)
        if correction and await _sent_already(session, suggestion, said, staff_id):
            return
        draft = await draft_of(session, suggestion)
        if draft and words.version not in {None, draft.version}:
            raise Conflict("reply-draft-changed")
        await _send(session, suggestion, draft, said, staff_id=staff_id, correction=correction)


async def _sent_already(session: AsyncSession, suggestion: Suggestion, said: Said, staff_id: int) -> bool:
    """Recognise a correction sent twice: its draft is gone, and the newest reply says just that."""
    last = await reply_to(session, suggestion.id)
    return await draft_of(session, suggestion) is None and last is not None and says(last, said, staff_id)


def _more(shown: str, **also: str | int) -> dict[str, str | int]:
    hints = known(shown)
    return {**({"hints": ",".join(hints)} if hints else {}), **also}


async def _send(
    session: AsyncSession,
    suggestion: Suggestion,
    draft: ReplyDraft | None,
    said: Said,
    *,
    staff_id: int,
    correction: bool,
) -> None:
    if correction and not (draft and draft.correction and suggestion.state in ANSWERED):
        raise Conflict("suggestion-moved-on", number=suggestion.number)
    if files := len(await files_of_draft(session, suggestion)):
        more = {**said.more, "files": files}
        said = Said(said.outcome, said.text, said.reason, more, said.writer)
    verb = correct if correction else give
    reply: Reply = await verb(session, suggestion, said=said, staff_id=staff_id)
    await bind_files(session, suggestion, reply.id)
    if draft:
        await session.delete(draft)


async def hand_in(
    db: Database, *, number: str, words: Words, shown: str = "", sight: Sight, staff_id: int
) -> None:
    """Give a complete reply to those who approve it; handed in twice it lies there once."""
    async with db.begin() as session:
        suggestion = await at_hand(session, number, sight)
        rules = await campaigns.edition(session, suggestion.edition)
        if not rules.approval:
            raise Refusal("reply-needs-no-approval")
        text, reason = check_reply(rules, words.outcome, words.text, words.reason)
        draft = await draft_of(session, suggestion)
        if draft and draft.state != DraftState.WRITING and _is(draft, words.outcome, text, reason, staff_id):
            return
        take(suggestion, Verb.HAND_IN)
        draft = await write(session, suggestion, words, staff_id)
        draft.hints = ",".join(known(shown))
        to = (await _steps(session, rules, suggestion))[0]
        draft.state, draft.staff_id = STANDS[to], staff_id
        data: dict[str, str | int | None] = {"to": to, "version": draft.version}
        event = await record(
            session, suggestion, kind=EventKind.REPLY_HANDED_IN, staff_id=staff_id, data=data
        )
        await _tell_next(session, suggestion, to, event, staff_id)


async def _tell_next(
    session: AsyncSession, suggestion: Suggestion, to: Step, event: Event, staff_id: int
) -> None:
    """Tell those whom a reply waits for now."""
    lead = to == "lead"
    await notices.tell(
        session,
        staff_ids=await (told.leads_of(session, suggestion.unit_id) if lead else told.office(session)),
        kind=notices.Kind.REPLY_TO_APPROVE if lead else notices.Kind.REPLY_TO_CHECK,
        suggestion_id=suggestion.id,
        once=f"event:{event.id}",
        but=staff_id,
    )


def _is(draft: ReplyDraft, outcome: str, text: str, reason: str | None, staff_id: int) -> bool:
    there = (draft.outcome, draft.text, draft.reason, draft.staff_id)
    return there == (outcome, text, reason or "", staff_id)


async def _steps(session: AsyncSession, rules: Campaign, suggestion: Suggestion) -> list[Step]:
    """Return who approves, in order; in a unit without a lead's account the office stands in for one."""
    wanted: list[Step] = ["lead"] if "lead" in rules.approval else []
    leads = select(Staff.id).where(Staff.unit_id == suggestion.unit_id, Staff.role == Role.UNIT_LEAD)
    if wanted and await session.scalar(leads.limit(1)) is None:
        return ["office"]
    return [*wanted, "office"] if "office" in rules.approval else wanted


async def approve(
    db: Database, *, number: str, version: int, step: Step, sight: Sight, staff_id: int
) -> None:
    """Let a reply go on: from the lead to the office, from the last step to its author."""
    async with db.begin() as session:
        suggestion = await at_hand(session, number, sight)
        draft = await draft_of(session, suggestion)
        data: dict[str, str | int | None] = {"by": step, "version": version}
        if await _approved_already(session, suggestion, data, staff_id):
            return
        draft = _lying_with(draft, step, version)
        take(suggestion, Verb.APPROVE)
        event = await record(session, suggestion, kind=EventKind.REPLY_APPROVED, staff_id=staff_id, data=data)
        rules = await campaigns.edition(session, suggestion.edition)
        if step == "lead" and "office" in rules.approval:
            draft.state = DraftState.WITH_OFFICE
            await _tell_next(session, suggestion, "office", event, staff_id)
            return
        more = _more(draft.hints)
        said = Said(draft.outcome, draft.text, draft.reason, more, draft.staff_id)
        correction = suggestion.state in ANSWERED  # reopened meanwhile, it is the next reply
        await _send(session, suggestion, draft, said, staff_id=staff_id, correction=correction)


async def _approved_already(
    session: AsyncSession, suggestion: Suggestion, data: dict[str, str | int | None], staff_id: int
) -> bool:
    """Recognise a form sent twice: this was approved just now, or approved and so sent."""
    newest = await session.scalars(
        select(Event).where(Event.suggestion_id == suggestion.id).order_by(Event.ordinal.desc()).limit(2)
    )
    return any(
        (event.kind, event.actor_id, event.data) == (EventKind.REPLY_APPROVED, staff_id, data)
        for event in newest
    )


def _lying_with(draft: ReplyDraft | None, step: Step, version: int) -> ReplyDraft:
    if draft is None or draft.state == DraftState.WRITING:
        raise NotFound("reply-draft-missing")
    if draft.state != STANDS[step]:
        raise Conflict("reply-draft-elsewhere")
    if draft.version != version:
        raise Conflict("reply-draft-changed")
    return draft


async def give_back(
    db: Database, *, number: str, version: int, reason: str, step: Step, sight: Sight, staff_id: int
) -> None:
    """Let the writer write it once more, and say why."""
    why = checked_reason(reason)
    async with db.begin() as session:
        suggestion = await at_hand(session, number, sight)
        kind = EventKind.REPLY_GIVEN_BACK
        data: dict[str, str | int | None] = {"by": step, "version": version}
        if await just_done(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why):
            return
        draft = _lying_with(await draft_of(session, suggestion), step, version)
        take(suggestion, Verb.GIVE_BACK)
        draft.state = DraftState.WRITING
        event = await record(session, suggestion, kind=kind, staff_id=staff_id, data=data, words=why)
        await notices.tell(
            session,
            staff_ids=[draft.staff_id],
            kind=notices.Kind.REPLY_GIVEN_BACK,
            suggestion_id=suggestion.id,
            once=f"event:{event.id}",
            but=staff_id,
        )
