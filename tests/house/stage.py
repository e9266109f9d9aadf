"""A conversation that can be put anywhere, with everything in it as long as it may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.fsm.state import State
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import Chat, User
from obstore.store import MemoryStore
from quiet_wire import QuietWire, command
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.parts import Named
from backend.campaigns.schema import Theme
from backend.db import Database
from backend.drafts.model import Draft, DraftState, Part, PartKind, Step
from backend.files import actions as files
from backend.files.model import StoredFile
from backend.handling.actions import REPLY_MAXIMUM
from backend.handling.model import Reply, Unit
from backend.people import actions as people
from backend.people.model import Person
from backend.people.values import LINE_MAXIMUM, NAME_MAXIMUM
from backend.questions.actions import QUESTION_MAXIMUM
from backend.questions.answering import ANSWER_MAXIMUM
from backend.questions.model import AnswerKind, AnswerPart, Question
from backend.ratings.model import Rating
from backend.replies.model import ReplyFile
from backend.staff.model import Link, Role, Staff
from backend.suggestions import actions as suggestions
from backend.suggestions import history
from backend.suggestions.author import REASON_MAXIMUM
from backend.suggestions.model import ActorKind, EventKind, Remark, Suggestion
from backend.suggestions.similar import Index
from bot import app, position
from bot.states import OF_STEP

CHAT = 900_000_000_001
WIDE = "😀"
"""Counts twice in a chat server's reckoning, and once in ours."""
LONGEST_FILE_NAME = "附" * 116 + ".txt"
LONGEST_ADDRESS = f"{'a' * 60}@{'b' * 60}.{'c' * 60}.example.com"


@dataclass
class Stage:
    db: Database
    bot: Bot
    wire: QuietWire
    dispatcher: Dispatcher
    campaign: str
    person_id: int
    updates: int = 0

    async def shows(self, state: State) -> SendMessage | EditMessageText:
        """Stand at a state, ask for help there, and return the window that comes, under the help."""
        step = next((step for step, of_step in OF_STEP.items() if of_step == state), None)
        if step:
            async with self.db.begin() as session:
                await session.execute(update(Draft).values(step=step, touched_at=clock.now()))
        await position._put(self._proxy(), state, None)
        before = len(self.wire.shown)
        self.updates += 1
        given = command(self.updates, "/help", CHAT)
        await self.dispatcher.feed_raw_update(self.bot, given, inbox=self.updates, channel="webchat")
        assert len(self.wire.shown) > before, f"{state.state} showed nothing"
        return self.wire.shown[-1]

    async def stands(self) -> State | None:
        proxy = self._proxy()
        context = await position._context(proxy, await proxy.load_stack())
        return context.state if context else None

    def _proxy(self) -> Any:
        data = {"bot": self.bot, "fsm_storage": self.dispatcher.storage}
        user = User(id=CHAT, is_bot=False, first_name="张三")
        return position._proxy(data | {"event_from_user": user, "event_chat": Chat(id=CHAT, type="private")})


async def stage(db: Database, campaign: str, language: str) -> Stage:
    person = await people.introduce(db, channel="webchat", chat=CHAT, language=language)
    wire = QuietWire()
    bot = Bot("1000001:for-tests-only", wire, DefaultBotProperties(parse_mode="HTML"))
    dispatcher = app.build(
        db, MemoryStore(), Index(db, Path(mkdtemp())), positions=MemoryStorage(), campaign=campaign
    )
    return Stage(db, bot, wire, dispatcher, campaign, person.id)


async def fill(on: Stage, *, letter: str = WIDE) -> None:
    """Write a draft in which everything is as long as it may be, whether the campaign is open or not."""
    sha256 = await files.keep(on.db, MemoryStore(), content=b"text", media_type="text/plain")
    async with on.db.begin() as session:
        standing, rules = await campaigns.in_force(session, on.campaign)
        theme = max(rules.themes, key=_length)
        text = letter * rules.length.maximum
        draft = Draft(
            person_id=on.person_id,
            campaign=on.campaign,
            edition=standing.edition,
            step=Step.PREVIEW,
            scope=_longest(rules.scopes),
            receiving_unit=_longest(rules.receiving_units),
            consent=rules.privacy_wording,
            consented_at=clock.now(),
            identity=_longest(rules.audiences),
            work_unit="示" * LINE_MAXIMUM,
            school="示" * LINE_MAXIMUM,
            address="示" * LINE_MAXIMUM,
            theme=theme.id,
            topic=max(theme.topics, key=lambda topic: len(topic.name.said("en"))).id,
            name="示" * NAME_MAXIMUM,
            contact=LONGEST_ADDRESS,
            contact_kind="email",
            text_closed=True,
            files_closed=True,
            started_at=clock.now(),
            touched_at=clock.now(),
            parts=[_part(1, PartKind.TEXT, text=text)]
            + [
                _part(2 + number, PartKind.FILE, sha256=sha256, name=LONGEST_FILE_NAME)
                for number in range(rules.files.max_count)
            ],
        )
        session.add(draft)


