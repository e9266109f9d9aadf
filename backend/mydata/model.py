"""A certificate for each time a person was forgotten: what went, what stayed, and nothing of who it was."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Id, Instant, Key, Ref, Table


class Certificate(Table):
    """`inbox_id` is the entry that asked for it, taken once; `erased` counts by kind.

    `kept` has the numbers of suggestions that stay, `files` what is still to be taken out of the file store
    until `finished_at`.
    """

    __tablename__ = "certificate"
    __table_args__ = (UniqueConstraint("person_id", "inbox_id"),)

    id: Mapped[Id]
    number: Mapped[Key] = mapped_column(unique=True)
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    inbox_id: Mapped[Ref]
    made_at: Mapped[datetime] = mapped_column(Instant)
    erased: Mapped[dict[str, int]] = mapped_column(JSON)
    kept: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    files: Mapped[list[str]] = mapped_column(JSON)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)
