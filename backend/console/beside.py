"""What lies beside a suggestion on its page: replies and the one in the making, talks, notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.console.queries import staff as staff_of
from backend.contacts import queries as contacts
from backend.contacts.model import ContactEntry
from backend.handling.model import Reply, Unit
from backend.handling.queries import units
from backend.notes import queries as notes
from backend.notes.queries import Shown
from backend.push.model import Push
from backend.replies import hints, queries, telling
from backend.replies.model import DraftState, ReplyDraft, ReplyTemplate, Told
from backend.replies.queries import FileRow, Found
from backend.staff.model import Staff
from backend.suggestions.model import Event, EventKind, Remark, Suggestion


@dataclass(frozen=True)
class Given:
    """A reply that was sent: its files, and what is known of its reaching the author."""

    reply: Reply
    unit: Unit
    files: Sequence[FileRow]
    push: Push | None
    told: Told | None


@dataclass(frozen=True)
class Search:
    """What was looked for beside the editor, and what was found."""

    words: str
    page: int = 1
    more: bool = False
    templates: Sequence[ReplyTemplate] = ()
    replies: Sequence[Found] = ()


@dataclass(frozen=True)
class Beside:
    """`people` are the staff named anywhere in it; `given_back` is why the draft came back."""

    given: Sequence[Given]
    draft: ReplyDraft | None
    files: Sequence[FileRow]
    hints: Sequence[str]
    phrases: Sequence[str]
    given_back: str
    contacts: Sequence[ContactEntry]
    notes: Sequence[Shown]
    people: dict[int, Staff]
    search: Search | None = None

    @property
    def newest(self) -> Reply | None:
        return self.given[0].reply if self.given else None

    def login(self, staff_id: int) -> str:
        member = self.people.get(staff_id)
        return member.login if member else ""


async def load(session: AsyncSession, suggestion: Suggestion) -> Beside:
    """Return what lies beside a suggestion that this desk may see."""
    rules = await campaigns.edition(session, suggestion.edition)
    draft = await queries.draft_of(session, suggestion)
    talks = await contacts.of_suggestion(session, suggestion.id)
    rows = await queries.files(session, suggestion)
    given = await _given(session, suggestion, rows)
    text = f"{draft.text}\n{draft.reason}" if draft else ""
    people = {entry.staff_id for entry in talks} | {each.reply.staff_id for each in given}
    people |= {each.told.staff_id for each in given if each.told} | ({draft.staff_id} if draft else set())
    return Beside(
        given=given,
        draft=draft,
        files=[row for row in rows if row.file.reply_id is None],
        hints=looked_over(rules, suggestion, text, spoken=bool(talks)) if text.strip() else (),
        phrases=hints.phrases_in(text, _phrases(rules)),
        given_back=await _given_back(session, suggestion, draft),
        contacts=talks,
        notes=await notes.of_suggestion(session, suggestion.id),
        people=await staff_of(session, people),
    )


def looked_over(rules: Campaign, suggestion: Suggestion, text: str, *, spoken: bool) -> list[str]:
    """Return what a reply seems to lack."""
    return [hint.value for hint in hints.of(text, suggestion.text, spoken=spoken, phrases=_phrases(rules))]


def _phrases(rules: Campaign) -> tuple[str, ...]:
    return rules.reply.empty_phrases if rules.reply else ()


async def _given(session: AsyncSession, suggestion: Suggestion, rows: Sequence[FileRow]) -> list[Given]:
    pushes = await telling.pushes(session, suggestion)
    told = await queries.told_of(session, suggestion.id)
    named = {unit.id: unit for unit in await units(session)}
    return [
        Given(
            reply=reply,
            unit=named[reply.unit_id],
            files=[row for row in rows if row.file.reply_id == reply.id],
            push=pushes.get(reply.id),
            told=told.get(reply.id),
        )
        for reply in await queries.replies_to(session, suggestion.id)
    ]


async def _given_back(session: AsyncSession, suggestion: Suggestion, draft: ReplyDraft | None) -> str:
    """Return why a draft that is being written came back, "" where it did not."""
    if draft is None or draft.state != DraftState.WRITING:
        return ""
    over = (EventKind.REPLY_DISCARDED, EventKind.REPLIED, EventKind.REPLY_CORRECTED)
    kinds = Event.kind.in_((EventKind.REPLY_GIVEN_BACK, *over))
    query = select(Event).where(Event.suggestion_id == suggestion.id, kinds)
    newest = await session.scalar(query.order_by(Event.ordinal.desc()).limit(1))
    if newest is None or newest.kind != EventKind.REPLY_GIVEN_BACK:
        return ""
    remark = await session.get(Remark, newest.id)
    return remark.text if remark else ""
