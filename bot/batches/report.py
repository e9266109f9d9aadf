"""What an officer is told of a batch: what went in, under which number, and what did not, with its reason."""

from collections.abc import Iterable

from aiogram.types import Message

from backend.batches.fields import Field, head
from backend.batches.taking import Refused, Report, Taken
from backend.errors import Refusal
from backend.i18n import escaped, label, say
from backend.people.model import Person
from bot.dialogs.mine.shown import units
from bot.wording import worded

ROOM = 3500
"""UTF-16 units of one message."""


def reason(refusal: Refusal, language: str) -> str:
    """Return why not, as plain text; a field is called by its name."""
    blanks = dict(refusal.blanks)
    if blanks.get("field") in list(Field):
        blanks["field"] = head(Field(blanks["field"]), language)
    return label(language, refusal.key, **blanks)


def counts(report: Report, person: Person) -> str:
    new = sum(one.new for one in report.taken)
    known = len(report.taken) - new
    return worded(person, "batch-report", new=new, known=known, refused=len(report.refused))


def taken(one: Taken, language: str) -> str:
    return say(
        language,
        "batch-report-taken",
        place=str(one.place),
        name=one.name,
        number=one.number,
        code=one.code,
        known="no" if one.new else "yes",
        guessed=one.guessed or "no",
    )


def refused(one: Refused, language: str, raw: str) -> Iterable[str]:
    """Yield the reason, and what to copy."""
    yield say(language, "batch-report-refused", place=str(one.place), reason=reason(one.reason, language))
    if raw:
        yield f"{say(language, 'batch-report-mend')}\n<pre>{escaped(raw)}</pre>"


async def send(message: Message, pieces: Iterable[str]) -> None:
    """Send pieces of HTML in as few messages as hold them."""
    held = ""
    for piece in pieces:
        if held and units(held) + units(piece) > ROOM:
            await message.answer(held)
            held = ""
        held = f"{held}\n\n{piece}" if held else piece
    if held:
        await message.answer(held)
