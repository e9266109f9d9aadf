"""What must be true after all kills: each check returns what it found wrong, a line each."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from chaos.citizen import Citizen
from chaos.clerk import reply_text
from chaos.plans import Told
from chaos.wire import PUSHES, is_push
from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from backend.db import Database
from backend.drafts.model import Draft, DraftState, Part
from backend.i18n import label
from backend.inbox.model import Update, UpdateState
from backend.people.model import Person
from backend.push.model import Push, PushState
from backend.suggestions import history
from backend.suggestions.model import Event, Suggestion

LABEL = label("zh-CN", "push-repeat")


@dataclass
class Books:
    """Everything the database holds that matters here."""

    suggestions: list[Suggestion]
    chats: dict[int, int]
    pushes: list[tuple[Push, str]]
    drafts: list[Draft]
    dead: list[Update]
    open: int

    @property
    def quiet(self) -> bool:
        return not self.open and all(p.state in {PushState.SENT, PushState.PARKED} for p, _ in self.pushes)


async def read(db: Database) -> Books:
    with_all = select(Suggestion).options(
        selectinload(Suggestion.attachments), selectinload(Suggestion.events)
    )
    pushes = (
        select(Push, Suggestion.number)
        .join(Event, Event.id == Push.event_id)
        .join(Suggestion, Suggestion.id == Event.suggestion_id)
    )
    async with db.read() as session:
        is_open = select(func.count()).where(Update.state == UpdateState.OPEN)
        return Books(
            suggestions=list(await session.scalars(with_all.order_by(Suggestion.id))),
            chats={person.id: person.chat for person in await session.scalars(select(Person))},
            pushes=[(push, number) for push, number in await session.execute(pushes)],
            drafts=list(await session.scalars(select(Draft).options(selectinload(Draft.parts)))),
            dead=list(await session.scalars(select(Update).where(Update.state == UpdateState.DEAD))),
            open=await session.scalar(is_open) or 0,
        )


async def faults(db: Database, citizens: Iterable[Citizen]) -> list[str]:
    """Hold what was said and shown against what is kept; return every difference."""
    everybody = list(citizens)
    books = await read(db)
    found = [f"not quiet: {books.open} updates open"] if not books.quiet else []
    found += [f"dead letter {row.id}: {row.reason}" for row in books.dead]
    found += _numbers(books, everybody)
    for citizen in everybody:
        for told in citizen.told:
            found += _one(books, citizen.line.chat, told, db.keys.code)
        messages = await citizen.line.everything()
        found += _shown(books, citizen, messages)
        found += _said(citizen, messages)
    found += _stray_drafts(books)
    return found + await history.verify(db)


def _numbers(books: Books, everybody: list[Citizen]) -> list[str]:
    kept = [suggestion.number for suggestion in books.suggestions]
    seen = Counter(told.number for citizen in everybody for told in citizen.told)
    found = [f"number {number} is there twice" for number, times in Counter(kept).items() if times > 1]
    found += [f"number {number} was shown for two suggestions" for number, times in seen.items() if times > 1]
    found += [f"number {number} was shown and is not there" for number in seen if number not in kept]
    found += [f"number {number} is there, and nobody told it" for number in kept if number not in seen]
    drafts = Counter(suggestion.draft_id for suggestion in books.suggestions)
    found += [f"draft {draft} became two suggestions" for draft, times in drafts.items() if times > 1]
    if sorted(int(number.rsplit("-", 1)[-1]) for number in kept) != list(range(1, len(kept) + 1)):
        found.append("the numbers have gaps")
    return found


def _one(books: Books, chat: int, told: Told, code: Any) -> list[str]:
    row = next((s for s in books.suggestions if s.number == told.number), None)
    if row is None:
        return []
    kept = {
        "chat": (books.chats[row.person_id], chat),
        "code": (code(row.draft_id), told.code),
        "text": (row.text, told.text),
        "theme": (row.theme, told.theme),
        "topic": (row.topic, told.topic),
        "name": (row.name, told.name),
        "contact": (row.contact, f"+86{told.plan.contact}"),
        "files": (
            sorted((a.name, a.sha256) for a in row.attachments),
            sorted((name, hashlib.sha256(told.plan.files[name]).hexdigest()) for name in told.files),
        ),
        "events": ([str(e.kind) for e in row.events], ["registered", "forwarded", "replied"]),
    }
    return [
        f"{told.number}: {what} is {is_!r}, told {was!r}" for what, (is_, was) in kept.items() if is_ != was
    ]


def _shown(books: Books, citizen: Citizen, messages: list[dict[str, Any]]) -> list[str]:
    """Every push is in the chat; a copy beyond the first carries the label, and a label has its cause."""
    found = []
    theirs = [m["text"] for m in messages if not m["mine"] and is_push(m)]
    for told in citizen.told:
        for kind, words in PUSHES.items():
            rows = [push for push, number in books.pushes if (number, push.kind) == (told.number, kind)]
            copies = [text for text in theirs if words in text and told.number in text]
            found += _copies(f"{told.number} {kind}", rows, copies)
        if not any(reply_text(told.number) in text for text in theirs):
            found.append(f"{told.number}: the words of the reply are not in the chat")
    return found


def _copies(what: str, rows: list[Push], copies: list[str]) -> list[str]:
    if len(rows) != 1:
        return [f"{what}: owed {len(rows)} times"]
    push, plain = rows[0], [text for text in copies if LABEL not in text]
    found = []
    if push.state != PushState.SENT:
        found.append(f"{what}: is {push.state} ({push.reason})")
    if not copies:
        found.append(f"{what}: never came")
    if len(plain) > 1:
        found.append(f"{what}: came {len(plain)} times without the label")
    if len(plain) < len(copies) and not (push.repeat and push.attempts > 1):
        found.append(f"{what}: carries the label though its outcome was known")
    return found


def _said(citizen: Citizen, messages: list[dict[str, Any]]) -> list[str]:
    """The chat itself holds every message of the person once."""
    shown = Counter(m["text"] for m in messages if m["mine"] and m["text"])
    texts = [text for told in citizen.told for text in told.parts.values()]
    return [
        f"chat {citizen.line.chat} shows {shown[text]} times: {text}" for text in texts if shown[text] != 1
    ]


def _stray_drafts(books: Books) -> list[str]:
    return [
        f"draft {draft.id} is {draft.state} and holds {_held(draft.parts)}"
        for draft in books.drafts
        if draft.state != DraftState.SENT
    ]


def _held(parts: list[Part]) -> str:
    return f"{len(parts)} parts"
