"""The link of a way in and its QR code, and how the addresses behind them become known."""

import re
from io import BytesIO
from pathlib import Path

import httpx
import pytest
import segno
from fake_bot_api import TOKEN, FakeBotApi, bare, refusal, result
from PIL import Image
from pydantic import ValidationError

from backend.config import Settings
from backend.sources.links import Doors, leads_nowhere_else, link, qr_png, qr_svg
from jindianzi.channels import TELEGRAM, WEBCHAT, Channel, channels
from jindianzi.doors import known, learn

ADDRESS = "https://t.me/sample_jindianzi_bot?start=ABCD2345"
DOORS: Doors = {
    "telegram": "https://t.me/sample_jindianzi_bot?start={code}",
    "webchat": "https://chat.example/?start={code}",
}
Modules = list[list[bool]]


def of_symbol(address: str) -> Modules:
    """Return the black modules that the norm has for these words, as the library reckons them."""
    return [[bool(cell) for cell in row] for row in segno.make(address, error="m", micro=False).matrix]


def of_png(content: bytes) -> Modules:
    """Look at the middle of each module, without the quiet zone."""
    picture = Image.open(BytesIO(content)).convert("L")
    modules = len(of_symbol(ADDRESS)) + 8
    assert picture.width == picture.height
    assert picture.width % modules == 0
    step = picture.width // modules
    cells = [
        [picture.getpixel((int((x + 0.5) * step), int((y + 0.5) * step))) == 0 for x in range(modules)]
        for y in range(modules)
    ]
    inner = slice(4, -4)
    assert not any(any(row) for row in cells[:4] + cells[-4:])
    assert not any(any(row[:4] + row[-4:]) for row in cells)
    return [row[inner] for row in cells[inner]]


def of_svg(content: bytes) -> Modules:
    """Follow the strokes of the drawing: moves, and runs of black."""
    text = content.decode()
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', text)[1])
    cells = [[False] * size for _ in range(size)]
    x, y = 0.0, 0.0
    for kind, said in re.findall(r"([Mmh])([-\d. ]+)", re.search(r'stroke="#000" d="([^"]+)"', text)[1]):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", said)]
        if kind == "h":
            for place in range(int(x), int(x + numbers[0])):
                cells[int(y)][place] = True
            x += numbers[0]
        else:
            x, y = numbers if kind == "M" else (x + numbers[0], y + numbers[1])
    return [row[4:-4] for row in cells[4:-4]]


def test_a_link_is_made_for_the_chats_there_are() -> None:
    assert link(DOORS, "telegram", "ABCD2345") == ADDRESS
    assert link(DOORS, "webchat", "city-2024") == "https://chat.example/?start=city-2024"
    assert link(DOORS, "letter", "ABCD2345") is None
    assert link({}, "telegram", "ABCD2345") is None


def test_both_pictures_hold_the_link_and_no_other() -> None:
    wanted = of_symbol(ADDRESS)
    assert of_png(qr_png(ADDRESS)) == wanted
    assert of_svg(qr_svg(ADDRESS)) == wanted
    assert wanted != of_symbol(ADDRESS.replace("2345", "2346"))


@pytest.mark.parametrize("at_least", [400, 1200])
@pytest.mark.parametrize("address", [ADDRESS, "https://suggestions.example/" + "a" * 150])
def test_a_picture_is_large_enough_to_be_scanned(address: str, at_least: int) -> None:
    width, height = Image.open(BytesIO(qr_png(address, at_least=at_least))).size
    assert at_least <= width == height < 2 * at_least


def test_a_symbol_stands_some_wear() -> None:
    assert segno.make(ADDRESS, error="m", micro=False).error in {"M", "Q", "H"}


@pytest.mark.parametrize(
    ("address", "here_alone"),
    [
        ("http://127.0.0.1:8081/?start=A", True),
        ("http://localhost/?start=A", True),
        ("http://[::1]:8081/?start=A", True),
        ("https://chat.example/?start=127.0.0.1", False),
        (ADDRESS, False),
    ],
)
def test_an_address_that_only_works_here_is_known_as_such(address: str, *, here_alone: bool) -> None:
    assert leads_nowhere_else(address) is here_alone


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ({}, "http://127.0.0.1:8081/?start={code}"),
        ({"webchat_api_url": "http://webchat.example:8081/"}, "http://webchat.example:8081/?start={code}"),
        ({"webchat_public_url": "https://chat.example/"}, "https://chat.example/?start={code}"),
        ({"webchat_public_url": "https://a.example/chat"}, "https://a.example/chat/?start={code}"),
        ({"webchat_port": 0}, None),
        ({"webchat": False, "webchat_public_url": "https://chat.example"}, None),
    ],
)
def test_the_web_chats_address_is_known(tmp_path: Path, said: dict[str, object], address: str | None) -> None:
    settings = Settings(state_dir=tmp_path, **said)
    assert known(settings, channels(settings)).get(WEBCHAT) == address


@pytest.mark.parametrize("url", ["chat.example", "javascript:alert(1)", "https://a/?x=1", "https://a/{code}"])
def test_an_address_that_is_none_is_refused_at_the_start(tmp_path: Path, url: str) -> None:
    with pytest.raises(ValidationError):
        Settings(state_dir=tmp_path, webchat_public_url=url)


async def test_telegram_is_asked_for_the_bots_name(api: FakeBotApi) -> None:
    api.tell("getMe", result({"id": 1, "is_bot": True, "username": "sample_jindianzi_bot"}))
    doors: Doors = {}
    await learn(doors, Channel(TELEGRAM, TOKEN, api.url))
    assert doors == {"telegram": DOORS["telegram"]}


@pytest.mark.parametrize(
    "answer",
    [
        refusal(401, "Unauthorized"),
        bare(200, b"<html>"),
        bare(200, b"[]"),
        result({"id": 1}),
        result({"username": "../x?start=evil"}),
    ],
)
async def test_what_is_no_name_is_not_taken_for_one(api: FakeBotApi, answer: object) -> None:
    api.tell("getMe", answer)
    doors: Doors = {}
    with pytest.raises(httpx.HTTPError) as failure:
        await learn(doors, Channel(TELEGRAM, TOKEN, api.url))
    assert doors == {}
    assert TOKEN not in str(failure.value)
