"""A citizen who tells a suggestion in the web chat from the first tap to the number, in either language."""

import re
from functools import partial

from backend.i18n import label
from tests.e2e.citizen_page import Citizen


async def tells(citizen: Citizen, language: str, *, theme: str, text: str, name: str) -> str:
    """Walk to the end; return the number."""
    t = partial(label, language)
    await citizen.opens()
    await citizen.page.locator("#start-button").click()
    await citizen.is_connected()
    for button in (t("start-welcome-begin"), theme, t("topic-other")):
        await citizen.taps(button)
    await citizen.is_asked(_title(t("suggest-text", place=3, places=8, standing="empty", maximum=1000)))
    await citizen.says(text)
    await citizen.is_asked(str(len(text)))
    await citizen.taps(t("suggest-text-done"))
    await citizen.taps(t("suggest-consent-agree"))
    await citizen.taps({"zh-CN": "市民", "en": "Resident"}[language])
    await citizen.is_asked(_title(t("suggest-name", place=6, places=8, has_name="no", speaks="own")))
    await citizen.says(name)
    await citizen.is_asked(_title(t("suggest-contact", place=7, places=8, kinds="other", has_contact="no")))
    await citizen.says("13800001111")
    await citizen.taps(t("suggest-files-skip"))
    await citizen.is_asked(text, name)
    await citizen.taps(t("suggest-preview-send"))
    await citizen.is_asked(t("suggest-sent-another"))
    number, _code = await citizen.sent_codes(t("suggest-sent-another"))
    return number


def _title(window: str) -> str:
    """Return the first line of a window, as it is read."""
    return re.sub(r"<[^>]+>", "", window.strip().splitlines()[0])


async def answers(citizen: Citizen, language: str, question: str, *, about: str, answer: str) -> None:
    """Take up the question that came about a suggestion, and answer it."""
    t = partial(label, language)
    await citizen.newest(about, t("push-answer")).get_by_role("button", name=t("push-answer")).click()
    await citizen.is_asked(question)
    await citizen.says(answer)
    await citizen.is_asked(answer)
    await citizen.taps(t("asked-answer-done"))
    await citizen.reads(about, t("asked-sent", number=about).rstrip(".。"))


async def rates(citizen: Citizen, reply: str, rating: str) -> None:
    """Tap a rating under a reply, of the unit that gave it."""
    buttons = citizen.newest(reply).locator(".inline-button")
    await buttons.filter(has_text=rating).first.click()
