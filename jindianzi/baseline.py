"""The command line of quotas: last year's figures, with which this year's are compared."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from backend.config import Settings
from backend.errors import Refusal
from backend.ledger import sheets
from backend.quotas import baselines
from backend.quotas.baselines import Loaded
from jindianzi.house import opened
from jindianzi.screen import fail, tell

app = typer.Typer(no_args_is_help=True, help="Last year's figures, with which quotas are compared.")


@app.callback()
def named() -> None:
    """Keep `load` a command of its own, though it is the only one."""


@app.command()
def load(
    file: Path,
    campaign: Annotated[str, typer.Option(help="The campaign's id; default: that of new drafts.")] = "",
) -> None:
    """Load last year's figures from .xlsx or .csv; loaded twice they change nothing."""

    async def act() -> Loaded:
        settings = Settings()
        async with opened(settings) as house:
            return await baselines.load(
                house.db,
                campaign=campaign or settings.campaign,
                name=file.name,
                content=content,
                limits=sheets.AT_TERMINAL,
            )

    try:
        content = file.read_bytes()
        done = asyncio.run(act())
    except OSError as error:
        fail("cli-baseline-unreadable", file=str(file), reason=error.strerror or type(error).__name__)
    except Refusal as refusal:
        fail(refusal.key, **refusal.blanks)
    tell("cli-baseline-loaded", new=str(done.new), changed=str(done.changed), same=str(done.same))
