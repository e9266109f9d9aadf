"""Who the bot is, what it can be asked, and who it talks to."""

import re
from typing import Any

from webchat import posting, shapes
from webchat.botapi import targets
from webchat.botapi.errors import bad
from webchat.botapi.registry import Call, Method, method
from webchat.db import LOCK
from webchat.hub import Work
from webchat.model import Bot, Chat
from webchat.person import view

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION = range(1, 257)
MOST_COMMANDS = 100
LIMITS = {"name": 64, "description": 512, "short_description": 120}
WIDE = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
NARROW = ("chat", "chat_administrators", "chat_member")
DEFAULT_MENU = {"type": "default"}
MENU_TEXT = 64
WEB_PAGE = re.compile(r"https?://[^\s]{1,2000}", re.IGNORECASE)
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


@method("getMe")
async def get_me(call: Call) -> Any:
    async with call.hub.db.read() as session:
        bot = await posting.bot_row(session, call.bot_id)
    return shapes.bot_user(bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("logOut", "close")
async def leave(_call: Call) -> Any:
    return True


@method("getChat")
async def get_chat(call: Call) -> Any:
    async with call.hub.db.read() as session:
        chat = await targets.chat(call, session)
    extra = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    return shapes.chat_of(chat) | extra


@method("getChatMember")
async def get_chat_member(call: Call) -> Any:
    async with call.hub.db.read() as session:
        chat = await targets.chat(call, session)
        bot = await posting.bot_row(session, call.bot_id)
    user_id = call.params.integer("user_id")
    if user_id == bot.id:
        return shapes.member(shapes.bot_user(bot), "kicked" if chat.blocked else "member")
    if user_id != chat.id:
        raise bad("user not found")
    return shapes.member(shapes.person(chat), "member")


@method("getUserProfilePhotos")
async def get_user_profile_photos(call: Call) -> Any:
    async with call.hub.db.read() as session:
        chat = await session.get(Chat, call.params.integer("user_id"))
    if chat is None or chat.bot_id != call.bot_id:
        raise bad("user not found")
    return {"total_count": 0, "photos": []}


async def change_profile(call: Call, work: Work, part: str, key: str, value: Any) -> Bot:
    """Set one entry; an empty value takes it away."""
    bot = await work.session.get_one(Bot, call.bot_id, with_for_update=LOCK)
    kept = {name: item for name, item in bot.profile.get(part, {}).items() if name != key}
    bot.profile = bot.profile | {part: kept | ({key: value} if value else {})}
    return bot


def profile_setter(part: str) -> Method:
    async def change(call: Call) -> Any:
        text = call.params.text(part).strip()
        if len(text) > LIMITS[part]:
            raise bad(f"bot {part.replace('_', ' ')} is too long")
        async with call.hub.write() as work:
            await change_profile(call, work, part, call.params.text("language_code"), text)
        return True

    return change


def profile_getter(part: str) -> Method:
    async def get(call: Call) -> Any:
        async with call.hub.db.read() as session:
            bot = await posting.bot_row(session, call.bot_id)
        texts = bot.profile.get(part, {})
        default = texts.get("", bot.name if part == "name" else "")
        return {part: texts.get(call.params.text("language_code"), default)}

    return get


for _part, _title in (
    ("name", "Name"),
    ("description", "Description"),
    ("short_description", "ShortDescription"),
):
    method(f"setMy{_title}")(profile_setter(_part))
    method(f"getMy{_title}")(profile_getter(_part))


def scope_of(call: Call) -> str:
    found = call.params.nested("scope", "can't parse BotCommandScope JSON object") or {"type": "default"}
    kind = found.get("type") if isinstance(found, dict) else None
    if kind in WIDE:
        return str(kind)
    if kind not in NARROW:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if "chat_id" not in found:
        raise bad("can't parse BotCommandScope: chat_id is empty")
    return f"{kind}:{found['chat_id']}" + (f":{found['user_id']}" if "user_id" in found else "")


def command_of(item: Any) -> dict[str, str]:
    if not isinstance(item, dict) or not {"command", "description"} <= item.keys():
        raise bad("can't parse BotCommand: expected an Object with command and description")
    name, description = str(item["command"]).removeprefix("/"), str(item["description"]).strip()
    if not COMMAND.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    if len(description) not in DESCRIPTION:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


async def put_commands(call: Call, commands: list[dict[str, str]]) -> bool:
    key = f"{scope_of(call)}|{call.params.text('language_code')}"
    async with call.hub.write() as work:
        bot = await change_profile(call, work, "commands", key, commands)
        waiting = [key[1] for key in call.hub.bells.waiting() if isinstance(key, tuple) and key[0] == "chat"]
        for chat_id in waiting:
            chat = await posting.locked_chat(work.session, chat_id)
            if chat is not None and chat.bot_id == bot.id:
                posting.announce(work, chat, "commands", view.commands(bot, chat))
    return True


@method("setMyCommands")
async def set_my_commands(call: Call) -> Any:
    given = call.params.nested("commands", "can't parse commands JSON object")
    if not isinstance(given, list):
        raise bad("expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    return await put_commands(call, [command_of(item) for item in given])


@method("deleteMyCommands")
async def delete_my_commands(call: Call) -> Any:
    return await put_commands(call, [])


@method("getMyCommands")
async def get_my_commands(call: Call) -> Any:
    key = f"{scope_of(call)}|{call.params.text('language_code')}"
    async with call.hub.db.read() as session:
        bot = await posting.bot_row(session, call.bot_id)
    return bot.profile.get("commands", {}).get(key, [])


@method("setChatMenuButton")
async def set_chat_menu_button(call: Call) -> Any:
    """Without chat_id for all private chats. A page without TLS is taken, too: it may be on this machine."""
    menu = menu_of(call)
    async with call.hub.write() as work:
        if not call.params.text("chat_id"):
            await change_profile(call, work, "menu", "", menu)
            return True
        chat = await targets.chat(call, work.session, lock=True)
        bot = await change_profile(call, work, "menu", str(chat.id), menu if menu != DEFAULT_MENU else None)
        posting.announce(work, chat, "menu", view.menu(bot, chat))
    return True


def menu_of(call: Call) -> dict[str, Any]:
    found = call.params.nested("menu_button", "can't parse menu button JSON object") or DEFAULT_MENU
    if not isinstance(found, dict) or found.get("type") not in {"commands", "web_app", "default"}:
        raise bad("can't parse menu button: Unsupported type specified")
    if found["type"] != "web_app":
        return {"type": found["type"]}
    text, page = found.get("text"), found.get("web_app")
    url = page.get("url") if isinstance(page, dict) else None
    if not isinstance(text, str) or not text.strip() or len(text) > MENU_TEXT:
        raise bad('can\'t parse menu button: Field "text" must be a non-empty String')
    if not isinstance(url, str) or not WEB_PAGE.fullmatch(url):
        raise bad(f"menu button URL '{url}' is invalid: Wrong HTTP URL")
    return {"type": "web_app", "text": text.strip(), "web_app": {"url": url}}


@method("getChatMenuButton")
async def get_chat_menu_button(call: Call) -> Any:
    async with call.hub.db.read() as session:
        if call.params.text("chat_id"):
            await targets.chat(call, session)
        bot = await posting.bot_row(session, call.bot_id)
    menus = bot.profile.get("menu", {})
    return menus.get(call.params.text("chat_id"), menus.get("", {"type": "commands"}))
