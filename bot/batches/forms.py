"""One message in the simple form, in whatever window it is sent; `/form` gives the empty one."""

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from aiogram_dialog import DialogManager

from backend.batches import empty, form, taking, understood
from backend.batches.albums import origin as origin_of
from backend.batches.fields import Field
from backend.batches.form import Said
from backend.batches.taking import Given, Report, Taking
from backend.errors import Refusal
from backend.i18n import escaped, say
from backend.ledger.intake import StoredName
from backend.proxy.model import EntryWay
from bot.appointed import officer_of, officer_or_none
from bot.batches import albums
from bot.batches import report as told
from bot.batches.here import campaign_for
from bot.beginning import begin_with_words
from bot.context import channel_of, db_of, language_of, person_of
from bot.dialogs.suggest.intake import keep_file
from bot.states import Start, Suggest


async def send_form(manager: DialogManager) -> None:
    """Send the empty form; the lines to copy stand apart, and last."""
    await officer_of(manager)
    language, rules = language_of(manager), await campaign_for(manager)
    bot: Bot = manager.middleware_data["bot"]
    themes, scopes = understood.themes(rules, language), empty.scopes(rules, language)
    chat = person_of(manager).chat
    await bot.send_message(chat, say(language, "batch-form-intro", themes=themes, scopes=scopes))
    await bot.send_message(chat, f"<pre>{escaped(empty.empty_form(rules, language))}</pre>")


async def is_form(message: Message) -> bool:
    return form.is_form(message.text or message.caption or "")


async def on_form(
    message: Message, dialog_manager: DialogManager, state: FSMContext, *, edited: bool = False
) -> None:
    entries = form.read(message.text or message.caption or "")
    if await officer_or_none(dialog_manager) is None:
        await _begin_with(message, dialog_manager, entries, edited=edited)
        return
    language = language_of(dialog_manager)
    try:
        run = await _run(dialog_manager, entries)
    except Refusal as refusal:
        await message.answer(say(language, refusal.key, **refusal.blanks))
        return
    given = await _given(message, dialog_manager, run, entries)
    report = await taking.take_in(run, given)
    if message.media_group_id:
        await state.update_data({albums.REFUSED: message.media_group_id if report.refused else None})
    await _tell(message, dialog_manager, report, entries, edited=edited)


async def _run(manager: DialogManager, entries: list[Said]) -> Taking:
    rules = await campaign_for(manager, [one.said.get(Field.THEME, "") for one in entries])
    return await taking.begin(
        db_of(manager),
        person_id=person_of(manager).id,
        campaign=rules.id,
        channel=channel_of(manager),
        language=language_of(manager),
        way=EntryWay.MESSAGE,
    )


async def _given(message: Message, manager: DialogManager, run: Taking, entries: list[Said]) -> list[Given]:
    """Return the entries with the photo that came with them, which can be of one only."""
    files: list[StoredName] = []
    fault: Refusal | None = None
    if message.photo or message.document:
        files, fault = await _photo(message, manager, run, entries)
    group = message.media_group_id
    origin = origin_of(group) if group else f"message:{message.message_id}"
    return [
        Given(
            one.place,
            one.said,
            origin,
            Refusal(one.fault.key, **one.fault.blanks) if one.fault else fault,
            files,
        )
        for one in entries
    ]


async def _photo(
    message: Message, manager: DialogManager, run: Taking, entries: list[Said]
) -> tuple[list[StoredName], Refusal | None]:
    if len(entries) > 1:
        return [], Refusal("batch-photos-several")
    kept = await keep_file(message, manager, run.rules.files)
    if kept is None:
        await message.answer(manager.middleware_data.pop("notice"))
        return [], Refusal("batch-photo-not-kept")
    return [(kept.sha256, kept.name)], None


async def _tell(
    message: Message, manager: DialogManager, report: Report, entries: list[Said], *, edited: bool
) -> None:
    person, raw = person_of(manager), {one.place: one.raw for one in entries}
    pieces: list[str] = [told.counts(report, person)]
    pieces += ["\n".join(told.taken(one, person.language) for one in report.taken)] if report.taken else []
    for one in report.refused:
        pieces += told.refused(one, person.language, raw[one.place])
    if edited:
        pieces.append(say(person.language, "batch-report-edited"))
    await told.send(message, pieces)


async def _begin_with(message: Message, manager: DialogManager, entries: list[Said], *, edited: bool) -> None:
    """Keep a citizen's words as a draft of their own, and go on in the usual way; nothing else is taken."""
    words = "\n\n".join(one.said[Field.TEXT] for one in entries if one.said.get(Field.TEXT))
    elsewhere = manager.has_context() and manager.current_context().state.group not in {Start, Suggest}
    if edited or elsewhere or not message.text or not words:
        raise SkipHandler
    await begin_with_words(manager, words, message.message_id, told="batch-citizen-kept")


def register(dispatcher: Dispatcher) -> None:
    dispatcher.message.register(on_form, is_form)
