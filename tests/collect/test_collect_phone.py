"""A phone is signed in by a link that works once, and signed out by officer, office and the last day."""

from datetime import date

import pytest
from collect_house import Phone, Post, new_key
from officers_house import in_office
from sqlalchemy import select, update

from backend import clock
from backend.collecting import actions
from backend.collecting.model import CollectDevice
from backend.errors import NotAllowed, NotFound
from backend.officers.model import Officer
from backend.people import actions as people
from tests.backend.backend_house import as_bytes, raw, rows


async def test_the_link_signs_one_phone_in_and_the_database_knows_hashes_only(post: Post) -> None:
    token, key = await post.link(), new_key()
    phone = post.stranger()
    assert (await phone.signs_in(token, key)).json() == {"person": str(post.person.id)}
    held = as_bytes(await raw(post.db, "SELECT token_hash, key_hash FROM collect_device"))
    assert token.encode() not in held
    assert key.encode() not in held
    assert (await phone.asks("GET", "offer")).status_code == 200


async def test_the_same_phone_after_a_lost_answer_is_in_and_another_is_not(post: Post) -> None:
    token, key = await post.link(), new_key()
    for _ in range(2):
        assert (await post.stranger().signs_in(token, key)).status_code == 200
    told = await post.stranger().signs_in(token)
    assert (told.status_code, told.json()["key"]) == (409, "collect-link-used")
    assert len(await rows(post.db, select(CollectDevice))) == 1


async def test_a_link_is_over_after_a_day_and_when_a_newer_one_is_made(post: Post) -> None:
    older, newer = await post.link(), await post.link()
    assert (await post.stranger().signs_in(older)).json()["key"] == "collect-link-missing"
    post.hands.forward(hours=24)
    assert (await post.stranger().signs_in(newer)).json()["key"] == "collect-link-expired"


async def test_a_key_that_may_be_guessed_is_not_taken(post: Post) -> None:
    told = await post.stranger().signs_in(await post.link(), "12345678")
    assert (told.status_code, told.json()["key"]) == (422, "collect-key-unclear")


async def test_only_who_is_in_office_gets_a_link(post: Post) -> None:
    other = await people.introduce(post.db, channel="webchat", chat=78, language="zh-CN")
    with pytest.raises(NotAllowed, match="officer-not-in-office"):
        await actions.make_link(post.db, person_id=other.id)


async def test_the_phone_ends_with_the_appointment(post: Post, phone: Phone) -> None:
    async with post.db.begin() as session:
        await session.execute(update(Officer).values(until=date(2024, 8, 1)))
    assert (await phone.asks("GET", "offer")).status_code == 200  # the last day counts
    post.hands.forward(days=1)
    told = await phone.asks("GET", "offer")
    assert (told.status_code, told.json()["key"]) == (403, "officer-not-in-office")


async def test_appointed_anew_the_phone_still_knows_its_officer(post: Post, phone: Phone) -> None:
    before = (await phone.asks("GET", "offer")).json()["person"]
    async with post.db.begin() as session:
        await session.execute(update(Officer).values(ended_at=clock.now()))
    anew = await in_office(post.db, post.person)
    assert anew.id != post.officer.id
    assert (await phone.asks("GET", "offer")).status_code == 403
    assert (await phone.signs_in(await post.link())).json() == {"person": before}
    assert (await phone.asks("GET", "offer")).json()["person"] == before


async def test_a_phone_that_was_signed_out_is_told_what_to_do(post: Post, phone: Phone) -> None:
    (device,) = await rows(post.db, select(CollectDevice))
    with pytest.raises(NotFound, match="collect-device-missing"):
        await actions.sign_out(post.db, device_id=device.id, officer_id=post.officer.id + 1)
    await actions.sign_out(post.db, device_id=device.id, officer_id=post.officer.id)
    told = await phone.asks("GET", "offer")
    assert told.status_code == 401
    assert "/offline" in told.json()["sentence"]


async def test_the_page_signs_itself_out(post: Post, phone: Phone) -> None:
    assert (await phone.asks("DELETE", "phone")).status_code == 204
    assert (await phone.asks("GET", "offer")).status_code == 401
    for stranger in (post.stranger(), Phone(post.http, "made-up")):
        assert (await stranger.asks("GET", "offer")).status_code == 401


async def test_an_officer_has_five_phones_and_the_one_unused_for_longest_goes(post: Post) -> None:
    phones = []
    for _ in range(actions.MOST_PHONES + 1):
        phones.append(await post.phone())
        post.hands.forward(minutes=1)
    assert [(await phone.asks("GET", "offer")).status_code for phone in phones] == [401, *[200] * 5]


async def test_too_many_requests_are_told_how_long_to_wait(post: Post, phone: Phone, monkeypatch) -> None:
    monkeypatch.setattr("backend.collect.doors.REQUESTS_A_MINUTE", 2)
    codes = [(await phone.asks("GET", "offer")).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    wait = int((await phone.asks("GET", "offer")).headers["retry-after"])
    post.hands.forward(seconds=wait)
    assert (await phone.asks("GET", "offer")).status_code == 200


async def test_the_clock_forgets_links_nobody_opened(post: Post, phone: Phone) -> None:
    await post.link()
    post.hands.forward(days=2)
    await actions.forget(post.db)
    assert len(await rows(post.db, select(CollectDevice))) == 1
    assert (await phone.asks("GET", "offer")).status_code == 200


async def test_the_page_is_served_with_a_strict_policy(post: Post) -> None:
    shell = await post.http.get("/")
    policy = shell.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "style=" not in shell.text
    assert shell.text.count("<script") == shell.text.count('<script type="module" src=')
    worker = await post.http.get("/worker.js")
    assert "VERSION" not in worker.text
    (script,) = [part.split('"')[0] for part in shell.text.split('src="')[1:]]
    assert script in worker.text
    found = await post.http.get(f"/{script}")
    assert (found.status_code, "immutable" in found.headers["cache-control"]) == (200, True)
    assert (await post.http.get("/static/older/app.js")).status_code == 404
