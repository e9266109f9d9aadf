"""Sign-in, forms and headers."""

from datetime import timedelta

import pytest
from console_house import CLERK, HANDLER, ORIGIN, PASSWORD, House, form_key, words

from backend import clock
from backend.console.pages import local
from backend.suggestions.model import Suggestion, SuggestionState


async def test_the_cookie_is_for_our_pages_alone(house: House) -> None:
    async with house.browser() as browser:
        cookie = (await browser.sign_in(CLERK)).headers["set-cookie"]
    for part in ("jindianzi_sign_in=", "HttpOnly", "SameSite=lax", "Path=/"):
        assert part in cookie
    assert "Secure" not in cookie


async def test_behind_https_the_cookie_is_secure_and_stays_so(house: House) -> None:
    secure = House(house.db, secure=True)
    async with secure.browser() as browser:
        answer = await browser.sign_in(CLERK)
    assert "Secure" in answer.headers["set-cookie"]
    assert answer.headers["strict-transport-security"].startswith("max-age=")


async def test_a_wrong_password_is_said_in_the_form(house: House) -> None:
    async with house.browser() as browser:
        for login, password in ((CLERK, "Not-this-one"), ("没有这个人", PASSWORD), ("", "Nobodys")):
            page = await browser.sign_in(login, password)
            assert page.status_code == 422
            assert 'role="alert"' in page.text
            assert "账号或密码不对" in page.text
            assert f'value="{login}"' in page.text
            assert "set-cookie" not in page.headers
            assert password not in page.text


async def test_many_wrong_passwords_must_wait(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = clock.now()
    monkeypatch.setattr(clock, "now", lambda: frozen)
    async with house.browser() as browser:
        for _ in range(5):
            assert (await browser.sign_in(CLERK, "wrong")).status_code == 422
        page = await browser.sign_in(CLERK)
        assert page.status_code == 429
        assert int(page.headers["retry-after"]) >= 1
        assert "试的次数太多" in page.text
        monkeypatch.setattr(clock, "now", lambda: frozen + timedelta(minutes=6))
        assert (await browser.sign_in(CLERK)).status_code == 303


async def test_sign_in_goes_on_to_where_one_was_going(house: House) -> None:
    suggestion = await house.suggest()
    async with house.browser() as browser:
        turned = await browser.get(f"/suggestions/{suggestion.number}?done=forwarded")
        form = await browser.get(turned.headers["location"])
        assert f'name="next" value="/suggestions/{suggestion.number}?done=forwarded"' in form.text
        answer = await browser.sign_in(CLERK, next=f"/suggestions/{suggestion.number}")
    assert answer.headers["location"] == f"/suggestions/{suggestion.number}"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.com/",
        "//example.com",
        "/\\example.com",
        "\\\\example.com",
        "/\t/example.com",
        "/\n/example.com",
        "javascript:alert(1)",
        "suggestions",
        " /suggestions",
        "/" + "a" * 600,
        "",
    ],
)
async def test_sign_in_leads_nowhere_else(house: House, elsewhere: str) -> None:
    assert local(elsewhere) == "/suggestions"
    async with house.browser() as browser:
        assert (await browser.sign_in(CLERK, next=elsewhere)).headers["location"] == "/suggestions"
        again = await browser.get("/sign-in", params={"next": elsewhere})
        assert again.headers["location"] == "/suggestions"
        moved = await browser.sends("/language", language="en", back=elsewhere)
        assert moved.headers["location"] == "/suggestions"


@pytest.mark.parametrize("key", ["", "wrong", "钥匙"])
async def test_a_form_without_the_right_key_changes_nothing(house: House, key: str) -> None:
    suggestion = await house.forwarded()
    async with house.at_desk(HANDLER) as handler:
        fields = {"form_key": key, "outcome": "adopted", "text": "写好的答复"}
        page = await handler.post(f"/suggestions/{suggestion.number}/reply", data=fields)
    assert page.status_code == 403
    assert "写好的答复</textarea>" in page.text
    (stored,) = await house.all_of(Suggestion)
    assert stored.state == SuggestionState.FORWARDED


