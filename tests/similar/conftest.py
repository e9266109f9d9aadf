"""A summer's day on which the campaign is open, and an index in a folder of its own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from similar_house import Shelf

import backend.handling.messages
import backend.suggestions.messages  # noqa: F401 - these two declare what pushes say
from backend import clock
from backend.db import Database
from backend.suggestions.similar import Index


@pytest.fixture(autouse=True)
def summer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2024, 8, 1, 4, 0, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def shelf(db: Database, folder: Path) -> Shelf:
    return Shelf(db, Index(db, folder))
