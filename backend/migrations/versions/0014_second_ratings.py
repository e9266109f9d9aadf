"""a rating for a kept promise, and one-time passwords that end"""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
STAFF = sa.table('staff', sa.column('one_time', sa.Boolean()), sa.column('one_time_until', MOMENT))
RATING = sa.table('rating', sa.column('promise', sa.Integer()))
LEFT = timedelta(hours=72)
"""How long a one-time password that was given before still opens."""


def upgrade() -> None:
    with op.batch_alter_table('rating', schema=None) as batch_op:
        batch_op.add_column(sa.Column('promise', sa.Integer(), nullable=False, server_default='0'))
        batch_op.drop_constraint(batch_op.f('uq_rating_reply_id_unit_id'), type_='unique')
        batch_op.create_unique_constraint(batch_op.f('uq_rating_reply_id_unit_id_promise'), ['reply_id', 'unit_id', 'promise'])
    op.add_column('staff', sa.Column('one_time_until', MOMENT, nullable=True))
    op.execute(STAFF.update().where(STAFF.c.one_time).values(one_time_until=datetime.now(UTC) + LEFT))


def downgrade() -> None:
    op.drop_column('staff', 'one_time_until')
    op.execute(RATING.delete().where(RATING.c.promise > 0))
    with op.batch_alter_table('rating', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_rating_reply_id_unit_id_promise'), type_='unique')
        batch_op.create_unique_constraint(batch_op.f('uq_rating_reply_id_unit_id'), ['reply_id', 'unit_id'])
        batch_op.drop_column('promise')
