"""The command line."""

import asyncio
import os
import signal
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from backend.campaigns import actions as campaigns
from backend.campaigns.load import CampaignFileError, read
from backend.config import Settings
from backend.errors import NotFound
from backend.handling import queries as handling
from backend.recognition.reading import RecognitionMissingError
from backend.staff import actions as staff
from backend.staff import queries as staff_queries
from backend.staff import second_factor
from backend.staff.model import UNITS
from backend.staff.model import Role as StaffRole
from backend.suggestions import history
from jindianzi import lifecycle, ready
from jindianzi.baseline import app as baseline_app
from jindianzi.house import AlreadyRunningError, UnknownCampaignError, opened
from jindianzi.ledger import app as ledger_app
from jindianzi.logs import configure
from jindianzi.officers import app as officer_app
from jindianzi.own_pages import OwnPageUnsafeError
from jindianzi.programs import app as program_app
from jindianzi.screen import fail, language, tell
from jindianzi.servers import PortTakenError
from jindianzi.similar import app as similar_app
from jindianzi.sources import app as source_app
from jindianzi.wiring import ALL, Role, run

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
campaign_app = typer.Typer(no_args_is_help=True, help="Campaign files: check, stop, resume.")
staff_app = typer.Typer(no_args_is_help=True, help="Staff accounts and units.")
app.add_typer(campaign_app, name="campaign")
app.add_typer(staff_app, name="staff")
app.add_typer(ledger_app, name="ledger")
app.add_typer(officer_app, name="officer")
app.add_typer(program_app, name="program")
app.add_typer(similar_app, name="similar")
app.add_typer(source_app, name="source")
app.add_typer(baseline_app, name="baseline")


@app.command()
def demo() -> None:
    """Run everything on embedded defaults and print where it is and who may sign in."""
    _run(ALL, ready.demo)


@app.command("run")
def run_roles(
    role: Annotated[list[Role] | None, typer.Option(help="What this process does; default: all.")] = None,
) -> None:
    """Run with the settings of the environment."""
    _run(frozenset(role) if role else ALL, ready.plain)


def _run(roles: frozenset[Role], announce: ready.Announce) -> None:
    os.umask(0o077)  # what is made here is for this user alone
    settings = Settings()
    configure(settings.log_level)
    tell("cli-starting", state=str(settings.state_dir))
    try:
        asyncio.run(_until_told(run(settings, roles, announce)))
    except AlreadyRunningError:
        fail("cli-already-running", state=str(settings.state_dir))
    except PortTakenError as error:
        fail("cli-port-taken", address=str(error))
    except CampaignFileError as error:
        fail("cli-campaign-faulty", problems=str(error))
    except UnknownCampaignError as error:
        fail("cli-campaign-unknown", id=str(error))
    except OwnPageUnsafeError as error:
        fail("cli-own-page-unsafe", campaigns=str(error))
    except RecognitionMissingError as error:
        fail("cli-recognition-missing", libraries=str(error))
    tell("cli-ended")


async def _until_told(running: Coroutine[Any, Any, None]) -> None:
    """Run until SIGTERM or SIGINT, and end in good order."""
    task = asyncio.create_task(running)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        await task


@app.command()
def verify() -> None:
    """Check that no event was changed, dropped or moved."""

    async def look() -> list[str]:
        async with opened(Settings()) as house:
            return await history.verify(house.db)

    if found := asyncio.run(look()):
        fail("cli-history-broken", findings="\n".join(found))
    tell("cli-history-sound")


@app.command("lifecycle")
def draw_lifecycle() -> None:
    """Write docs/lifecycle.md from the table of the lifecycle."""
    typer.echo(lifecycle.page(), nl=False)


@campaign_app.command("check")
def check_campaign(path: Path) -> None:
    """Read a campaign file and name every fault with its line and field."""
    try:
        campaign = read(path)
    except CampaignFileError as error:
        fail("cli-campaign-faulty", problems=str(error))
    topics = sum(1 for _ in campaign.topics())
    tell("cli-campaign-sound", id=campaign.id, themes=str(len(campaign.themes)), topics=str(topics))


def _act_on_campaign(acting: Coroutine[Any, Any, None], campaign: str) -> None:
    try:
        asyncio.run(acting)
    except NotFound:
        fail("cli-campaign-unknown", id=campaign)


@campaign_app.command("stop")
def stop_campaign(campaign: str) -> None:
    """Take no new suggestions until `resume`; drafts are kept."""

    async def act() -> None:
        async with opened(Settings()) as house:
            await campaigns.stop(house.db, campaign=campaign)

    _act_on_campaign(act(), campaign)
    tell("cli-campaign-stopped", id=campaign)


@campaign_app.command("resume")
def resume_campaign(campaign: str) -> None:
    """Take suggestions again."""

    async def act() -> None:
        async with opened(Settings()) as house:
            await campaigns.resume(house.db, campaign=campaign)

    _act_on_campaign(act(), campaign)
    tell("cli-campaign-resumed", id=campaign)


@staff_app.command("units")
def list_units() -> None:
    """List the units with their keys."""

    async def look() -> list[str]:
        async with opened(Settings()) as house, house.db.read() as session:
            return [f"{unit.key}\t{unit.name(language())}" for unit in await handling.units(session)]

    for line in asyncio.run(look()):
        typer.echo(line)


@staff_app.command("add")
def add_staff(
    login: str,
    role: StaffRole,
    unit: Annotated[str, typer.Option(help="The unit's key; a handler needs one.")] = "",
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)] = "",
) -> None:
    """Make an account, or give an existing one a new password, role and unit."""
    if len(password) < staff.PASSWORD_MINIMUM:
        fail("cli-password-short", minimum=str(staff.PASSWORD_MINIMUM))
    if (role in UNITS) != bool(unit):
        fail("cli-unit-needed")

    async def act() -> bool:
        async with opened(Settings()) as house:
            async with house.db.read() as session:
                found = await handling.unit_with_key(session, unit)
            if unit and found is None:
                return False
            unit_id = found.id if found else None
            await staff.appoint(house.db, login=login, password=password, role=role, unit_id=unit_id)
            return True

    if not asyncio.run(act()):
        fail("cli-unit-unknown", unit=unit)
    tell("cli-staff-added", login=login)


@staff_app.command("reset")
def reset_second_factor(login: str) -> None:
    """Take an account's second factor off, for somebody who lost the phone; it is signed out everywhere."""

    async def act() -> bool:
        async with opened(Settings()) as house:
            async with house.db.read() as session:
                found = await staff_queries.with_login(session, login)
            if found:
                await second_factor.reset(house.db, staff_id=found.id, actor_id=None)
            return found is not None

    if not asyncio.run(act()):
        fail("cli-staff-unknown", login=login)
    tell("cli-staff-reset", login=login)
