"""The ways in which the house says no.

Refusal            a rule said no; the person is told `key` with `blanks` and nothing was changed
├── NotFound       there is no such thing for this person
├── NotAllowed     this person may not do that
└── Conflict       the thing has moved on meanwhile
"""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """`key` names a sentence in locales/*/refusal.ftl, `blanks` what goes into it."""

    def __init__(self, key: str, **blanks: str) -> None:
        super().__init__(key)
        self.key = key
        self.blanks = blanks


class NotFound(Refusal):
    pass


class NotAllowed(Refusal):
    pass


class Conflict(Refusal):
    pass