async def test_the_key_of_another_sign_in_does_not_fit(house: House) -> None:
    suggestion = await house.forwarded()
    async with house.at_desk(CLERK) as clerk, house.at_desk(HANDLER) as handler:
        fields = {"form_key": form_key(await clerk.get("/suggestions")), "outcome": "adopted", "text": "答复"}
        page = await handler.post(f"/suggestions/{suggestion.number}/reply", data=fields)
    assert page.status_code == 403


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({}, True),
        ({"origin": ORIGIN}, True),
        ({"referer": f"{ORIGIN}/sign-in"}, True),
        ({"sec-fetch-site": "same-origin", "origin": ORIGIN}, True),
        ({"origin": "https://example.com"}, False),
        ({"origin": "null"}, False),
        ({"referer": "https://example.com/sign-in"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site", "origin": ORIGIN}, False),
    ],
)
async def test_the_sign_in_form_must_come_from_our_page(
    house: House, headers: dict[str, str], *, taken: bool
) -> None:
    async with house.browser(**headers) as browser:
        answer = await browser.sign_in(CLERK)
    assert answer.status_code == (303 if taken else 403)
    assert ("set-cookie" in answer.headers) is taken


async def test_a_reply_written_past_the_sign_in_is_not_lost(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggestion = await house.forwarded()
    where = f"/suggestions/{suggestion.number}"
    async with house.at_desk(HANDLER) as handler:
        key = form_key(await handler.get(where))
        later = clock.now() + timedelta(hours=13)
        monkeypatch.setattr(clock, "now", lambda: later)
        page = await handler.post(
            f"{where}/reply", data={"form_key": key, "text": "写了一夜", "reason": "缘由"}
        )
    assert page.status_code == 401
    assert "写了一夜</textarea>" in page.text
    assert "缘由</textarea>" in page.text
    assert "/sign-in?next=%2Fsuggestions%2F" in page.text


async def test_every_answer_carries_the_headers(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async with house.at_desk(CLERK) as clerk:
        answers = [
            await clerk.get(path)
            for path in ("/suggestions", "/suggestions/CQ2024-999999", "/nowhere", "/sign-in", "/healthz")
        ]
        monkeypatch.setattr("backend.console.desk_queries.counts", None)
        answers.append(await clerk.get("/suggestions"))
    assert [answer.status_code for answer in answers] == [200, 404, 404, 303, 200, 500]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        for rule in ("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"):
            assert rule in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert answer.headers["cache-control"] == "no-store"
        assert "strict-transport-security" not in answer.headers
    assert "Traceback" not in answers[-1].text
    assert "系统出错了" in words(answers[-1])


async def test_a_silent_database_is_a_page_too(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone(*_: object) -> None:
        raise ConnectionError

    monkeypatch.setattr("backend.console.desk_queries.counts", gone)
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.get("/suggestions")
    assert page.status_code == 503
    assert page.headers["retry-after"]
    assert "系统正忙" in page.text


async def test_style_and_icon_are_kept_by_the_browser(house: House) -> None:
    async with house.browser() as browser:
        page = await browser.get("/sign-in")
        for name in ("console.css", "icon.svg"):
            address = page.text.split(f"/static/{name}?v=")[1].split('"')[0]
            answer = await browser.get(f"/static/{name}?v={address}")
            assert answer.status_code == 200
            assert "immutable" in answer.headers["cache-control"]
    assert "<script" not in page.text
    assert "style=" not in page.text


async def test_a_form_that_is_too_large_is_refused(house: House) -> None:
    suggestion = await house.forwarded()
    async with house.at_desk(HANDLER) as handler:
        page = await handler.sends(
            f"/suggestions/{suggestion.number}/reply", outcome="adopted", text="a" * 70_000
        )
    assert page.status_code == 413
    assert "提交的内容太多" in page.text
    assert page.headers["cache-control"] == "no-store"
    (stored,) = await house.all_of(Suggestion)
    assert stored.state == SuggestionState.FORWARDED


async def test_an_uploaded_file_is_no_field_of_a_form(house: House) -> None:
    async with house.at_desk(CLERK) as clerk:
        page = await clerk.post("/language", files={"language": ("a.txt", b"en")})
    assert page.status_code == 400
    assert "没有办成" in page.text
