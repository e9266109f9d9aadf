"""Campaign files as they were loaded: what a suggestion was written under is never changed later."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Digest, Instant, Key, Table


class Edition(Table):
    """One exact text of a campaign file, under its SHA-256."""

    __tablename__ = "campaign_edition"

    digest: Mapped[Digest] = mapped_column(primary_key=True)
    campaign: Mapped[Key]
    body: Mapped[str] = mapped_column(Text)
    loaded_at: Mapped[datetime] = mapped_column(Instant)


class Standing(Table):
    """Which edition of a campaign is in force, and whether the office has stopped it."""

    __tablename__ = "campaign"

    id: Mapped[Key] = mapped_column(primary_key=True)
    edition: Mapped[Digest] = mapped_column(ForeignKey("campaign_edition.digest"))
    stopped_at: Mapped[datetime | None] = mapped_column(Instant)
