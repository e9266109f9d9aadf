"""Floods and junk: what is too much is refused with a time to wait, counted by the right address."""

from pathlib import Path

import httpx
import pytest
from pydantic import ValidationError
from starlette.requests import Request
from webchat_driver import new_person, running, settings_in

from webchat import addresses, clock, sweep
from webchat.hub import Hub
from webchat.limits import Buckets

ONE = ("a.txt", b"a")


async def test_files_of_one_chat_are_limited(tmp_path: Path):
    with running(tmp_path, chat_uploads_per_hour=3) as address:
        async with httpx.AsyncClient(base_url=address) as http:
            person, other = await new_person(http), await new_person(http)
            assert (await person.sends(ONE, ONE, client_id="album")).status_code == 201
            refused = await person.sends(ONE, ONE)
            assert (refused.status_code, refused.json()["error"]["code"]) == (429, "too-many-files")
            assert int(refused.headers["retry-after"]) > 60
            assert "minutes" in refused.json()["error"]["message"]
            assert (await person.sends(ONE, ONE, client_id="album")).status_code == 200
            assert (await person.sends(ONE)).status_code == 201
            assert (await other.sends(ONE)).status_code == 201


async def test_files_from_one_address_are_limited(tmp_path: Path):
    with running(tmp_path, address_uploads_per_hour=2) as address:
        async with httpx.AsyncClient(base_url=address) as http:
            for expected in (201, 201, 429):
                assert (await (await new_person(http)).sends(ONE)).status_code == expected


@pytest.mark.parametrize(("trusted", "second"), [(("127.0.0.0/8",), 201), ((), 429)])
async def test_people_behind_a_trusted_proxy_are_counted_apart(
    tmp_path: Path, trusted: tuple[str, ...], second: int
):
    with running(tmp_path, chats_per_minute=1, trusted_proxies=trusted) as address:
        async with httpx.AsyncClient(base_url=address) as http:
            for person, expected in (("192.0.2.7", 201), ("192.0.2.8", second), ("192.0.2.7", 429)):
                headers = {"X-Forwarded-For": f"198.51.100.9, {person}"}
                opened = await http.post("/api/chats", json={}, headers=headers)
                assert opened.status_code == expected


def asked_by(peer: str, *claims: str) -> Request:
    headers = [(b"x-forwarded-for", claim.encode()) for claim in claims]
    return Request({"type": "http", "client": (peer, 1), "headers": headers})


@pytest.mark.parametrize(
    ("peer", "claims", "found"),
    [
        ("10.0.0.1", ("192.0.2.7",), "192.0.2.7"),
        ("10.0.0.1", ("6.6.6.6, 192.0.2.7",), "192.0.2.7"),
        ("10.0.0.1", ("6.6.6.6", "192.0.2.7, 10.0.0.2"), "192.0.2.7"),
        ("10.0.0.1", ("nonsense",), "10.0.0.1"),
        ("10.0.0.1", (), "10.0.0.1"),
        ("203.0.113.5", ("192.0.2.7",), "203.0.113.5"),
        ("::ffff:10.0.0.1", ("192.0.2.7",), "192.0.2.7"),
    ],
)
def test_only_trusted_proxies_are_believed(peer: str, claims: tuple[str, ...], found: str, tmp_path: Path):
    proxies = settings_in(tmp_path, trusted_proxies=("10.0.0.0/8",)).proxies()
    assert addresses.of(asked_by(peer, *claims), proxies) == found


def test_ipv6_addresses_of_one_connection_are_one():
    one, two = addresses.household("2001:db8:1:2::1"), addresses.household("2001:db8:1:2:ffff::9")
    assert one == two != addresses.household("2001:db8:1:3::1")


def test_proxies_must_be_addresses(tmp_path: Path):
    with pytest.raises(ValidationError, match="appear to be"):
        settings_in(tmp_path, trusted_proxies=("proxy.example",))


def test_many_at_once_are_taken_whole_or_not_at_all():
    bucket = Buckets(0.001, 5)
    assert bucket.take("a", 3) == 0
    assert bucket.take("a", 3) > 0
    assert bucket.take("a", 2) == 0
    bucket.give_back("a")
    assert bucket.take("a") == 0
    assert bucket.take("b", 9) == 0
    assert bucket.take("b") > 0


async def test_chats_nobody_wrote_in_go_after_a_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with running(tmp_path) as address:
        async with httpx.AsyncClient(base_url=address) as http:
            junk, used = await new_person(http), await new_person(http)
            await used.says("a")
            await junk.ask("POST", "/link", json={"page": "https://chat.example/"})
            await junk.ask("PATCH", json={"language": "en"})
            hub = Hub(settings_in(tmp_path))
            await sweep.once(hub)
            assert (await junk.ask("GET")).status_code == 200
            at = clock.now()
            monkeypatch.setattr(clock, "now", lambda: at + 31 * 24 * 3600)
            await sweep.once(hub)
            await hub.close()
            assert (await junk.ask("GET")).status_code == 401
            assert (await used.ask("GET")).status_code == 200
