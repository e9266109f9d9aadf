"""A suggestion with its number, and the chain of events that is its history."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.db import BigId, Digest, Id, Instant, Key, Ref, Sealed, Table


class SuggestionState(StrEnum):
    REGISTERED = "registered"
    RETURNED = "returned"
    DIVERTED = "diverted"
    MERGED = "merged"
    FORWARDED = "forwarded"
    SIGNED = "signed"
    REPLIED = "replied"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class EventKind(StrEnum):
    REGISTERED = "registered"
    RETURNED = "returned"
    CORRECTED = "corrected"
    DIVERTED = "diverted"
    MERGED = "merged"
    OBJECTED = "objected"
    OBJECTION_DECIDED = "objection-decided"
    FORWARDED = "forwarded"
    SIGNED = "signed"
    SENT_BACK = "sent-back"
    ASKED = "asked"
    ANSWERED = "answered"
    SUPPLEMENTED = "supplemented"
    DATE_MOVED = "date-moved"
    CONTACTED = "contacted"
    REPLY_HANDED_IN = "reply-handed-in"
    REPLY_APPROVED = "reply-approved"
    REPLY_GIVEN_BACK = "reply-given-back"
    REPLY_DISCARDED = "reply-discarded"
    EXTENSION_ASKED = "extension-asked"
    EXTENSION_DECIDED = "extension-decided"
    REPLIED = "replied"
    REPLY_CORRECTED = "reply-corrected"
    TOLD = "told"
    RATED = "rated"
    REOPENED = "reopened"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    PROMISED = "promised"
    PROGRESSED = "progressed"
    AWARDED = "awarded"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    CLASSIFIED = "classified"
    SCOPED = "scoped"
    VALUED = "valued"
    KEYED = "keyed"
    RECOMMENDED = "recommended"
    INSTRUCTED = "instructed"
    ASSISTING = "assisting"
    OPINED = "opined"
    UNDONE = "undone"


INTERNAL = frozenset(
    {
        EventKind.VALUED,
        EventKind.KEYED,
        EventKind.RECOMMENDED,
        EventKind.INSTRUCTED,
        EventKind.OPINED,
        EventKind.REPLY_HANDED_IN,
        EventKind.REPLY_APPROVED,
        EventKind.REPLY_GIVEN_BACK,
        EventKind.REPLY_DISCARDED,
    }
)
"""What the desk notes for itself, and of a reply in the making: in no author's timeline."""
OF_PROMISES = frozenset({EventKind.PROMISED, EventKind.PROGRESSED})
"""Events whose `due_on` is a promise's day, not that of the reply."""


class ActorKind(StrEnum):
    PERSON = "person"
    STAFF = "staff"
    HOUSE = "house"
    """What happens by itself; its number is 0."""


PUBLIC_CHANGES = "public"
"""The counter of what was made public or private; no campaign's prefix is in small letters."""


COUNTED = (
    *("campaign", "officer_id", "state", "theme", "valuable"),
    *("submitted_at", "recommended_at", "draft_id"),
)
"""What quotas count by: an index that holds all of it, so that no text is read to count."""


class Counter(Table):
    """The last number given under a prefix; taken in the transaction of the suggestion itself: no gaps."""

    __tablename__ = "number_counter"

    prefix: Mapped[Key] = mapped_column(primary_key=True)
    last: Mapped[int]


