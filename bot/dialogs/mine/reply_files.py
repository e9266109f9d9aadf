"""Files that came with a reply: their names on buttons, and a tap sends one into the chat."""

from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Select
from obstore.exceptions import BaseError

from backend.files.actions import fetch
from backend.replies import queries
from backend.suggestions.model import Suggestion
from bot.context import db_of, notice, person_of, store_of
from bot.dialogs.mine.buttons import split
from bot.dialogs.suggest.getters import short_name
from bot.text import Label, row_id

MOST = 20
"""Buttons: more files than a campaign takes with a reply."""


async def sent_files(manager: DialogManager, mine: Suggestion | None) -> list[dict[str, str]]:
    """Return the files of one's own suggestion, of the newest reply first; a follower is given none."""
    if mine is None:
        return []
    async with db_of(manager).read() as session:
        rows = await queries.own_files(session, person_of(manager).id, mine.number)
    return [{"name": short_name(row.file.name), "id": f"{mine.number}.{row.file.id}"} for row in rows[:MOST]]


async def on_file(callback: CallbackQuery, _select: object, manager: DialogManager, said: str) -> None:
    """Send a file below; the window comes anew under it."""
    del callback
    number, file_id = split(said)
    manager.dialog_data["number"] = number
    person = person_of(manager)
    async with db_of(manager).read() as session:
        row = await queries.own_file(session, person.id, row_id(file_id))
    if row is None:
        notice(manager, "mine-file-missing")
        return
    if row.kept.quarantine:
        notice(manager, "mine-file-checking", name=row.file.name)
        return
    try:
        content = await fetch(store_of(manager), row.file.sha256)
    except (FileNotFoundError, BaseError):
        notice(manager, "mine-file-gone", name=row.file.name)
        return
    bot: Bot = manager.middleware_data["bot"]
    await bot.send_document(person.chat, BufferedInputFile(content, row.file.name))
    notice(manager, "mine-file-sent", name=row.file.name)
    manager.show_mode = ShowMode.SEND


def file_buttons() -> Select[Any]:
    return Select(
        Label("mine-one-file"),
        id="mine_file",
        item_id_getter=lambda item: item["id"],
        items="files",
        on_click=on_file,
    )
