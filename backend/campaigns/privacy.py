"""What a person agrees to before the first personal question."""

from backend.campaigns.schema import Campaign
from backend.i18n import label


def privacy_note(rules: Campaign, language: str) -> str:
    """Return the campaign's own wording, or the house's."""
    if rules.privacy:
        return rules.privacy.text.said(language)
    return label(language, "consent-standard", organiser=rules.organiser.said(language))
