"""kill -9 at random instants while people write: nothing lost, nothing doubled but what says so.

JINDIANZI_KILLS says how many times, JINDIANZI_KILLS_SEED repeats a course of chance.
"""

import asyncio
import os
import random
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from chaos import reckoning
from chaos.citizen import Citizen
from chaos.clerk import Clerk
from chaos.program import LOOK_EVERY, Program, program
from chaos.wire import Line

KILLS = int(os.environ.get("JINDIANZI_KILLS", "4"))
SEED = int(os.environ.get("JINDIANZI_KILLS_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
PARTNERS = 6
MOST_SUGGESTIONS_EACH = 3
EARLY = 0.15
"""How many of the kills come before the program is ready."""
LONGEST_START_SECONDS = 2.0
MOST_ACTS = 25
"""A life lasts for so many acts of all partners at most: in acts, so that slow machines test as much."""
LONGEST_PAUSE_SECONDS = 0.4
LONGEST_LIFE_SECONDS = 12.0


@dataclass
class Town:
    """All who take part; each partner is one person after another."""

    running: Program
    over: asyncio.Event = field(default_factory=asyncio.Event)
    citizens: list[Citizen] = field(default_factory=list)
    partners: list[asyncio.Task[None]] = field(default_factory=list)
    clerk: asyncio.Task[None] | None = None
    quiet: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def acts(self) -> int:
        return sum(citizen.acts for citizen in self.citizens)

    @property
    def told(self) -> int:
        return sum(len(citizen.told) for citizen in self.citizens)

    def begin(self) -> None:
        password = (self.running.state / "demo-clerk.password").read_text("utf-8").strip()
        self.clerk = asyncio.create_task(Clerk(self.running.console, password).work(self.quiet))
        self.partners = [asyncio.create_task(self._partner(number)) for number in range(PARTNERS)]

    async def _partner(self, number: int) -> None:
        chance, people = random.Random(f"{SEED}-{number}"), 0
        while not self.over.is_set():
            people += 1
            name = f"p{number}n{people}"
            citizen = Citizen(await Line.open(self.running.webchat, name), chance)
            self.citizens.append(citizen)
            for place in range(chance.randint(1, MOST_SUGGESTIONS_EACH)):
                await citizen.suggest(f"{name}s{place}")
                if self.over.is_set():
                    return

    def check(self) -> None:
        """Raise what any of them ran into."""
        for task in (*self.partners, self.clerk):
            if task and task.done():
                task.result()

    async def finish(self) -> None:
        """Let everybody come to an end: the partners first, then the office."""
        self.over.set()
        await asyncio.gather(*self.partners)
        self.quiet.set()
        assert self.clerk
        await self.clerk

    async def leave(self) -> None:
        tasks = [task for task in (*self.partners, self.clerk) if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for citizen in self.citizens:
            await citizen.line.http.aclose()


@pytest.mark.chaos
@pytest.mark.timeout(300 + 60 * KILLS)
async def test_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    _tell(f"seed {SEED} (JINDIANZI_KILLS_SEED={SEED} repeats it), {KILLS} kills")
    async with program(tmp_path) as running:
        town = Town(running)
        try:
            await _live_and_die(running, town)
            await town.finish()
            await _until_quiet(running)
            found = await _reckon(running, town)
        except BaseException:
            _tell(f"seed {SEED}; the end of the log:\n{running.logs[-6000:]}")
            raise
        finally:
            await town.leave()
        assert not found, f"seed {SEED}:\n" + "\n".join(found)
        assert await running.end(signal.SIGTERM) == 0
        assert "Traceback" not in running.logs, running.logs[-6000:]


async def _live_and_die(running: Program, town: Town) -> None:
    """Start, let them act, kill, as many times as wanted; at the end it lives."""
    chance = random.Random(SEED)
    await running.start()
    await running.ready()
    town.begin()
    for kill in range(1, KILLS + 1):
        when = await _wait_for_the_instant(running, town, chance)
        await running.end(signal.SIGKILL)
        _tell(f"kill {kill}/{KILLS} {when}; {town.told} suggestions sent so far")
        town.check()
        await running.start()
    await running.ready()


async def _wait_for_the_instant(running: Program, town: Town, chance: random.Random) -> str:
    if running.starts > 1 and chance.random() < EARLY:
        seconds = chance.random() * LONGEST_START_SECONDS
        await asyncio.sleep(seconds)
        return f"{seconds:.3f} s after the start"
    await running.ready()
    before, wanted = town.acts, chance.randrange(MOST_ACTS)
    for _ in range(int(LONGEST_LIFE_SECONDS / LOOK_EVERY)):
        if town.acts - before >= wanted:
            break
        await asyncio.sleep(LOOK_EVERY)
    await asyncio.sleep(chance.random() * LONGEST_PAUSE_SECONDS)
    return f"{town.acts - before} acts after READY"


async def _until_quiet(running: Program) -> None:
    """Wait until nothing is open and nothing owed; who waits in vain is told so by the reckoning."""
    db = running.database()
    try:
        for _ in range(300):
            if (await reckoning.read(db)).quiet:
                return
            await asyncio.sleep(0.2)
    finally:
        await db.close()


async def _reckon(running: Program, town: Town) -> list[str]:
    db = running.database()
    try:
        found = await reckoning.faults(db, town.citizens)
        books = await reckoning.read(db)
    finally:
        await db.close()
    repeats = sum(push.repeat for push, _ in books.pushes)
    _tell(
        f"after {running.starts} starts: {len(books.suggestions)} suggestions of {len(town.citizens)} people,"
        f" {len(books.pushes)} pushes, {repeats} of them labelled repeats, {len(found)} faults"
    )
    return found


def _tell(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
