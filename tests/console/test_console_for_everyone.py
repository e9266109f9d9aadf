"""Every page of the access table in a real browser: axe finds nothing, and nothing is scrolled sideways.

On a phone and on a desktop, in Chinese by day and in English by night.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx
import pytest
from console_browser import is_for_everyone, served
from console_house import Browser
from full_house import FullHouse
from matrix_house import PATHS
from playwright.async_api import Browser as Chromium
from playwright.async_api import Page
from sqlalchemy import update

from backend.console import access
from backend.console.session import COOKIE
from backend.i18n import LANGUAGES
from backend.staff.access import CHAT
from backend.staff.model import Role, Staff
from tests.e2e.conftest import browser, shots
from tests.e2e.screens import complaints_of, nothing_wrong

__all__ = ["browser", "shots"]
pytestmark = pytest.mark.browser

NO_PAGES = {
    "/": "leads on to the first page of a role",
    "/healthz": "for machines",
    "/static": "styles, scripts and the icon",
    "/ledger/file": "a file",
    "/ledger/template": "a file",
    "/ledger/imports/{run}/refused": "a file",
    "/calls/{call}/file": "a file",
    "/quotas/file": "a file",
    "/points/{point}/poster": "a file to print",
    "/events/{event}/poster": "a file to print",
    "/ways-in/{code}/poster": "a file to print",
    "/me/second-factor.svg": "a picture",
    "/suggestions/{number}/files/{ordinal}": "a file",
    "/suggestions/{number}/answers/{part}": "a file",
    "/suggestions/{number}/reply/files/{file}": "a file",
    "/ways-in/{code}/{channel}.png": "a picture",
    "/ways-in/{code}/{channel}.svg": "a picture",
}
"""What a browser opens by GET and nobody reads as a page, with the reason."""
FIRST = (Role.CLERK, Role.UNIT_LEAD, Role.ADMINISTRATOR)
"""Whose page is looked at where several may: who can do the most there."""
ABOUT = {
    "/suggestions/{number}/merge": "registered",
    "/suggestions/{number}/sent-back": "sent-back",
    "/suggestions/{number}/forget": "entered",
}
REFUSED = (403, 404)
SCHEMES = {"zh-CN": "light", "en": "dark"}


@dataclass(frozen=True)
class Look:
    """A page, whose it is, and the suggestion or the kind of sign-in it is about."""

    path: str
    account: str
    of: str = "handled"
    status: int = field(default=200, compare=False)

    def __str__(self) -> str:
        return "-".join(part.strip("{}") for part in (*self.path.split("/"), self.account, self.of) if part)


def first_look(path: str) -> Look:
    roles = access.TABLE["GET", path].roles
    account = next((str(role) for role in FIRST if role in roles), "") if roles else ""
    return Look(path, account, ABOUT.get(path, "handled"))


ONE = "/suggestions/{number}"
PAGES = sorted(
    path for method, path in access.TABLE.keys() - CHAT.keys() if method == "GET" and path not in NO_PAGES
)
MORE = (
    *(Look(ONE, "clerk", of) for of in ("registered", "answered", "returned", "diverted", "merged", "main")),
    Look(ONE, "clerk", "entered"),
    *(Look(ONE, "handler", of) for of in ("handled", "answered", "given-back")),
    Look(ONE, "other"),
    Look(ONE, "unit-lead", "with-lead"),
    Look(ONE, "clerk", "with-office"),
    *(Look(ONE, watcher, "overdue") for watcher in ("supervisor", "leader", "auditor")),
    *(Look("/suggestions", account) for account in ("handler", "supervisor")),
    *(Look("/units/{unit}", account) for account in ("unit-lead", "administrator")),
    Look("/templates", "handler"),
    Look("/replies", "handler"),
    Look("/accounts/{account}", "administrator", "suspended"),
    Look("/no-such-page", "clerk", status=404),
    Look("/screening", "handler", status=403),
)


@dataclass
class Eyes:
    """One browser window that looks at all pages, one after the other."""

    page: Page
    url: str
    full: FullHouse
    complaints: list[str]

    async def opens(self, look: Look, language: str) -> None:
        await self.page.emulate_media(color_scheme=SCHEMES[language])  # type: ignore[arg-type]
        async with self.full.matrix.house.db.begin() as session:
            await session.execute(update(Staff).values(language=language))
        cookies = self.page.context
        await cookies.clear_cookies()
        if look.account:
            code_due = look.path == "/sign-in/code"
            token = await self.full.matrix.token(look.account, code_due=code_due)
            await cookies.add_cookies([{"name": COOKIE, "value": token, "url": self.url}])
        self.complaints.clear()
        where, _, asked = f"{self.url}{address(self.full, look)}".partition("?")
        answer = await self.page.goto(f"{where}?{asked}&language={language}")
        assert answer
        assert (answer.status, answer.url.partition("?")[0]) == (look.status, where)
        assert await self.page.locator("html").get_attribute("lang") == language


def address(full: FullHouse, look: Look) -> str:
    """Fill an address; a part nobody knows is a page that cannot be looked at: add it to the house."""
    parts = {**full.matrix.parts[True], **full.parts}
    parts["number"] = full.numbers.get(look.of, parts["number"])
    if look.of == "suspended":
        parts["account"] = str(full.matrix.staff["suspended"])
    asked = f"?into={full.numbers['handled']}" if look.path.endswith("/merge") else ""
    return PATHS.get(look.path, look.path).format(**parts) + asked


@pytest.fixture(scope="module")
async def eyes(full: FullHouse, browser: Chromium) -> AsyncIterator[Eyes]:
    async with served(full.matrix.house) as url:
        context = await browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
        context.set_default_timeout(20_000)
        page = await context.new_page()
        yield Eyes(page, url, full, await complaints_of(page))
        await context.close()


@pytest.mark.parametrize("look", [*map(first_look, PAGES), *MORE], ids=str)
async def test_a_page_is_for_everyone(eyes: Eyes, look: Look, shots: Path | None) -> None:
    for language in LANGUAGES:
        await eyes.opens(look, language)
        await is_for_everyone(eyes.page, shots, f"{look}-{language}")
        nothing_wrong(eyes.complaints, but=(f"status of {look.status}",) if look.status in REFUSED else ())


@pytest.mark.parametrize("path", NO_PAGES)
async def test_what_is_left_out_is_no_page(full: FullHouse, path: str) -> None:
    assert ("GET", path) in access.TABLE
    look = replace(first_look(path), of="answered" if "/reply/" in path else "handled")
    async with Browser(full.matrix.house.app) as visitor:
        if look.account:
            visitor.cookies.set(COOKIE, await full.matrix.token(look.account))
        told: httpx.Response = await visitor.get(address(full, look))
    assert told.status_code in {200, 303}
    assert not told.headers.get("content-type", "").startswith("text/html")
