"""The clock's rounds: what is done now and then because it has no other occasion."""

import asyncio
import logging
from datetime import timedelta

from backend.calls import actions as calls
from backend.collecting import actions as collecting
from backend.db import TRANSIENT
from backend.files import actions as files
from backend.handling import reminders
from backend.inbox import actions as inbox
from backend.ledger import reports as ledger_reports
from backend.mydata import actions as mydata
from backend.occasions import actions as occasions
from backend.officers import reminding as officers
from backend.programs import answers as program_answers
from backend.questions import actions as questions
from backend.quotas import reminders as quotas
from backend.ratings import actions as ratings
from backend.suggestions import history
from backend.visits import reminders as visits
from jindianzi.house import House

log = logging.getLogger(__name__)

EVERY_SECONDS = 600
DONE_IS_KEPT = timedelta(days=8)


async def keep(house: House) -> None:
    """Do now and then what has no other occasion."""
    while True:
        try:
            await history.seal_heads(house.db)
            await inbox.forget(house.db, older_than=DONE_IS_KEPT)
            await questions.remind(house.db)
            await ratings.remind(house.db)
            await reminders.recount(house.db)
            await reminders.remind(house.db)
            await officers.remind(house.db)
            await occasions.leave_over(house.db)
            await calls.remind_before_the_end(house.db)
            await quotas.remind(house.db)
            await visits.remind(house.db)
            await mydata.catch_up(house.db, house.store)
            await program_answers.forget(house.db)
            await ledger_reports.forget(house.db)
            await collecting.forget(house.db)
            await files.recheck(house.db, house.store, clamd=house.settings.clamd_url)
        except TRANSIENT as error:
            log.warning("The clock's round was not finished (%s)", type(error).__name__)
        await asyncio.sleep(EVERY_SECONDS)
