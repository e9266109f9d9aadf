"""Tries that were not right."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Digest, Instant, Table


class Tries(Table):
    """How often something was tried without success; `key` is a hash of what and by whom."""

    __tablename__ = "tries"

    key: Mapped[Digest] = mapped_column(primary_key=True)
    count: Mapped[int]
    not_before: Mapped[datetime] = mapped_column(Instant)
