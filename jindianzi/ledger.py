"""The command line of the ledger: save it as a file, take one in."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select

from backend.config import Settings
from backend.db import Database
from backend.errors import Refusal
from backend.i18n import label
from backend.ledger import export, listing, reports, sheets, taking
from backend.ledger.export import Format
from backend.ledger.listing import Wanted
from backend.ledger.taking import Report
from backend.staff.model import OFFICE, Staff
from backend.suggestions.model import SuggestionState
from backend.suggestions.queries import Sight
from jindianzi.bar import progress_bar
from jindianzi.house import opened
from jindianzi.screen import fail, language, tell

app = typer.Typer(no_args_is_help=True, help="The ledger: save it as a file, take one in.")

Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]
EVERYTHING = Sight(None, everything=True)


def _format_of(file: Path) -> Format:
    ending = file.suffix.lower()
    if ending not in {".xlsx", ".csv"}:
        fail("cli-ledger-ending", file=str(file))
    return "csv" if ending == ".csv" else "xlsx"


@app.command("export")
def save(  # noqa: PLR0917 - Typer names them all
    file: Path,
    campaign: Annotated[str, typer.Option(help="The campaign's id; default: all.")] = "",
    state: Annotated[SuggestionState | None, typer.Option(help="In this state; default: in any.")] = None,
    unit: Annotated[str, typer.Option(help="The handling unit's key; default: all.")] = "",
    received_from: Day = None,
    received_until: Day = None,
    personal: Annotated[bool, typer.Option("--personal", help="With names and contacts.")] = False,  # noqa: FBT002
) -> None:
    """Save the ledger as .xlsx or .csv, by the ending of FILE."""
    wanted = Wanted(
        campaign=campaign,
        state=state,
        unit=unit,
        received_from=received_from.date() if received_from else None,
        received_until=received_until.date() if received_until else None,
    )
    try:
        count = asyncio.run(_save(file, _format_of(file), wanted, personal=personal))
    except OSError as error:
        fail("cli-ledger-unwritable", file=str(file), reason=error.strerror or type(error).__name__)
    tell("cli-ledger-saved", count=str(count), file=str(file))


async def _save(file: Path, kind: Format, wanted: Wanted, *, personal: bool) -> int:
    """Write beside the place and move there at the end: what stands there is whole."""
    beside = file.with_name(f".{file.name}.part")
    async with opened(Settings()) as house:
        async with house.db.read() as session:
            total = await listing.count(session, EVERYTHING, wanted)
        with progress_bar(label(language(), "cli-ledger-saving")) as show:
            pieces = export.sheet(
                house.db,
                sight=EVERYTHING,
                wanted=wanted,
                language=language(),
                personal=personal,
                kind=kind,
                progress=lambda done: show(done, max(done, total)),
            )
            try:
                with beside.open("wb") as written:
                    async for piece in pieces:
                        written.write(piece)
                beside.replace(file)
            finally:
                beside.unlink(missing_ok=True)
    return total


@app.command("import")
def take_in(
    file: Path,
    system: Annotated[str, typer.Option(help="A short name of the system whose numbers these are.")],
    login: Annotated[str, typer.Option(help="The clerk in whose name they are registered.")],
    campaign: Annotated[str, typer.Option(help="The campaign's id; default: that of new drafts.")] = "",
    report: Annotated[Path | None, typer.Option(help="Where to save the lines that were not taken.")] = None,
) -> None:
    """Take in a ledger, .xlsx or .csv; what is known by its number is not taken twice."""
    try:
        content = file.read_bytes()
        found = asyncio.run(_take_in(file.name, content, system, login, campaign))
    except OSError as error:
        fail("cli-ledger-unreadable", file=str(file), reason=error.strerror or type(error).__name__)
    except Refusal as refusal:
        fail(refusal.key, **refusal.blanks)
    counts = {"new": found.new, "known": found.known, "refused": len(found.refused)}
    tell("cli-ledger-counts", **{name: str(count) for name, count in counts.items()})
    _tell_refused(found, report)


async def _take_in(name: str, content: bytes, system: str, login: str, campaign: str) -> Report:
    settings = Settings()
    lines = await sheets.read(name, content, sheets.AT_TERMINAL, language())
    async with opened(settings) as house:
        staff_id = await _clerk(house.db, login)
        with progress_bar(label(language(), "cli-ledger-taking")) as show:
            return await taking.take_in(
                house.db,
                lines=lines,
                system=system,
                campaign=campaign or settings.campaign,
                staff_id=staff_id,
                progress=show,
            )


async def _clerk(db: Database, login: str) -> int:
    async with db.read() as session:
        staff = await session.scalar(select(Staff).where(Staff.login == login, Staff.role.in_(OFFICE)))
    if staff is None:
        fail("cli-ledger-clerk", login=login)
    return staff.id


def _tell_refused(found: Report, report: Path | None) -> None:
    if not found.refused:
        return
    if report is None:
        for one in found.refused:
            why = label(language(), one.key, **one.blanks)
            typer.echo(label(language(), "cli-ledger-line", line=str(one.line), why=why), err=True)
    else:
        report.write_bytes(reports.sheet(found.refused, language(), _format_of(report)))
        tell("cli-ledger-report", file=str(report))
    raise typer.Exit(2)
