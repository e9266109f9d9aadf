"""after sending: returns, questions, supplements, objections, ratings, settings"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column('suggestion', sa.Column('merged_into', BIG, nullable=True))
    op.add_column('suggestion', sa.Column('paused_since', MOMENT, nullable=True))
    op.add_column('suggestion', sa.Column('reopened', sa.Integer(), nullable=False, server_default='0'))
    op.add_column('attachment', sa.Column('supplement_id', BIG, nullable=True))
    op.add_column('suggestion', sa.Column('erased_at', MOMENT, nullable=True))
    for name in ('quiet_from', 'quiet_until'):
        op.add_column('person', sa.Column(name, sa.Integer(), nullable=True))
    for name in ('large_type', 'plain_words'):
        op.add_column('person', sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('person', sa.Column('forgotten_at', MOMENT, nullable=True))
    op.add_column('person', sa.Column('answering', sa.String(length=64), nullable=True))
    op.add_column('push', sa.Column('at_once', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('reply', schema=None) as batch_op:
        batch_op.add_column(sa.Column('ordinal', sa.Integer(), nullable=False, server_default='1'))
        batch_op.drop_constraint(batch_op.f('uq_reply_suggestion_id'), type_='unique')
        batch_op.create_unique_constraint(batch_op.f('uq_reply_suggestion_id_ordinal'), ['suggestion_id', 'ordinal'])
    op.add_column('person', sa.Column('adding_to', BIG, nullable=True))
    op.add_column('support', sa.Column('elsewhere', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.rename_table('sign_in_tries', 'tries')
    op.create_table('remark',
    sa.Column('event_id', BIG, nullable=False),
    sa.Column('text', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_remark_event_id')),
    sa.PrimaryKeyConstraint('event_id', name=op.f('pk_remark'))
    )
    op.create_table('supplement',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('inbox_id', BIG, nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('said_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_supplement_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_supplement')),
    sa.UniqueConstraint('suggestion_id', 'inbox_id', name=op.f('uq_supplement_suggestion_id_inbox_id'))
    )
    op.create_table('objection',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('event_id', BIG, nullable=False),
    sa.Column('made_at', MOMENT, nullable=False),
    sa.Column('decided_at', MOMENT, nullable=True),
    sa.Column('upheld', sa.Boolean(), nullable=True),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_objection_event_id')),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_objection_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_objection')),
    sa.UniqueConstraint('event_id', name=op.f('uq_objection_event_id'))
    )
    op.create_table('question',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('asked_at', MOMENT, nullable=False),
    sa.Column('answered', BIG, nullable=False),
    sa.Column('closed_at', MOMENT, nullable=True),
    sa.Column('reminded_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_question_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question'))
    )
    op.create_index(op.f('ix_question_suggestion_id_id'), 'question', ['suggestion_id', 'id'], unique=False)
    op.create_table('answer_part',
    sa.Column('id', BIG, nullable=False),
    sa.Column('question_id', BIG, nullable=False),
    sa.Column('message', BIG, nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('text', sa.LargeBinary(), nullable=True),
    sa.Column('sha256', sa.String(length=64), nullable=True),
    sa.Column('name', sa.LargeBinary(), nullable=True),
    sa.Column('said_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_answer_part_question_id')),
    sa.ForeignKeyConstraint(['sha256'], ['stored_file.sha256'], name=op.f('fk_answer_part_sha256')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_answer_part')),
    sa.UniqueConstraint('question_id', 'message', 'kind', name=op.f('uq_answer_part_question_id_message_kind'))
    )
    op.create_table('rating',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('reply_id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('part', sa.String(length=16), nullable=False),
    sa.Column('answered', BIG, nullable=False),
    sa.Column('rating', sa.String(length=64), nullable=True),
    sa.Column('reason', sa.LargeBinary(), nullable=True),
    sa.Column('asked_at', MOMENT, nullable=False),
    sa.Column('given_at', MOMENT, nullable=True),
    sa.Column('reminded_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['reply_id'], ['reply.id'], name=op.f('fk_rating_reply_id')),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_rating_suggestion_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_rating_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rating')),
    sa.UniqueConstraint('reply_id', 'unit_id', name=op.f('uq_rating_reply_id_unit_id'))
    )

    op.create_table('certificate',
    sa.Column('id', BIG, nullable=False),
    sa.Column('number', sa.String(length=64), nullable=False),
    sa.Column('person_id', BIG, nullable=False),
    sa.Column('inbox_id', BIG, nullable=False),
    sa.Column('made_at', MOMENT, nullable=False),
    sa.Column('erased', sa.JSON(), nullable=False),
    sa.Column('kept', sa.JSON(), nullable=False),
    sa.Column('files', sa.JSON(), nullable=False),
    sa.Column('finished_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_certificate_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_certificate')),
    sa.UniqueConstraint('number', name=op.f('uq_certificate_number')),
    sa.UniqueConstraint('person_id', 'inbox_id', name=op.f('uq_certificate_person_id_inbox_id'))
    )


def downgrade() -> None:
    for table in ('certificate', 'rating', 'answer_part', 'question', 'objection', 'supplement', 'remark'):
        op.drop_table(table)
    op.execute(sa.text('DELETE FROM reply WHERE ordinal > 1'))
    with op.batch_alter_table('reply', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_reply_suggestion_id_ordinal'), type_='unique')
        batch_op.create_unique_constraint(batch_op.f('uq_reply_suggestion_id'), ['suggestion_id'])
        batch_op.drop_column('ordinal')
    op.drop_column('push', 'at_once')
    for name in ('answering', 'forgotten_at', 'plain_words', 'large_type', 'quiet_until', 'quiet_from'):
        op.drop_column('person', name)
    op.rename_table('tries', 'sign_in_tries')
    op.drop_column('support', 'elsewhere')
    op.drop_column('person', 'adding_to')
    op.drop_column('attachment', 'supplement_id')
    for name in ('erased_at', 'reopened', 'paused_since', 'merged_into'):
        op.drop_column('suggestion', name)
