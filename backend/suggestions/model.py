"""A suggestion with its number, and the chain of events that is its history."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.db import BigId, Digest, Id, Instant, Key, Ref, Sealed, Table


class SuggestionState(StrEnum):
    REGISTERED = "registered"
    FORWARDED = "forwarded"
    REPLIED = "replied"


MOVES: dict[SuggestionState, frozenset[SuggestionState]] = {
    SuggestionState.REGISTERED: frozenset({SuggestionState.FORWARDED}),
    SuggestionState.FORWARDED: frozenset({SuggestionState.FORWARDED, SuggestionState.REPLIED}),
    SuggestionState.REPLIED: frozenset(),
}
"""The allowed moves: from a state to those that may follow."""


class EventKind(StrEnum):
    REGISTERED = "registered"
    FORWARDED = "forwarded"
    REPLIED = "replied"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"


class ActorKind(StrEnum):
    PERSON = "person"
    STAFF = "staff"


PUBLIC_CHANGES = "public"
"""The counter of what was made public or private; no campaign's prefix is in small letters."""


class Counter(Table):
    """The last number given under a prefix; taken in the transaction of the suggestion itself: no gaps."""

    __tablename__ = "number_counter"

    prefix: Mapped[Key] = mapped_column(primary_key=True)
    last: Mapped[int]


class Attachment(Table):
    __tablename__ = "attachment"
    __table_args__ = (UniqueConstraint("suggestion_id", "ordinal"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    ordinal: Mapped[int]
    sha256: Mapped[Digest] = mapped_column(ForeignKey("stored_file.sha256"))
    name: Mapped[str] = mapped_column(Sealed)


class Event(Table):
    """Who did what to a suggestion, when and why; `seal` chains it to the one before (no personal data)."""

    __tablename__ = "event"
    __table_args__ = (UniqueConstraint("suggestion_id", "ordinal"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    ordinal: Mapped[int]
    kind: Mapped[EventKind] = mapped_column(String(32))
    actor_kind: Mapped[ActorKind] = mapped_column(String(16))
    actor_id: Mapped[Ref]
    at: Mapped[datetime] = mapped_column(Instant)
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    seal: Mapped[Digest]


class Heads(Table):
    """All chain heads at one instant, sealed together: a chain cut short afterwards is found by `verify`."""

    __tablename__ = "heads"

    id: Mapped[Id]
    at: Mapped[datetime] = mapped_column(Instant)
    last_event: Mapped[Ref]
    events: Mapped[int]
    seal: Mapped[Digest]


class Support(Table):
    """A person who would have said the same, and follows what becomes of it."""

    __tablename__ = "support"
    __table_args__ = (UniqueConstraint("suggestion_id", "person_id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    since: Mapped[datetime] = mapped_column(Instant)


class Suggestion(Table):
    """`draft_id` is the idempotency key: a draft becomes one suggestion, however often it is sent.

    `public_since` is empty while nobody but author and staff may see it; `public_change` numbers each change
    of that in the order in which they became true, so that an index knows what it has not yet seen.
    """

    __tablename__ = "suggestion"
    __table_args__ = (
        Index(None, "state", "id"),
        Index(None, "unit_id", "id"),
        Index(None, "person_id", "id"),
        Index(None, "public_change"),
        Index(None, "source_id"),
    )

    id: Mapped[Id]
    number: Mapped[Key] = mapped_column(unique=True)
    draft_id: Mapped[Ref] = mapped_column(ForeignKey("draft.id"), unique=True)
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    campaign: Mapped[Key]
    edition: Mapped[Digest] = mapped_column(ForeignKey("campaign_edition.digest"))
    theme: Mapped[Key]
    topic: Mapped[Key]
    text: Mapped[str] = mapped_column(Text)
    scope: Mapped[str | None] = mapped_column(String(64))
    receiving_unit: Mapped[str | None] = mapped_column(String(64))
    identity: Mapped[str | None] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(Sealed)
    contact: Mapped[str] = mapped_column(Sealed)
    contact_kind: Mapped[str] = mapped_column(String(8))
    work_unit: Mapped[str | None] = mapped_column(Sealed)
    school: Mapped[str | None] = mapped_column(Sealed)
    address: Mapped[str | None] = mapped_column(Sealed)
    consent: Mapped[str | None] = mapped_column(String(64))
    consented_at: Mapped[datetime | None] = mapped_column(Instant)
    source_id: Mapped[int | None] = mapped_column(BigId)
    channel: Mapped[Key]
    code_hash: Mapped[Digest]
    state: Mapped[SuggestionState] = mapped_column(String(16))
    submitted_at: Mapped[datetime] = mapped_column(Instant)
    unit_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("unit.id"))
    due_on: Mapped[date | None] = mapped_column(Date)
    public_since: Mapped[datetime | None] = mapped_column(Instant)
    public_change: Mapped[int | None] = mapped_column(BigId)
    attachments: Mapped[list[Attachment]] = relationship(lazy="raise", order_by=Attachment.ordinal)
    events: Mapped[list[Event]] = relationship(lazy="raise", order_by=Event.ordinal)
