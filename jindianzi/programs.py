"""The command line of programs: make a token, list them, revoke one."""

import asyncio
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer

from backend.config import Settings
from backend.errors import Refusal
from backend.i18n import label
from backend.programs import actions as programs
from backend.programs import queries
from backend.programs.model import ProgramToken, Scope
from jindianzi.house import opened
from jindianzi.screen import fail, language, tell

app = typer.Typer(no_args_is_help=True, help="Programs: tokens of the interface /api/v1.")


@app.command()
def add(
    name: Annotated[str, typer.Option(help="What staff call the program.")],
    scope: Annotated[list[Scope], typer.Option(help="What it may do; several times for several.")],
    login: Annotated[str, typer.Option(help="The member of staff it acts for.")],
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The last day on which it is good.")],
) -> None:
    """Make a token and print it: it is shown only this once."""

    async def act() -> str:
        async with opened(Settings()) as house:
            _, secret = await programs.make(
                house.db,
                name=name,
                scopes=set(scope),
                login=login,
                last_day=until.date(),
                once=secrets.token_urlsafe(),
            )
            return secret

    try:
        secret = asyncio.run(act())
    except Refusal as refusal:
        fail(refusal.key, **refusal.blanks)
    tell("cli-program-added", name=name)
    typer.echo(secret)


@app.command("list")
def list_tokens() -> None:
    """List the tokens: id, name, for whom, what for, last day, and whether it is good."""

    async def look() -> Sequence[ProgramToken]:
        async with opened(Settings()) as house, house.db.read() as session:
            return await queries.tokens(session)

    for token in asyncio.run(look()):
        state = label(language(), "cli-program-good" if queries.is_good(token) else "cli-program-over")
        scopes = ",".join(token.scopes)
        shown = (str(token.id), token.name, token.staff.login, scopes, token.last_day.isoformat(), state)
        typer.echo("\t".join(shown))


@app.command()
def revoke(token: int) -> None:
    """Let the token with this id be good no more."""

    async def act() -> ProgramToken:
        async with opened(Settings()) as house:
            return await programs.revoke(house.db, token_id=token)

    try:
        revoked = asyncio.run(act())
    except Refusal as refusal:
        fail(refusal.key, **refusal.blanks)
    tell("cli-program-revoked", name=revoked.name)
