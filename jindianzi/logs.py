"""Logs say what happened and where, never who said what; addresses hold tokens and stay out."""

import logging

LOUD = (
    "httpx",
    "httpcore",
    "aiogram_dialog",
    "telegram",
    "alembic",
    "aiosqlite",
    "asyncio",
    "uvicorn",
)


def configure(level: str) -> None:
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True)
    logging.getLogger("aiogram.event").setLevel(logging.CRITICAL)  # it quotes; the talker says what and where
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
