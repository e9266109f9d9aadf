"""Those who handle suggestions, how they sign in, and what was done to their accounts."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.db import BigId, Digest, Id, Instant, Key, Ref, Sealed, Table
from backend.handling.model import Unit


class Role(StrEnum):
    """What a member of staff is.

    A clerk sits in the collection office and sees everything; a handler and a unit lead see what their unit
    was given; a supervisor 督办, a leader and an auditor see everything and change nothing but what is theirs
    to change; an administrator keeps accounts and units, and sees no suggestion.
    """

    CLERK = "clerk"
    HANDLER = "handler"
    UNIT_LEAD = "unit-lead"
    SUPERVISOR = "supervisor"
    LEADER = "leader"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


OFFICE = frozenset({Role.CLERK})
UNITS = frozenset({Role.HANDLER, Role.UNIT_LEAD})
WATCHERS = frozenset({Role.SUPERVISOR, Role.LEADER, Role.AUDITOR})
READERS = OFFICE | UNITS | WATCHERS
"""Who may see suggestions, each within their sight."""


class Staff(Table):
    """`one_time` where the password was made by another and must be changed first, by `one_time_until`."""

    __tablename__ = "staff"

    id: Mapped[Id]
    login: Mapped[Key] = mapped_column(unique=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    one_time: Mapped[bool] = mapped_column(default=False)
    one_time_until: Mapped[datetime | None] = mapped_column(Instant)
    role: Mapped[Role] = mapped_column(String(16))
    unit_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("unit.id"))
    language: Mapped[str] = mapped_column(String(16))
    suspended_at: Mapped[datetime | None] = mapped_column(Instant)
    unit: Mapped[Unit | None] = relationship(lazy="joined")


class SignIn(Table):
    """The browser holds the token, we hold its SHA-256; `code_due` until the second factor is shown."""

    __tablename__ = "sign_in"

    token_hash: Mapped[Digest] = mapped_column(primary_key=True)
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    form_key: Mapped[Key]
    code_due: Mapped[bool] = mapped_column(default=False)
    device: Mapped[Key] = mapped_column(default="")
    started_at: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    staff: Mapped[Staff] = relationship(lazy="joined")


class SecondFactor(Table):
    """A TOTP secret; it counts once a code of it was shown. `last_step` is the newest half minute used."""

    __tablename__ = "second_factor"

    staff_id: Mapped[int] = mapped_column(BigId, ForeignKey("staff.id"), primary_key=True)
    secret: Mapped[str] = mapped_column(Sealed)
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    last_step: Mapped[int] = mapped_column(BigId, default=0)


class RecoveryCode(Table):
    """Opens once in place of a TOTP code; we hold its keyed hash."""

    __tablename__ = "recovery_code"
    __table_args__ = (Index(None, "staff_id", "id"),)

    id: Mapped[Id]
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    code_hash: Mapped[Digest]
    used_at: Mapped[datetime | None] = mapped_column(Instant)


class Link(Table):
    """The chat in which a member of staff is told and may work: one for each, and each of one."""

    __tablename__ = "staff_link"

    staff_id: Mapped[int] = mapped_column(BigId, ForeignKey("staff.id"), primary_key=True)
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"), unique=True)
    since: Mapped[datetime] = mapped_column(Instant)


class LinkCode(Table):
    """The newest code by which a chat is linked; used once, and good for a quarter of an hour."""

    __tablename__ = "staff_link_code"

    staff_id: Mapped[int] = mapped_column(BigId, ForeignKey("staff.id"), primary_key=True)
    code_hash: Mapped[Digest]
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)


class Act(StrEnum):
    """What is written into the log of accounts and units."""

    APPOINTED = "appointed"
    MADE = "made"
    ROLE_CHANGED = "role-changed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    PASSWORD_GIVEN = "password-given"  # noqa: S105 - the name of an act
    PASSWORD_CHANGED = "password-changed"  # noqa: S105
    FACTOR_ON = "factor-on"
    FACTOR_OFF = "factor-off"
    FACTOR_RESET = "factor-reset"
    RECOVERY_MADE = "recovery-made"
    RECOVERY_USED = "recovery-used"
    LINKED = "linked"
    UNLINKED = "unlinked"
    UNIT_ADDED = "unit-added"
    UNIT_RENAMED = "unit-renamed"
    UNIT_MOVED = "unit-moved"
    UNIT_RETIRED = "unit-retired"
    UNIT_REOPENED = "unit-reopened"
    DUTY_SET = "duty-set"
    DUTY_ENDED = "duty-ended"
    ABSENCE_SET = "absence-set"
    ABSENCE_ENDED = "absence-ended"
    OFFICER_APPOINTED = "officer-appointed"
    OFFICER_INVITED = "officer-invited"
    OFFICER_CHANGED = "officer-changed"
    OFFICER_ENDED = "officer-ended"
    POINT_ADDED = "point-added"
    POINT_CHANGED = "point-changed"
    POINT_CLOSED = "point-closed"
    POINT_REOPENED = "point-reopened"
    OCCASION_ADDED = "occasion-added"
    OCCASION_CHANGED = "occasion-changed"
    OCCASION_ENDED = "occasion-ended"
    VISIT_GIVEN = "visit-given"
    ENTRY_GIVEN = "entry-given"


class AccountEvent(Table):
    """Who did what to whom, and when; without an actor it was done on the command line."""

    __tablename__ = "account_event"
    __table_args__ = (Index(None, "staff_id", "id"),)

    id: Mapped[Id]
    at: Mapped[datetime] = mapped_column(Instant)
    act: Mapped[Act] = mapped_column(String(32))
    actor_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("staff.id"))
    staff_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("staff.id"))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
