from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.i18n import label
from backend.people.model import Person
from backend.questions.model import Question
from backend.suggestions.messages import event_and_suggestion
from backend.suggestions.model import Event


@push.says("suggestion-asked")
@push.says("question-reminded")
async def asked(session: AsyncSession, event_id: int, reader: Person) -> push.Blanks:
    del reader
    event, suggestion = await event_and_suggestion(session, event_id)
    paused = suggestion.paused_since is not None and await _is_open(session, event)
    return {"number": suggestion.number, "paused": "yes" if paused else "no"}


@push.offers("suggestion-asked", "question-reminded")
async def answer(session: AsyncSession, event_id: int, reader: Person) -> Sequence[push.Row]:
    event, suggestion = await event_and_suggestion(session, event_id)
    if not await _is_open(session, event):
        return ()
    words = label(reader.language, "push-answer")
    return [(push.Button(words, f"answer:{event.data['question']}", suggestion.number),)]


async def _is_open(session: AsyncSession, event: Event) -> bool:
    return (await session.get_one(Question, event.data["question"])).closed_at is None
