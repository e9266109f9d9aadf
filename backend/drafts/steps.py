"""Which questions a campaign asks of a draft, in their order, and which of them is next."""

from backend.campaigns.schema import Campaign
from backend.drafts.model import Draft, Step

FEW = 2
"""A list of one is no question."""
PERSONAL = (Step.NAME, Step.CONTACT, Step.WORK_UNIT, Step.SCHOOL, Step.ADDRESS)
"""What a page of our own may ask in place of the chat."""
NO_CONTACT = "none"
"""The kind of contact of a subject who has none: an officer brings them word (R22)."""


def asked(draft: Draft, rules: Campaign) -> tuple[Step, ...]:
    """Return every question of this draft but for the preview (R18, R43, R49, R50, R53).

    Where an officer speaks for somebody else, first who that is: it stands on every window from then on.
    """
    who = (
        Step.CONSENT,
        *([Step.IDENTITY] if len(rules.audiences) >= FEW else []),
        *([Step.OWN_PAGE] if draft.on_own_page else personal(draft, rules)),
    )
    what = (
        Step.THEME,
        Step.TOPIC,
        Step.TEXT,
        *([Step.SCOPE] if len(rules.scopes) >= FEW else []),
        *([Step.RECEIVING_UNIT] if len(rules.receiving_units) >= FEW else []),
    )
    return (*who, *what, Step.FILES) if draft.subject_id else (*what, *who, Step.FILES)


def personal(draft: Draft, rules: Campaign) -> list[Step]:
    """Return the personal data asked of this contributor, in the order in which they are asked."""
    wanted = rules.required_for(draft.identity)
    return [step for step in PERSONAL if step in wanted]


def is_answered(draft: Draft, rules: Campaign, step: Step) -> bool:
    match step:
        case Step.TEXT:
            return draft.text_closed
        case Step.FILES:
            return draft.files_closed
        case Step.OWN_PAGE:
            return all(is_answered(draft, rules, field) for field in personal(draft, rules))
        case Step.CONTACT if draft.subject_id:
            return bool(draft.contact) or draft.contact_kind == NO_CONTACT
        case Step.CONSENT:
            return draft.consent == rules.privacy_wording
        case _:
            return bool(getattr(draft, step))


def next_step(draft: Draft, rules: Campaign) -> Step:
    """Return the first question that is still open."""
    return next((step for step in asked(draft, rules) if not is_answered(draft, rules, step)), Step.PREVIEW)


def before(draft: Draft, rules: Campaign, step: Step) -> Step | None:
    """Return the question one step back, None for the first."""
    questions = asked(draft, rules)
    place = questions.index(step) if step in questions else len(questions)
    return questions[place - 1] if place else None
