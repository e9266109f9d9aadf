"""A chat has several keys, one a device; a link that opens it once; a passphrase"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "webchat_devices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("key_hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("way", sa.String(length=16), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["webchat_chats.id"], name=op.f("fk_webchat_devices_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webchat_devices")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_webchat_devices_key_hash")),
    )
    op.create_index(op.f("ix_webchat_devices_chat_id"), "webchat_devices", ["chat_id"])
    op.create_table(
        "webchat_links",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["webchat_chats.id"], name=op.f("fk_webchat_links_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_webchat_links")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_webchat_links_token_hash")),
    )
    op.create_table(
        "webchat_passphrases",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.String(length=255), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("tried", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["webchat_chats.id"], name=op.f("fk_webchat_passphrases_chat_id")
        ),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_webchat_passphrases")),
    )
    op.execute(
        "INSERT INTO webchat_devices (chat_id, key_hash, name, way, created, used) "
        "SELECT id, key_hash, NULL, 'opened', created, created FROM webchat_chats WHERE key_hash IS NOT NULL"
    )
    op.execute("UPDATE webchat_chats SET key_hash = NULL")


def downgrade() -> None:
    op.execute(
        "UPDATE webchat_chats SET key_hash = (SELECT d.key_hash FROM webchat_devices d WHERE d.id = "
        "(SELECT min(e.id) FROM webchat_devices e WHERE e.chat_id = webchat_chats.id))"
    )
    op.drop_table("webchat_passphrases")
    op.drop_table("webchat_links")
    op.drop_index(op.f("ix_webchat_devices_chat_id"), "webchat_devices")
    op.drop_table("webchat_devices")
