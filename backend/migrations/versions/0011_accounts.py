"""accounts, second factor, units in a tree"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT = sa.DateTime(timezone=True)


def staff(table: str, column: str = 'staff_id') -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ['staff.id'], name=op.f(f'fk_{table}_{column}'))


def sign_ins(*more: sa.Column) -> None:
    """Make the table anew: who is signed in signs in again."""
    op.create_table('sign_in',
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('form_key', sa.String(length=64), nullable=False),
    *more,
    sa.Column('expires_at', MOMENT, nullable=False),
    staff('sign_in'),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_sign_in'))
    )


def upgrade() -> None:
    op.add_column('unit', sa.Column('parent_id', BIG, nullable=True))
    op.add_column('unit', sa.Column('placed', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('unit', sa.Column('retired_at', MOMENT, nullable=True))
    op.add_column('staff', sa.Column('one_time', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('staff', sa.Column('suspended_at', MOMENT, nullable=True))
    op.drop_table('sign_in')
    sign_ins(
        sa.Column('code_due', sa.Boolean(), nullable=False),
        sa.Column('device', sa.String(length=64), nullable=False),
        sa.Column('started_at', MOMENT, nullable=False),
        sa.Column('seen_at', MOMENT, nullable=False),
    )
    op.create_table('second_factor',
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('secret', sa.LargeBinary(), nullable=False),
    sa.Column('confirmed_at', MOMENT, nullable=True),
    sa.Column('last_step', BIG, nullable=False),
    staff('second_factor'),
    sa.PrimaryKeyConstraint('staff_id', name=op.f('pk_second_factor'))
    )
    op.create_table('recovery_code',
    sa.Column('id', BIG, nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('used_at', MOMENT, nullable=True),
    staff('recovery_code'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recovery_code'))
    )
    op.create_index(op.f('ix_recovery_code_staff_id_id'), 'recovery_code', ['staff_id', 'id'], unique=False)
    op.create_table('staff_link',
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('person_id', BIG, nullable=False),
    sa.Column('since', MOMENT, nullable=False),
    staff('staff_link'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_staff_link_person_id')),
    sa.PrimaryKeyConstraint('staff_id', name=op.f('pk_staff_link')),
    sa.UniqueConstraint('person_id', name=op.f('uq_staff_link_person_id'))
    )
    op.create_table('staff_link_code',
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('expires_at', MOMENT, nullable=False),
    sa.Column('used_at', MOMENT, nullable=True),
    staff('staff_link_code'),
    sa.PrimaryKeyConstraint('staff_id', name=op.f('pk_staff_link_code'))
    )
    op.create_table('account_event',
    sa.Column('id', BIG, nullable=False),
    sa.Column('at', MOMENT, nullable=False),
    sa.Column('act', sa.String(length=32), nullable=False),
    sa.Column('actor_id', BIG, nullable=True),
    sa.Column('staff_id', BIG, nullable=True),
    sa.Column('data', sa.JSON(), nullable=False),
    staff('account_event', 'actor_id'),
    staff('account_event'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account_event'))
    )
    op.create_index(op.f('ix_account_event_staff_id_id'), 'account_event', ['staff_id', 'id'], unique=False)
    roster('duty')
    roster('absence', sa.Column('stand_in_id', BIG, nullable=True), staff('absence', 'stand_in_id'))


def roster(table: str, *more: sa.Column | sa.ForeignKeyConstraint) -> None:
    op.create_table(table,
    sa.Column('id', BIG, nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('first_day', sa.Date(), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=False),
    *more,
    staff(table),
    sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{table}')),
    sa.UniqueConstraint('staff_id', 'first_day', 'last_day', name=op.f(f'uq_{table}_staff_id_first_day_last_day'))
    )


def downgrade() -> None:
    for table in ('absence', 'duty', 'account_event', 'staff_link_code', 'staff_link', 'recovery_code', 'second_factor', 'sign_in'):
        op.drop_table(table)
    sign_ins()
    for column in ('suspended_at', 'one_time'):
        op.drop_column('staff', column)
    for column in ('retired_at', 'placed', 'parent_id'):
        op.drop_column('unit', column)
