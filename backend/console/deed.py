"""A form of a suggestion's page, done or refused."""

from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Annotated, Any, TypedDict
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.responses import Response

from backend.console.pages import see_other
from backend.console.session import AtDesk, Db, Desk, Typed
from backend.console.shown import Queue, Refused, case_of, page_of
from backend.db import Database
from backend.errors import NotFound, Refusal

DIGITS = 18
SCREENING = "screening"


class By(TypedDict):
    """What every verb of the desk is told."""

    number: str
    staff_id: int
    seen: int | None


@dataclass(frozen=True)
class Deed:
    request: Request
    db: Database
    desk: Desk
    typed: dict[str, str]
    number: str

    @property
    def by(self) -> By:
        return {"number": self.number, "staff_id": self.desk.staff.id, "seen": whole(self.said("seen"))}

    def said(self, name: str) -> str:
        return self.typed.get(name, "")

    async def settle(self, doing: Coroutine[Any, Any, object], *, form: str, done: str) -> Response:
        """Do it and go on to the page that says so; refused, show the form again with what was typed."""
        try:
            await doing
        except Refusal as refusal:
            return await self.refuse(refusal, form)
        if self.said("next") == SCREENING:
            asked = {"place": self.said("place"), "last": self.number}
            return see_other(f"/{SCREENING}?{urlencode(asked)}")
        return see_other(f"/suggestions/{self.number}?done={done}")

    async def refuse(self, refusal: Refusal, form: str) -> Response:
        try:
            case = await case_of(self.db, self.desk, self.number)
        except NotFound:
            raise refusal from None
        queue = None
        if self.said("next") == SCREENING:
            queue = Queue(place=whole(self.said("place")) or 1, waiting=0)
        return await page_of(self.request, case, refused=Refused(refusal, form, self.typed), queue=queue)


def whole(said: str) -> int | None:
    """Read a whole number as our own forms send it; None for anything else."""
    return int(said) if said.isascii() and said.isdigit() and len(said) <= DIGITS else None


def _deed(request: Request, db: Db, desk: AtDesk, typed: Typed, number: str) -> Deed:
    return Deed(request, db, desk, typed, number)


Doing = Annotated[Deed, Depends(_deed)]
