"""Programs that act for a member of staff: their tokens, and the answers they were given."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.db import BigId, Digest, Id, Instant, Key, Ref, Sealed, Table
from backend.staff.model import Staff


class Scope(StrEnum):
    """What a token may be used for; its member of staff's role bounds it further."""

    READ = "read"
    REGISTER = "register"
    HANDLE = "handle"
    IMPORT = "import"


class ProgramToken(Table):
    """The program holds the token, we hold its SHA-256.

    `once` is the form that asked for it, so that a form sent twice makes one; `made_by` is empty for one
    made at the terminal. `last_day` is the last day on which it is good.
    """

    __tablename__ = "program_token"

    id: Mapped[Id]
    name: Mapped[Key]
    token_hash: Mapped[Digest] = mapped_column(unique=True)
    once: Mapped[Digest] = mapped_column(unique=True)
    scopes: Mapped[list[str]] = mapped_column(JSON)
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    made_by: Mapped[int | None] = mapped_column(BigId)
    made_at: Mapped[datetime] = mapped_column(Instant)
    last_day: Mapped[date] = mapped_column(Date)
    last_used_at: Mapped[datetime | None] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)
    staff: Mapped[Staff] = relationship(lazy="joined")


class ProgramAnswer(Table):
    """What a request was answered, under its idempotency key; `asked` is a hash of what was asked.

    The body is sealed: it may hold a query code. `status` is empty while an import is being dealt with, and
    the body then says how many lines are in.
    """

    __tablename__ = "program_answer"
    __table_args__ = (UniqueConstraint("token_id", "key_hash"), Index(None, "claimed_at"))

    id: Mapped[Id]
    token_id: Mapped[Ref] = mapped_column(ForeignKey("program_token.id"))
    key_hash: Mapped[Digest]
    asked: Mapped[Digest]
    claimed_at: Mapped[datetime] = mapped_column(Instant)
    status: Mapped[int | None]
    media_type: Mapped[str | None] = mapped_column(String(128))
    body: Mapped[str | None] = mapped_column(Sealed)
