"""What is held about a person is known to the export and to forgetting, whatever table it stands in."""

from sqlalchemy import Table as Rows

from backend.db import Sealed
from backend.migrations.run import tables
from backend.mydata import erasing, export
from backend.people.model import Person

FORGOTTEN_BY_THE_CLOCK = {("program_answer", "body"), ("ledger_import", "report")}
"""Kept for a month and then deleted, whoever they are about."""


def reaching_a_person() -> set[str]:
    """Return the tables whose rows lead to a person, by a foreign key or through one that has one."""
    every = tables().tables
    found = {Person.__tablename__}
    while more := {name for name, table in every.items() if name not in found and leads_to(table, found)}:
        found |= more
    return found


def leads_to(table: Rows, known: set[str]) -> bool:
    targets = {key.column.table.name for column in table.columns for key in column.foreign_keys}
    return bool(targets & known) or "person_id" in table.columns


def test_the_export_knows_every_table_that_reaches_a_person() -> None:
    told = {table.__tablename__ for table in export.TABLES}
    assert len(reaching_a_person()) > 15
    assert reaching_a_person() - told == export.OF_THE_DESK


def test_forgetting_knows_every_sealed_column() -> None:
    """A column is sealed because it may say who somebody is: it goes with its row, or is overwritten."""
    deleted = {table.__tablename__ for table in erasing.DELETED}
    overwritten = {
        (table.__tablename__, column) for table, columns in erasing.OVERWRITTEN.items() for column in columns
    }
    sealed = {
        (table.name, column.name)
        for table in tables().tables.values()
        for column in table.columns
        if isinstance(column.type, Sealed) and table.name not in deleted
    }
    assert sealed - overwritten == {("inbox", "body"), ("second_factor", "secret"), *FORGOTTEN_BY_THE_CLOCK}
    assert overwritten - sealed == set()


def test_columns_that_are_left_out_are_there() -> None:
    every = {column.name for table in export.TABLES for column in table.__table__.columns}
    assert export.OURS - every == set()
