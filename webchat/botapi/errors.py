"""Refusals with the codes and wordings of the real server."""

from typing import Any

PREFIXES = {400: "Bad Request", 403: "Forbidden", 409: "Conflict", 429: "Too Many Requests"}


class ApiError(Exception):
    def __init__(self, code: int, text: str, **parameters: Any) -> None:
        prefix = PREFIXES.get(code)
        self.code = code
        self.description = f"{prefix}: {lowered(text)}" if prefix else text
        self.parameters = parameters
        super().__init__(self.description)


def lowered(text: str) -> str:
    """First letter small, except in names written all in capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def bad(text: str) -> ApiError:
    return ApiError(400, text)


def blocked() -> ApiError:
    return ApiError(403, "bot was blocked by the user")


def too_many(seconds: int) -> ApiError:
    return ApiError(429, f"retry after {seconds}", retry_after=seconds)
