"""Pictures are drawn anew from their pixels: no place, no words, no second file survives."""

import io
import struct

from PIL import (
    BmpImagePlugin,
    Image,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from backend.errors import Refusal
from backend.files.inspection.rules import InspectionRules

NEEDED = (BmpImagePlugin, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin, TiffImagePlugin)
"""Imported ahead: nothing can be opened once a picture is looked at."""
READ_AS = {
    "jpg": ("JPEG", "MPO"),
    "jpeg": ("JPEG", "MPO"),
    "png": ("PNG",),
    "bmp": ("BMP",),
    "webp": ("WEBP",),
    "heic": ("HEIF",),
    "heif": ("HEIF",),
}
WRITTEN_AS = {"png": "PNG", "bmp": "BMP"}
"""Everything else becomes a JPEG."""
MODES = {"PNG": ("1", "L", "LA", "RGB", "RGBA", "I;16"), "BMP": ("1", "L", "RGB"), "JPEG": ("L", "RGB")}
LONGEST_SIDE = 65_000
QUALITY = 90
COMPRESSION = 4
"""Of PNG: nearly as small as the default, in half the time."""
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    RuntimeError,
    struct.error,
    IndexError,
    KeyError,
    TypeError,
)
"""What the decoders raise for bytes that make no picture."""

Image.preinit()
Image.MAX_IMAGE_PIXELS = None  # the size is looked at below, with our own limit


def look(kind: str, content: bytes, rules: InspectionRules) -> bytes:
    """Return the picture drawn anew, as a JPEG unless it was PNG or BMP."""
    try:
        opened = Image.open(io.BytesIO(content), formats=READ_AS[kind])
        _check_size(opened, rules)
        opened.load()
        return _drawn(_upright(opened), WRITTEN_AS.get(kind, "JPEG"))
    except BROKEN as error:
        raise Refusal("file-damaged") from error


def _check_size(opened: Image.Image, rules: InspectionRules) -> None:
    if opened.width * opened.height > rules.pixels or max(opened.size) > LONGEST_SIDE:
        raise Refusal("file-picture-too-large")


def _upright(picture: Image.Image) -> Image.Image:
    turn = TURNS.get(_orientation(picture))
    return picture.transpose(turn) if turn is not None else picture


def _orientation(picture: Image.Image) -> int:
    """Return how the camera was held; 1 where what is written about it makes no sense."""
    try:
        said = picture.getexif().get(ORIENTATION, 1)
    except BROKEN:
        return 1
    return said if isinstance(said, int) else 1


def _drawn(picture: Image.Image, form: str) -> bytes:
    see_through = "transparency" in picture.info or picture.mode in {"LA", "La", "PA", "RGBA", "RGBa"}
    if see_through and form != "PNG":
        picture = _on_white(picture)
    elif "transparency" in picture.info:
        picture = picture.convert("RGBA")
    elif picture.mode not in MODES[form]:
        picture = picture.convert("RGBA" if see_through else "RGB")
    picture.info = {}
    drawn = io.BytesIO()
    picture.save(drawn, form, quality=QUALITY, compress_level=COMPRESSION)
    return drawn.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    picture = picture.convert("RGBA")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