class Attachment(Table):
    """`supplement_id` where it came after the suggestion was sent; `agreement` for a signed consent (R49)."""

    __tablename__ = "attachment"
    __table_args__ = (UniqueConstraint("suggestion_id", "ordinal"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    ordinal: Mapped[int]
    sha256: Mapped[Digest] = mapped_column(ForeignKey("stored_file.sha256"))
    name: Mapped[str] = mapped_column(Sealed)
    supplement_id: Mapped[int | None] = mapped_column(BigId)
    agreement: Mapped[bool] = mapped_column(default=False, server_default=false())


class Remark(Table):
    """The words that go with an event (why it was returned, what is objected): sealed, never in a push."""

    __tablename__ = "remark"

    event_id: Mapped[int] = mapped_column(BigId, ForeignKey("event.id"), primary_key=True)
    text: Mapped[str] = mapped_column(Sealed)


class Supplement(Table):
    """What the author added after sending; `inbox_id` is the update that said it, taken once."""

    __tablename__ = "supplement"
    __table_args__ = (UniqueConstraint("suggestion_id", "inbox_id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    inbox_id: Mapped[Ref]
    text: Mapped[str] = mapped_column(Text)
    said_at: Mapped[datetime] = mapped_column(Instant)


class Objection(Table):
    """The author disagrees with a diversion or a merge, once; `upheld` is empty until the office decides."""

    __tablename__ = "objection"

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    event_id: Mapped[Ref] = mapped_column(ForeignKey("event.id"), unique=True)
    made_at: Mapped[datetime] = mapped_column(Instant)
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    upheld: Mapped[bool | None]


class UnitRole(StrEnum):
    LEAD = "lead"
    ASSISTING = "assisting"


class Assignment(Table):
    """A unit's part in a suggestion 主办 / 协办 (R63, R121); over once `ended_at` is set.

    The lead's is `Suggestion.unit_id` as well; assisting units see the suggestion and give an opinion.
    """

    __tablename__ = "assignment"
    __table_args__ = (Index(None, "suggestion_id", "id"), Index(None, "unit_id", "suggestion_id"))

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    unit_id: Mapped[Ref] = mapped_column(ForeignKey("unit.id"))
    role: Mapped[UnitRole] = mapped_column(String(16))
    since: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class Event(Table):
    """Who did what to a suggestion, when and why; `seal` chains it to the one before (no personal data)."""

    __tablename__ = "event"
    __table_args__ = (UniqueConstraint("suggestion_id", "ordinal"), Index(None, "at"))

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
    """A person who would have said the same, and follows what becomes of it.

    `elsewhere` is the author in another chat, who showed it by number and query code.
    """

    __tablename__ = "support"
    __table_args__ = (UniqueConstraint("suggestion_id", "person_id"),)

    id: Mapped[Id]
    suggestion_id: Mapped[Ref] = mapped_column(ForeignKey("suggestion.id"))
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    since: Mapped[datetime] = mapped_column(Instant)
    elsewhere: Mapped[bool] = mapped_column(default=False)


class Suggestion(Table):
    """`draft_id` is the idempotency key: a draft becomes one suggestion, however often it is sent.

    `public_since` is empty while nobody but author and staff may see it; `public_change` numbers each change
    of that in the order in which they became true, so that an index knows what it has not yet seen.
    `paused_since` is set while the author is asked and the clock stands; `reopened` counts second handlings.
    `erased_at` is when what says who the author is was overwritten, at their wish.
    `valuable` 有价值 (R93), `key_leader` who answers for a key item 重点 (R124), `recommended_at` when it was
    recommended to the city 推荐上报 (R59, R106). `officer_id` is who entered it for its author (R22).
    """

    __tablename__ = "suggestion"
    __table_args__ = (
        Index(None, "state", "id"),
        Index(None, "state", "due_on"),
        Index(None, "unit_id", "id"),
        Index(None, "person_id", "id"),
        Index(None, "officer_id", "id"),
        Index(None, "public_change"),
        Index(None, "source_id"),
        Index("ix_suggestion_counted", *COUNTED),
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
    officer_id: Mapped[int | None] = mapped_column(BigId)
    channel: Mapped[Key]
    code_hash: Mapped[Digest]
    state: Mapped[SuggestionState] = mapped_column(String(16))
    submitted_at: Mapped[datetime] = mapped_column(Instant)
    unit_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("unit.id"))
    due_on: Mapped[date | None] = mapped_column(Date)
    merged_into: Mapped[int | None] = mapped_column(BigId)
    paused_since: Mapped[datetime | None] = mapped_column(Instant)
    reopened: Mapped[int] = mapped_column(default=0)
    erased_at: Mapped[datetime | None] = mapped_column(Instant)
    valuable: Mapped[bool] = mapped_column(default=False)
    key_leader: Mapped[str | None] = mapped_column(String(64))
    recommended_at: Mapped[datetime | None] = mapped_column(Instant)
    public_since: Mapped[datetime | None] = mapped_column(Instant)
    public_change: Mapped[int | None] = mapped_column(BigId)
    attachments: Mapped[list[Attachment]] = relationship(lazy="raise", order_by=Attachment.ordinal)
    events: Mapped[list[Event]] = relationship(lazy="raise", order_by=Event.ordinal)
