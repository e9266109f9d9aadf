"""A file on its way from the chat into the draft: fetched, inspected, scanned, kept (R42)."""

from aiogram import Bot
from aiogram.types import Message
from aiogram_dialog import DialogManager

from backend.campaigns.parts import Files
from backend.drafts import attachments
from backend.errors import Refusal
from backend.files.intake import Kept, take
from backend.files.types import check_before_download, extension, sniffed_extension, tidy_name
from bot.context import clamd_of, db_of, language_of, notice, store_of
from bot.dialogs.suggest.getters import draft_and_rules
from bot.going import answer, draft_of
from bot.progress import Progress
from bot.states import Suggest


async def take_file(message: Message, manager: DialogManager) -> None:
    """Fetch a file at once, keep it, and add it to the draft; refuse what the campaign does not take."""
    _, rules = await draft_and_rules(manager)
    kept = await keep_file(message, manager, rules.files)
    caption, number = message.caption or "", message.message_id
    if kept and await answer(
        manager, attachments.attach, message=number, sha256=kept.sha256, name=kept.name, caption=caption
    ):
        await _acknowledge(manager, kept.name, checked=kept.checked, caption=caption)
    elif caption.strip() and await answer(manager, attachments.keep_caption, message=number, caption=caption):
        notice(manager, "caption-kept-alone")


async def keep_file(message: Message, manager: DialogManager, limits: Files) -> Kept | None:
    """Fetch and store a message's file; None, with the reason above the window, for one not taken."""
    progress = Progress(message, language_of(manager))
    try:
        name, content = await _fetched(message, progress, limits.extensions, limits.max_bytes)
        await progress.tell("file-checking", name=name)
        return await take(
            db_of(manager),
            store_of(manager),
            name=name,
            content=content,
            max_bytes=limits.max_bytes,
            clamd=clamd_of(manager),
        )
    except Refusal as refusal:
        notice(manager, refusal.key, **refusal.blanks)
        return None
    finally:
        await progress.end()


async def _acknowledge(manager: DialogManager, name: str, *, checked: bool, caption: str) -> None:
    draft = await draft_of(manager)
    count = str(len(draft.files) if draft else 0)
    asked = manager.current_context().state == Suggest.files
    notice(manager, "file-kept" if asked else "file-kept-beside", name=name, count=count)
    if not checked:
        notice(manager, "file-still-checked")
    if caption:
        notice(manager, "caption-kept")


async def _fetched(
    message: Message, progress: Progress, allowed: tuple[str, ...], max_bytes: int
) -> tuple[str, bytes]:
    """Return a message's file with its name; the size is looked at before a byte is fetched."""
    bot = message.bot
    if not isinstance(bot, Bot):
        raise TypeError(bot)
    if message.photo:
        largest = message.photo[-1]
        check_before_download("photo.jpg", largest.file_size, allowed=allowed, max_bytes=max_bytes)
        content = await fetched(bot, largest.file_id)
        return f"photo-{message.message_id}.{sniffed_extension(content) or 'jpg'}", content
    document = message.document
    if document is None:
        raise Refusal("kind-not-taken")
    name = tidy_name(document.file_name or "")
    if not extension(name):
        raise Refusal("file-kind", name=name, allowed=" ".join(allowed))
    check_before_download(name, document.file_size, allowed=allowed, max_bytes=max_bytes)
    await progress.begin(document.file_size or 0, name=name)
    return name, await fetched(bot, document.file_id)


async def fetched(bot: Bot, file_id: str) -> bytes:
    stream = await bot.download(file_id)
    if stream is None:
        raise Refusal("file-not-fetched")
    return stream.read()
