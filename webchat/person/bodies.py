"""What a person's program may send, checked."""

import re
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.requests import Request

from webchat.person.errors import RefusedError

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")
PHONE = re.compile(r"\+?[\d ()-]{3,30}")
NAME_LIMIT = 64
DATA_LIMIT = 64  # bytes


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
