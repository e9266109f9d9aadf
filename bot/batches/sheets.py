"""The template of a sheet; one that an officer sends is taken in line by line."""

import asyncio
import logging
from pathlib import PurePath

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BufferedInputFile, Message
from aiogram_dialog import DialogManager

from backend.batches import sheet, sheet_reading, sheet_taking, taking
from backend.batches.sheet_reading import Sheet
from backend.batches.taking import Report, Taking
from backend.errors import Refusal
from backend.i18n import label, say
from backend.proxy.model import EntryWay
from bot.appointed import officer_of, officer_or_none
from bot.batches import report as told
from bot.batches.here import campaign_for
from bot.context import channel_of, db_of, language_of, person_of
from bot.dialogs.suggest.intake import fetched

log = logging.getLogger(__name__)

ENDINGS = (".xlsx", ".xlsm", ".xls", ".csv", ".et", ".ods")
"""What office programs call their sheets; those that cannot be read are refused with what to do."""
EVERY = 100
"""Lines after which the progress is told anew."""


async def send_template(manager: DialogManager) -> None:
    """Send the empty sheet, with how to fill it in."""
    await officer_of(manager)
    language, rules = language_of(manager), await campaign_for(manager)
    bot: Bot = manager.middleware_data["bot"]
    content = await asyncio.to_thread(sheet.template, rules, language)
    name = f"{label(language, 'batch-sheet-title')}.xlsx"
    await bot.send_document(
        person_of(manager).chat,
        BufferedInputFile(content, name),
        caption=say(language, "batch-sheet-how", maximum=str(sheet.MOST_LINES)),
    )


async def is_sheet(message: Message, *, edited: bool = False) -> bool:
    document = message.document
    return bool(document and PurePath((document.file_name or "").lower()).suffix in ENDINGS and not edited)


async def on_sheet(message: Message, dialog_manager: DialogManager) -> None:
    """Take a sheet in; the same sheet coming again, after a kill or by hand, goes on where it stood."""
    if await officer_or_none(dialog_manager) is None:
        raise SkipHandler
    language = language_of(dialog_manager)
    try:
        read = await sheet_reading.read(await _content(message))
        run = await _run(dialog_manager, read)
        report = await _taken(message, language, run, read)
    except Refusal as refusal:
        words = told.reason(refusal, language)
        await message.answer(say(language, "batch-sheet-refused", reason=words))
        return
    await _tell(message, dialog_manager, run, read, report)


async def _content(message: Message) -> bytes:
    bot, document = message.bot, message.document
    if not isinstance(bot, Bot) or document is None:
        raise TypeError(bot)
    if (document.file_size or 0) > sheet_reading.MOST_BYTES:
        raise Refusal("batch-sheet-too-large", megabytes=f"{sheet_reading.MOST_BYTES // 1_000_000}")
    return await fetched(bot, document.file_id)


async def _run(manager: DialogManager, read: Sheet) -> Taking:
    campaign = read.campaign or (await campaign_for(manager)).id
    return await taking.begin(
        db_of(manager),
        person_id=person_of(manager).id,
        campaign=campaign,
        channel=channel_of(manager),
        language=language_of(manager),
        way=EntryWay.SHEET,
    )


async def _taken(message: Message, language: str, run: Taking, read: Sheet) -> Report:
    """Take every line, and say in one message how far it is."""
    shown = await message.answer(_progress(language, 0, len(read.lines)))

    async def tell(done: int, of: int) -> None:
        if done % EVERY == 0 and done < of:
            await _show(shown, _progress(language, done, of))

    report = await taking.take_in(run, sheet_taking.given(read.lines), tell)
    try:
        await shown.delete()
    except TelegramAPIError:
        await _show(shown, say(language, "file-done"))
    return report


async def _show(shown: Message, words: str) -> None:
    """Say how far it is; where that cannot be said, the lines are taken in all the same."""
    try:
        await shown.edit_text(words)
    except TelegramAPIError as error:
        log.warning("How far a sheet is could not be told: %s", type(error).__name__)


def _progress(language: str, done: int, of: int) -> str:
    return say(language, "batch-sheet-progress", done=str(done), of=str(of))


async def _tell(message: Message, manager: DialogManager, run: Taking, read: Sheet, report: Report) -> None:
    """Say how many went in, and send back what did not, and the numbers of what did."""
    person = person_of(manager)
    await message.answer(told.counts(report, person))
    if report.taken:
        content = await asyncio.to_thread(sheet_taking.taken, person.language, report.taken)
        await _send(message, content, "batch-sheet-taken", person.language)
    if report.refused:
        reasons = [(one, told.reason(one.reason, person.language)) for one in report.refused]
        content = await asyncio.to_thread(
            sheet_taking.refused, run.rules, person.language, read.lines, reasons
        )
        await _send(message, content, "batch-sheet-mend", person.language)


async def _send(message: Message, content: bytes, key: str, language: str) -> None:
    document = BufferedInputFile(content, f"{label(language, key)}.xlsx")
    await message.answer_document(document)


def register(dispatcher: Dispatcher) -> None:
    dispatcher.message.register(on_sheet, is_sheet)
