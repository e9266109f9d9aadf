"""What is stored of one person, read through a fresh session, and how it differs from what was said."""

from dataclasses import dataclass

from ledger import OPEN, PERSONAL, SENT, Ledger, Written
from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from backend.db import Database
from backend.drafts.model import Draft, Part, Step
from backend.inbox.model import Update, UpdateState
from backend.people.model import Consent, Person
from backend.suggestions.model import Suggestion

ANSWERS = (
    Step.THEME,
    Step.TOPIC,
    Step.SCOPE,
    Step.RECEIVING_UNIT,
    Step.IDENTITY,
    *PERSONAL,
)


@dataclass(frozen=True)
class Stored:
    person: Person | None
    drafts: dict[int, Draft]
    suggestions: list[Suggestion]
    consents: set[str]
    dead: list[str]
    waiting: int

    @property
    def current(self) -> Draft | None:
        opened = [draft for draft in self.drafts.values() if draft.state == OPEN]
        return max(opened, key=lambda draft: (draft.touched_at, draft.id), default=None)


async def look(db: Database, chat: int) -> Stored:
    async with db.read() as session:
        person = await session.scalar(select(Person).where(Person.chat == chat))
        number = person.id if person else 0
        drafts = select(Draft).where(Draft.person_id == number).options(selectinload(Draft.parts))
        sent = select(Suggestion).where(Suggestion.person_id == number)
        dead = select(Update.reason).where(Update.chat == chat, Update.state == UpdateState.DEAD)
        waiting = select(func.count()).where(Update.chat == chat, Update.state == UpdateState.OPEN)
        return Stored(
            person,
            {draft.id: draft for draft in await session.scalars(drafts)},
            list(await session.scalars(sent.options(selectinload(Suggestion.attachments)))),
            set(await session.scalars(select(Consent.wording).where(Consent.person_id == number))),
            [reason or "" for reason in await session.scalars(dead)],
            await session.scalar(waiting) or 0,
        )


def differences(said: Ledger, stored: Stored) -> list[str]:
    """Return every way in which what is stored is not what was said."""
    wrong = [f"dead letter: {reason}" for reason in stored.dead]
    wrong += [f"{stored.waiting} updates still wait"] if stored.waiting else []
    if stored.person and stored.person.language != said.language:
        wrong.append(f"language {stored.person.language}, said {said.language}")
    if set(stored.drafts) != set(said.drafts):
        return [*wrong, f"drafts {sorted(stored.drafts)}, said {sorted(said.drafts)}"]
    for number, draft in stored.drafts.items():
        wrong += [f"draft {number}: {fault}" for fault in _of_draft(said.drafts[number], draft)]
    here, there = stored.current, said.current
    if (here.id if here else None) != (there.id if there else None):
        wrong.append(f"stands at {here and here.id}, said {there and there.id}")
    if stored.consents != said.agreed_to:
        wrong.append(f"agreed to {stored.consents}, said {said.agreed_to}")
    return wrong + _of_sent(said, stored)


def _of_draft(said: Written, draft: Draft) -> list[str]:
    kept = {
        "state": draft.state,
        "campaign": draft.campaign,
        "texts": _by_message(draft.texts, "text"),
        "aside": _by_message(draft.dropped, "text"),
        "files": _by_message(draft.files, "name"),
        "whole": _by_message(draft.whole, "text"),
        "answers": {step: value for step in ANSWERS if (value := getattr(draft, step))},
        "consented": draft.consent is not None,
    }
    told = {
        "state": said.state,
        "campaign": said.rules.id,
        "texts": sorted(said.texts.items()),
        "aside": sorted(said.aside.items()),
        "files": sorted(said.files.items()),
        "whole": sorted(pair for words in said.whole.values() for pair in words.items()),
        "answers": dict(said.answers),
        "consented": said.consented,
    }
    wrong = [
        f"{name} {_short(kept[name])}, said {_short(told[name])}" for name in kept if kept[name] != told[name]
    ]
    personal = [step for step in PERSONAL if getattr(draft, step)]
    if personal and not (said.consented and draft.consent == said.rules.privacy_wording):
        wrong.append(f"{personal} stored without consent")
    return wrong


def _short(said: object) -> str:
    return repr(said) if len(repr(said)) < SHOWN else f"{repr(said)[:SHOWN]}…"


SHOWN = 400


def _by_message(parts: list[Part], name: str) -> list[tuple[int, str]]:
    return sorted((part.message, getattr(part, name)) for part in parts)


def _of_sent(said: Ledger, stored: Stored) -> list[str]:
    """Compare each suggestion with its draft: one for each that was sent, and all that was said in it."""
    sent = sorted(written.id for written in said.drafts.values() if written.state == SENT)
    found = sorted(suggestion.draft_id for suggestion in stored.suggestions)
    if sent != found:
        return [f"suggestions of drafts {found}, sent {sent}"]
    return [fault for row in stored.suggestions for fault in _of_suggestion(said.drafts[row.draft_id], row)]


def _of_suggestion(written: Written, row: Suggestion) -> list[str]:
    kept = {step: value for step in ANSWERS if (value := getattr(row, step))}
    names = [attachment.name for attachment in sorted(row.attachments, key=lambda one: one.ordinal)]
    files = [written.files[message] for message in sorted(written.files)]
    pairs = [(kept, written.answers), (row.text, written.text), (names, files)]
    pairs += [(row.consent, written.rules.privacy_wording)]
    wrong = [f"suggestion {row.number}: {here!r}, said {there!r}" for here, there in pairs if here != there]
    if len(row.text) > written.limit or not row.text:
        wrong.append(f"suggestion {row.number}: {len(row.text)} characters")
    return wrong
