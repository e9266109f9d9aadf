"""screening, units beside each other, undoing"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column('suggestion', sa.Column('valuable', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('suggestion', sa.Column('key_leader', sa.String(length=64), nullable=True))
    op.add_column('suggestion', sa.Column('recommended_at', MOMENT, nullable=True))
    op.create_table('assignment',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('since', MOMENT, nullable=False),
    sa.Column('ended_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_assignment_suggestion_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_assignment_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assignment'))
    )
    op.create_index(op.f('ix_assignment_suggestion_id_id'), 'assignment', ['suggestion_id', 'id'])
    op.create_index(op.f('ix_assignment_unit_id_suggestion_id'), 'assignment', ['unit_id', 'suggestion_id'])
    op.create_table('opinion',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('given_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_opinion_suggestion_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_opinion_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_opinion'))
    )
    op.create_index(op.f('ix_opinion_suggestion_id_id'), 'opinion', ['suggestion_id', 'id'])
    op.create_table('instruction',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('leader', sa.String(length=64), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('given_on', sa.Date(), nullable=False),
    sa.Column('recorded_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_instruction_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instruction'))
    )
    op.create_index(op.f('ix_instruction_suggestion_id_id'), 'instruction', ['suggestion_id', 'id'])
    op.execute(sa.text(
        "INSERT INTO assignment (suggestion_id, unit_id, role, since)"
        " SELECT id, unit_id, 'lead', submitted_at FROM suggestion WHERE unit_id IS NOT NULL"
    ))


def downgrade() -> None:
    for table in ('instruction', 'opinion', 'assignment'):
        op.drop_table(table)
    for name in ('recommended_at', 'key_leader', 'valuable'):
        op.drop_column('suggestion', name)
