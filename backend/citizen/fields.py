"""The fields of the form: exactly what the campaign asks of this contributor (R49, R50)."""

from collections.abc import Mapping
from dataclasses import dataclass

from backend.campaigns.schema import Campaign
from backend.drafts.model import Draft, Step
from backend.drafts.steps import personal
from backend.errors import Refusal
from backend.i18n import label

ATTRIBUTES: dict[Step, dict[str, str]] = {
    Step.NAME: {"type": "text", "autocomplete": "name"},
    Step.WORK_UNIT: {"type": "text", "autocomplete": "organization"},
    Step.SCHOOL: {"type": "text", "autocomplete": "organization"},
    Step.ADDRESS: {"autocomplete": "street-address", "rows": "2"},
}
PHONE = {"type": "tel", "inputmode": "tel", "autocomplete": "tel"}
EMAIL = {
    "type": "email",
    "inputmode": "email",
    "autocomplete": "email",
    "autocapitalize": "none",
    "spellcheck": "false",
}
EITHER = {**EMAIL, "type": "text", "autocomplete": "tel"}


@dataclass(frozen=True)
class Field:
    """One question as it is shown; `wrong` says what is the matter with what was typed, "" for nothing."""

    name: str
    label: str
    hint: str
    said: str
    wrong: str
    attributes: Mapping[str, str]

    @property
    def described_by(self) -> str:
        return f"{self.name}-hint {self.name}-wrong" if self.wrong else f"{self.name}-hint"


def fields(
    draft: Draft, rules: Campaign, language: str, said: Mapping[str, str], wrong: Mapping[Step, Refusal]
) -> list[Field]:
    """Return the form, with what was typed into it last; what was saved earlier is never shown."""
    return [
        Field(
            name=step.value,
            label=label(language, f"about-{step}"),
            hint=_hint(draft, rules, language, step),
            said=said.get(step, ""),
            wrong=_sentence(rules, language, step, said.get(step, ""), wrong.get(step)),
            attributes=_attributes(rules, step),
        )
        for step in personal(draft, rules)
    ]


def _hint(draft: Draft, rules: Campaign, language: str, step: Step) -> str:
    hint = label(language, f"citizen-hint-{step}", kinds=_kinds(rules))
    if draft.subject_id and step == Step.CONTACT:
        return f"{hint} {label(language, 'behalf-optional-contact')}"
    return hint


def _kinds(rules: Campaign) -> str:
    return "+".join(sorted(rules.contact_kinds))


def _attributes(rules: Campaign, step: Step) -> dict[str, str]:
    if step != Step.CONTACT:
        return ATTRIBUTES[step]
    return {"phone": PHONE, "email": EMAIL}.get(_kinds(rules), EITHER)


def _sentence(rules: Campaign, language: str, step: Step, said: str, refusal: Refusal | None) -> str:
    if refusal is None:
        return ""
    if not said.strip():
        return label(language, "citizen-empty", field=label(language, f"about-{step}"))
    if step == Step.CONTACT:
        return label(language, "citizen-contact-wrong", kinds=_kinds(rules))
    return label(language, refusal.key, **refusal.blanks)
