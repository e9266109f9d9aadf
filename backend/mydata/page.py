"""What is held about a person as a file: a page to read, and the same for programs."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, db
from backend.campaigns import queries as campaigns
from backend.campaigns.schema import Campaign
from backend.dates import moment_in_words
from backend.handling import queries as handling
from backend.i18n import label
from backend.mydata.export import Section, Value, held
from backend.people.model import Person
from backend.suggestions.model import Suggestion

ZONE = "Asia/Shanghai"
LEFT_TO_PROGRAMS = {
    "sha256", "message", "ordinal", "text_closed", "files_closed", "not_before", "owed_since", "at_once",
    "on_own_page", "elsewhere", "answering", "adding_to", "merged_into", "data", "update_id",
    "cause", "calendar", "pauses", "holidays", "workdays",
}  # fmt: skip
"""Columns that tell a reader nothing; they and the numbers of rows stand in the .json."""
PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)
Names = Mapping[str, Mapping[str, str]]
"""By column: what its codes mean."""
ANY = ""
"""Whose names are taken for a row that belongs to no campaign."""


async def export(session: AsyncSession, person_id: int) -> bytes:
    """Return a .zip in the person's language, made anew each time and kept nowhere."""
    person = await session.get_one(Person, person_id)
    sections, now = await held(session, person_id), clock.now()
    told: dict[str, object] = {"made_at": now.isoformat()}
    told |= {section.table.name: section.rows for section in sections}
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("my-data.html", _page(sections, now, await _names(session, person), person.language))
        archive.writestr("my-data.json", json.dumps(told, ensure_ascii=False, indent=2))
    return made.getvalue()


async def _names(session: AsyncSession, person: Person) -> Mapping[str, Names]:
    """Return by campaign what codes mean: two campaigns may say other things by the same one."""
    language, found, every = person.language, dict[str, Names](), dict[str, dict[str, str]]()
    units = {str(unit.id): unit.name(language) for unit in await handling.units(session)}
    for offer in await campaigns.offered(session, person.channel):
        of_campaign = _of_campaign(offer.campaign, language)
        found[offer.campaign.id] = {**of_campaign, "unit_id": units}
        for column, names in of_campaign.items():
            every.setdefault(column, {}).update(names)
    return found | {ANY: every | {"unit_id": units}}


def _of_campaign(rules: Campaign, language: str) -> Names:
    lists = {
        "theme": rules.themes,
        "topic": [topic for theme in rules.themes for topic in theme.topics],
        "scope": rules.scopes,
        "receiving_unit": rules.receiving_units,
        "identity": rules.audiences,
        "outcome": rules.outcomes,
        "rating": rules.ratings,
    }
    named = {column: {one.id: one.name.said(language) for one in ones} for column, ones in lists.items()}
    return named | {"campaign": {rules.id: rules.title.said(language)}}


def _page(sections: Sequence[Section], now: datetime, names: Mapping[str, Names], language: str) -> str:
    return PAGES.get_template("my_data.html").render(
        language=language,
        title=label(language, "mydata-title"),
        lead=label(language, "mydata-lead", made_at=moment_in_words(now, ZONE, language)),
        sections=[_shown(section, names, language) for section in sections],
    )


def _shown(section: Section, names: Mapping[str, Names], language: str) -> Mapping[str, object]:
    """Name table, columns and values as people say them; what is empty is left out."""
    return {
        "title": label(language, f"mydata-table-{section.table.name}"),
        "rows": [
            [
                (
                    label(language, f"mydata-column-{name}"),
                    _said(section.table, name, value, _names_for(names, row), language),
                )
                for name, value in row.items()
                if value not in {None, ""} and is_read(name)
            ]
            for row in section.rows
        ],
    }


def _names_for(names: Mapping[str, Names], row: Mapping[str, Value]) -> Names:
    return names.get(str(row.get("campaign", ANY)), names[ANY])


def is_read(column: str) -> bool:
    """Say whether a column is shown to a reader."""
    return column == "unit_id" or not (
        column in LEFT_TO_PROGRAMS or column.rsplit("_", maxsplit=1)[-1] == "id"
    )


def _said(table: Table, name: str, value: Value, names: Names, language: str) -> str:
    if isinstance(value, bool):
        return label(language, "mydata-yes" if value else "mydata-no")
    if isinstance(table.columns[name].type, db.Instant):
        return moment_in_words(datetime.fromisoformat(str(value)), ZONE, language)
    if name == "state" and table.name == Suggestion.__tablename__:
        return label(language, f"similar-{value}")
    if name == "mode":
        return label(language, f"contact-mode-{value}")
    if name == "step":
        return label(language, f"step-{value}")
    return names.get(name, {}).get(str(value), str(value))
