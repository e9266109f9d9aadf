"""The command line of ways in: make one, list them."""

import asyncio
from typing import Annotated

import httpx
import typer

from backend.config import Settings
from backend.db import Database
from backend.errors import Refusal
from backend.handling import queries as handling
from backend.i18n import label
from backend.sources import actions as sources
from backend.sources import queries
from backend.sources.links import Doors, link
from backend.sources.model import Source, SourceKind
from jindianzi.channels import TELEGRAM, channels
from jindianzi.doors import known, learn
from jindianzi.house import opened
from jindianzi.screen import fail, language, tell

app = typer.Typer(no_args_is_help=True, help="Ways in: links and QR codes, and who came by them.")


@app.command()
def add(
    campaign: Annotated[str, typer.Option(help="The campaign's id.")],
    kind: Annotated[SourceKind, typer.Option(help="campaign, place, event or officer.")],
    name: Annotated[str, typer.Option(help="What staff call it.")],
    unit: Annotated[str, typer.Option(help="The unit's key, where it belongs to one.")] = "",
) -> None:
    """Make a way in, and print its code and links; asked for twice it is one."""

    async def act() -> tuple[Source, Doors]:
        settings = Settings()
        async with opened(settings) as house:
            unit_id = await _unit(house.db, unit)
            source = await sources.add(house.db, campaign=campaign, kind=kind, name=name, unit_id=unit_id)
        return source, await known_doors(settings)

    try:
        source, doors = asyncio.run(act())
    except Refusal as refusal:
        fail(refusal.key, **refusal.blanks)
    tell("cli-source-added", code=source.code)
    for channel in doors:
        address = link(doors, channel, source.code) or ""
        tell("cli-source-link", channel=label(language(), f"console-channel-{channel}"), address=address)


async def _unit(db: Database, key: str) -> int | None:
    if not key:
        return None
    async with db.read() as session:
        found = await handling.unit_with_key(session, key)
    if found is None:
        fail("cli-unit-unknown", unit=key)
    return found.id


@app.command("list")
def list_sources() -> None:
    """List the ways in that staff made, and the campaigns' own: code, campaign, kind, name and links."""

    async def look() -> tuple[list[Source], Doors]:
        settings = Settings()
        async with opened(settings) as house, house.db.read() as session:
            found = await queries.of_staff(session)
        return list(found), await known_doors(settings)

    found, doors = asyncio.run(look())
    if not found:
        tell("cli-source-none")
    for source in found:
        typer.echo(_line(source, doors))


def _line(source: Source, doors: Doors) -> str:
    kind = label(language(), f"console-ways-in-kind-{source.kind}")
    links = [] if source.retired_at else [link(doors, channel, source.code) or "" for channel in doors]
    state = [label(language(), "cli-source-retired")] if source.retired_at else []
    return "\t".join((source.code, source.campaign, kind, source.name, *state, *links))


async def known_doors(settings: Settings) -> Doors:
    """Learn every address there is; a chat server that does not answer is told of and left out."""
    named = channels(settings)
    doors = known(settings, named)
    for channel in named:
        if channel.name == TELEGRAM:
            try:
                await learn(doors, channel)
            except httpx.HTTPError as error:
                tell("cli-source-unasked", reason=str(error) or type(error).__name__)
    return doors
