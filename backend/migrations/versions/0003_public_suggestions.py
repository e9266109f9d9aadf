"""public suggestions and those who support them"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('support',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('suggestion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_support_person_id')),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_support_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_support')),
    sa.UniqueConstraint('suggestion_id', 'person_id', name=op.f('uq_support_suggestion_id_person_id'))
    )
    op.add_column('suggestion', sa.Column('public_since', sa.DateTime(timezone=True), nullable=True))
    op.add_column('suggestion', sa.Column('public_change', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
    op.create_index(op.f('ix_suggestion_public_change'), 'suggestion', ['public_change'], unique=False)


def downgrade() -> None:
    # Not in batches: on SQLite those copy the table and drop it, which other tables point at.
    op.drop_index(op.f('ix_suggestion_public_change'), table_name='suggestion')
    op.drop_column('suggestion', 'public_change')
    op.drop_column('suggestion', 'public_since')
    op.drop_table('support')
