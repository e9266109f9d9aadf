"""who is speaking, where they came from, several drafts"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT = sa.DateTime(timezone=True)


def said() -> list[sa.Column]:
    """Columns that a draft and the suggestion it becomes have alike."""
    return [
        sa.Column('scope', sa.String(length=64), nullable=True),
        sa.Column('receiving_unit', sa.String(length=64), nullable=True),
        sa.Column('identity', sa.String(length=64), nullable=True),
        sa.Column('work_unit', sa.LargeBinary(), nullable=True),
        sa.Column('school', sa.LargeBinary(), nullable=True),
        sa.Column('address', sa.LargeBinary(), nullable=True),
        sa.Column('consent', sa.String(length=64), nullable=True),
        sa.Column('consented_at', MOMENT, nullable=True),
        sa.Column('source_id', BIG, nullable=True),
    ]


def upgrade() -> None:
    for table in ('draft', 'suggestion'):
        for column in said():
            op.add_column(table, column)
        op.create_index(op.f(f'ix_{table}_source_id'), table, ['source_id'], unique=False)
    op.add_column('draft', sa.Column('on_own_page', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table('consent',
    sa.Column('id', BIG, nullable=False),
    sa.Column('person_id', BIG, nullable=False),
    sa.Column('wording', sa.String(length=64), nullable=False),
    sa.Column('given_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_consent_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consent')),
    sa.UniqueConstraint('person_id', 'wording', name=op.f('uq_consent_person_id_wording'))
    )
    op.create_table('draft_turn',
    sa.Column('id', BIG, nullable=False),
    sa.Column('person_id', BIG, nullable=False),
    sa.Column('draft_id', BIG, nullable=False),
    sa.Column('message', BIG, nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['draft.id'], name=op.f('fk_draft_turn_draft_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_draft_turn_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_turn')),
    sa.UniqueConstraint('person_id', 'message', name=op.f('uq_draft_turn_person_id_message'))
    )
    op.create_table('source',
    sa.Column('id', BIG, nullable=False),
    sa.Column('code', sa.String(length=32), nullable=False),
    sa.Column('campaign', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('name', sa.String(length=100), nullable=False),
    sa.Column('person_id', BIG, nullable=True),
    sa.Column('unit_id', BIG, nullable=True),
    sa.Column('made_at', MOMENT, nullable=False),
    sa.Column('retired_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_source_person_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_source_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_source')),
    sa.UniqueConstraint('campaign', 'person_id', name=op.f('uq_source_campaign_person_id')),
    sa.UniqueConstraint('code', name=op.f('uq_source_code'))
    )
    op.create_table('arrival',
    sa.Column('id', BIG, nullable=False),
    sa.Column('source_id', BIG, nullable=False),
    sa.Column('person_id', BIG, nullable=False),
    sa.Column('inbox_id', BIG, nullable=False),
    sa.Column('at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_arrival_person_id')),
    sa.ForeignKeyConstraint(['source_id'], ['source.id'], name=op.f('fk_arrival_source_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_arrival')),
    sa.UniqueConstraint('inbox_id', name=op.f('uq_arrival_inbox_id'))
    )
    op.create_index(op.f('ix_arrival_person_id_id'), 'arrival', ['person_id', 'id'], unique=False)
    op.create_index(op.f('ix_arrival_source_id_id'), 'arrival', ['source_id', 'id'], unique=False)
    op.create_table('page_link',
    sa.Column('id', BIG, nullable=False),
    sa.Column('draft_id', BIG, nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('made_at', MOMENT, nullable=False),
    sa.Column('expires_at', MOMENT, nullable=False),
    sa.Column('used_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['draft_id'], ['draft.id'], name=op.f('fk_page_link_draft_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_page_link')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_page_link_token_hash'))
    )
    steps = sa.table('draft', sa.column('step'), sa.column('state'))
    asked_again = steps.c.step.in_(('name', 'contact', 'files', 'preview')) & (steps.c.state == 'open')
    op.execute(steps.update().where(asked_again).values(step='consent'))


def downgrade() -> None:
    # Not in batches: on SQLite those copy the table and drop it, which other tables point at.
    steps = sa.table('draft', sa.column('step'))
    new = ('scope', 'receiving_unit', 'consent', 'identity', 'work_unit', 'school', 'address', 'own_page')
    op.execute(steps.update().where(steps.c.step.in_(new)).values(step='name'))
    op.drop_table('page_link')
    op.drop_table('arrival')
    op.drop_table('source')
    op.drop_table('draft_turn')
    op.drop_table('consent')
    op.drop_column('draft', 'on_own_page')
    for table in ('suggestion', 'draft'):
        op.drop_index(op.f(f'ix_{table}_source_id'), table_name=table)
        for column in said():
            op.drop_column(table, column.name)
