"""What officers are told of entries: that one was handed over to them; never for whom it is."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend import push
from backend.i18n import label
from backend.people.model import Person


@push.says("entry-given")
async def given(_session: AsyncSession, _draft_id: int, _reader: Person) -> push.Blanks:
    return {}


@push.offers("entry-given")
async def opening(_session: AsyncSession, draft_id: int, reader: Person) -> Sequence[push.Row]:
    return [(push.Button(label(reader.language, "entry-open"), "entry:", str(draft_id)),)]
