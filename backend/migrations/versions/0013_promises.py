"""promises made with a reply, and prizes"""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table('promise',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('made_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_promise_suggestion_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_promise_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_promise')),
    sa.UniqueConstraint('suggestion_id', 'ordinal', name=op.f('uq_promise_suggestion_id_ordinal'))
    )
    op.create_table('award',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('prize', sa.String(length=64), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('given_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_award_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_award')),
    sa.UniqueConstraint('suggestion_id', 'prize', name=op.f('uq_award_suggestion_id_prize'))
    )


def downgrade() -> None:
    op.drop_table('award')
    op.drop_table('promise')
