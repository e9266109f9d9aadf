"""One shape for what may come in a query, as JSON, as a form or as multipart."""

import json
import math
import re
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from webchat.blobs import FILE_LIMIT, Upload
from webchat.botapi.errors import ApiError, bad
from webchat.forms import is_utf8

TRUE = frozenset({"true", "yes", "1"})
NUMBER = re.compile(r"\s*([+-]?\d{1,18})\s*")
DEEPEST = 100
LARGEST_FIELD = 2 * 1024 * 1024
MANY = 50
TOO_LARGE = 413


class Params:
    """Every value is a string, as on the real server; what JSON nests is JSON text again."""

    def __init__(self, values: dict[str, str], files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str) -> str:
        return self.values.get(name, "")

    def integer(self, name: str, default: int = 0) -> int:
        found = NUMBER.fullmatch(self.text(name))
        return int(found[1]) if found else default

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in TRUE

    def nested(self, name: str, complaint: str) -> Any:
        """Read the JSON inside a field, None when the field is absent or empty."""
        text = self.text(name).strip()
        if not text:
            return None
        try:
            found = loaded(text)
            json.dumps(found, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise bad("strings must be encoded in UTF-8") from error
        except ValueError as error:
            raise bad(complaint) from error
        return found


def loaded(text: str | bytes) -> Any:
    """Read JSON; ValueError also for what no strict reader would take: NaN, infinity, endless nesting."""
    try:
        found = json.loads(text, parse_constant=_finite, parse_float=_finite)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    level = [found]
    for _ in range(DEEPEST):
        level = [inner for item in level for inner in _inside(item)]
    if level:
        raise ValueError("nested too deeply")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("not a number")
    return number


def _inside(item: Any) -> list[Any]:
    if isinstance(item, dict):
        return list(item.values())
    return item if isinstance(item, list) else []


async def read(request: Request) -> Params:
    values = dict(request.query_params)
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if request.method == "POST" and kind == "application/json":
        return checked(Params(values | from_json(await request.body())))
    if request.method == "POST" and kind in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        return checked(await _form(request, values))
    return checked(Params(values))


def from_json(body: bytes) -> dict[str, str]:
    if not body.strip():
        return {}
    try:
        found = loaded(body)
    except ValueError as error:
        raise bad("can't parse parameters JSON object") from error
    if not isinstance(found, dict):
        raise bad("object expected as parameters")
    return {key: as_text(value) for key, value in found.items() if value is not None}


def as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


async def _form(request: Request, values: dict[str, str]) -> Params:
    files: dict[str, Upload] = {}
    if not is_utf8(request):
        raise bad("strings must be encoded in UTF-8")
    try:
        async with request.form(max_files=MANY, max_part_size=LARGEST_FIELD) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    files[name] = await _upload(value)
                else:
                    values[name] = value
    except HTTPException as error:
        if error.status_code == TOO_LARGE:
            raise ApiError(TOO_LARGE, "Request Entity Too Large") from error
        raise bad("can't parse the request body") from error
    return Params(values, files)


async def _upload(file: UploadFile) -> Upload:
    if (file.size or 0) > FILE_LIMIT:
        raise ApiError(TOO_LARGE, "Request Entity Too Large")
    return Upload(name=file.filename or "", mime=file.content_type or "", data=await file.read())


def checked(params: Params) -> Params:
    try:
        "".join(params.values.values()).encode()
    except UnicodeEncodeError as error:
        raise bad("strings must be encoded in UTF-8") from error
    return params
