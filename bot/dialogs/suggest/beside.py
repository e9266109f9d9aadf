"""What comes beside the question: files at any step, words where a tap is asked, and the rest."""

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Select

from backend.drafts import actions as drafts
from backend.errors import Refusal
from backend.files import actions as files
from backend.files.inspection.rules import InspectionRules
from backend.files.inspection.run import inspect
from backend.files.scan import Verdict, scan
from backend.files.types import check_before_download, extension, sniffed_extension, tidy_name
from bot.context import clamd_of, db_of, notice, store_of
from bot.dialogs.suggest.getters import draft_and_rules
from bot.dialogs.suggest.words import is_done
from bot.going import answer, go
from bot.states import Suggest
from bot.text import Label, row_id

WORTH_ADDING = 5
"""Letters: fewer are a yes, a name or a number said at the wrong place, and no part of a suggestion."""


def stray_input() -> MessageInput:
    return MessageInput(on_anything)


async def on_anything(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Take whatever is no answer to the window's question, and say what became of it."""
    if message.content_type in {ContentType.DOCUMENT, ContentType.PHOTO}:
        await take_file(message, manager)
    elif message.text:
        await keep_words(message, manager)
    else:
        notice(manager, "kind-not-taken")


async def keep_words(message: Message, manager: DialogManager) -> None:
    """Words where none were asked for are added to the suggestion's text, and the person is told so."""
    words = message.text or ""
    if is_done(words) or sum(map(str.isalpha, words)) < WORTH_ADDING:
        notice(manager, "not-kept")
        await go(manager)
        return
    if await answer(manager, drafts.say, message=message.message_id, text=words):
        notice(manager, "kept-as-text")
        manager.middleware_data["stray"] = message.message_id
    await go(manager)


async def on_take_out(
    _callback: CallbackQuery, _select: object, manager: DialogManager, message: int
) -> None:
    if await answer(manager, drafts.take_out, message=message):
        notice(manager, "taken-out")
    await go(manager)


def take_out_button() -> Select[int]:
    """Offer to take stray words out again, in the window that says they were put in."""
    return Select(
        Label("take-out"),
        id="take_out",
        item_id_getter=str,
        items="stray",
        type_factory=row_id,
        on_click=on_take_out,
    )


async def take_file(message: Message, manager: DialogManager) -> None:
    """Fetch a file at once, keep it, and add it to the draft; refuse what the campaign does not take."""
    _, rules = await draft_and_rules(manager)
    try:
        name, content = await _fetched(message, rules.files.extensions, rules.files.max_bytes)
        clean = await inspect(name, content, rules=InspectionRules(rules.files.max_bytes))
        checked = await _scanned(manager, clean.name, clean.content)
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return
    db, store = db_of(manager), store_of(manager)
    sha256 = await files.keep(db, store, content=clean.content, media_type=clean.media_type, checked=checked)
    caption = message.caption or ""
    if await answer(
        manager, drafts.attach, message=message.message_id, sha256=sha256, name=clean.name, caption=caption
    ):
        asked = manager.current_context().state == Suggest.files
        notice(manager, "file-kept" if asked else "file-kept-beside", name=clean.name)
        if not checked:
            notice(manager, "file-still-checked")
        if caption:
            notice(manager, "caption-kept")


async def _scanned(manager: DialogManager, name: str, content: bytes) -> bool:
    """Tell whether a file is known to be free of viruses; a refusal for one that is not."""
    verdict = await scan(clamd_of(manager), content)
    if verdict == Verdict.INFECTED:
        raise Refusal("file-infected", name=name)
    return verdict == Verdict.CLEAN


async def _fetched(message: Message, allowed: tuple[str, ...], max_bytes: int) -> tuple[str, bytes]:
    """Return a message's file with its name; the size is looked at before a byte is fetched."""
    bot = message.bot
    if not isinstance(bot, Bot):
        raise TypeError(bot)
    if message.photo:
        largest = message.photo[-1]
        check_before_download("photo.jpg", largest.file_size, allowed=allowed, max_bytes=max_bytes)
        content = await _bytes(bot, largest.file_id)
        return f"photo-{message.message_id}.{sniffed_extension(content) or 'jpg'}", content
    document = message.document
    if document is None:
        raise Refusal("kind-not-taken")
    name = tidy_name(document.file_name or "")
    if not extension(name):
        raise Refusal("file-kind", name=name, allowed=" ".join(allowed))
    check_before_download(name, document.file_size, allowed=allowed, max_bytes=max_bytes)
    return name, await _bytes(bot, document.file_id)


async def _bytes(bot: Bot, file_id: str) -> bytes:
    stream = await bot.download(file_id)
    if stream is None:
        raise Refusal("file-not-fetched")
    return stream.read()
