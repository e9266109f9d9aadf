"""Who is speaking: consent, identity category, name and ways to be reached (R18-R20, R43, R49, R50, R53)."""

from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.campaigns import queries as campaigns
from backend.campaigns.parts import Named
from backend.campaigns.schema import Campaign
from backend.db import if_new
from backend.drafts import queries
from backend.drafts.actions import refuse_unless_taken
from backend.drafts.answering import answers
from backend.drafts.model import Draft, Step
from backend.drafts.steps import FEW, NO_CONTACT, PERSONAL, next_step, personal
from backend.errors import NotFound, Refusal
from backend.people import values
from backend.people.model import Consent


@answers
async def consent(session: AsyncSession, draft: Draft) -> None:
    """Agree to the processing of personal data, as the campaign words it; not where nothing can be sent."""
    if draft.subject_id:
        raise Refusal("behalf-consent-theirs")
    rules = await campaigns.edition(session, draft.edition)
    await refuse_unless_taken(session, draft)
    draft.consent, draft.consented_at = rules.privacy_wording, clock.now()
    given = {"person_id": draft.person_id, "wording": draft.consent, "given_at": draft.consented_at}
    await session.execute(if_new(session, Consent, **given))
    draft.step = next_step(draft, rules)


@answers
async def choose(session: AsyncSession, draft: Draft, *, step: Step, said: str) -> None:
    """Answer a question that has a list: scope, receiving unit, identity."""
    rules = await campaigns.edition(session, draft.edition)
    if said not in {one.id for one in choices(rules, step)}:
        raise NotFound("choice-missing")
    setattr(draft, step, said)
    _go_on(draft, rules)


def choices(rules: Campaign, step: Step) -> Sequence[Named]:
    lists = {
        Step.SCOPE: rules.scopes,
        Step.RECEIVING_UNIT: rules.receiving_units,
        Step.IDENTITY: rules.audiences,
    }
    return lists[step]


@answers
async def tell(session: AsyncSession, draft: Draft, *, step: Step, said: str) -> None:
    """Answer a question about the person in words; nothing is taken before the person has agreed."""
    rules = await campaigns.edition(session, draft.edition)
    _refuse_without_consent(draft, rules)
    await refuse_unless_taken(session, draft)
    _write(draft, rules, step, said)
    draft.step = next_step(draft, rules)


@answers
async def reuse(session: AsyncSession, draft: Draft, *, step: Step | None = None) -> None:
    """Answer as the last time: one question, or all about the person that are still open."""
    rules = await campaigns.edition(session, draft.edition)
    _refuse_without_consent(draft, rules)
    await refuse_unless_taken(session, draft)
    last = await queries.last_sent(session, draft.person_id)
    if last is None:
        raise NotFound("last-time-missing")
    copy(draft, rules, last, only=step)
    _go_on(draft, rules)


def copy(draft: Draft, rules: Campaign, last: Draft, only: Step | None = None) -> None:
    """Take over from an earlier draft what this campaign asks and takes."""
    wanted = (Step.IDENTITY, *PERSONAL) if only is None else (only,)
    for step in wanted:  # the identity comes first: it decides what else is asked
        if step in known(draft, rules, last) and (only or not getattr(draft, step)):
            setattr(draft, step, getattr(last, step))
            if step == Step.CONTACT:
                draft.contact_kind = last.contact_kind


def known(draft: Draft, rules: Campaign, last: Draft) -> list[Step]:
    """Return the questions about the person that an earlier draft answers in a way this campaign takes.

    What was told to a page of our own is offered to no draft that shows it in the chat.
    """
    identities = {audience.id for audience in rules.audiences} if len(rules.audiences) >= FEW else set()
    found = [Step.IDENTITY] if last.identity in identities else []
    if last.on_own_page and not draft.on_own_page:
        return found
    for step in personal(draft, rules):
        fits = step != Step.CONTACT or last.contact_kind in rules.contact_kinds
        found += [step] if getattr(last, step) and fits else []
    return found


def fill_in(draft: Draft, rules: Campaign, said: Mapping[str, str]) -> dict[Step, Refusal]:
    """Take a whole form; return what is wrong with which field, and then take nothing."""
    _refuse_without_consent(draft, rules)
    wrong = {}
    for step in personal(draft, rules):
        try:
            if not _left_out(draft, step, said):
                _checked(rules, step, said.get(step, ""))
        except Refusal as refusal:
            wrong[step] = refusal
    if not wrong:
        for step in personal(draft, rules):
            if _left_out(draft, step, said):
                leave_out_contact(draft)
            else:
                _write(draft, rules, step, said[step])
        draft.step = next_step(draft, rules)
    return wrong


def _left_out(draft: Draft, step: Step, said: Mapping[str, str]) -> bool:
    """Say whether the contact is left empty, where an officer speaks for somebody who may have none."""
    return bool(draft.subject_id) and step == Step.CONTACT and not values.cleaned(said.get(step, ""))


def leave_out_contact(draft: Draft) -> None:
    draft.contact, draft.contact_kind = None, NO_CONTACT


def says_the_same(draft: Draft, rules: Campaign, said: Mapping[str, str]) -> bool:
    """Say whether a form holds what the draft holds already."""
    try:
        return all(
            (None if _left_out(draft, step, said) else _checked(rules, step, said.get(step, "")))
            == getattr(draft, step)
            for step in personal(draft, rules)
        )
    except Refusal:
        return False


def _go_on(draft: Draft, rules: Campaign) -> None:
    """Ask the next question; a text that this audience may not write so long is open again (R48)."""
    if len(draft.text) > rules.length_for(draft.identity).maximum:
        draft.text_closed = False
    draft.step = next_step(draft, rules)


def _refuse_without_consent(draft: Draft, rules: Campaign) -> None:
    if draft.consent != rules.privacy_wording:
        raise Refusal("consent-missing")


def _checked(rules: Campaign, step: Step, said: str) -> str:
    if step == Step.CONTACT:
        return values.contact(said, rules.contact_kinds)[0]
    return values.name(said) if step == Step.NAME else values.line(said)


def _write(draft: Draft, rules: Campaign, step: Step, said: str) -> None:
    setattr(draft, step, _checked(rules, step, said))
    if step == Step.CONTACT:
        draft.contact_kind = values.contact(said, rules.contact_kinds)[1]
