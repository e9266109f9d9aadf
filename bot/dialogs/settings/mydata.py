"""Files that are made on wish and kept nowhere: all that is held about a person, and certificates."""

import re
from collections.abc import Sequence

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from backend.dates import moment_in_words
from backend.i18n import label, say
from backend.mydata import page, queries
from backend.mydata.model import Certificate
from bot.context import db_of, language_of, person_of

NAMED = 10
"""More numbers than these are counted in a window; the file names them all."""


async def on_mydata(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    person = person_of(manager)
    async with db_of(manager).read() as session:
        content = await page.export(session, person.id)
    await _send(manager, content, label(person.language, "mydata-file"), say(person.language, "mydata-sent"))


async def on_certificate(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    async with db_of(manager).read() as session:
        certificate = await queries.last_certificate(session, person_of(manager).id)
    if certificate:
        await show_certificate(manager, certificate)


async def show_certificate(manager: DialogManager, certificate: Certificate) -> None:
    """Send a certificate as a message to read and a file to keep."""
    language = language_of(manager)
    words = re.sub("</?b>", "", _words(certificate, language, most=len(_all(certificate))))
    name = label(language, "certificate-file", number=certificate.number)
    await _send(manager, words.encode(), name, _words(certificate, language, most=NAMED))


def _all(certificate: Certificate) -> list[str]:
    return [number for numbers in certificate.kept.values() for number in numbers]


def _words(certificate: Certificate, language: str, *, most: int) -> str:
    counts = {kind: str(count) for kind, count in certificate.erased.items()}
    kept = {kind: numbers(named, language, most=most) for kind, named in certificate.kept.items()}
    made_at = moment_in_words(certificate.made_at, page.ZONE, language)
    return say(language, "certificate", number=certificate.number, made_at=made_at, **counts, **kept)


def numbers(named: Sequence[str], language: str, *, most: int = NAMED) -> str:
    """Return numbers in a row; of very many the first ones and how many there are."""
    if not named:
        return label(language, "certificate-none")
    first = ", ".join(named[:most])
    if len(named) <= most:
        return first
    return label(language, "settings-forget-numbers", first=first, count=str(len(named)))


async def _send(manager: DialogManager, content: bytes, name: str, words: str) -> None:
    """Send a message and a file; the window comes anew below."""
    bot: Bot = manager.middleware_data["bot"]
    chat = person_of(manager).chat
    await bot.send_message(chat, words)
    await bot.send_document(chat, BufferedInputFile(content, name))
    manager.show_mode = ShowMode.SEND
