from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Ref, Sealed, Table


class VisitOutcome(StrEnum):
    TOLD = "told"
    ANSWERED = "answered"
    NOT_MET = "not-met"
    MOVED_AWAY = "moved-away"
    REFUSED = "refused"
    CORRECTED = "corrected"
    OVERTAKEN = "overtaken"
    """Nothing to tell any more: told by somebody else, undone, or followed by something newer."""


ENDED = frozenset({VisitOutcome.MOVED_AWAY, VisitOutcome.REFUSED})
"""Nobody can be told: what one tap says, and one tap takes back on the same day."""


class Visit(Table):
    """Word to bring to a subject without a chat: a question to ask or a reply to tell, by a day.

    `event_id` is what there is to tell; `kind` the push that would have told it. Done when `done_at` is set;
    a try that met nobody leaves it open with a later `due_on`. `answered` is the newest inbox entry taken in.
    """

    __tablename__ = "visit"
    __table_args__ = (
        UniqueConstraint("event_id", "person_id", "kind"),
        Index(None, "officer_id", "done_at", "due_on"),
    )

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    event_id: Mapped[Ref] = mapped_column(ForeignKey("event.id"))
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(String(64))
    officer_id: Mapped[Ref] = mapped_column(ForeignKey("officer.id"))
    made_at: Mapped[datetime] = mapped_column(Instant)
    due_on: Mapped[date] = mapped_column(Date)
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    told_on: Mapped[date | None] = mapped_column(Date)
    outcome: Mapped[VisitOutcome | None] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(Sealed)
    tries: Mapped[int] = mapped_column(default=0)
    answered: Mapped[int] = mapped_column(BigId, default=0)
