"""What a person's program may send, checked."""

import re
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.requests import Request

from webchat import passphrases
from webchat.person.errors import RefusedError

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")
PHONE = re.compile(r"\+?[\d ()-]{3,30}")
NAME_LIMIT = 64
DATA_LIMIT = 64  # bytes
PAGE = re.compile(r"https?://[^\s#]{1,300}")


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise RefusedError(400, "language-invalid", language=value[:40])
    return value


def _name(value: str) -> str:
    name = value.strip()
    if not 0 < len(name) <= NAME_LIMIT:
        raise RefusedError(400, "name-invalid")
    return name


def _phone(value: str) -> str:
    if not PHONE.fullmatch(value.strip()):
        raise RefusedError(400, "contact-invalid")
    return value.strip()


def _data(value: str) -> str:
    if len(value.encode()) > DATA_LIMIT:
        raise ValueError(f"at most {DATA_LIMIT} bytes")
    return value


def _page(value: str) -> str:
    if not PAGE.fullmatch(value):
        raise ValueError("the address of the page, without a fragment")
    return value


def _passphrase(value: str) -> str:
    words = passphrases.tidied(value)
    if not passphrases.strong(words):
        raise RefusedError(400, "passphrase-weak", limit=passphrases.SHORTEST)
    return words


Language = Annotated[str, AfterValidator(_language)]
Name = Annotated[str, AfterValidator(_name)]
Data = Annotated[str, AfterValidator(_data)]
ClientId = Annotated[str, StringConstraints(min_length=1, max_length=64)]
MessageId = Annotated[int, Field(ge=1, le=2**53)]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Opening(Body):
    name: Name | None = None
    bot: str | None = None
    language: Language | None = None


class Change(Body):
    name: Name | None = None
    language: Language | None = None


class LinkWanted(Body):
    page: Annotated[str, AfterValidator(_page)]


class LinkUsed(Body):
    link: Annotated[str, StringConstraints(min_length=1, max_length=100)]


class Spoken(Body):
    """Tried, not chosen: whatever it is, it may be wrong, and no more is said of it."""

    chat: Annotated[int, Field(ge=0, le=2**53)]
    passphrase: Annotated[str, StringConstraints(max_length=passphrases.LONGEST * 4)]


class PassphraseChosen(Body):
    passphrase: Annotated[str, AfterValidator(_passphrase)]


class Text(Body):
    text: str
    client_id: ClientId | None = None
    reply_to: MessageId | None = None
    forwarded: bool = False


class Edit(Body):
    text: str


class Contact(Body):
    phone_number: Annotated[str, AfterValidator(_phone)]
    client_id: ClientId | None = None


class Tap(Body):
    data: Data | None = None
    row: int | None = None
    column: int | None = None
    text: str | None = None


Shape = TypeVar("Shape", bound=Body)


async def read(request: Request, shape: type[Shape]) -> Shape:
    return parse(await request.body() or b"{}", shape)


def parse(body: bytes, shape: type[Shape]) -> Shape:
    try:
        return shape.model_validate_json(body)
    except ValidationError as error:
        raise _refusal(error) from error


def _refusal(error: ValidationError) -> RefusedError:
    first: dict[str, Any] = dict(error.errors()[0])
    if first["type"] == "json_invalid":
        return RefusedError(400, "bad-json")
    place = ".".join(str(part) for part in first["loc"])
    return RefusedError(400, "bad-request", problem=f"{place}: {first['msg']}")
