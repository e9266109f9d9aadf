"""A form of a suggestion's page: who sends it and about what; what is shown once it is done or refused."""

from collections.abc import Coroutine
from dataclasses import dataclass, replace
from typing import Annotated, Any, TypedDict
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.responses import Response

from backend.console.beside import Search
from backend.console.case import Case
from backend.console.one import handed_out
from backend.console.pages import see_other
from backend.console.said import whole
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.shown import Queue, Refused, case_of, page_of
from backend.db import Database
from backend.errors import Refusal
from backend.files.model import StoredFile
from backend.notices import actions as notices
from backend.suggestions.queries import Sight

SCREENING = "screening"


class By(TypedDict):
    """What a verb of the office is told: about what, by whom, and which event was the last they saw."""

    number: str
    staff_id: int
    seen: int | None


class Whose(TypedDict):
    """What a verb is told whose doing no older page can spoil: about what, by whom, from which desk."""

    number: str
    staff_id: int
    sight: Sight


@dataclass(frozen=True)
class Deed:
    request: Request
    db: Database
    desk: Desk
    typed: dict[str, str]
    number: str

    @property
    def by(self) -> By:
        return By(number=self.number, staff_id=self.desk.staff.id, seen=whole(self.said("seen")))

    @property
    def whose(self) -> Whose:
        return Whose(number=self.number, staff_id=self.desk.staff.id, sight=self.desk.sight)

    def said(self, name: str) -> str:
        return self.typed.get(name, "")

    async def case(self) -> Case:
        return await case_of(self.db, self.desk, self.number)

    async def settle(
        self, doing: Coroutine[Any, Any, object], *, form: str, done: str = "", at: str = ""
    ) -> Response:
        """Do it and go on: to the page that says what was `done`, or to where it stands (`at`).

        Refused, the form is shown again with what was typed.
        """
        try:
            await doing
        except Refusal as refusal:
            return await self.refuse(refusal, form)
        await self._notices_read()
        if self.said("next") == SCREENING:
            asked = {"place": self.said("place"), "last": self.number}
            return see_other(f"/{SCREENING}?{urlencode(asked)}")
        return self.back(at or f"?done={done}")

    async def _notices_read(self) -> None:
        """Whoever acts on a suggestion has read what they were told of it, as far as their page showed it."""
        seen = whole(self.said("seen"))
        if seen is not None:
            await notices.read_about(self.db, staff_id=self.desk.staff.id, number=self.number, seen=seen)

    def back(self, at: str) -> Response:
        return see_other(f"/suggestions/{self.number}{at}")

    async def refuse(self, refusal: Refusal, form: str) -> Response:
        """Show the page again with the refusal; whoever does not see the suggestion learns only that."""
        case, queue = await self.case(), None
        if self.said("next") == SCREENING:
            queue = Queue(place=whole(self.said("place")) or 1, waiting=0)
        return await page_of(self.request, case, refused=Refused(refusal, form, self.typed), queue=queue)

    async def found(self, search: Search) -> Response:
        """Show what was looked for beside the editor."""
        case = await self.case()
        return await page_of(self.request, replace(case, beside=replace(case.beside, search=search)))

    async def file(self, name: str, kept: StoredFile) -> Response:
        return await handed_out(self.request, name, kept, self.number)


def _deed(request: Request, db: Db, desk: AtDesk, typed: Typed, number: str) -> Deed:
    return Deed(request, db, desk, typed, number)


Doing = Annotated[Deed, Depends(_deed)]
