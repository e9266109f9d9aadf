"""Those who handle suggestions, and their sign-ins."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.db import BigId, Digest, Id, Instant, Key, Ref, Table
from backend.handling.model import Unit


class Role(StrEnum):
    """A clerk sits in the collection office and sees everything; a handler sees what their unit was given."""

    CLERK = "clerk"
    HANDLER = "handler"


class Staff(Table):
    __tablename__ = "staff"

    id: Mapped[Id]
    login: Mapped[Key] = mapped_column(unique=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    role: Mapped[Role] = mapped_column(String(16))
    unit_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("unit.id"))
    language: Mapped[str] = mapped_column(String(16))
    unit: Mapped[Unit | None] = relationship(lazy="joined")


class SignIn(Table):
    """The browser holds the token, we hold its SHA-256."""

    __tablename__ = "sign_in"

    token_hash: Mapped[Digest] = mapped_column(primary_key=True)
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    form_key: Mapped[Key]
    expires_at: Mapped[datetime] = mapped_column(Instant)
    staff: Mapped[Staff] = relationship(lazy="joined")
