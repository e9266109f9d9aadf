"""files in quarantine until they have been checked"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('stored_file', schema=None) as batch_op:
        batch_op.add_column(sa.Column('quarantined_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('quarantine', sa.String(length=16), nullable=True))
        batch_op.create_index(
            'ix_stored_file_quarantined_at', ['quarantined_at'], unique=False,
            sqlite_where=sa.text("quarantine = 'unchecked'"), postgresql_where=sa.text("quarantine = 'unchecked'"),
        )


def downgrade() -> None:
    with op.batch_alter_table('stored_file', schema=None) as batch_op:
        batch_op.drop_index('ix_stored_file_quarantined_at')
        batch_op.drop_column('quarantine')
        batch_op.drop_column('quarantined_at')
