"""The empty ledger to fill in: heads, an example, and lists to choose from."""

from collections.abc import Sequence

from backend.campaigns import queries as campaigns
from backend.campaigns.parts import Named
from backend.campaigns.schema import Campaign
from backend.handling.model import Unit
from backend.i18n import label
from backend.ledger.columns import IMPORTED, Column, head, width
from backend.ledger.export import BOM, Format, lines
from backend.ledger.intake import BY_HAND
from backend.ledger.sheets import ON_PAGE
from backend.ledger.understood import WAY
from backend.ledger.workbook import Value, Workbook

EXAMPLE = {Column.NUMBER, Column.TEXT, Column.NAME, Column.CONTACT}
"""Columns whose example is a sentence of its own."""


def template(rules: Campaign, units: Sequence[Unit], language: str, kind: Format) -> bytes:
    """Return a sheet to fill in for one campaign, with one line as an example."""
    heads = [head(column, language) for column in IMPORTED]
    chosen = _lists(rules, units, language)
    example = [_example(column, chosen, rules, language) for column in IMPORTED]
    if kind == "csv":
        return (BOM + lines([heads, example])).encode()
    places = {IMPORTED.index(column) + 1: said for column, said in chosen.items()}
    book = Workbook(
        label(language, "ledger-title"),
        heads,
        [width(column) for column in IMPORTED],
        places,
        rows=ON_PAGE.rows,
    )
    book.take([example])
    return book.whole()


def _lists(rules: Campaign, units: Sequence[Unit], language: str) -> dict[Column, Sequence[str]]:
    def names(among: Sequence[Named]) -> list[str]:
        return [one.name.said(language) for one in among]

    return {
        Column.CAMPAIGN: [rules.id],
        Column.THEME: names(rules.themes),
        Column.TOPIC: [*names(list(rules.topics())), label(language, "console-topic-other")],
        Column.SCOPE: names(rules.scopes),
        Column.UNIT: [unit.name(language) for unit in units],
        Column.STATE: [label(language, f"console-state-{state}") for state in WAY],
        Column.OUTCOME: names(rules.outcomes),
        Column.CHANNEL: [label(language, f"console-channel-{channel}") for channel in BY_HAND],
        Column.IDENTITY: names(rules.audiences),
    }


def _example(column: Column, chosen: dict[Column, Sequence[str]], rules: Campaign, language: str) -> Value:
    if column in EXAMPLE:
        return label(language, f"ledger-example-{column}")
    if column == Column.RECEIVED:
        return campaigns.today(rules)
    if column == Column.TOPIC:
        return label(language, "console-topic-other")
    if column in {Column.UNIT, Column.OUTCOME}:
        return None
    return next(iter(chosen.get(column, ())), None)
