"""Logs say what happened and where, never who said what; addresses hold tokens and stay out."""

import logging

LOUD = (
    "httpx",
    "httpcore",
    "aiogram.event",
    "aiogram_dialog",
    "telegram",
    "alembic",
    "aiosqlite",
    "asyncio",
    "uvicorn",
)


def configure(level: str) -> None:
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True)
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
