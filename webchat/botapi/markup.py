"""reply_markup: checked as strictly as the real server does."""

import re
from dataclasses import dataclass, field
from typing import Any

from webchat.botapi.errors import ApiError, bad
from webchat.botapi.params import Params
from webchat.person import view

DATA_LIMIT = 64  # bytes
MOST_BUTTONS = 100
COPY_LIMIT = 256
LINK = re.compile(r"(?:https?|tg|tel|mailto):[^\s]+|(?:[\w-]+\.)+\w{2,}(?:/\S*)?", re.IGNORECASE)
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


@dataclass(frozen=True)
class Markup:
    """`kind` is the field that made it what it is, or empty for none."""

    kind: str = ""
    inline: list[list[dict[str, Any]]] = field(default_factory=list)
    keyboard: dict[str, Any] | None = None

    def body(self) -> dict[str, Any]:
        return {"reply_markup": {"inline_keyboard": self.inline}} if self.inline else {}


def of(params: Params) -> Markup:
    return checked(params.nested("reply_markup", "can't parse reply keyboard markup JSON object"))


def checked(found: Any) -> Markup:
    if found is None or found == {}:
        return Markup()
    if not isinstance(found, dict):
        raise bad("object expected as reply markup")
    kind = next((name for name in KINDS if name in found), "")
    if kind == "inline_keyboard":
        lines = [[inline_button(item) for item in line] for line in lines_of(found, kind)]
        return Markup(kind, inline=[line for line in lines if line])
    if kind == "keyboard":
        if not isinstance(found.get("input_field_placeholder") or "", str):
            raise bad('Field "input_field_placeholder" must be of type String')
        lines = [[reply_button(item) for item in line] for line in lines_of(found, kind)]
        return Markup(kind, keyboard=view.keyboard(found | {"keyboard": [line for line in lines if line]}))
    return Markup(kind if kind and found[kind] is True else "")


def inline_only(params: Params) -> Markup:
    """For edits, which know no other kind."""
    found = of(params)
    if found.kind not in {"", "inline_keyboard"}:
        raise bad("inline keyboard expected")
    return found


def lines_of(found: dict[str, Any], name: str) -> list[list[Any]]:
    lines = found[name]
    if not isinstance(lines, list):
        raise bad(f'Field "{name}" must be of type Array')
    if not all(isinstance(line, list) for line in lines):
        raise bad(f'Field "{name}" must be an Array of Arrays')
    if sum(len(line) for line in lines) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    return lines


def inline_button(item: Any) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise refused("inline", "InlineKeyboardButton must be an Object")
    text = text_of(item, "inline")
    action = next((name for name in ACTIONS if name in item), None)
    if action is None:
        raise refused("inline", "Text buttons are unallowed in the inline keyboard")
    checked_action(action, item[action])
    style = {name: item[name] for name in ("style", "icon_custom_emoji_id") if name in item}
    return {"text": text, action: item[action]} | style


def checked_action(action: str, value: Any) -> None:
    if action == "callback_data":
        if not isinstance(value, str):
            raise refused("inline", 'Field "callback_data" must be of type String')
        if not 0 < len(value.encode()) <= DATA_LIMIT:
            raise bad("BUTTON_DATA_INVALID")
    elif action == "url":
        if not isinstance(value, str) or not LINK.fullmatch(value):
            raise bad(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    elif action == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 0 < len(text) <= COPY_LIMIT:
            raise bad("BUTTON_COPY_TEXT_INVALID")


def reply_button(item: Any) -> dict[str, Any]:
    if isinstance(item, str):
        item = {"text": item}
    if not isinstance(item, dict):
        raise refused("", "KeyboardButton must be a String or an Object")
    return item | {"text": text_of(item, "")}


def text_of(item: dict[str, Any], kind: str) -> str:
    if "text" not in item:
        raise refused(kind, 'Can\'t find field "text"')
    text = item["text"]
    if not isinstance(text, str):
        raise refused(kind, 'Field "text" must be of type String')
    if not text.strip():
        raise bad("BUTTON_TEXT_INVALID" if kind else "keyboard button text must be non-empty")
    return text.strip()


def refused(kind: str, text: str) -> ApiError:
    name = "inline keyboard button" if kind else "keyboard button"
    return bad(f"can't parse {name}: {text}")
