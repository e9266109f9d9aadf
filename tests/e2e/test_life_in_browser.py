"""One suggestion's whole life in the browser: by its author, and by every role of the console.

On a phone in Chinese, on a desktop in English; every stage is looked at on three screens.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, ViewportSize, expect

from backend.campaigns.queries import OTHER_TOPIC
from backend.config import ROOT
from backend.i18n import label
from tests.e2e.cast import Cast, appoints
from tests.e2e.citizen_page import Citizen
from tests.e2e.demo_process import Demo
from tests.e2e.life_words import WORDS, Words
from tests.e2e.screens import DESKTOP, PHONE
from tests.e2e.staff_page import Staff
from tests.e2e.telling import answers, rates, tells

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
async def approving(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    """A demonstration whose replies are approved by the unit's lead and checked by the office."""
    folder = tmp_path_factory.mktemp("life")
    city = (ROOT / "campaigns" / "city-2024.yaml").read_text("utf-8")
    (folder / "campaigns").mkdir()
    (folder / "campaigns" / "city.yaml").write_text(f"{city}\nreply: {{approval: [lead, office]}}\n", "utf-8")
    demo = Demo(folder, campaigns=folder / "campaigns")
    await demo.start()
    yield demo
    await demo.end()


@dataclass
class Life:
    """The suggestion, its author and the cast; `n` counts the stages."""

    cast: Cast
    citizen: Citizen
    words: Words
    number: str = ""
    n: int = 0

    @property
    def language(self) -> str:
        return self.cast.language

    def t(self, key: str, **blanks: str | int) -> str:
        return label(self.language, key, **blanks)

    async def stage(self, who: Staff | Citizen, name: str) -> None:
        self.n += 1
        await who.stage(f"life-{self.language}-{self.n:02}-{name}")

    async def opens(self, role: str) -> Staff:
        """Have a member of staff open the suggestion from their list."""
        staff = await self.cast.enters(role)
        await staff.opens(self.number)
        return staff


@pytest.mark.parametrize(
    ("language", "screen"), [("zh-CN", PHONE), ("en", DESKTOP)], ids=["phone", "desktop"]
)
async def test_the_whole_life(
    browser: Browser, approving: Demo, shots: Path | None, language: str, screen: ViewportSize
) -> None:
    citizen = await Citizen.at(
        browser, approving.address("WEBCHAT"), language=language, shots=shots, screen=screen
    )
    life = Life(Cast(browser, approving, language, screen, shots), citizen, WORDS[language])
    await staff_is_appointed(life)
    said = {"theme": life.words.theme, "text": life.words.text, "name": "张三"}
    life.number = await tells(citizen, language, **said)
    await clerk_screens_and_forwards(life)
    await handler_signs_and_asks(life)
    await answers(citizen, language, life.words.question, about=life.number, answer=life.words.answer)
    await handler_drafts(life)
    await assisting_unit_gives_its_opinion(life)
    await reply_is_approved_and_sent(life)
    await author_is_not_satisfied(life)
    await second_reply(life)
    await author_is_satisfied(life)
    await those_who_watch_change_nothing(life)
    await administrator_sees_accounts_and_no_suggestion(life)
    await citizen.leaves()
    await life.cast.leave(but=("status of 403", "status of 422"))


async def staff_is_appointed(life: Life) -> None:
    """The administrator makes the accounts the demonstration does not have."""
    administrator = await life.cast.enters("administrator")
    for role in ("supervisor", "leader", "auditor", "handler"):
        unit = life.words.assisting if role == "handler" else ""
        account = await appoints(administrator, f"{role}.{life.language[:2]}", role, unit)
        await life.stage(administrator, f"password-of-{role}")
        begun = await life.cast.begins("assisting" if unit else role, account)
    await life.stage(begun, "first-page-of-a-unit")


