"""Units that handle, the replies they give, opinions of assisting units, instructions of leaders."""

from datetime import date, datetime

from sqlalchemy import JSON, Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import BigId, Id, Instant, Key, Ref, Table


class Unit(Table):
    """A handling unit 承办单位; `names` has its name in each language.

    `parent_id` is the unit above (R66); `placed` once a campaign file or an administrator said where it
    belongs. A retired unit is given nothing any more.
    """

    __tablename__ = "unit"

    id: Mapped[Id]
    key: Mapped[Key] = mapped_column(unique=True)
    names: Mapped[dict[str, str]] = mapped_column(JSON)
    parent_id: Mapped[int | None] = mapped_column(BigId)
    placed: Mapped[bool] = mapped_column(default=False)
    retired_at: Mapped[datetime | None] = mapped_column(Instant)

    def name(self, language: str) -> str:
        return self.names.get(language) or next(iter(self.names.values()))


class Reply(Table):
    """A unit's answer, never changed once given (R67, R69); a second handling gives the next `ordinal`."""

    __tablename__ = "reply"
    __table_args__ = (UniqueConstraint("suggestion_id", "ordinal"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    ordinal: Mapped[int] = mapped_column(default=1)
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    staff_id: Mapped[Ref]
    outcome: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    given_at: Mapped[datetime] = mapped_column(Instant)


class Opinion(Table):
    """What an assisting unit gives the lead to consider (R119, R121); the author does not see it."""

    __tablename__ = "opinion"
    __table_args__ = (Index(None, "suggestion_id", "id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    staff_id: Mapped[Ref]
    text: Mapped[str] = mapped_column(Text)
    given_at: Mapped[datetime] = mapped_column(Instant)


class Instruction(Table):
    """A leader's instruction 批示 as the office wrote it down: words, by which office, when (R57, R99)."""

    __tablename__ = "instruction"
    __table_args__ = (Index(None, "suggestion_id", "id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    staff_id: Mapped[Ref]
    leader: Mapped[Key]
    text: Mapped[str] = mapped_column(Text)
    given_on: Mapped[date] = mapped_column(Date)
    recorded_at: Mapped[datetime] = mapped_column(Instant)
