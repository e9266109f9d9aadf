"""Photos, documents and albums, both ways."""

import json
from io import BytesIO

import pytest
import segno
from PIL import Image
from playwright.async_api import FilePayload, expect

from tests.webchat_page.person import Person
from tests.webchat_page.played_bot import PlayedBot

pytestmark = pytest.mark.browser


def photo(name: str, colour: str = "orange", size: tuple[int, int] = (320, 240)) -> FilePayload:
    content = BytesIO()
    Image.new("RGB", size, colour).save(content, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": content.getvalue()}


def square_code() -> bytes:
    """A QR code with its quiet zone, 410 pixels wide."""
    content = BytesIO()
    segno.make("https://example.org/?start=street_12", error="m", micro=False).save(
        content, kind="png", scale=10, border=6
    )
    return content.getvalue()


def document(name: str, content: bytes = b"made up") -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": content}


async def test_photo_with_caption_arrives_and_is_shown(person: Person, bot: PlayedBot):
    await person.attaches("照片", photo("路灯.png"), caption="就是这盏")
    message = await bot.message(by=person)
    assert message["caption"] == "就是这盏"
    assert (message["photo"][-1]["width"], message["photo"][-1]["height"]) == (320, 240)
    image = person.page.locator("article[data-kind=photo] img")
    await expect(image).to_have_js_property("naturalWidth", 320)
    await image.click()
    await expect(person.page.locator("dialog.viewer img")).to_have_js_property("naturalWidth", 320)


async def test_album_of_photos(person: Person, bot: PlayedBot):
    await person.attaches(
        "照片", photo("1.png"), photo("2.png", "green"), photo("3.png", "navy"), caption="三张"
    )
    messages = [await bot.message(by=person) for _ in range(3)]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["三张", None, None]
    await expect(person.page.locator(".album article[data-kind=photo]")).to_have_count(3)
    await expect(person.page.locator("article.pending")).to_have_count(0)


async def test_document_comes_back_byte_for_byte(person: Person, bot: PlayedBot):
    content = bytes(range(256)) * 40
    await person.attaches("文件", document("方案.txt", content))
    message = await bot.message(by=person)
    assert message["document"]["file_name"] == "方案.txt"
    async with person.page.expect_download() as downloading:
        await person.page.locator("article .document").click()
    download = await downloading.value
    assert download.suggested_filename == "方案.txt"
    assert (await download.path()).read_bytes() == content


async def test_twelve_documents_go_as_two_albums(person: Person, bot: PlayedBot):
    await person.attaches("文件", *[document(f"{number}.txt") for number in range(12)])
    groups = [(await bot.message(by=person))["media_group_id"] for _ in range(12)]
    assert [groups.count(group) for group in dict.fromkeys(groups)] == [10, 2]


async def test_file_of_the_bot_is_offered_for_download(person: Person, bot: PlayedBot):
    sending = {
        "data": {"chat_id": str(await person.chat())},
        "files": {"document": ("答复.pdf", b"%PDF-made up")},
    }
    await bot.client.post("sendDocument", **sending)
    async with person.page.expect_download() as downloading:
        await person.page.locator("article .document").click()
    assert (await (await downloading.value).path()).read_bytes() == b"%PDF-made up"


@pytest.mark.parametrize("width", [320, 360, 1280])
async def test_square_code_to_share_is_shown_whole(width: int, person: Person, bot: PlayedBot, shots):
    share = [
        {
            "text": "分享给邻居",
            "url": "https://chat.example.org/share?url=https%3A%2F%2Fexample.org%2F%3Fstart%3Da",
        }
    ]
    short = [{"text": "打开链接", "url": "example.org/?start=street_12"}]
    sending = {
        "chat_id": str(await person.chat()),
        "caption": "示例社区的二维码。扫一扫，或打开 https://example.org/?start=street_12 来提建议。",
        "reply_markup": json.dumps({"inline_keyboard": [share, short]}),
    }
    await person.page.set_viewport_size({"width": width, "height": 740})
    await bot.client.post("sendPhoto", data=sending, files={"photo": ("code.png", square_code())})
    image = person.page.locator("article[data-kind=photo] img")
    await expect(image).to_have_js_property("naturalWidth", 410)
    box = await image.bounding_box()
    assert box is not None
    assert abs(box["width"] - box["height"]) < 1
    assert box["width"] > min(0.7 * width, 300)
    await person.fits_the_screen()
    await expect(person.messages("示例社区的二维码")).to_be_in_viewport(ratio=1)
    for text, address in (
        ("分享给邻居", share[0]["url"]),
        ("打开链接", "https://example.org/?start=street_12"),
    ):
        button = person.button(text)
        await expect(button).to_have_attribute("href", address)
        await expect(button).to_have_attribute("target", "_blank")
        await expect(button).to_have_attribute("rel", "noopener noreferrer")
        shape = await button.bounding_box()
        assert shape is not None
        assert shape["height"] >= 44
    await person.photographs(shots, f"square-code-{width}")
    await image.click()
    seen = await person.page.locator("dialog.viewer img").bounding_box()
    assert seen is not None
    assert abs(seen["width"] - seen["height"]) < 1


async def test_pasted_image_is_offered_as_a_photo(person: Person, bot: PlayedBot):
    await person.page.evaluate(
        """async () => {
            const canvas = Object.assign(document.createElement("canvas"), {width: 40, height: 30});
            const blob = await new Promise((done) => canvas.toBlob(done));
            const carried = new DataTransfer();
            carried.items.add(new File([blob], "pasted.png", {type: "image/png"}));
            const how = {clipboardData: carried, bubbles: true, cancelable: true};
            const paste = new ClipboardEvent("paste", how);
            document.getElementById("text").dispatchEvent(paste);
        }"""
    )
    await person.page.locator("dialog.files .primary").click()
    assert (await bot.message(by=person))["photo"][-1]["width"] == 40


async def test_upload_waits_for_the_network_and_goes_once(person: Person, bot: PlayedBot):
    async def lose_the_answer(route):
        await route.fetch()
        await route.abort()

    await person.page.route("**/files", lose_the_answer, times=1)
    await person.attaches("文件", document("一次.txt"))
    assert (await bot.message(by=person))["document"]["file_name"] == "一次.txt"
    await expect(person.page.locator("article.pending")).to_have_count(0)
    await expect(person.page.locator("article .document")).to_have_count(1)
    await bot.nothing_more()


async def test_upload_goes_on_while_another_chat_is_shown(person: Person, bot: PlayedBot):
    await person.page.context.set_offline(True)
    await person.attaches("文件", document("还在路上.txt"))
    await expect(person.page.locator("article.pending")).to_have_attribute("data-state", "waiting")
    first = await person.chat()
    await person.page.context.set_offline(False)
    await person.page.route("**/files", lambda route: route.abort(), times=1)
    await person.opens_chat_as("王五")
    message = await bot.update("message")
    assert (message["chat"]["id"], message["document"]["file_name"]) == (first, "还在路上.txt")
    await person.chooses_from_menu("聊天 1")
    await expect(person.page.locator("article .document")).to_have_count(1)
    await expect(person.page.locator("article.pending")).to_have_count(0)
