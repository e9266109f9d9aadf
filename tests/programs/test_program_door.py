"""The running program serves the interface beside the console, and each keeps to its own door."""

from pathlib import Path

import httpx
from living import living

from jindianzi.wiring import Role


async def test_the_interface_stands_beside_the_console(tmp_path: Path) -> None:
    async with living(tmp_path, roles=frozenset({Role.WEB})) as house, httpx.AsyncClient() as client:
        document = await client.get(f"{house.console}/api/v1/openapi.json")
        closed = await client.get(f"{house.console}/api/v1/suggestions")
        nowhere = await client.get(f"{house.console}/api/v1/nowhere")
        console = await client.get(f"{house.console}/suggestions")
    assert document.json()["servers"] == [{"url": "/api/v1"}]
    assert (closed.status_code, closed.headers["content-type"]) == (401, "application/problem+json")
    assert (nowhere.status_code, nowhere.headers["content-type"]) == (404, "application/problem+json")
    assert console.headers["location"].startswith("/sign-in")
    assert "set-cookie" not in closed.headers
