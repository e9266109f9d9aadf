"""Every table of the chat server"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "webchat_bots",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("username", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("last_update", sa.BigInteger(), nullable=False),
        sa.Column("allowed_updates", sa.JSON(), nullable=True),
        sa.Column("webhook_url", sa.Text(), nullable=True),
        sa.Column("webhook", sa.Text(), nullable=True),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webchat_bots")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_webchat_bots_token_hash")),
    )
    op.create_table(
        "webchat_callbacks",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["bot_id"], ["webchat_bots.id"], name=op.f("fk_webchat_callbacks_bot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webchat_callbacks")),
    )
    op.create_table(
        "webchat_chats",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("key_hash", sa.String(length=64), nullable=True),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.Column("last_message", sa.BigInteger(), nullable=False),
        sa.Column("last_event", sa.BigInteger(), nullable=False),
        sa.Column("keyboard", sa.Text(), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["bot_id"], ["webchat_bots.id"], name=op.f("fk_webchat_chats_bot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webchat_chats")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_webchat_chats_key_hash")),
    )
    op.create_index(op.f("ix_webchat_chats_bot_id"), "webchat_chats", ["bot_id"])

    op.create_table(
        "webchat_files",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("file_id", sa.String(length=96), nullable=False),
        sa.Column("unique_id", sa.String(length=64), nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mime", sa.String(length=128), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["bot_id"], ["webchat_bots.id"], name=op.f("fk_webchat_files_bot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webchat_files")),
        sa.UniqueConstraint("file_id", name=op.f("uq_webchat_files_file_id")),
        sa.UniqueConstraint("unique_id", name=op.f("uq_webchat_files_unique_id")),
    )
    op.create_index(op.f("ix_webchat_files_chat_id"), "webchat_files", ["chat_id"])

    op.create_table(
        "webchat_updates",
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.Float(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["bot_id"], ["webchat_bots.id"], name=op.f("fk_webchat_updates_bot_id")),
        sa.PrimaryKeyConstraint("bot_id", "id", name=op.f("pk_webchat_updates")),
    )
    op.create_index("ix_webchat_updates_order", "webchat_updates", ["bot_id", "chat_id", "id"])

    op.create_table(
        "webchat_events",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("cursor", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["webchat_chats.id"], name=op.f("fk_webchat_events_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", "cursor", name=op.f("pk_webchat_events")),
    )
    op.create_table(
        "webchat_messages",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sender_id", sa.BigInteger(), nullable=False),
        sa.Column("date", sa.BigInteger(), nullable=False),
        sa.Column("edited", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("reply_to", sa.BigInteger(), nullable=True),
        sa.Column("client_id", sa.String(length=64), nullable=True),
        sa.Column("client_part", sa.Integer(), nullable=False),
        sa.Column("file_uid", sa.String(length=64), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["webchat_chats.id"], name=op.f("fk_webchat_messages_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", "id", name=op.f("pk_webchat_messages")),
        sa.UniqueConstraint(
            "chat_id",
            "client_id",
            "client_part",
            name=op.f("uq_webchat_messages_chat_id_client_id_client_part"),
        ),
    )
    op.create_index(op.f("ix_webchat_messages_file_uid"), "webchat_messages", ["file_uid"])


def downgrade() -> None:
    op.drop_index(op.f("ix_webchat_messages_file_uid"), "webchat_messages")

    op.drop_table("webchat_messages")
    op.drop_table("webchat_events")
    op.drop_index("ix_webchat_updates_order", "webchat_updates")

    op.drop_table("webchat_updates")
    op.drop_index(op.f("ix_webchat_files_chat_id"), "webchat_files")

    op.drop_table("webchat_files")
    op.drop_index(op.f("ix_webchat_chats_bot_id"), "webchat_chats")

    op.drop_table("webchat_chats")
    op.drop_table("webchat_callbacks")
    op.drop_table("webchat_bots")
