"""replies in the making, notes, contacts"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table('reply_template',
    sa.Column('id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=True),
    sa.Column('title', sa.String(length=60), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('changed_at', MOMENT, nullable=False),
    sa.Column('retired_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_reply_template_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reply_template'))
    )
    op.create_table('contact_entry',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=True),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('mode', sa.String(length=16), nullable=False),
    sa.Column('spoken_on', sa.Date(), nullable=False),
    sa.Column('text', sa.LargeBinary(), nullable=False),
    sa.Column('recorded_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_contact_entry_suggestion_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_contact_entry_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact_entry'))
    )
    op.create_index(op.f('ix_contact_entry_suggestion_id_id'), 'contact_entry', ['suggestion_id', 'id'], unique=False)
    op.create_table('note',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('text', sa.LargeBinary(), nullable=False),
    sa.Column('written_at', MOMENT, nullable=False),
    sa.Column('edited_at', MOMENT, nullable=True),
    sa.Column('removed_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_note_staff_id')),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_note_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_note'))
    )
    op.create_index(op.f('ix_note_suggestion_id_id'), 'note', ['suggestion_id', 'id'], unique=False)
    op.create_table('reply_draft',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('correction', sa.Boolean(), nullable=False),
    sa.Column('outcome', sa.String(length=64), nullable=False),
    sa.Column('text', sa.LargeBinary(), nullable=False),
    sa.Column('reason', sa.LargeBinary(), nullable=False),
    sa.Column('hints', sa.String(length=120), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('saved_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_reply_draft_suggestion_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_reply_draft_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reply_draft')),
    sa.UniqueConstraint('suggestion_id', 'unit_id', name=op.f('uq_reply_draft_suggestion_id_unit_id'))
    )
    op.create_table('mention',
    sa.Column('note_id', BIG, nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('read_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['note_id'], ['note.id'], name=op.f('fk_mention_note_id')),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_mention_staff_id')),
    sa.PrimaryKeyConstraint('note_id', 'staff_id', name=op.f('pk_mention'))
    )
    op.create_table('reply_file',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('reply_id', BIG, nullable=True),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('name', sa.LargeBinary(), nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('added_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['reply_id'], ['reply.id'], name=op.f('fk_reply_file_reply_id')),
    sa.ForeignKeyConstraint(['sha256'], ['stored_file.sha256'], name=op.f('fk_reply_file_sha256')),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_reply_file_suggestion_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_reply_file_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reply_file'))
    )
    op.create_index(op.f('ix_reply_file_suggestion_id_id'), 'reply_file', ['suggestion_id', 'id'], unique=False)
    op.create_table('reply_told',
    sa.Column('id', BIG, nullable=False),
    sa.Column('reply_id', BIG, nullable=False),
    sa.Column('mode', sa.String(length=16), nullable=False),
    sa.Column('told_on', sa.Date(), nullable=False),
    sa.Column('staff_id', BIG, nullable=False),
    sa.Column('recorded_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['reply_id'], ['reply.id'], name=op.f('fk_reply_told_reply_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reply_told')),
    sa.UniqueConstraint('reply_id', name=op.f('uq_reply_told_reply_id'))
    )


def downgrade() -> None:
    op.drop_table('reply_told')
    op.drop_index(op.f('ix_reply_file_suggestion_id_id'), table_name='reply_file')
    op.drop_table('reply_file')
    op.drop_table('mention')
    op.drop_table('reply_draft')
    op.drop_index(op.f('ix_note_suggestion_id_id'), table_name='note')
    op.drop_table('note')
    op.drop_index(op.f('ix_contact_entry_suggestion_id_id'), table_name='contact_entry')
    op.drop_table('contact_entry')
    op.drop_table('reply_template')
