"""tokens for programs, numbers of other systems"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table('program_token',
    sa.Column('id', BIG, nullable=False),
    sa.Column('name', sa.String(length=64), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('once', sa.String(length=64), nullable=False),
    sa.Column('scopes', sa.JSON(), nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('made_by', BIG, nullable=True),
    sa.Column('made_at', MOMENT, nullable=False),
    sa.Column('last_day', sa.Date(), nullable=False),
    sa.Column('last_used_at', MOMENT, nullable=True),
    sa.Column('revoked_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_program_token_staff_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_program_token')),
    sa.UniqueConstraint('once', name=op.f('uq_program_token_once')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_program_token_token_hash'))
    )
    op.create_table('program_answer',
    sa.Column('id', BIG, nullable=False),
    sa.Column('token_id', BIG, nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('asked', sa.String(length=64), nullable=False),
    sa.Column('claimed_at', MOMENT, nullable=False),
    sa.Column('status', sa.Integer(), nullable=True),
    sa.Column('media_type', sa.String(length=128), nullable=True),
    sa.Column('body', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['token_id'], ['program_token.id'], name=op.f('fk_program_answer_token_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_program_answer')),
    sa.UniqueConstraint('token_id', 'key_hash', name=op.f('uq_program_answer_token_id_key_hash'))
    )
    op.create_index(op.f('ix_program_answer_claimed_at'), 'program_answer', ['claimed_at'], unique=False)
    op.create_table('foreign_number',
    sa.Column('id', BIG, nullable=False),
    sa.Column('system', sa.String(length=64), nullable=False),
    sa.Column('number', sa.String(length=64), nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('noted_at', MOMENT, nullable=False),
    sa.Column('finished_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_foreign_number_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_foreign_number')),
    sa.UniqueConstraint('system', 'number', name=op.f('uq_foreign_number_system_number'))
    )
    op.create_index(op.f('ix_foreign_number_suggestion_id'), 'foreign_number', ['suggestion_id'], unique=False)
    op.create_table('ledger_import',
    sa.Column('id', BIG, nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('at', MOMENT, nullable=False),
    sa.Column('system', sa.String(length=64), nullable=False),
    sa.Column('campaign', sa.String(length=64), nullable=False),
    sa.Column('new', sa.Integer(), nullable=False),
    sa.Column('known', sa.Integer(), nullable=False),
    sa.Column('refused', sa.Integer(), nullable=False),
    sa.Column('report', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_ledger_import_staff_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ledger_import'))
    )
    op.create_index(op.f('ix_ledger_import_at'), 'ledger_import', ['at'], unique=False)


def downgrade() -> None:
    for table in ('ledger_import', 'foreign_number', 'program_answer', 'program_token'):
        op.drop_table(table)
