"""How fast similar suggestions are found among many, beside a plain search in SQL.

    .venv/bin/python -m bench.similar [--texts 100000] [--queries 200]

Makes that many public suggestions (bench/sample_suggestions.py) in a database of its own, builds the index,
rewrites half of some of them, and looks each rewritten one up twice: with `similar.closest`, and with one
SELECT that counts how many of eight phrases each text holds (LIKE). Prints the medians, their ratio, and how
often the original was among the three that were found. Elsewhere only the ratio and the share mean something.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import case, select

from backend.campaigns import actions as campaigns
from backend.campaigns.load import read
from backend.config import ROOT
from backend.db import Database, connect
from backend.migrations.run import upgrade
from backend.secret import Keys
from backend.suggestions import similar
from backend.suggestions.model import Suggestion
from bench.sample_suggestions import fill, half_rewritten, texts

PHRASES = 8
PHRASE = 4
SCANS = 10
"""Queries for the plain search: it takes too long for all of them."""

Search = Callable[[str], Awaitable[Iterable[str]]]


async def furnished(folder: Path, written: list[str]) -> Database:
    db = connect(f"sqlite+aiosqlite:///{folder / 'bench.db'}", Keys.of("made up for measuring, kept nowhere"))
    await upgrade(db)
    await campaigns.put_in_force(db, campaign=read(ROOT / "campaigns" / "city-2024.yaml"))
    await fill(db, written)
    return db


async def scanned(db: Database, text: str) -> list[str]:
    """Count in every text how many phrases of this one it holds."""
    steps = range(0, len(text) - PHRASE, max(1, len(text) // PHRASES))
    phrases = [text[at : at + PHRASE] for at in steps][:PHRASES]
    held: Any = sum(case((Suggestion.text.contains(phrase), 1), else_=0) for phrase in phrases)
    query = select(Suggestion.text).where(Suggestion.public_since.is_not(None)).order_by(held.desc()).limit(3)
    async with db.read() as session:
        return list(await session.scalars(query))


async def measured(search: Search, pairs: list[tuple[str, str]]) -> tuple[float, float]:
    """Return the median seconds of a search, and the share of originals found."""
    seconds, hits = [], 0
    for original, rewritten in pairs:
        began = time.perf_counter()
        found = await search(rewritten)
        seconds.append(time.perf_counter() - began)
        hits += original in found
    return median(seconds), hits / len(pairs)


async def bench(folder: Path, number: int, queries: int) -> None:
    written = texts(number)
    db = await furnished(folder, written)
    began = time.perf_counter()
    held = await similar.rebuild(db, folder)
    print(f"{held} texts indexed in {time.perf_counter() - began:.1f} s")
    index = similar.Index(db, folder)

    async def closest(text: str) -> list[str]:
        return [close.text for close in await similar.closest(index, text)]

    step = max(1, number // queries)
    pairs = [(original, half_rewritten(original, seed)) for seed, original in enumerate(written[::step])]
    quick, found = await measured(closest, pairs)
    plain, seen = await measured(lambda text: scanned(db, text), pairs[:SCANS])
    print(f"similar.closest  {quick * 1000:8.2f} ms  finds {found:6.1%} of {len(pairs)} half rewritten")
    print(f"LIKE             {plain * 1000:8.2f} ms  finds {seen:6.1%} of {SCANS}")
    print(f"ratio            {plain / quick:8.1f} times")
    await db.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jindianzi-bench-") as folder:
        asyncio.run(bench(Path(folder), given.texts, given.queries))


if __name__ == "__main__":
    main()
