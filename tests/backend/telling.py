"""A person who tells a suggestion, one act after the other."""

import pytest
from backend_house import SHA256

from backend.db import Database
from backend.drafts import actions, attachments, queries, speaker
from backend.drafts.answering import Answer
from backend.drafts.model import Draft
from backend.errors import Refusal

Key = tuple[str, dict[str, str]]


class Telling:
    """One draft being said; each act answers a newer update than the one before."""

    def __init__(self, db: Database, draft: Draft) -> None:
        self.db, self.id, self.person_id, self.update = db, draft.id, draft.person_id, draft.answered

    async def does(self, verb: str, **said: object) -> None:
        self.update += 1
        act = next(getattr(verbs, verb) for verbs in (actions, attachments, speaker) if hasattr(verbs, verb))
        await act(self.db, Answer(self.id, self.update), **said)

    async def refused(self, verb: str, **said: object) -> Key:
        with pytest.raises(Refusal) as refusal:
            await self.does(verb, **said)
        return refusal.value.key, refusal.value.blanks

    async def says(self, message: int, text: str) -> None:
        await self.does("say", message=message, text=text)

    async def sends(self, message: int, **more: object) -> None:
        """Send a file; its bytes are those of `stored_file`."""
        await self.does("attach", message=message, sha256=SHA256, name=f"{message}.pdf", **more)

    async def corrects(self, message: int, text: str) -> Draft | None:
        self.update += 1
        said = {"message": message, "text": text, "update": self.update}
        return await actions.correct(self.db, person_id=self.person_id, **said)

    async def now(self) -> Draft:
        async with self.db.read() as session:
            draft = await queries.own(session, self.person_id, self.id)
        assert draft is not None
        return draft
