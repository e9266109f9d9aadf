"""What every form on a suggestion's page has in hand: who sends it, about what, where a refusal is shown."""

from dataclasses import dataclass, replace
from typing import Annotated, TypedDict

from fastapi import Depends, Request
from fastapi.responses import Response

from backend.console.beside import Search
from backend.console.case import Case
from backend.console.one import _as_file, _bytes
from backend.console.pages import see_other
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.shown import Refused, case_of, page_of
from backend.db import Database
from backend.errors import NotAllowed, Refusal
from backend.files.model import StoredFile
from backend.suggestions.queries import Sight

ID_DIGITS = 18


class Whose(TypedDict):
    """What most verbs ask first: which suggestion, seen by whom, and who acts."""

    number: str
    sight: Sight
    staff_id: int


@dataclass(frozen=True)
class Acting:
    """A member of staff sends a form about a suggestion."""

    request: Request
    db: Database
    desk: Desk
    typed: dict[str, str]
    number: str

    @property
    def whose(self) -> Whose:
        return Whose(number=self.number, sight=self.desk.sight, staff_id=self.desk.staff.id)

    def said(self, field: str) -> str:
        return self.typed.get(field, "")

    async def case(self) -> Case:
        return await case_of(self.db, self.desk, self.number)

    def back(self, section: str) -> Response:
        return see_other(f"/suggestions/{self.number}#{section}")

    async def again(self, refusal: Refusal, form: str) -> Response:
        """Show the page once more, with the refusal at its form and all that was typed."""
        return await page_of(self.request, await self.case(), refused=Refused(refusal, form, self.typed))

    async def found(self, search: Search) -> Response:
        case = await self.case()
        return await page_of(self.request, replace(case, beside=replace(case.beside, search=search)))

    async def file(self, name: str, kept: StoredFile) -> Response:
        """Hand out stored bytes to be saved; not what has not been found clean."""
        if kept.quarantine:
            raise NotAllowed("console-file-quarantined")
        content = await _bytes(self.request, kept.sha256)
        return Response(content, media_type=kept.media_type, headers=_as_file(name, self.number))


def acting(request: Request, db: Db, desk: AtDesk, typed: Typed, number: str) -> Acting:
    return Acting(request, db, desk, typed, number)


Act = Annotated[Acting, Depends(acting)]


def row_id(said: str) -> int:
    """Read a row's number; 0, which no row has, for what is none."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= ID_DIGITS else 0
