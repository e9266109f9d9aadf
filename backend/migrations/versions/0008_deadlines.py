"""deadlines, extensions, notices"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table('reckoning',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('cause', sa.String(length=16), nullable=False),
    sa.Column('starts_at', sa.String(length=16), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('day_type', sa.String(length=16), nullable=False),
    sa.Column('calendar', sa.String(length=16), nullable=False),
    sa.Column('pauses', sa.JSON(), nullable=False),
    sa.Column('holidays', sa.JSON(), nullable=False),
    sa.Column('workdays', sa.JSON(), nullable=False),
    sa.Column('set_on', sa.Date(), nullable=True),
    sa.Column('extension_id', BIG, nullable=True),
    sa.Column('provisional', sa.Boolean(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('computed_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_reckoning_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reckoning'))
    )
    op.create_index(op.f('ix_reckoning_suggestion_id_id'), 'reckoning', ['suggestion_id', 'id'], unique=False)
    op.create_index(op.f('ix_reckoning_provisional_due_on'), 'reckoning', ['provisional', 'due_on'], unique=False)
    op.create_table('extension',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('event_id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('wanted_on', sa.Date(), nullable=False),
    sa.Column('asked_at', MOMENT, nullable=False),
    sa.Column('approved', sa.Boolean(), nullable=True),
    sa.Column('decided_at', MOMENT, nullable=True),
    sa.Column('decision_id', BIG, nullable=True),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_extension_event_id')),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_extension_suggestion_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_extension_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_extension')),
    sa.UniqueConstraint('event_id', name=op.f('uq_extension_event_id'))
    )
    op.create_index(op.f('ix_extension_suggestion_id_id'), 'extension', ['suggestion_id', 'id'], unique=False)
    op.create_table('notice',
    sa.Column('id', BIG, nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('once', sa.String(length=64), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('at', MOMENT, nullable=False),
    sa.Column('read_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_notice_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice')),
    sa.UniqueConstraint('staff_id', 'suggestion_id', 'once', name=op.f('uq_notice_staff_id_suggestion_id_once'))
    )
    op.create_index(op.f('ix_notice_staff_id_id'), 'notice', ['staff_id', 'id'], unique=False)
    op.create_index(op.f('ix_notice_staff_id_read_at'), 'notice', ['staff_id', 'read_at'], unique=False)
    op.create_index(op.f('ix_notice_suggestion_id_once'), 'notice', ['suggestion_id', 'once'], unique=False)
    op.create_index(op.f('ix_suggestion_state_due_on'), 'suggestion', ['state', 'due_on'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_suggestion_state_due_on'), table_name='suggestion')
    for table in ('notice', 'extension', 'reckoning'):
        op.drop_table(table)
