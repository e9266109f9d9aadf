"""What hangs in the officer's menu: lines that say what waits, and a button for each thing to do.

`LINES` are said below the appointment, "" for nothing to say; `buttons` makes new ones for each dialog.
"""

from collections.abc import Awaitable, Callable, Sequence

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Keyboard, Row

from backend.calls import queries as calls
from backend.campaigns import queries as campaigns
from backend.errors import NotAllowed, Refusal
from backend.i18n import label
from backend.officers.model import Officer
from backend.proxy import queries as proxy
from backend.visits import queries as visits
from bot.batches.forms import send_form
from bot.batches.paper import open_paper
from bot.batches.sheets import send_template
from bot.context import db_of, language_of, notice, person_of
from bot.dialogs.behalf.opening import open_behalf, open_entries
from bot.dialogs.calls import open_calls
from bot.dialogs.collect import open_collect
from bot.dialogs.officer import lookup, occasions
from bot.dialogs.quotas import open_quotas
from bot.dialogs.visits.opening import open_visits
from bot.text import Label

Opening = Callable[[DialogManager], Awaitable[None]]


async def unfinished_line(manager: DialogManager, _officer: Officer) -> str:
    """Say how many entries for others were begun and not sent."""
    async with db_of(manager).read() as session:
        found = await proxy.open_ones(session, person_of(manager).id)
    words = label(language_of(manager), "officer-menu-unfinished_line", count=len(found))
    return words if found else ""


async def visits_line(manager: DialogManager, _officer: Officer) -> str:
    """Say how much there is to tell in person, and how much of it is late."""
    async with db_of(manager).read() as session:
        waiting, late = await visits.counts(session, person_of(manager).id)
    words = label(language_of(manager), "officer-menu-visits_line", count=waiting, late=late)
    return words if waiting else ""


async def calls_line(manager: DialogManager, officer: Officer) -> str:
    """Say how many requests are open, and how many of them are new."""
    async with db_of(manager).read() as session:
        found = [
            asked
            for call, asked in await calls.of_officer(session, officer.id)
            if call.is_open_on(campaigns.today((await campaigns.in_force(session, call.campaign))[1]))
        ]
    unread = sum(asked.read_at is None for asked in found)
    words = label(language_of(manager), "officer-menu-calls_line", count=len(found), unread=unread)
    return words if found else ""


async def sent_below(manager: DialogManager, sending: Opening) -> None:
    """Send something into the chat, and leave the menu above it."""
    await sending(manager)
    manager.show_mode = ShowMode.NO_UPDATE


def _opens(key: str, opening: Opening) -> Button:
    async def on_open(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        try:
            await opening(manager)
        except NotAllowed:
            raise
        except Refusal as refusal:
            notice(manager, refusal.key, **refusal.blanks)

    name = key.removeprefix("officer-menu-")
    return Button(Label(key), id=f"officer_{name}", on_click=on_open)


def _sends(key: str, sending: Opening) -> Button:
    return _opens(key, lambda manager: sent_below(manager, sending))


LINES: Sequence[Callable[[DialogManager, Officer], Awaitable[str]]] = (
    occasions.event_line,
    unfinished_line,
    visits_line,
    calls_line,
)


def buttons() -> list[Keyboard]:
    """Return the rows of the menu: to enter, what waits, many at once, and where one is."""
    return [
        _opens("officer-menu-behalf", open_behalf),
        Row(_opens("officer-menu-entries", open_entries), _opens("officer-menu-visits", open_visits)),
        Row(_opens("officer-menu-calls", open_calls), _opens("officer-menu-quota", open_quotas)),
        Row(_opens("officer-menu-paper", open_paper), _opens("officer-menu-offline", open_collect)),
        Row(_sends("officer-menu-form", send_form), _sends("officer-menu-sheet", send_template)),
        Row(occasions.occasions_button(), lookup.lookup_button()),
    ]
