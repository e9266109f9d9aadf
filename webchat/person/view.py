"""What a person sees of a message, a keyboard and the commands."""

from typing import Any

from webchat.model import Bot, Chat, Message

Json = dict[str, Any]
FILES = ("document", "voice", "audio", "video", "animation", "sticker")


def message(row: Message, chat: Chat) -> Json:
    body = row.body
    contact = body.get("contact")
    return {
        "id": row.id,
        "date": row.date,
        "mine": row.sender_id == chat.id,
        "kind": row.kind,
        "text": body.get("text", body.get("caption")),
        "entities": [entity(item) for item in body.get("entities", body.get("caption_entities", []))],
        "file": file(body),
        "album": body.get("media_group_id"),
        "contact": {key: contact.get(key) for key in ("phone_number", "first_name")} if contact else None,
        "buttons": [[button(item) for item in line] for line in keyboard_of(body)],
        "edited": row.edited,
        "reply_to": row.reply_to,
        "client_id": row.client_id,
    }


def keyboard_of(body: Json) -> list[list[Json]]:
    found: list[list[Json]] = body.get("reply_markup", {}).get("inline_keyboard", [])
    return found


def entity(item: Json) -> Json:
    return {key: item[key] for key in ("type", "offset", "length", "url", "language") if key in item}


def button(item: Json) -> Json:
    shown = {"text": item["text"]}
    if "callback_data" in item:
        shown["data"] = item["callback_data"]
    if "url" in item:
        shown["url"] = item["url"]
    if "copy_text" in item:
        shown["copy"] = item["copy_text"]["text"]
    return shown


def file(body: Json) -> Json | None:
    found = body["photo"][-1] if "photo" in body else next((body[key] for key in FILES if key in body), None)
    if found is None:
        return None
    shown = {
        "id": found["file_unique_id"],
        "name": found.get("file_name"),
        "size": found.get("file_size"),
        "mime": found.get("mime_type", "image/jpeg" if "photo" in body else None),
    }
    return shown | {key: found[key] for key in ("width", "height") if key in found}


def keyboard(markup: Json) -> Json:
    """Show a reply keyboard, from the Bot API's object."""
    return {
        "rows": [[reply_button(item) for item in line] for line in markup["keyboard"]],
        "one_time": bool(markup.get("one_time_keyboard")),
        "resize": bool(markup.get("resize_keyboard")),
        "placeholder": markup.get("input_field_placeholder"),
    }


def reply_button(item: Json | str) -> Json:
    if isinstance(item, str):
        return {"text": item, "request_contact": False}
    return {"text": item["text"], "request_contact": bool(item.get("request_contact"))}


def bot(row: Bot) -> Json:
    return {"id": row.id, "username": row.username, "name": row.profile.get("name", {}).get("", row.name)}


def menu(row: Bot, chat: Chat) -> dict[str, str] | None:
    """Show the page that a bot put beside the composer; None where it put none."""
    menus: dict[str, Json] = row.profile.get("menu", {})
    found = menus.get(str(chat.id)) or menus.get("", {})
    return {"text": found["text"], "url": found["web_app"]["url"]} if found.get("type") == "web_app" else None


def commands(row: Bot, chat: Chat) -> list[dict[str, str]]:
    """Choose the narrowest scope that has a list, the person's language first, as real clients choose."""
    lists: dict[str, list[dict[str, str]]] = row.profile.get("commands", {})
    language = (chat.language or "")[:2].lower()
    for scope in (f"chat:{chat.id}", "all_private_chats", "default"):
        for code in (language, "") if language else ("",):
            if found := lists.get(f"{scope}|{code}"):
                return found
    return []
