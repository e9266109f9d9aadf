"""Of a picture nothing is kept but its pixels, the right way up."""

import io
import struct
import zlib

import pytest
from files_house import Inspect, Refused
from hostile import grainy, picture, png_of, taken_at, word
from PIL import Image

SCRIPT = b"<script>alert(1)</script>"


def opened(content: bytes) -> Image.Image:
    found = Image.open(io.BytesIO(content))
    found.load()
    return found


def segments(content: bytes) -> set[int]:
    """The kinds of segments before a JPEG's pixels."""
    found, place = set(), 2
    while content[place + 1] != 0xDA:
        found.add(content[place + 1])
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return found


@pytest.mark.parametrize(
    ("name", "form", "media_type"),
    [
        ("现场.jpg", "JPEG", "image/jpeg"),
        ("现场.JPEG", "JPEG", "image/jpeg"),
        ("现场.png", "PNG", "image/png"),
        ("现场.bmp", "BMP", "image/bmp"),
    ],
)
async def test_a_picture_stays_what_it_is(kept: Inspect, name: str, form: str, media_type: str) -> None:
    found = await kept(name, grainy(form))
    assert (found.name, found.media_type) == (name, media_type)
    assert (opened(found.content).format, opened(found.content).size) == (form, (60, 40))


@pytest.mark.parametrize(("ending", "form"), [("heic", "HEIF"), ("heif", "HEIF"), ("webp", "WEBP")])
async def test_photos_few_computers_show_become_jpg(kept: Inspect, ending: str, form: str) -> None:
    found = await kept(f"现场.{ending}", picture(form, exif=taken_at()))
    assert (found.name, found.media_type) == ("现场.jpg", "image/jpeg")
    shown = opened(found.content)
    assert (shown.format, shown.size, dict(shown.getexif())) == ("JPEG", (60, 40), {})


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
async def test_no_place_and_no_camera_survives(kept: Inspect, form: str) -> None:
    sent = picture(form, exif=taken_at())
    assert b"Sample Camera" in sent
    name = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp"}[form]
    found = (await kept(name, sent)).content
    assert b"Sample Camera" not in found
    assert dict(opened(found).getexif()) == {}


async def test_only_pixels_survive_in_a_jpeg(kept: Inspect) -> None:
    sent = picture("JPEG", exif=taken_at(), comment=SCRIPT, icc_profile=SCRIPT) + word()
    found = (await kept("a.jpg", sent)).content
    assert segments(found) <= {0xE0, 0xDB, 0xC0, 0xC4}
    assert SCRIPT not in found
    assert b"PK\x03\x04" not in found


async def test_only_pixels_survive_in_a_png(kept: Inspect) -> None:
    length = struct.pack(">I", len(SCRIPT))
    chunk = length + b"teXt" + SCRIPT + struct.pack(">I", zlib.crc32(b"teXt" + SCRIPT))
    sent = picture("PNG")
    found = (await kept("a.png", sent[:33] + chunk + sent[33:] + word())).content
    assert SCRIPT not in found
    assert b"PK\x03\x04" not in found


@pytest.mark.parametrize("orientation", range(2, 9))
async def test_a_photo_is_turned_upright(kept: Inspect, orientation: int) -> None:
    sent = Image.new("RGB", (60, 40), "white")
    sent.paste("black", (0, 0, 30, 20))
    out = io.BytesIO()
    sent.save(out, "JPEG", exif=taken_at(orientation))
    shown = opened((await kept("a.jpg", out.getvalue())).content).convert("L")
    assert shown.size == ((60, 40) if orientation < 5 else (40, 60))
    right, below = shown.width - 5, shown.height - 5
    corners = [shown.getpixel(at) < 128 for at in ((5, 5), (right, 5), (right, below), (5, below))]
    assert corners.index(True) == {2: 1, 3: 2, 4: 3, 5: 0, 6: 1, 7: 2, 8: 3}[orientation]


async def test_moving_pictures_keep_their_first(kept: Inspect) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("orange", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    shown = opened((await kept("a.png", out.getvalue())).content)
    assert getattr(shown, "n_frames", 1) == 1


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
async def test_every_kind_of_png_is_kept(kept: Inspect, mode: str) -> None:
    assert opened((await kept("a.png", picture("PNG", mode=mode))).content).size == (60, 40)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
async def test_every_kind_of_jpeg_is_kept(kept: Inspect, mode: str) -> None:
    assert opened((await kept("a.jpg", picture("JPEG", mode=mode))).content).size == (60, 40)


async def test_see_through_becomes_white(kept: Inspect) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (60, 40), (0, 0, 0, 0)).save(out, "WEBP")
    assert opened((await kept("a.webp", out.getvalue())).content).getpixel((9, 9)) == (255, 255, 255)


async def test_a_png_made_here_is_one(kept: Inspect) -> None:
    assert opened((await kept("a.png", png_of(300, 200))).content).size == (300, 200)


async def test_a_png_bomb_is_refused(refused: Refused) -> None:
    bomb = png_of(30_000, 30_000)
    assert len(bomb) < 2_000_000
    assert await refused("a.png", bomb) == "file-picture-too-large"


async def test_a_huge_bmp_head_is_refused(refused: Refused) -> None:
    content = bytearray(picture("BMP"))
    content[18:26] = struct.pack("<ii", 2**31 - 1, 2**31 - 1)
    assert await refused("a.bmp", bytes(content)) == "file-picture-too-large"


async def test_a_long_thin_picture_is_refused(refused: Refused) -> None:
    assert await refused("a.png", png_of(1, 70_000)) == "file-picture-too-large"


async def test_words_that_unpack_to_much_are_refused(refused: Refused) -> None:
    words = b"a\0\0" + zlib.compress(b"\0" * 80_000_000)
    chunk = struct.pack(">I", len(words)) + b"zTXt" + words + struct.pack(">I", zlib.crc32(b"zTXt" + words))
    sent = picture("PNG")
    assert await refused("a.png", sent[:33] + chunk + sent[33:]) == "file-damaged"


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.bmp", "BMP"), ("a.webp", "WEBP"), ("a.heic", "HEIF")],
)
async def test_half_a_picture_is_refused(refused: Refused, name: str, form: str) -> None:
    content = grainy(form)
    assert await refused(name, content[: len(content) // 2]) == "file-damaged"


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.bmp", "a.webp", "a.heic", "a.pdf", "a.doc", "a.docx"])
async def test_a_picture_under_another_name_is_refused(refused: Refused, name: str) -> None:
    content = picture("PNG" if name != "a.png" else "JPEG")
    assert await refused(name, content) == "file-not-what-it-says"
