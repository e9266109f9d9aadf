"""Sending, editing, deleting, tapping: what both sides see."""

import asyncio

from webchat_driver import BotSide, PersonSide

MARKUP = {
    "inline_keyboard": [[{"text": "yes", "callback_data": "y"}, {"text": "web", "url": "https://a.example"}]]
}
KEYBOARD = {"keyboard": [[{"text": "number", "request_contact": True}], ["plain"]], "one_time_keyboard": True}


async def test_a_persons_message_as_the_bot_gets_it(bot: BotSide, person: PersonSide):
    await person.ask("PATCH", json={"language": "zh-hans"})
    await person.says("/start abc")
    update = (await bot.hears())[0]
    message = update["message"]
    assert message["from"] == {
        "id": person.chat,
        "is_bot": False,
        "first_name": "张三",
        "language_code": "zh-hans",
    }
    assert message["chat"] == {"id": person.chat, "first_name": "张三", "type": "private"}
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert isinstance(message["date"], int)
    assert isinstance(update["update_id"], int)


async def test_message_ids_grow(bot: BotSide, person: PersonSide):
    ids = [
        (await person.says("a"))["id"],
        (await bot.says(person.chat))["message_id"],
        (await person.says("b"))["id"],
    ]
    assert ids == sorted(set(ids))


async def test_a_reply_keyboard_is_never_part_of_a_message(bot: BotSide, person: PersonSide):
    sent = await bot.says(person.chat, reply_markup=KEYBOARD)
    assert "reply_markup" not in sent
    shown = (await person.sees())["keyboard"]
    assert shown["rows"] == [
        [{"text": "number", "request_contact": True}],
        [{"text": "plain", "request_contact": False}],
    ]
    await person.says("something else")
    assert (await person.sees())["keyboard"] is not None
    await person.says("plain")
    assert (await person.sees())["keyboard"] is None


async def test_a_reply_keyboard_can_be_removed(bot: BotSide, person: PersonSide):
    await bot.says(person.chat, reply_markup=KEYBOARD | {"one_time_keyboard": False})
    await bot.says(person.chat, reply_markup={"remove_keyboard": True})
    assert (await person.sees())["keyboard"] is None
    assert [kind for kind, _ in await person.events()] == ["message", "keyboard", "message", "keyboard"]


async def test_an_edit_without_keyboard_drops_the_keyboard(bot: BotSide, person: PersonSide):
    sent = await bot.says(person.chat, reply_markup=MARKUP)
    assert (await person.sees())["messages"][0]["buttons"] == [
        [{"text": "yes", "data": "y"}, {"text": "web", "url": "https://a.example"}]
    ]
    where = {"chat_id": person.chat, "message_id": sent["message_id"]}
    edited = await bot.ok("editMessageText", **where, text="other")
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]
    assert (await person.sees())["messages"][0]["buttons"] == []
    again = await bot.ok("editMessageReplyMarkup", **where, reply_markup=MARKUP)
    assert again["reply_markup"] == MARKUP
    assert (await person.events())[-1][0] == "edited"


async def test_replies_carry_what_they_answer(bot: BotSide, person: PersonSide):
    first = await person.says("question")
    sent = await bot.says(person.chat, "answer", reply_parameters={"message_id": first["id"]})
    assert sent["reply_to_message"]["text"] == "question"
    second = await person.says("more", reply_to=sent["message_id"])
    assert second["reply_to"] == sent["message_id"]
    assert (await bot.hears())[-1]["message"]["reply_to_message"]["text"] == "answer"
    lost = await bot.says(
        person.chat, reply_parameters={"message_id": 999, "allow_sending_without_reply": True}
    )
    assert "reply_to_message" not in lost


async def test_deleting(bot: BotSide, person: PersonSide):
    ids = [(await bot.says(person.chat, str(number)))["message_id"] for number in range(3)]
    assert await bot.ok("deleteMessage", chat_id=person.chat, message_id=ids[0]) is True
    assert await bot.ok("deleteMessages", chat_id=person.chat, message_ids=[*ids[1:], 999]) is True
    assert (await person.sees())["messages"] == []
    assert [data for kind, data in await person.events() if kind == "deleted"] == [{"id": one} for one in ids]


async def test_forwarding_and_copying(bot: BotSide, person: PersonSide):
    first = await person.says("<plain> /start")
    where = {"chat_id": person.chat, "from_chat_id": person.chat, "message_id": first["id"]}
    forwarded = await bot.ok("forwardMessage", **where)
    assert forwarded["forward_origin"]["type"] == "user"
    assert forwarded["forward_origin"]["sender_user"]["id"] == person.chat
    assert forwarded["text"] == "<plain> /start"
    copied = await bot.ok("copyMessage", **where)
    assert list(copied) == ["message_id"]


