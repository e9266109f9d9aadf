"""The program, killed with SIGKILL at one commit: it kills itself, so that the instant is the same each time.

As a starter (see starter.py) the request says where, in a header: `Die: before 1`, `Die: after 2`.
As `python -m chaos.mortal <where> <words of the command line>` an import at the terminal is killed.
"""

import os
import signal
import sys
from contextvars import ContextVar
from typing import Any

from chaos import starter
from sqlalchemy import event
from sqlalchemy.orm import Session

from backend.api import admission
from backend.ledger import taking
from jindianzi import ledger
from jindianzi.cli import app

HEADER = "Die"


class Doom:
    """Where to die: before or after which commit, counted from here."""

    def __init__(self, said: str) -> None:
        self._when, number = said.split()
        self._left = int(number)

    def comes(self, when: str) -> None:
        """Die if this is the place."""
        if when == "before":
            self._left -= 1
        if self._left == 0 and when == self._when:
            os.kill(os.getpid(), signal.SIGKILL)


DOOM: ContextVar[Doom | None] = ContextVar("DOOM", default=None)


def _watch(when: str) -> None:
    @event.listens_for(Session, f"{when}_commit")
    def commits(session: Session) -> None:
        doom = DOOM.get()
        if doom and not session.in_nested_transaction():
            doom.comes(when)


def _doom_requests() -> None:
    once = admission._once

    async def doomed(request: Any, *more: Any, **named: Any) -> Any:
        if said := request.headers.get(HEADER):
            DOOM.set(Doom(said))
        return await once(request, *more, **named)

    admission._once = doomed


def _doom_import(said: str) -> None:
    take_in = taking.take_in

    async def doomed(*more: Any, **named: Any) -> Any:
        DOOM.set(Doom(said))
        return await take_in(*more, **named)

    ledger.taking.take_in = doomed


if __name__ == "__main__":
    _watch("before")
    _watch("after")
    if sys.argv[1:]:
        _doom_import(sys.argv[1])
        app(sys.argv[2:], prog_name="jindianzi")
    _doom_requests()
    starter.main()
