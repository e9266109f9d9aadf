"""Tables. Times are whole seconds since 1970; what people wrote is sealed."""

from typing import Any

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, Index, Integer, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from webchat.cipher import Sealed

Key = BigInteger().with_variant(Integer, "sqlite")
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)


class Bot(Base):
    __tablename__ = "webchat_bots"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    username: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(128))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    last_update: Mapped[int] = mapped_column(BigInteger)
    allowed_updates: Mapped[list[str] | None] = mapped_column(JSON)
    webhook_url: Mapped[str | None] = mapped_column(Sealed)
    webhook: Mapped[dict[str, Any] | None] = mapped_column(Sealed)
    profile: Mapped[dict[str, Any]] = mapped_column(JSON)


class Chat(Base):
    """A private chat is its person: same id, as on the real server. Groups exist in test mode only."""

    __tablename__ = "webchat_chats"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    bot_id: Mapped[int] = mapped_column(ForeignKey("webchat_bots.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(Sealed)
    language: Mapped[str | None] = mapped_column(String(35))
    # Empty since 0002, keys stand in Device: SQLite drops no unique column of a table others point to.
    key_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    blocked: Mapped[bool]
    last_message: Mapped[int] = mapped_column(BigInteger)
    last_event: Mapped[int] = mapped_column(BigInteger)
    keyboard: Mapped[dict[str, Any] | None] = mapped_column(Sealed)
    created: Mapped[int] = mapped_column(BigInteger)


class Device(Base):
    """One key of a chat. `way`: opened, link or passphrase; `name`: system and browser as far as known."""

    __tablename__ = "webchat_devices"
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("webchat_chats.id"), index=True)
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[dict[str, str] | None] = mapped_column(Sealed)
    way: Mapped[str] = mapped_column(String(16))
    created: Mapped[int] = mapped_column(BigInteger)
    used: Mapped[int] = mapped_column(BigInteger)


class Link(Base):
    """Opens its chat on one more device, once; a new one replaces the old."""

    __tablename__ = "webchat_links"
    chat_id: Mapped[int] = mapped_column(
        ForeignKey("webchat_chats.id"), primary_key=True, autoincrement=False
    )
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires: Mapped[int] = mapped_column(BigInteger)


class Passphrase(Base):
    """`tries` since `tried`, the beginning of the hour in which they are counted."""

    __tablename__ = "webchat_passphrases"
    chat_id: Mapped[int] = mapped_column(
        ForeignKey("webchat_chats.id"), primary_key=True, autoincrement=False
    )
    hash: Mapped[str] = mapped_column(String(255))
    tries: Mapped[int]
    tried: Mapped[int] = mapped_column(BigInteger)


class Message(Base):
    """`body` holds the Bot API fields of the content: text, entities, photo, reply_markup."""

    __tablename__ = "webchat_messages"
    chat_id: Mapped[int] = mapped_column(ForeignKey("webchat_chats.id"), primary_key=True)
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    sender_id: Mapped[int] = mapped_column(BigInteger)
    date: Mapped[int] = mapped_column(BigInteger)
    edited: Mapped[int | None] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(16))
    reply_to: Mapped[int | None] = mapped_column(BigInteger)
    client_id: Mapped[str | None] = mapped_column(String(64))
    client_part: Mapped[int]
    file_uid: Mapped[str | None] = mapped_column(String(64), index=True)
    body: Mapped[dict[str, Any]] = mapped_column(Sealed)
    __table_args__ = (UniqueConstraint("chat_id", "client_id", "client_part"),)


class File(Base):
    __tablename__ = "webchat_files"
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    file_id: Mapped[str] = mapped_column(String(96), unique=True)
    unique_id: Mapped[str] = mapped_column(String(64), unique=True)
    bot_id: Mapped[int] = mapped_column(ForeignKey("webchat_bots.id"))
    chat_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(Sealed)
    mime: Mapped[str] = mapped_column(String(128))
    size: Mapped[int] = mapped_column(BigInteger)
    width: Mapped[int | None]
    height: Mapped[int | None]


class Update(Base):
    __tablename__ = "webchat_updates"
    bot_id: Mapped[int] = mapped_column(ForeignKey("webchat_bots.id"), primary_key=True)
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(32))
    body: Mapped[dict[str, Any]] = mapped_column(Sealed)
    created: Mapped[int] = mapped_column(BigInteger)
    due: Mapped[float] = mapped_column(Float)
    attempts: Mapped[int]
    __table_args__ = (Index("ix_webchat_updates_order", "bot_id", "chat_id", "id"),)


class Callback(Base):
    __tablename__ = "webchat_callbacks"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    bot_id: Mapped[int] = mapped_column(ForeignKey("webchat_bots.id"))
    chat_id: Mapped[int] = mapped_column(BigInteger)
    created: Mapped[int] = mapped_column(BigInteger)
    answer: Mapped[dict[str, Any] | None] = mapped_column(Sealed)


class Event(Base):
    """What the person's side is told, in order; kept for a week."""

    __tablename__ = "webchat_events"
    chat_id: Mapped[int] = mapped_column(ForeignKey("webchat_chats.id"), primary_key=True)
    cursor: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(16))
    body: Mapped[Any | None] = mapped_column(Sealed)
    created: Mapped[int] = mapped_column(BigInteger)
