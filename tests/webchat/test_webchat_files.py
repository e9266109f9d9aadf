"""Files in both directions."""

import json
import struct
from typing import Any

import pytest
from webchat_driver import PNG, BotSide, PersonSide, new_bot, new_person

from webchat import images

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x30\x00\x40\x01\x11\x00" + b"\x00" * 20
GIF = b"GIF89a" + struct.pack("<HH", 64, 48) + b"\x00" * 8
BMP = b"BM" + b"\x00" * 16 + struct.pack("<ii", 64, -48)
WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8X" + b"\x00" * 8 + b"\x3f\x00\x00\x2f\x00\x00"
WEBP_LOSSLESS = b"RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00\x2f" + struct.pack("<I", 63 | 47 << 14)
WEBP_PLAIN = b"RIFF\x00\x00\x00\x00WEBPVP8 " + b"\x00" * 10 + struct.pack("<HH", 64, 48)


@pytest.mark.parametrize("data", [PNG, JPEG, GIF, BMP, WEBP, WEBP_LOSSLESS, WEBP_PLAIN])
def test_sides_of_images(data: bytes):
    found = images.look(data)
    assert found is not None
    assert (found.width, found.height) == (64, 48)


@pytest.mark.parametrize(
    "data", [b"", b"text", PNG[:18], JPEG[:8], b"\xff\xd8\xff", b"RIFF0000WAVE" + b"0" * 40]
)
def test_what_is_no_image(data: bytes):
    assert images.look(data) is None


async def upload(bot: BotSide, method: str, files: dict[str, Any], **data: Any) -> dict[str, Any]:
    answer = (await bot.http.post(f"/bot{bot.token}/{method}", data=data, files=files)).json()
    assert answer["ok"], answer
    return answer["result"]


async def test_a_persons_photo(bot: BotSide, person: PersonSide):
    sent = (await person.sends(("a.png", PNG), kind="photo", caption=" look /start ")).json()["messages"][0]
    assert sent["kind"] == "photo"
    assert (sent["file"]["width"], sent["file"]["height"]) == (64, 48)
    message = (await bot.hears())[0]["message"]
    assert message["caption"] == "look /start"
    assert message["caption_entities"] == [{"type": "bot_command", "offset": 5, "length": 6}]
    size = message["photo"][-1]
    assert set(size) == {"file_id", "file_unique_id", "file_size", "width", "height"}
    file = await bot.ok("getFile", file_id=size["file_id"])
    assert file["file_path"].startswith("photos/file_")
    path = f"/file/bot{bot.token.replace(':', '%3A')}/{file['file_path']}"
    assert (await bot.http.get(path)).content == PNG


async def test_a_persons_document_and_who_may_fetch_it(bot: BotSide, person: PersonSide, http: Any):
    sent = (await person.sends(("方案 <b>.html", b"<script>alert(1)</script>"))).json()["messages"][0]
    document = (await bot.hears())[0]["message"]["document"]
    assert document["file_name"] == "方案 <b>.html"
    assert document["mime_type"] == "text/html"
    got = await person.ask("GET", f"/files/{sent['file']['id']}")
    assert got.content == b"<script>alert(1)</script>"
    assert got.headers["content-disposition"].startswith("attachment;")
    assert got.headers["content-type"] == "application/octet-stream"
    assert "sandbox" in got.headers["content-security-policy"]
    stranger = await new_person(http, bot)
    assert (await stranger.ask("GET", f"/files/{sent['file']['id']}")).status_code == 404
    other = await new_bot(http)
    assert (await other.refused("getFile", file_id=document["file_id"]))[0] == 400


async def test_an_album_is_several_updates_with_one_group(bot: BotSide, person: PersonSide):
    files = [(f"{number}.png", PNG) for number in range(3)]
    sent = (await person.sends(*files, kind="photo", caption="three", client_id="album")).json()["messages"]
    again = await person.sends(*files, kind="photo", caption="three", client_id="album")
    assert again.status_code == 200
    assert again.json()["messages"] == sent
    messages = [update["message"] for update in await bot.hears()]
    assert len(messages) == 3
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["three", None, None]


