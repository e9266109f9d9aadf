"""The empty form of one message, to be copied."""

from backend.batches.fields import Field, head, said
from backend.campaigns.schema import Campaign
from backend.i18n import label

SEVERAL = 2
ALWAYS = (Field.THEME, Field.NAME, Field.CONTACT)
AFTER = (Field.IDENTITY, Field.ADDRESS, Field.CONSENT, Field.TEXT)


def empty_form(rules: Campaign, language: str) -> str:
    """Return the lines that an officer fills in for one campaign."""
    scope = (Field.SCOPE,) if len(rules.scopes) >= SEVERAL else ()
    given = {Field.CONSENT: said(language, "batch-consent-spoken")[0]}
    return "\n".join(
        label(language, "batch-form-line", field=head(field, language), value=given.get(field, "")).rstrip()
        for field in (*ALWAYS, *scope, *AFTER)
    )


def scopes(rules: Campaign, language: str) -> str:
    """Return what may be written as the scope, "no" where it is no question."""
    names = [one.name.said(language) for one in rules.scopes]
    return " / ".join(names) if len(names) >= SEVERAL else "no"