async def clerk_screens_and_forwards(life: Life) -> None:
    clerk, t = await life.cast.enters("clerk"), life.t
    await clerk.goes_to("console-screening")
    await clerk.is_at(life.number)
    await clerk.is_told_next("forward")
    await life.stage(clerk, "screening")
    form = clerk.page.locator("#do-classify")
    await form.locator("summary").click()
    await form.locator("select").select_option(value=f"megacity/{OTHER_TOPIC}")
    await clerk.presses("console-send-classify", form)
    await expect(clerk.page.get_by_role("status")).to_contain_text(t("console-event-classified"))
    await clerk.does("value")
    await clerk.reads(life.words.right_theme, t("console-mark-valuable"))
    await clerk.page.get_by_label(t("console-forward-unit")).select_option(label=life.words.lead)
    await clerk.page.locator("summary", has_text=t("console-assisting-choose")).click()
    await clerk.page.get_by_role("checkbox", name=life.words.assisting).check()
    await life.stage(clerk, "about-to-forward")
    await clerk.presses("console-forward-do")
    await expect(clerk.page.get_by_role("status")).to_contain_text(t("console-event-forwarded"))
    await life.stage(clerk, "forwarded")
    await life.citizen.reads(life.number, life.words.lead)


async def handler_signs_and_asks(life: Life) -> None:
    handler, t = await life.cast.enters("handler"), life.t
    await handler.goes_to("console-notices")
    await handler.reads(t("console-notice-forwarded"))
    await life.stage(handler, "notices")
    await handler.follows(handler.page.get_by_role("link", name=life.number).first)
    await handler.is_at(life.number)
    await handler.is_told_next("sign")
    await handler.does("sign")
    await expect(handler.page.get_by_role("status")).to_have_text(t("console-done-signed"))
    await handler.is_told_next("reply")
    await handler.does("ask", text=life.words.question)
    await expect(handler.page.get_by_role("status")).to_have_text(t("console-done-asked"))
    await handler.is_told_next("wait")
    await life.stage(handler, "asked")


async def handler_drafts(life: Life) -> None:
    """The answer is read, a call is put on record; a reply that says nothing is not sent as it is."""
    handler, t = await life.opens("handler"), life.t
    await handler.reads(life.words.answer)
    await records_a_call(handler, life.words.talk)
    await handler.writes_reply(life.words.adopted, life.words.empty, "")
    await handler.presses("console-reply-hand-in")
    hints = handler.page.locator(".hints")
    await expect(hints).to_contain_text(t("console-hint-empty-phrase"))
    await expect(hints).not_to_contain_text(t("console-hint-no-contact"))
    await life.stage(handler, "hints")
    await handler.writes_reply(life.words.adopted, life.words.reply, "")
    await handler.presses("console-reply-hand-in")
    await handler.reads(t("console-reply-draft-with-lead"), life.words.reply)
    await life.stage(handler, "handed-in")


async def records_a_call(handler: Staff, talk: str) -> None:
    part = handler.page.locator("section", has=handler.page.locator("#contacts"))
    await part.locator("summary").click()
    await part.get_by_role("radio", name=handler.t("contact-mode-phone")).check()
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    await part.get_by_label(handler.t("console-contact-on")).fill(today.isoformat())
    await part.get_by_label(handler.t("console-contact-outcome")).fill(talk)
    await handler.presses("console-contact-do", part)
    await handler.reads(talk)


async def assisting_unit_gives_its_opinion(life: Life) -> None:
    helper = await life.opens("assisting")
    await helper.is_told_next("opine")
    await helper.does("opine", text=life.words.opinion)
    await expect(helper.page.get_by_role("status")).to_have_text(life.t("console-done-opined"))
    await expect(helper.page.get_by_role("button", name=life.t("console-reply-hand-in"))).to_have_count(0)
    await life.stage(helper, "opinion")


