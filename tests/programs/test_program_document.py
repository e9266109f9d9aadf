"""The interface keeps its own document: whatever is sent, the answer is one that stands there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from programs_house import CLERK, House
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette
from starlette.routing import Mount

from backend.api.app import PATH
from backend.programs import actions as programs
from backend.programs.model import Scope
from jindianzi.servers import listen, serve

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    ignored_auth,
]
FEW = settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@asynccontextmanager
async def served(house: House) -> AsyncIterator[str]:
    """Serve the interface on a free port of this machine, under its own path."""
    bound, started = listen("127.0.0.1", 0), asyncio.Event()
    app = Starlette(routes=[Mount(PATH, house.app)])
    serving = asyncio.create_task(serve(app, bound, started))
    try:
        await started.wait()
        yield f"http://127.0.0.1:{bound.getsockname()[1]}{PATH}"
    finally:
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


def attack(address: str, secret: str, numbers: list[str]) -> int:
    """Send every operation what its document allows, and what it does not; count what was sent."""
    schema = schemathesis.openapi.from_url(f"{address}/openapi.json")
    sent = 0
    for found in schema.get_all_operations():
        assert isinstance(found, Ok), found
        operation = found.ok()

        @FEW
        @given(case=operation.as_strategy(), number=st.sampled_from([*numbers, ""]))
        def try_one(case: schemathesis.Case, number: str) -> None:
            nonlocal sent
            sent += 1
            if number and case.path_parameters and "number" in case.path_parameters:
                case.path_parameters["number"] = number
            case.call_and_validate(headers={"Authorization": f"Bearer {secret}"}, checks=CHECKS)

        try_one()
    return sent


async def test_every_answer_is_in_the_document(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "MOST_PER_MINUTE", 1_000_000)
    numbers = [(await house.suggestion(unit=unit)).number for unit in ("", "transport", "transport")]
    secret = await house.token(CLERK, *Scope)
    async with served(house) as address:
        sent = await asyncio.to_thread(attack, address, secret, numbers)
    assert sent > 100
