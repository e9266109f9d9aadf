"""Who is the officer here: asked anew at every step."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.kbd import Button, Select

from backend.dates import day_in_words
from backend.handling import queries as handling
from backend.i18n import label
from backend.officers import queries as officers
from backend.officers.model import Officer
from backend.officers.queries import point_of
from bot.context import db_of, language_of, person_of
from bot.states import Officer as OfficerStates
from bot.text import Label


async def officer_of(manager: DialogManager) -> Officer:
    """Return the appointment of whoever talks; NotAllowed, which ends the dialog, for who has none today."""
    async with db_of(manager).read() as session:
        return await officers.require(session, person_of(manager).id)


async def officer_or_none(manager: DialogManager) -> Officer | None:
    async with db_of(manager).read() as session:
        return await officers.of_person(session, person_of(manager).id)


async def appointment(manager: DialogManager, officer: Officer) -> dict[str, str]:
    """Say of an appointment what a window shows."""
    language = language_of(manager)
    async with db_of(manager).read() as session:
        unit = await handling.unit(session, officer.unit_id)
        point = await point_of(session, officer)
    where = " ".join(filter(None, (point.name, point.address))) if point else ""
    return {
        "kind": label(language, f"officer-kind-{officer.kind}"),
        "unit": unit.name(language),
        "point": where,
        "has_point": "yes" if where else "no",
        "until": day_in_words(officer.until, language) if officer.until else "",
        "has_until": "yes" if officer.until else "no",
    }


async def open_menu(manager: DialogManager) -> None:
    """Show the menu in a window below."""
    await officer_of(manager)
    await manager.start(OfficerStates.menu, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _on_leave(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await open_menu(manager)


def leave_button(widget: str, key: str = "back") -> Button:
    """Lead from another dialog back to the officer's menu."""
    return Button(Label(key), id=widget, on_click=_on_leave)


async def officer_here(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Find for other windows whether the officer's button belongs there."""
    return {"officer": ["menu"] if await officer_or_none(dialog_manager) else []}


async def _on_officer(_callback: CallbackQuery, _select: object, manager: DialogManager, _said: str) -> None:
    await open_menu(manager)


def officer_button() -> Select[Any]:
    """Lead an officer to the menu; nobody else sees the button. Its window takes the getter above."""
    return Select(
        Label("officer-button"), id="officer", item_id_getter=str, items="officer", on_click=_on_officer
    )


async def _on_menu(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.clear()
    await manager.switch_to(OfficerStates.menu)


def to_menu_button() -> Button:
    return Button(Label("officer-to-menu"), id="officer_menu", on_click=_on_menu)
