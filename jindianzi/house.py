"""Opening and closing what every process needs: the database, the files, the campaigns."""

import fcntl
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

from obstore.store import ObjectStore

import backend.awards.messages
import backend.calls.messages
import backend.handling.messages
import backend.officers.messages
import backend.promises.messages
import backend.proxy.messages
import backend.proxy.speaking
import backend.questions.messages
import backend.quotas.messages
import backend.ratings.messages
import backend.staff.messages
import backend.suggestions.messages
import backend.visits.messages  # noqa: F401 - these declare what pushes say, and who speaks for others
from backend.campaigns import actions as campaigns
from backend.campaigns.load import read_all
from backend.config import Settings
from backend.db import Database, connect
from backend.files.actions import open_store
from backend.handling import actions as handling
from backend.inbox import actions as inbox
from backend.migrations.run import upgrade
from backend.push import actions as push
from backend.sources import actions as sources
from backend.suggestions.similar import Index


@dataclass(frozen=True)
class House:
    settings: Settings
    db: Database
    store: ObjectStore
    index: Index


class AlreadyRunningError(RuntimeError):
    pass


class UnknownCampaignError(RuntimeError):
    pass


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Hold the state folder for this process: SQLite, its claims and leases have one owner."""
    settings.state_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(settings.state_dir / "lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise AlreadyRunningError(str(settings.state_dir)) from error
    try:
        yield
    finally:
        os.close(descriptor)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[House]:
    """Open the house with its tables and campaigns up to date."""
    settings.state_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    db = connect(settings.database, settings.keys)
    try:
        await upgrade(db)
        await load_campaigns(db, settings)
        yield House(settings, db, open_store(settings.files), Index(db, settings.index))
    finally:
        await db.close()


async def load_campaigns(db: Database, settings: Settings) -> None:
    """Put every campaign file in force, and the units they name."""
    read = read_all(settings.campaigns_dir)
    if settings.campaign not in read:
        raise UnknownCampaignError(settings.campaign)
    for campaign in read.values():
        await campaigns.put_in_force(db, campaign=campaign)
        await handling.add_units(db, campaign=campaign)
        await sources.put_campaign(db, campaign=campaign.id)


async def take_over(db: Database) -> None:
    """Take back what an earlier process had claimed: nobody else is there."""
    await inbox.free_all(db)
    await push.free_leases(db)