@pytest.mark.parametrize("kind", ["voice", "audio", "video", "sticker"])
async def test_other_kinds(bot: BotSide, person: PersonSide, kind: str):
    assert (await person.sends((f"a.{kind}", b"data"), kind=kind)).status_code == 201
    assert (await bot.hears())[0]["message"][kind]["file_size"] == 4


async def test_refused_uploads(person: PersonSide, bot: BotSide):
    many = await person.sends(*[(f"{number}.txt", b"x") for number in range(11)])
    assert (many.status_code, many.json()["error"]["code"]) == (400, "album-too-large")
    large = await person.sends(("large.bin", b"\x00" * (50 * 1024 * 1024 + 1)))
    assert (large.status_code, large.json()["error"]["code"]) == (413, "file-too-large")
    none = await person.ask("POST", "/files", data={"kind": "photo"})
    assert none.json()["error"]["code"] == "file-missing"
    strange = await person.sends(("a", b"x"), kind="hologram")
    assert strange.json()["error"]["code"] == "kind-unknown"
    assert await bot.hears() == []


async def test_bots_cannot_download_more_than_20_megabytes(bot: BotSide, person: PersonSide):
    await person.sends(("large.bin", b"\x00" * (20 * 1024 * 1024 + 1)))
    file_id = (await bot.hears())[0]["message"]["document"]["file_id"]
    assert await bot.refused("getFile", file_id=file_id) == (400, "Bad Request: file is too big")


async def test_a_bots_upload_and_its_file_id_again(bot: BotSide, person: PersonSide):
    first = await upload(
        bot, "sendDocument", {"document": ("a.pdf", b"%PDF")}, chat_id=person.chat, caption="c"
    )
    assert first["document"]["mime_type"] == "application/pdf"
    attached = {"chat_id": person.chat, "document": "attach://x"}
    second = await upload(bot, "sendDocument", {"x": ("b.pdf", b"%PDF")}, **attached)
    assert second["document"]["file_name"] == "b.pdf"
    again = await bot.ok("sendDocument", chat_id=person.chat, document=first["document"]["file_id"])
    assert again["document"]["file_unique_id"] == first["document"]["file_unique_id"]
    shown = (await person.sees())["messages"][0]
    assert (shown["text"], shown["file"]["name"]) == ("c", "a.pdf")
    assert (await person.ask("GET", f"/files/{shown['file']['id']}")).content == b"%PDF"


async def test_a_bots_album_and_an_edit_of_its_media(bot: BotSide, person: PersonSide):
    media = [
        {"type": "photo", "media": "attach://a", "caption": "<b>x</b>", "parse_mode": "HTML"},
        {"type": "photo", "media": "attach://b"},
    ]
    files = {"a": ("a.png", PNG), "b": ("b.png", PNG)}
    sent = await upload(bot, "sendMediaGroup", files, chat_id=person.chat, media=json.dumps(media))
    assert len({message["media_group_id"] for message in sent}) == 1
    assert sent[0]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    where = {"chat_id": person.chat, "message_id": sent[1]["message_id"]}
    new = json.dumps({"type": "document", "media": "attach://c"})
    edited = await upload(bot, "editMessageMedia", {"c": ("c.txt", b"text")}, **where, media=new)
    assert edited["document"]["file_name"] == "c.txt"
    assert "photo" not in edited
    captioned = await bot.ok("editMessageCaption", **where, caption="new")
    assert captioned["caption"] == "new"
    assert (await person.sees())["messages"][1]["kind"] == "document"


async def test_every_kind_a_bot_can_send(bot: BotSide, person: PersonSide):
    for kind in ("photo", "voice", "audio", "video", "sticker", "animation"):
        sent = await upload(bot, f"send{kind}", {kind: ("a.bin", b"data")}, chat_id=person.chat)
        assert kind in sent
    kinds = [message["kind"] for message in (await person.sees())["messages"]]
    assert kinds == ["photo", "voice", "audio", "video", "sticker", "animation"]


async def test_an_empty_file_is_refused(bot: BotSide, person: PersonSide):
    url = f"/bot{bot.token}/sendDocument"
    answer = await bot.http.post(url, data={"chat_id": person.chat}, files={"document": ("a", b"")})
    assert answer.json()["description"] == "Bad Request: file must be non-empty"