def _longest(named: Sequence[Named]) -> str | None:
    return max(named, key=lambda one: len(one.name.said("en"))).id if named else None


def _length(theme: Theme) -> int:
    return sum(len(topic.name.said("en")) for topic in theme.topics)


def _part(message: int, kind: PartKind, **said: str) -> Part:
    return Part(message=message, kind=kind, said_at=clock.now(), **said)


async def send_in(on: Stage) -> None:
    """Make the draft a suggestion, on whatever day this is, and let everything happen to it."""
    async with on.db.begin() as session:
        draft = (await session.scalars(select(Draft).options(selectinload(Draft.parts)))).one()
        suggestion = await suggestions._write(session, draft)
        draft.state = DraftState.SENT
        unit = await session.scalar(select(Unit))
        answer = _longest_reply(suggestion.id, unit.id)
        session.add(answer)
        await session.flush()
        sha256 = (await session.scalars(select(StoredFile.sha256).limit(1))).one()
        whose = {"suggestion_id": suggestion.id, "unit_id": unit.id, "reply_id": answer.id, "staff_id": 1}
        session.add(ReplyFile(**whose, sha256=sha256, name=LONGEST_FILE_NAME, added_at=clock.now()))
        more = {"unit": unit.id, "due_on": "2026-11-30", "into": suggestion.number, "reply": answer.id}
        for kind in EventKind:
            event = await history.append(
                session, suggestion, kind=kind, actor=(ActorKind.PERSON, on.person_id), data=more
            )
            session.add(Remark(event_id=event.id, text=WIDE * REASON_MAXIMUM))


def _longest_reply(suggestion_id: int, unit_id: int) -> Reply:
    return Reply(
        suggestion_id=suggestion_id,
        unit_id=unit_id,
        staff_id=1,
        outcome="adopted",
        text="&" * REPLY_MAXIMUM,
        given_at=clock.now(),
    )


async def ask_in(on: Stage) -> None:
    """Ask about the suggestion that was sent, and let the person be in the middle of a long answer."""
    async with on.db.begin() as session:
        there = (await session.scalars(select(Suggestion))).one()
        unit = (await session.scalars(select(Unit).limit(1))).one()
        there.unit_id, there.paused_since = unit.id, clock.now()
        said = AnswerPart(message=1, kind=AnswerKind.TEXT, text=WIDE * ANSWER_MAXIMUM, said_at=clock.now())
        asked = [
            Question(
                suggestion_id=there.id,
                staff_id=1,
                unit_id=unit.id,
                text=WIDE * QUESTION_MAXIMUM,
                asked_at=clock.now(),
                parts=parts,
            )
            for parts in ([said], [])
        ]
        session.add_all(asked)
        await session.flush()
        await _answering(session, on, f"question:{asked[0].id}")


async def reply_in(on: Stage) -> bool:
    """Let the person be giving a reason for a rating; False where the campaign has none."""
    async with on.db.begin() as session:
        there = (await session.scalars(select(Suggestion))).one()
        rules = await campaigns.edition(session, there.edition)
        if not rules.ratings:
            return False
        reply = (await session.scalars(select(Reply))).one()
        row = Rating(suggestion_id=there.id, reply_id=reply.id, unit_id=reply.unit_id, asked_at=clock.now())
        session.add(row)
        await session.flush()
        await _answering(session, on, f"rating:{row.id}:{rules.ratings[-1].id}")
    return True


async def desk_in(on: Stage) -> None:
    """Link the chat to a clerk's account, with a suggestion that waits and has been asked about at length."""
    async with on.db.begin() as session:
        staff = Staff(login="l" * 64, password_hash="", role=Role.CLERK, language="en")
        session.add(staff)
        await session.flush()
        session.add(Link(staff_id=staff.id, person_id=on.person_id, since=clock.now()))


async def _answering(session: AsyncSession, on: Stage, about: str) -> None:
    await session.execute(update(Person).where(Person.id == on.person_id).values(answering=about))