async def reply_is_approved_and_sent(life: Life) -> None:
    t = life.t
    for role, button in (("unit-lead", "console-reply-approve"), ("clerk", "console-reply-approve-send")):
        staff = await life.cast.enters(role)
        await staff.goes_to("console-replies")
        await life.stage(staff, f"replies-of-{role}")
        await staff.follows(staff.page.get_by_role("link", name=life.number))
        await expect(staff.page.locator("#reply")).to_be_in_viewport()
        await staff.reads(life.words.opinion)
        await life.stage(staff, f"before-{role}-approves")
        await staff.presses(button)
        await expect(staff.page.locator(".next")).to_have_count(0)
    await staff.reads(t("console-state-replied"))
    await life.stage(staff, "sent")


async def author_is_not_satisfied(life: Life) -> None:
    citizen, words = life.citizen, life.words
    await citizen.reads(life.number, words.reply)
    await life.stage(citizen, "reply")
    await rates(citizen, words.reply, f"{life.t('push-rated-unit', unit=words.lead)}{words.dissatisfied}")
    await citizen.is_asked(words.dissatisfied, life.t("rate-reason-later"))
    await citizen.says(words.why)
    thanks = life.t("rate-thanks-reopened", number=life.number, rating=words.dissatisfied, due="")
    await citizen.reads(thanks.partition(words.dissatisfied)[0], words.dissatisfied)
    await life.stage(citizen, "dissatisfied")


async def second_reply(life: Life) -> None:
    handler = await life.opens("handler")
    await handler.reads(life.words.why, life.t("console-state-signed"))
    await handler.is_told_next("reply")
    await handler.writes_reply(life.words.adopted, life.words.again, "")
    await handler.presses("console-reply-hand-in")
    await handler.reads(life.t("console-reply-draft-with-lead"))
    for role, button in (("unit-lead", "console-reply-approve"), ("clerk", "console-reply-approve-send")):
        staff = await life.opens(role)
        await staff.is_told_next("check")
        await staff.presses(button)
        await expect(staff.page.locator(".next")).to_have_count(0)


async def author_is_satisfied(life: Life) -> None:
    citizen, words = life.citizen, life.words
    await citizen.reads(life.number, words.again)
    for unit in (words.lead, words.assisting):
        await rates(citizen, words.again, f"{life.t('push-rated-unit', unit=unit)}{words.satisfied}")
    await citizen.reads(life.t("rate-thanks-closed", number=life.number, rating=words.satisfied))
    await life.stage(citizen, "closed")


async def those_who_watch_change_nothing(life: Life) -> None:
    for role in ("supervisor", "leader", "auditor"):
        staff = await life.opens(role)
        await staff.reads(life.words.text, life.words.again, life.words.why, life.t("console-state-closed"))
        await expect(staff.page.locator("main form[method=post]")).to_have_count(0)
        await expect(staff.page.locator(".next")).to_have_count(0)
        key = await staff.page.locator("[name=form_key]").first.get_attribute("value")
        for verb in ("close", "reply", "notes"):
            where = f"{staff.url}/suggestions/{life.number}/{verb}"
            told = await staff.page.request.post(where, form={"form_key": key or ""})
            assert told.status == 403
        await life.stage(staff, f"read-by-{role}")
    history = staff.page.locator(".timeline .event")
    kinds = (
        "registered",
        "forwarded",
        "signed",
        "asked",
        "answered",
        "contacted",
        "replied",
        "reopened",
        "closed",
    )
    await expect(history).to_contain_text([re.compile(life.t(f"console-event-{kind}")) for kind in kinds])


async def administrator_sees_accounts_and_no_suggestion(life: Life) -> None:
    administrator = await life.cast.enters("administrator")
    await administrator.goes_to("console-account-log")
    await administrator.reads(life.t("console-act-made"), f"auditor.{life.language[:2]}")
    await life.stage(administrator, "account-log")
    answer = await administrator.page.goto(f"{administrator.url}/suggestions/{life.number}")
    assert answer
    assert answer.status == 403
    await expect(administrator.page.locator("body")).not_to_contain_text(life.words.text)
    await life.stage(administrator, "not-for-administrators")
