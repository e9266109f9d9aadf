"""The share-contact button: a keyboard of the chat itself, shown on wish and put away again."""

from aiogram.types import CallbackQuery, KeyboardButton, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from backend.i18n import label, say
from bot.context import language_of

SHOWN = "share_keyboard"


async def on_share(callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Show the chat's own button that sends the person's number."""
    if not isinstance(callback.message, Message):
        return
    language = language_of(manager)
    button = KeyboardButton(text=label(language, "share-number"), request_contact=True)
    keyboard = ReplyKeyboardMarkup(keyboard=[[button]], resize_keyboard=True, one_time_keyboard=True)
    await callback.message.answer(say(language, "share-how"), reply_markup=keyboard)
    manager.dialog_data[SHOWN] = True
    manager.show_mode = ShowMode.NO_UPDATE


async def put_away(manager: DialogManager) -> None:
    """Take the keyboard away, where it is shown."""
    event = manager.event
    message = event.message if isinstance(event, CallbackQuery) else event
    shared = isinstance(message, Message) and message.contact
    if isinstance(message, Message) and (shared or manager.dialog_data.pop(SHOWN, False)):
        manager.dialog_data.pop(SHOWN, None)
        key = "share-taken" if shared else "share-put-away"
        await message.answer(say(language_of(manager), key), reply_markup=ReplyKeyboardRemove())
