"""A suggestion that is still being said: each part in SQL as soon as it is said."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.db import BigId, Digest, Id, Instant, Key, Ref, Sealed, Table


class Step(StrEnum):
    """The questions in their order; a draft always stands at one of them."""

    THEME = "theme"
    TOPIC = "topic"
    TEXT = "text"
    NAME = "name"
    CONTACT = "contact"
    FILES = "files"
    PREVIEW = "preview"


class DraftState(StrEnum):
    OPEN = "open"
    SENT = "sent"
    DISCARDED = "discarded"


class PartKind(StrEnum):
    TEXT = "text"
    FILE = "file"
    DROPPED = "dropped"


class Part(Table):
    """What one message said. `message` is its number in the chat; an edit replaces the part."""

    __tablename__ = "draft_part"
    __table_args__ = (UniqueConstraint("draft_id", "message", "kind"),)

    id: Mapped[Id]
    draft_id: Mapped[Ref] = mapped_column(ForeignKey("draft.id"))
    message: Mapped[int] = mapped_column(BigId)
    kind: Mapped[PartKind] = mapped_column(String(8))
    text: Mapped[str | None] = mapped_column(Text)
    sha256: Mapped[str | None] = mapped_column(ForeignKey("stored_file.sha256"))
    name: Mapped[str | None] = mapped_column(Sealed)
    said_at: Mapped[datetime] = mapped_column(Instant)


class Draft(Table):
    """`answered` is the newest inbox entry that was taken in: an older one coming again changes nothing."""

    __tablename__ = "draft"
    __table_args__ = (Index(None, "person_id", "state"),)

    id: Mapped[Id]
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    campaign: Mapped[Key]
    edition: Mapped[Digest] = mapped_column(ForeignKey("campaign_edition.digest"))
    state: Mapped[DraftState] = mapped_column(String(16), default=DraftState.OPEN)
    step: Mapped[Step] = mapped_column(String(16), default=Step.THEME)
    answered: Mapped[int] = mapped_column(BigId, default=0)
    theme: Mapped[str | None] = mapped_column(String(64))
    topic: Mapped[str | None] = mapped_column(String(64))
    text_closed: Mapped[bool] = mapped_column(default=False)
    files_closed: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str | None] = mapped_column(Sealed)
    contact: Mapped[str | None] = mapped_column(Sealed)
    contact_kind: Mapped[str | None] = mapped_column(String(8))
    started_at: Mapped[datetime] = mapped_column(Instant)
    touched_at: Mapped[datetime] = mapped_column(Instant)
    parts: Mapped[list[Part]] = relationship(lazy="raise", order_by=[Part.message, Part.id])

    @property
    def texts(self) -> list[Part]:
        return [part for part in self.parts if part.kind == PartKind.TEXT]

    @property
    def dropped(self) -> list[Part]:
        """The text that was put aside to say it anew."""
        return [part for part in self.parts if part.kind == PartKind.DROPPED]

    @property
    def files(self) -> list[Part]:
        return [part for part in self.parts if part.kind == PartKind.FILE]

    @property
    def is_blank(self) -> bool:
        """Nothing has been said yet."""
        return not (self.theme or self.topic or self.parts)

    @property
    def text(self) -> str:
        """Everything said, in the order it was said."""
        return "\n".join(part.text or "" for part in self.texts)

    @property
    def next_step(self) -> Step:
        """The first question that is still open."""
        answers: tuple[tuple[Step, object], ...] = (
            (Step.THEME, self.theme),
            (Step.TOPIC, self.topic),
            (Step.TEXT, self.text_closed),
            (Step.NAME, self.name),
            (Step.CONTACT, self.contact),
            (Step.FILES, self.files_closed),
        )
        return next((step for step, answer in answers if not answer), Step.PREVIEW)
