"""What every page must keep to on every stage, and pictures of the stages."""

from pathlib import Path

from playwright.async_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
NARROWEST_TABLE: ViewportSize = {"width": 1100, "height": 800}
TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy broken: ${event.violatedDirective} by ${event.blockedURI}`))"""


async def complaints_of(page: Page) -> list[str]:
    """Collect all that goes wrong in a page: uncaught errors, errors in the console, broken policy."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    await page.add_init_script(TELL_VIOLATIONS)
    return complaints


def nothing_wrong(complaints: list[str], *, but: tuple[str, ...] = ()) -> None:
    """Check that there is no complaint but those a test brought about itself."""
    assert [said for said in complaints if not any(known in said for known in but)] == []


async def fits(page: Page) -> None:
    """Check that nothing has to be scrolled sideways, once the page is all there."""
    await page.wait_for_load_state()
    page_width, screen = await page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert page_width <= screen, f"{page.url} is {page_width} px wide on a screen of {screen} px"


async def photograph(page: Page, folder: Path | None, name: str, *, whole: bool = False) -> None:
    if folder is not None:
        await page.screenshot(path=folder / f"{name}.png", animations="disabled", full_page=whole)
