"""The members of staff who play in one story: each signs in once, in a browser of their own."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, ViewportSize, expect

from tests.e2e.demo_process import Account, Demo
from tests.e2e.staff_page import Staff

OWN_PASSWORD = "示例密码-七座桥-两条江"


@dataclass
class Cast:
    browser: Browser
    demo: Demo
    language: str
    screen: ViewportSize
    shots: Path | None
    members: dict[str, Staff] = field(default_factory=dict)

    async def enters(self, role: str) -> Staff:
        """Sign in with an account that the demonstration printed; coming again is the same person."""
        if role not in self.members:
            home = "console-accounts" if role == "administrator" else "console-desk"
            await (await self._at_the_door(role)).signs_in(self.demo.account(role), home=home)
        return self.members[role]

    async def begins(self, role: str, account: Account) -> Staff:
        """Sign in with a password that was given, and set another one first, as must be."""
        staff = await self._at_the_door(role)
        await staff.signs_in(account, home="console-password-title")
        for label, said in (
            ("console-password-old-one-time", account.password),
            ("console-password-new", OWN_PASSWORD),
            ("console-password-again", OWN_PASSWORD),
        ):
            await staff.page.get_by_label(staff.t(label), exact=True).fill(said)
        await staff.presses("console-password-do")
        await staff.is_at(staff.t("console-desk"))
        return staff

    async def _at_the_door(self, role: str) -> Staff:
        self.members[role] = await Staff.at(
            self.browser,
            self.demo.address("CONSOLE"),
            screen=self.screen,
            shots=self.shots,
            language=self.language,
        )
        return self.members[role]

    async def leave(self, *, but: tuple[str, ...] = ()) -> None:
        for staff in self.members.values():
            await staff.leaves(but=but)


async def appoints(administrator: Staff, login: str, role: str, unit: str = "") -> Account:
    """Make an account in the console; its password is shown once."""
    page, t = administrator.page, administrator.t
    await administrator.goes_to("console-accounts")
    form = page.locator("form[method=post][action='/accounts']")
    await form.get_by_label(t("console-login")).fill(login)
    await form.get_by_label(t("console-accounts-role")).select_option(value=role)
    if unit:
        await form.get_by_label(t("console-accounts-unit")).select_option(label=unit)
    await administrator.presses("console-accounts-add-do", form)
    await administrator.is_at(t("console-given-password"))
    await expect(page.locator("dd code.code")).to_have_count(2)
    shown, password = await page.locator("dd code.code").all_inner_texts()
    assert shown == login
    return Account(login, password, unit)
