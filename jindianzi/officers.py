"""The command line of information officers: appoint and invite one, list them, end an appointment."""

import asyncio
import secrets
from datetime import datetime
from typing import Annotated

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from backend.config import Settings
from backend.errors import Refusal
from backend.handling import queries as handling
from backend.i18n import label
from backend.officers import actions, listing
from backend.officers.listing import Asked, standing
from backend.officers.model import Officer, OfficerKind
from backend.officers.terms import By, Terms
from backend.sources.links import Doors, link
from backend.staff import queries as staff
from jindianzi.house import opened
from jindianzi.screen import fail, language, tell
from jindianzi.sources import known_doors

app = typer.Typer(no_args_is_help=True, help="Information officers: appoint, list, end.")

Login = Annotated[str, typer.Option(help="The member of staff in whose name it is done.")]


@app.command()
def invite(
    *,
    name: Annotated[str, typer.Option(prompt=True, help="The officer's name; asked for when left out.")],
    unit: Annotated[str, typer.Option(help="The unit's key.")],
    login: Login,
    kind: Annotated[OfficerKind, typer.Option(help="information or proxy.")] = OfficerKind.INFORMATION,
    district: Annotated[str, typer.Option(help="The district.")] = "",
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The last day; none for no end.")
    ] = None,
) -> None:
    """Appoint an officer and print the invitation, for one use: it is shown only this once."""

    async def act() -> tuple[Officer, str, Doors, int]:
        settings = Settings()
        async with opened(settings) as house:
            async with house.db.read() as session:
                by = await _by(session, login)
                found = await handling.unit_with_key(session, unit)
            if found is None:
                fail("cli-unit-unknown", unit=unit)
            last = until.date() if until else None
            terms = Terms(name=name, kind=kind, unit_id=found.id, district=district, until=last)
            days, once = settings.invitation_days, secrets.token_urlsafe()
            officer, token = await actions.appoint(house.db, terms=terms, by=by, once=once, days=days)
        return officer, token, await known_doors(settings), days

    try:
        officer, token, doors, days = asyncio.run(act())
    except Refusal as refusal:
        fail(refusal.key, **refusal.blanks)
    tell("cli-officer-invited", id=str(officer.id), days=str(days))
    for channel in doors:
        address = link(doors, channel, actions.PREFIX + token) or ""
        tell("cli-source-link", channel=label(language(), f"console-channel-{channel}"), address=address)


@app.command("list")
def list_officers(
    *, personal: Annotated[bool, typer.Option("--personal", help="With their names.")] = False
) -> None:
    """List the appointments: id, unit, kind, district, last day, state; names only where asked for."""

    async def look() -> list[str]:
        async with opened(Settings()) as house, house.db.read() as session:
            found, page = list[str](), 1
            while True:
                listed = await listing.listed(session, Asked(None), page)
                found += [await _line(session, officer, personal=personal) for officer in listed.officers]
                if page >= listed.pages:
                    return found
                page += 1

    lines = asyncio.run(look())
    if not lines:
        tell("cli-officer-none")
    for line in lines:
        typer.echo(line)


async def _line(session: AsyncSession, officer: Officer, *, personal: bool) -> str:
    unit = await handling.unit(session, officer.unit_id)
    until = officer.until.isoformat() if officer.until else ""
    state = label(language(), f"officers-show-{standing(officer)}")
    shown = (str(officer.id), unit.key, str(officer.kind), officer.district, until, state)
    return "\t".join((*shown, officer.name) if personal else shown)


@app.command()
def end(officer: int, login: Login) -> None:
    """End the appointment with this id, at once."""

    async def act() -> None:
        async with opened(Settings()) as house:
            async with house.db.read() as session:
                by = await _by(session, login)
            await actions.end(house.db, officer_id=officer, by=by)

    try:
        asyncio.run(act())
    except Refusal as refusal:
        fail(refusal.key, **refusal.blanks)
    tell("cli-officer-ended", id=str(officer))


async def _by(session: AsyncSession, login: str) -> By:
    found = await staff.with_login(session, login)
    if found is None:
        fail("cli-staff-unknown", login=login)
    return By(found.id)
