"""From parameters to text with entities."""

from webchat.botapi import entities_html, entities_markdown, entities_markdown2
from webchat.botapi.entities import Entity, Formatted, explicit, tidy, units
from webchat.botapi.errors import bad
from webchat.botapi.params import Params

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
PARSERS = {
    "html": entities_html.parse,
    "markdown": entities_markdown.parse,
    "markdownv2": entities_markdown2.parse,
}


def parse(text: str, mode: str, given: object) -> Formatted:
    """`mode` wins over explicit entities."""
    entities: list[Entity] = []
    if mode and mode.lower() != "none":
        if mode.lower() not in PARSERS:
            raise bad("unsupported parse_mode")
        text, entities = PARSERS[mode.lower()](text.replace("\r", ""))
    elif given is not None:
        entities = explicit(given, text)
    return tidy(text, entities)


def text_of(params: Params) -> Formatted:
    found = _read(params, "text", "entities")
    if not found.text:
        raise bad("message text is empty")
    if units(found.text) > TEXT_LIMIT:
        raise bad("message is too long")
    return found


def caption_of(params: Params) -> Formatted:
    found = _read(params, "caption", "caption_entities")
    if units(found.text) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    return found


def _read(params: Params, name: str, entities: str) -> Formatted:
    given = params.nested(entities, "can't parse entities: can't parse MessageEntity JSON object")
    return parse(params.text(name), params.text("parse_mode"), given)


def text_body(found: Formatted) -> dict[str, object]:
    return {"text": found.text} | ({"entities": list(found.entities)} if found.entities else {})


def caption_body(found: Formatted) -> dict[str, object]:
    body: dict[str, object] = {"caption": found.text} if found.text else {}
    return body | ({"caption_entities": list(found.entities)} if found.entities else {})
