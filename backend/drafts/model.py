"""A suggestion that is still being said: each part in SQL as soon as it is said."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from backend.db import BigId, Digest, Id, Instant, Key, Ref, Sealed, Table


class Step(StrEnum):
    """Every question there may be, in their order; which of them are asked is in `steps.py`."""

    THEME = "theme"
    TOPIC = "topic"
    TEXT = "text"
    SCOPE = "scope"
    RECEIVING_UNIT = "receiving_unit"
    CONSENT = "consent"
    IDENTITY = "identity"
    NAME = "name"
    CONTACT = "contact"
    WORK_UNIT = "work_unit"
    SCHOOL = "school"
    ADDRESS = "address"
    OWN_PAGE = "own_page"
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
    WHOLE = "whole"
    PROPOSED = "proposed"
    CONSENT = "consent"
    """A signed paper by which somebody agreed, for whom an officer speaks (R49)."""


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


class Turn(Table):
    """From this message of the chat on, a person was writing this draft: whose an old button is."""

    __tablename__ = "draft_turn"
    __table_args__ = (UniqueConstraint("person_id", "message"),)

    id: Mapped[Id]
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    draft_id: Mapped[Ref] = mapped_column(ForeignKey("draft.id"))
    message: Mapped[int] = mapped_column(BigId)


class Draft(Table):
    """`answered` is the newest inbox entry that was taken in: an older one coming again changes nothing.

    `consent` is the wording agreed to (R49 asks for personal data), `on_own_page` says that personal data
    are asked on our own page and never in the chat. `subject_id` is for whom an officer
    says it, where that is somebody else: the author of what it becomes. `call_id` is the request to officers
    that it answers. `corrects` is the draft of a returned suggestion that is put right in this one (R56).
    """

    __tablename__ = "draft"
    __table_args__ = (
        Index(None, "person_id", "state"),
        Index(None, "source_id"),
        Index(
            "ix_draft_of_call",
            "call_id",
            sqlite_where=text("call_id IS NOT NULL"),
            postgresql_where=text("call_id IS NOT NULL"),
        ),
    )

    id: Mapped[Id]
    person_id: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    subject_id: Mapped[int | None] = mapped_column(BigId)
    campaign: Mapped[Key]
    edition: Mapped[Digest] = mapped_column(ForeignKey("campaign_edition.digest"))
    state: Mapped[DraftState] = mapped_column(String(16), default=DraftState.OPEN)
    step: Mapped[Step] = mapped_column(String(16), default=Step.THEME)
    answered: Mapped[int] = mapped_column(BigId, default=0)
    theme: Mapped[str | None] = mapped_column(String(64))
    topic: Mapped[str | None] = mapped_column(String(64))
    text_closed: Mapped[bool] = mapped_column(default=False)
    files_closed: Mapped[bool] = mapped_column(default=False)
    scope: Mapped[str | None] = mapped_column(String(64))
    receiving_unit: Mapped[str | None] = mapped_column(String(64))
    on_own_page: Mapped[bool] = mapped_column(default=False)
    consent: Mapped[str | None] = mapped_column(String(64))
    consented_at: Mapped[datetime | None] = mapped_column(Instant)
    identity: Mapped[str | None] = mapped_column(String(64))
    name: Mapped[str | None] = mapped_column(Sealed)
    contact: Mapped[str | None] = mapped_column(Sealed)
    contact_kind: Mapped[str | None] = mapped_column(String(8))
    work_unit: Mapped[str | None] = mapped_column(Sealed)
    school: Mapped[str | None] = mapped_column(Sealed)
    address: Mapped[str | None] = mapped_column(Sealed)
    source_id: Mapped[int | None] = mapped_column(BigId)
    call_id: Mapped[int | None] = mapped_column(BigId)
    corrects: Mapped[int | None] = mapped_column(BigId)
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
    def whole(self) -> list[Part]:
        """The words of a text that became an attachment: they come back when that is taken out."""
        return [part for part in self.parts if part.kind == PartKind.WHOLE]

    @property
    def proposed(self) -> list[Part]:
        """What a machine read from photos, and nobody has confirmed."""
        return [part for part in self.parts if part.kind == PartKind.PROPOSED]

    @property
    def unread(self) -> list[Part]:
        """Those of them that were taken over into the text as they were."""
        said = {part.text for part in self.texts}
        return [part for part in self.proposed if part.text in said]

    @property
    def files(self) -> list[Part]:
        return [part for part in self.parts if part.kind == PartKind.FILE]

    @property
    def papers(self) -> list[Part]:
        """The signed papers by which the subject agreed."""
        return [part for part in self.parts if part.kind == PartKind.CONSENT]

    @property
    def first_id(self) -> int:
        """Return which draft was sent: of a correction, the one that it corrects."""
        return self.corrects or self.id

    @property
    def is_blank(self) -> bool:
        """Nothing has been said yet."""
        return not (self.theme or self.topic or self.parts)

    @property
    def text(self) -> str:
        """Everything said, in the order it was said."""
        return "\n".join(part.text or "" for part in self.texts)
