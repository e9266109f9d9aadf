"""A link that opens the page of one draft once; the database knows the hash of its token, not the token."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Digest, Id, Instant, Ref, Table


class PageLink(Table):
    """`used_at` is when the page was filled in; it opens no more after that, nor after `expires_at`."""

    __tablename__ = "page_link"

    id: Mapped[Id]
    draft_id: Mapped[Ref] = mapped_column(ForeignKey("draft.id"))
    token_hash: Mapped[Digest] = mapped_column(unique=True)
    made_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)
