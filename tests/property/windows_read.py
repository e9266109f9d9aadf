"""Which window a message is, and what it says of the last act, read as a person reads it."""

import re
from functools import cache

from backend.drafts.model import Step
from backend.i18n import LANGUAGES, LOCALES, say
from webchat.botapi.entities_html import parse

BESIDE = {"similar", "preview", "sent"}
SUGGEST = [*(step.value for step in Step if step != Step.PREVIEW), *sorted(BESIDE)]
OF_KEY = {
    "language-choice": "language",
    "start-campaigns": "campaigns",
    "start-resume": "resume",
    "start-drafts": "drafts",
    **{f"suggest-{name}": name for name in SUGGEST},
    "start-welcome": "welcome",
    "start-closed": "closed",
}
"""The last two begin with a campaign's title alone: they are what nothing else is."""


@cache
def _marks() -> list[tuple[re.Pattern[str], str]]:
    """Return what the first line of each window looks like, in every language."""
    found = []
    for key, kind in OF_KEY.items():
        for language in LANGUAGES:
            file = (LOCALES / language / "bot.ftl").read_text("utf-8")
            line = re.search(rf"^{key} =\s*(.+)$", file, re.MULTILINE)
            assert line, key
            words = re.split(r"\{ \$\w+ \}", line[1])
            found.append((re.compile(f"^{'.+?'.join(map(re.escape, words))}$", re.MULTILINE), kind))
    return found


def kind_of(html: str) -> str | None:
    """Return which window this is; None for a message that is none."""
    return next((kind for mark, kind in _marks() if mark.search(html)), None)


def plain(html: str) -> str:
    words, _ = parse(html)
    return str(words)


def tells(html: str, key: str) -> bool:
    """Say whether a message says this sentence, in any language."""
    return any(say(language, key) in html for language in LANGUAGES)
