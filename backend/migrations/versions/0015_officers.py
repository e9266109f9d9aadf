"""information officers, entries for others, visits, events, calls, quotas"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table('baseline',
    sa.Column('id', BIG, nullable=False),
    sa.Column('campaign', sa.String(length=64), nullable=False),
    sa.Column('quota', sa.String(length=64), nullable=False),
    sa.Column('share', sa.String(length=64), nullable=False),
    sa.Column('of', sa.String(length=64), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_baseline')),
    sa.UniqueConstraint('campaign', 'quota', 'share', 'of', 'day', name=op.f('uq_baseline_campaign_quota_share_of_day'))
    )
    op.create_table('contact_point',
    sa.Column('id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('name', sa.String(length=100), nullable=False),
    sa.Column('district', sa.String(length=64), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('opened_at', MOMENT, nullable=False),
    sa.Column('closed_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_contact_point_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact_point'))
    )
    op.create_table('call',
    sa.Column('id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=True),
    sa.Column('once', sa.String(length=64), nullable=True),
    sa.Column('campaign', sa.String(length=64), nullable=False),
    sa.Column('title', sa.String(length=100), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('topics', sa.JSON(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('made_by', BIG, nullable=False),
    sa.Column('made_at', MOMENT, nullable=False),
    sa.Column('closed_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['made_by'], ['staff.id'], name=op.f('fk_call_made_by')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_call_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_call')),
    sa.UniqueConstraint('once', name=op.f('uq_call_once'))
    )
    op.create_index(op.f('ix_call_unit_id_id'), 'call', ['unit_id', 'id'], unique=False)
    op.create_table('occasion',
    sa.Column('id', BIG, nullable=False),
    sa.Column('campaign', sa.String(length=64), nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('contact_point_id', BIG, nullable=True),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('title', sa.String(length=100), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('host', sa.String(length=100), nullable=False),
    sa.Column('first_day', sa.Date(), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=False),
    sa.Column('made_by', BIG, nullable=False),
    sa.Column('made_at', MOMENT, nullable=False),
    sa.Column('ended_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['contact_point_id'], ['contact_point.id'], name=op.f('fk_occasion_contact_point_id')),
    sa.ForeignKeyConstraint(['made_by'], ['staff.id'], name=op.f('fk_occasion_made_by')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_occasion_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occasion'))
    )
    op.create_index(op.f('ix_occasion_campaign_first_day'), 'occasion', ['campaign', 'first_day'], unique=False)

    op.create_table('officer',
    sa.Column('id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('contact_point_id', BIG, nullable=True),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('name', sa.LargeBinary(), nullable=False),
    sa.Column('district', sa.String(length=64), nullable=False),
    sa.Column('expertise', sa.JSON(), nullable=False),
    sa.Column('appointed_by', BIG, nullable=False),
    sa.Column('appointed_at', MOMENT, nullable=False),
    sa.Column('once', sa.String(length=64), nullable=True),
    sa.Column('invite_hash', sa.String(length=64), nullable=True),
    sa.Column('invite_until', MOMENT, nullable=True),
    sa.Column('person_id', BIG, nullable=True),
    sa.Column('accepted_at', MOMENT, nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('ended_at', MOMENT, nullable=True),
    sa.Column('occasion_id', BIG, nullable=True),
    sa.ForeignKeyConstraint(['appointed_by'], ['staff.id'], name=op.f('fk_officer_appointed_by')),
    sa.ForeignKeyConstraint(['contact_point_id'], ['contact_point.id'], name=op.f('fk_officer_contact_point_id')),
    sa.ForeignKeyConstraint(['occasion_id'], ['occasion.id'], name=op.f('fk_officer_occasion_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_officer_person_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_officer_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_officer')),
    sa.UniqueConstraint('invite_hash', name=op.f('uq_officer_invite_hash')),
    sa.UniqueConstraint('once', name=op.f('uq_officer_once'))
    )
    op.create_index('ix_officer_in_office', 'officer', ['person_id'], unique=True, sqlite_where=sa.text('person_id IS NOT NULL AND ended_at IS NULL'), postgresql_where=sa.text('person_id IS NOT NULL AND ended_at IS NULL'))
    op.create_index(op.f('ix_officer_unit_id_id'), 'officer', ['unit_id', 'id'], unique=False)

    op.create_table('call_asked',
    sa.Column('id', BIG, nullable=False),
    sa.Column('call_id', BIG, nullable=False),
    sa.Column('officer_id', BIG, nullable=False),
    sa.Column('read_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_call_asked_call_id')),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('fk_call_asked_officer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_call_asked')),
    sa.UniqueConstraint('call_id', 'officer_id', name=op.f('uq_call_asked_call_id_officer_id'))
    )
    op.create_index(op.f('ix_call_asked_officer_id_call_id'), 'call_asked', ['officer_id', 'call_id'], unique=False)
    op.create_table('proxy_entry',
    sa.Column('id', BIG, nullable=False),
    sa.Column('draft_id', BIG, nullable=False),
    sa.Column('officer_id', BIG, nullable=False),
    sa.Column('unit_id', BIG, nullable=False),
    sa.Column('district', sa.String(length=64), server_default='', nullable=False),
    sa.Column('contact_point_id', BIG, nullable=True),
    sa.Column('occasion_id', BIG, nullable=True),
    sa.Column('call_id', BIG, nullable=True),
    sa.Column('way', sa.String(length=16), nullable=False),
    sa.Column('once', sa.String(length=64), nullable=True),
    sa.Column('origin', sa.String(length=64), nullable=True),
    sa.Column('consent_form', sa.String(length=8), nullable=True),
    sa.Column('consented_at', MOMENT, nullable=True),
    sa.Column('begun_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_proxy_entry_call_id')),
    sa.ForeignKeyConstraint(['contact_point_id'], ['contact_point.id'], name=op.f('fk_proxy_entry_contact_point_id')),
    sa.ForeignKeyConstraint(['draft_id'], ['draft.id'], name=op.f('fk_proxy_entry_draft_id')),
    sa.ForeignKeyConstraint(['occasion_id'], ['occasion.id'], name=op.f('fk_proxy_entry_occasion_id')),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('fk_proxy_entry_officer_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_proxy_entry_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_proxy_entry')),
    sa.UniqueConstraint('draft_id', name=op.f('uq_proxy_entry_draft_id')),
    sa.UniqueConstraint('officer_id', 'once', name=op.f('uq_proxy_entry_officer_id_once'))
    )
    op.create_index(op.f('ix_proxy_entry_unit_id_id'), 'proxy_entry', ['unit_id', 'id'], unique=False)
    op.create_index('ix_proxy_entry_of_call', 'proxy_entry', ['call_id'], unique=False, sqlite_where=sa.text('call_id IS NOT NULL'), postgresql_where=sa.text('call_id IS NOT NULL'))

    op.create_table('collect_device',
    sa.Column('id', BIG, nullable=False),
    sa.Column('officer_id', BIG, nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('made_at', MOMENT, nullable=False),
    sa.Column('link_until', MOMENT, nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=True),
    sa.Column('signed_in_at', MOMENT, nullable=True),
    sa.Column('used_at', MOMENT, nullable=True),
    sa.Column('ended_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('fk_collect_device_officer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_collect_device')),
    sa.UniqueConstraint('key_hash', name=op.f('uq_collect_device_key_hash')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_collect_device_token_hash'))
    )
    op.create_index(op.f('ix_collect_device_officer_id_id'), 'collect_device', ['officer_id', 'id'], unique=False)

    op.create_table('collect_upload',
    sa.Column('id', BIG, nullable=False),
    sa.Column('device_id', BIG, nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('got', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.Column('kept', sa.String(length=64), nullable=True),
    sa.Column('begun_at', MOMENT, nullable=False),
    sa.ForeignKeyConstraint(['device_id'], ['collect_device.id'], name=op.f('fk_collect_upload_device_id')),
    sa.ForeignKeyConstraint(['kept'], ['stored_file.sha256'], name=op.f('fk_collect_upload_kept')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_collect_upload')),
    sa.UniqueConstraint('device_id', 'sha256', name=op.f('uq_collect_upload_device_id_sha256'))
    )
    op.create_index(op.f('ix_collect_upload_begun_at'), 'collect_upload', ['begun_at'], unique=False)

    op.create_table('visit',
    sa.Column('id', BIG, nullable=False),
    sa.Column('suggestion_id', BIG, nullable=False),
    sa.Column('event_id', BIG, nullable=False),
    sa.Column('person_id', BIG, nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('officer_id', BIG, nullable=False),
    sa.Column('made_at', MOMENT, nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('done_at', MOMENT, nullable=True),
    sa.Column('told_on', sa.Date(), nullable=True),
    sa.Column('outcome', sa.String(length=16), nullable=True),
    sa.Column('note', sa.LargeBinary(), nullable=True),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('answered', BIG, nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_visit_event_id')),
    sa.ForeignKeyConstraint(['officer_id'], ['officer.id'], name=op.f('fk_visit_officer_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_visit_person_id')),
    sa.ForeignKeyConstraint(['suggestion_id'], ['suggestion.id'], name=op.f('fk_visit_suggestion_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visit')),
    sa.UniqueConstraint('event_id', 'person_id', 'kind', name=op.f('uq_visit_event_id_person_id_kind'))
    )
    op.create_index(op.f('ix_visit_officer_id_done_at_due_on'), 'visit', ['officer_id', 'done_at', 'due_on'], unique=False)
    op.add_column('draft', sa.Column('subject_id', BIG, nullable=True))
    op.add_column('source', sa.Column('contact_point_id', BIG, nullable=True))
    op.add_column('source', sa.Column('occasion_id', BIG, nullable=True))
    op.add_column('suggestion', sa.Column('officer_id', BIG, nullable=True))
    op.create_index(op.f('ix_suggestion_officer_id_id'), 'suggestion', ['officer_id', 'id'], unique=False)
    op.create_index(op.f('ix_event_at'), 'event', ['at'], unique=False)
    op.add_column('draft', sa.Column('call_id', BIG, nullable=True))
    op.add_column('draft', sa.Column('corrects', BIG, nullable=True))
    op.create_index('ix_draft_of_call', 'draft', ['call_id'], unique=False, sqlite_where=sa.text('call_id IS NOT NULL'), postgresql_where=sa.text('call_id IS NOT NULL'))
    op.create_index('ix_source_of_unit', 'source', ['unit_id'], unique=False, sqlite_where=sa.text('unit_id IS NOT NULL'), postgresql_where=sa.text('unit_id IS NOT NULL'))
    op.create_index('ix_suggestion_counted', 'suggestion', ['campaign', 'officer_id', 'state', 'theme', 'valuable', 'submitted_at', 'recommended_at', 'draft_id'], unique=False)
    op.add_column('attachment', sa.Column('agreement', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('rating', sa.Column('officer_id', BIG, nullable=True))
    op.add_column('reply_told', sa.Column('officer_id', BIG, nullable=True))
    with op.batch_alter_table('push') as push:
        push.add_column(sa.Column('about', BIG, nullable=True))
        push.alter_column('event_id', existing_type=BIG, nullable=True)
        push.create_unique_constraint(op.f('uq_push_about_person_id_kind'), ['about', 'person_id', 'kind'])


def downgrade() -> None:
    op.execute('DELETE FROM push WHERE event_id IS NULL')
    with op.batch_alter_table('push') as push:
        push.drop_constraint(op.f('uq_push_about_person_id_kind'), type_='unique')
        push.alter_column('event_id', existing_type=BIG, nullable=False)
        push.drop_column('about')
    op.drop_index(op.f('ix_event_at'), 'event')
    op.drop_index('ix_suggestion_counted', 'suggestion')
    op.drop_index('ix_source_of_unit', 'source')
    op.drop_index('ix_draft_of_call', 'draft')
    op.drop_column('draft', 'call_id')
    op.drop_column('draft', 'corrects')
    op.drop_index(op.f('ix_suggestion_officer_id_id'), 'suggestion')
    op.drop_column('suggestion', 'officer_id')
    op.drop_column('reply_told', 'officer_id')
    op.drop_column('rating', 'officer_id')
    op.drop_column('attachment', 'agreement')
    op.drop_column('source', 'occasion_id')
    op.drop_column('source', 'contact_point_id')
    op.drop_column('draft', 'subject_id')
    for table in ('visit', 'collect_upload', 'collect_device', 'proxy_entry', 'call_asked', 'officer', 'occasion', 'call', 'contact_point', 'baseline'):
        op.drop_table(table)
