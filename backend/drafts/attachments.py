"""Attachments of a draft, and a long text that becomes one (R41, R42)."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.drafts.actions import add_words
from backend.drafts.answering import answers, part_of
from backend.drafts.model import Draft, PartKind, Step
from backend.drafts.steps import next_step
from backend.errors import Refusal
from backend.people import values


@answers
async def attach_text(session: AsyncSession, draft: Draft, *, sha256: str, name: str) -> None:
    """Let a stored text file take the place of a text over the limit; a short one is asked next (R41)."""
    texts = draft.texts
    if not texts:
        return
    await _refuse_one_more(session, draft, name)
    place = -texts[0].message  # the message itself may stand for a file, whose caption this text was
    session.add(part_of(draft, place, PartKind.FILE, sha256=sha256, name=name))
    for part in texts:
        part.kind = PartKind.WHOLE
    draft.text_closed = False
    draft.step = Step.TEXT


@answers
async def attach(
    session: AsyncSession, draft: Draft, *, message: int, sha256: str, name: str, caption: str = ""
) -> None:
    """Add a stored file, and its caption to the text; refuses one more than the campaign takes."""
    if any(part.message == message for part in draft.files):
        return
    rules = await _refuse_one_more(session, draft, name)
    session.add(part_of(draft, message, PartKind.FILE, sha256=sha256, name=name))
    if words := values.cleaned(caption):
        add_words(session, draft, rules, message, words)


@answers
async def keep_caption(session: AsyncSession, draft: Draft, *, message: int, caption: str) -> None:
    """Keep what was said beside a file that was not taken."""
    words = values.cleaned(caption)
    if words and all(part.message != message for part in draft.texts):
        add_words(session, draft, await campaigns.edition(session, draft.edition), message, words)


async def _refuse_one_more(session: AsyncSession, draft: Draft, name: str) -> Campaign:
    rules = await campaigns.edition(session, draft.edition)
    if len(draft.files) >= rules.files.max_count:
        raise Refusal("file-one-too-many", name=name, maximum=str(rules.files.max_count))
    return rules


@answers
async def remove_file(session: AsyncSession, draft: Draft, *, part: int) -> None:
    """Take one attachment out, and the words back that it stood for; what is gone already stays gone."""
    for file in draft.files:
        if file.id == part:
            await session.delete(file)
            if file.message < 0:
                await _bring_back(session, draft, -file.message)


async def _bring_back(session: AsyncSession, draft: Draft, first: int) -> None:
    """Bring back the words of the file that begins with the message `first`; a later one keeps its own."""
    later = [-file.message for file in draft.files if -file.message > first]
    for part in draft.whole:
        if first <= part.message < min(later, default=part.message + 1):
            part.kind = PartKind.TEXT
    rules = await campaigns.edition(session, draft.edition)
    if len(draft.text) > rules.length_for(draft.identity).maximum:
        draft.text_closed, draft.step = False, Step.TEXT


@answers
async def close_files(session: AsyncSession, draft: Draft) -> None:
    rules = await campaigns.edition(session, draft.edition)
    draft.files_closed = True
    draft.step = next_step(draft, rules)
