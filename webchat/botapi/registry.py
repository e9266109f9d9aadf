"""Which function answers which method."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from webchat.botapi.params import Params
from webchat.hub import Hub


@dataclass(frozen=True)
class Call:
    hub: Hub
    bot_id: int
    params: Params


@dataclass(frozen=True)
class Described:
    """A result with a sentence beside it."""

    result: Any
    description: str


Method = Callable[[Call], Awaitable[Any]]
METHODS: dict[str, Method] = {}


def method(*names: str) -> Callable[[Method], Method]:
    def keep(function: Method) -> Method:
        METHODS.update({name.lower(): function for name in names})
        return function

    return keep
