"""What the windows show of who is speaking."""

from typing import Any

from backend.campaigns.parts import name_of
from backend.campaigns.schema import Campaign
from backend.drafts import steps
from backend.drafts.model import Draft, Step
from backend.i18n import label


def speaker_shown(draft: Draft, rules: Campaign, language: str) -> dict[str, Any]:
    """Return the answers about the person; on a page of our own they are told to nobody in the chat."""
    said = {step: _said(draft, step) for step in steps.PERSONAL}
    if draft.contact_kind == steps.NO_CONTACT and not draft.on_own_page:
        said[Step.CONTACT] = label(language, "behalf-no-contact")
    lists = {
        Step.SCOPE: name_of(draft.scope, rules.scopes, language),
        Step.RECEIVING_UNIT: name_of(draft.receiving_unit, rules.receiving_units, language),
        Step.IDENTITY: name_of(draft.identity, rules.audiences, language),
    }
    answered = [
        label(language, "preview-line", question=label(language, f"about-{step}"), answer=answer)
        for step, answer in (lists | said).items()
        if answer
    ]
    if draft.on_own_page and steps.is_answered(draft, rules, Step.OWN_PAGE):
        answered.append(label(language, "preview-on-own-page"))
    return {
        **{step.value: answer for step, answer in (lists | said).items()},
        **{f"has_{step}": "yes" if answer else "no" for step, answer in (lists | said).items()},
        "person": "\n".join(answered),
    }


def _said(draft: Draft, step: Step) -> str:
    return "" if draft.on_own_page else getattr(draft, step) or ""