async def test_a_tap_and_its_answer(bot: BotSide, person: PersonSide):
    sent = await bot.says(person.chat, reply_markup=MARKUP)
    tapped = (await person.taps(sent["message_id"], row=0, column=0)).json()
    query = (await bot.hears())[0]["callback_query"]
    assert query["id"] == tapped["callback_id"]
    assert query["data"] == "y"
    assert query["message"]["message_id"] == sent["message_id"]
    assert query["message"]["reply_markup"] == MARKUP
    assert isinstance(query["chat_instance"], str)
    asked = {"callback_query_id": query["id"], "text": "well done", "show_alert": True}
    assert await bot.ok("answerCallbackQuery", **asked) is True
    assert await bot.ok("answerCallbackQuery", **asked) is True
    told = [data for kind, data in await person.events() if kind == "answer"]
    assert told == [{"callback_id": query["id"], "text": "well done", "alert": True, "url": None}]


async def test_a_tap_can_wait_for_its_answer(bot: BotSide, person: PersonSide):
    sent = await bot.says(person.chat, reply_markup=MARKUP)
    path = f"/messages/{sent['message_id']}/tap"
    waiting = asyncio.create_task(person.ask("POST", path, params={"wait": 20}, json={"text": "yes"}))
    query = (await bot.updates(timeout=10))[0]["callback_query"]
    await bot.ok("answerCallbackQuery", callback_query_id=query["id"], text="done")
    assert (await waiting).json()["answer"] == {"text": "done", "alert": False}


async def test_only_buttons_that_are_there_can_be_tapped(bot: BotSide, person: PersonSide):
    sent = await bot.says(person.chat, reply_markup=MARKUP)
    gone = await person.taps(sent["message_id"], data="z")
    assert gone.status_code == 409
    assert gone.json()["error"]["code"] == "button-gone"
    assert gone.json()["error"]["buttons"][0][0] == {"text": "yes", "data": "y"}
    assert (await person.taps(sent["message_id"], text="web")).json()["error"][
        "code"
    ] == "button-without-data"
    assert (await person.taps(999, data="y")).status_code == 404
    assert await bot.hears() == []
    stale = await person.ask("POST", f"/messages/{sent['message_id']}/tap?stale=1", json={"data": "old"})
    assert stale.status_code == 202
    assert (await bot.hears())[0]["callback_query"]["data"] == "old"


async def test_typing_is_told(bot: BotSide, person: PersonSide):
    assert await bot.ok("sendChatAction", chat_id=person.chat, action="typing") is True
    assert await person.events() == [("typing", {})]


async def test_small_methods(bot: BotSide, person: PersonSide):
    sent = await bot.says(person.chat)
    where = {"chat_id": person.chat, "message_id": sent["message_id"]}
    reaction = [{"type": "emoji", "emoji": "👍"}]
    assert await bot.ok("setMessageReaction", **where, reaction=reaction) is True
    for method in ("pinChatMessage", "unpinChatMessage", "unpinAllChatMessages"):
        assert await bot.ok(method, **where) is True
    for method in ("logOut", "close"):
        assert await bot.ok(method) is True
    photos = await bot.ok("getUserProfilePhotos", user_id=person.chat)
    assert photos == {"total_count": 0, "photos": []}
    me = await bot.ok("getMe")
    assert (await bot.ok("getChatMember", chat_id=person.chat, user_id=me["id"]))["status"] == "member"
    assert (await bot.ok("getChatMember", chat_id=person.chat, user_id=person.chat))["user"][
        "id"
    ] == person.chat
    assert (await bot.ok("sendLocation", chat_id=person.chat, latitude=29.5, longitude=106.5))["location"]


async def test_commands_by_scope_and_language(bot: BotSide, person: PersonSide):
    english = [{"command": "start", "description": "Begin"}]
    chinese = [{"command": "start", "description": "开始"}]
    mine = [{"command": "mine", "description": "Mine"}]
    assert await bot.ok("setMyCommands", commands=english) is True
    await bot.ok("setMyCommands", commands=chinese, language_code="zh")
    assert (await person.sees())["commands"] == english
    await person.ask("PATCH", json={"language": "zh-hans"})
    assert (await person.sees())["commands"] == chinese
    scope = {"type": "chat", "chat_id": person.chat}
    await bot.ok("setMyCommands", commands=mine, scope=scope)
    assert (await person.sees())["commands"] == mine
    assert await bot.ok("getMyCommands", scope=scope) == mine
    await bot.ok("deleteMyCommands", scope=scope)
    assert await bot.ok("getMyCommands", scope=scope) == []
    assert (await person.sees())["commands"] == chinese


async def test_names_and_descriptions(bot: BotSide, person: PersonSide):
    await bot.ok("setMyName", name="新名字")
    assert await bot.ok("getMyName") == {"name": "新名字"}
    assert (await bot.ok("getMe"))["first_name"] == "新名字"
    assert (await person.sees())["bot"]["name"] == "新名字"
    await bot.ok("setMyDescription", description="long", language_code="en")
    assert await bot.ok("getMyDescription") == {"description": ""}
    assert await bot.ok("getMyDescription", language_code="en") == {"description": "long"}
    await bot.ok("setMyShortDescription", short_description="short")
    assert await bot.ok("getMyShortDescription") == {"short_description": "short"}
    await bot.ok("setChatMenuButton", menu_button={"type": "commands"})
    assert await bot.ok("getChatMenuButton", chat_id=person.chat) == {"type": "commands"}
