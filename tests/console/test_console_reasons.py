"""What was not delivered or not handled says why in plain words and what to do next, in both languages."""

import re
from types import SimpleNamespace

import httpx
import pytest
from console_house import CLERK, House, words
from sqlalchemy import func, select, update

from backend import push
from backend.console import reasons
from backend.console.reasons import Undelivered, Unhandled
from backend.i18n import LANGUAGES, label
from backend.inbox import actions as inbox
from backend.inbox.model import Update
from backend.push import actions as pushes
from backend.push.model import Push
from backend.staff.model import Staff
from bot.talker import GivenUpError, where

PUSHES = {
    "Forbidden: bot was blocked by the user": Undelivered.GONE,
    "Forbidden: user is deactivated": Undelivered.GONE,
    "Chat not found": Undelivered.NO_SUCH_CHAT,
    "Peer_id_invalid": Undelivered.NO_SUCH_CHAT,
    "no answer, twice: it may have arrived": Undelivered.UNSURE,
    "given up: NetworkError": Undelivered.GIVEN_UP,
    "no words: KeyError": Undelivered.NO_WORDS,
    "Message is too long": Undelivered.REFUSED,
    "no-chat": Undelivered.NO_CHAT,
    "": Undelivered.UNKNOWN,
}
LETTERS = {
    where(GivenUpError()): Unhandled.GIVEN_UP,
    "JSONDecodeError at JSONDecoder.raw_decode:355": Unhandled.UNREADABLE,
    "ValidationError at BaseModel.model_validate:716": Unhandled.UNREADABLE,
    "TelegramUnauthorizedError at BaseSession.check_response:128": Unhandled.TOKEN,
    "TelegramBadRequest at BaseSession.check_response:122": Unhandled.REFUSED,
    "IntegrityError at Connection.execute:1": Unhandled.STORAGE,
    "KeyError at on_theme:41": Unhandled.FAULT,
    "": Unhandled.UNKNOWN,
}


@pytest.mark.parametrize(("reason", "kind"), PUSHES.items())
def test_a_reason_of_a_notice_has_a_kind(reason: str, kind: Undelivered) -> None:
    assert reasons.of_push(reason) == kind


@pytest.mark.parametrize(("reason", "kind"), LETTERS.items())
def test_a_reason_of_a_message_has_a_kind(reason: str, kind: Unhandled) -> None:
    assert reasons.of_letter(reason) == kind


def test_every_kind_comes_of_some_reason() -> None:
    assert {*PUSHES.values(), push.TOLD_ELSEWHERE, push.TOLD_IN_PERSON} == set(Undelivered)
    assert set(LETTERS.values()) == set(Unhandled)


@pytest.fixture
async def troubled(house: House) -> House:
    """A notice and a message for every reason there is."""
    for reason in PUSHES:
        await house.suggest()
        newest = (await house.all_of(Push))[-1]
        await pushes.park(house.db, push_ids=[newest.id], reason=reason)
    for number, reason in enumerate(LETTERS, 1):
        body = b'{"update_id": %d, "message": {"chat": {"id": 5}, "text": "private words"}}' % number
        await inbox.store(house.db, [inbox.Arrival("telegram", body)])
        async with house.db.read() as session:
            entry = await session.scalar(select(func.max(Update.id)))
        assert entry
        await inbox.bury(house.db, holder=None, entry=entry, reason=reason)
    return house


def listed(page: httpx.Response) -> list[SimpleNamespace]:
    """Return what stands in each cell of reasons: the two sentences, and the raw reason."""
    cells = re.findall(r'class="reason">(.*?)</td>', page.text, re.DOTALL)
    found = []
    for cell in cells:
        said, following = re.findall(r"<p[^>]*>(.*?)</p>", cell)
        raw = re.search(r"<details><summary>.*?</summary><bdi class=\"code\">(.*?)</bdi></details>", cell)
        found.append(SimpleNamespace(said=said, next=following, raw=raw[1] if raw else ""))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_says_why_and_what_to_do_next(troubled: House, language: str) -> None:
    async with troubled.db.begin() as session:
        await session.execute(update(Staff).values(language=language))
    async with troubled.at_desk(CLERK) as clerk:
        page = await clerk.get("/undelivered")
    wanted = [("reason", kind, reason) for reason, kind in reversed(PUSHES.items())]
    wanted += [("letter", kind, reason) for reason, kind in reversed(LETTERS.items())]
    for cell, (what, kind, reason) in zip(listed(page), wanted, strict=True):
        said, following = (label(language, f"console-{part}-{kind}") for part in (what, f"{what}-next"))
        assert (cell.said, cell.next) == tuple(part.replace("'", "&#39;") for part in (said, following))
        assert cell.raw == reasons.raw(reason)
        assert cell.raw in {reason, ""}
    assert "private words" not in words(page)
