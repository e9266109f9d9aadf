"""Files as people send them, good and hostile, made here from nothing."""

import io
import random
import struct
import zlib
from collections.abc import Callable
from functools import cache
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
import pikepdf
import pillow_heif
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

pillow_heif.register_heif_opener()

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_WORD = "application/vnd.ms-word.document.macroEnabled.main+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "word/_rels/document.xml.rels"
SETTINGS_RELATIONS = "word/_rels/settings.xml.rels"
TEXT = "建议在示例社区增设公交站。"

Change = Callable[[bytes], bytes]


def picture(form: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **how: object) -> bytes:
    """Return a picture of one colour, or of grains where it must not shrink."""
    made = io.BytesIO()
    Image.new(mode, size, "orange" if mode == "RGB" else 1).save(made, form, **how)
    return made.getvalue()


def grainy(form: str, **how: object) -> bytes:
    made = io.BytesIO()
    Image.frombytes("RGB", (60, 40), random.Random(1).randbytes(60 * 40 * 3)).save(made, form, **how)
    return made.getvalue()


def png_of(width: int, height: int) -> bytes:
    """Return a black PNG of any size without packing its pixels: one packed row, again and again."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    row = packing.compress(b"\0" * (width + 1)) + packing.flush(zlib.Z_FULL_FLUSH)
    check = struct.pack(">HH", (width + 1) * height % 65521, 1)
    packed = b"\x78\xda" + row * height + packing.flush() + check
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def taken_at(orientation: int = 1) -> Image.Exif:
    """Return what a camera writes: how it was held, where, and its name."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "Sample Camera"
    exif[0x8825] = {1: "N", 2: (29.0, 33.0, 0.0), 3: "E", 4: (106.0, 34.0, 0.0)}
    return exif


@cache
def word() -> bytes:
    document = docx.Document()
    document.add_paragraph(TEXT)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def rebuilt(content: bytes, changes: dict[str, Change], more: dict[str, bytes] | None = None) -> bytes:
    """Return an archive with some parts changed and others added."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return made.getvalue()


def word_with(more: dict[str, bytes]) -> bytes:
    return rebuilt(word(), {}, more)


def word_changed(part: str, old: str, new: str) -> bytes:
    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode(), 1)

    return rebuilt(word(), {part: change})


def relation(kind: str, target: str, *, outside: bool = True) -> bytes:
    mode = ' TargetMode="External"' if outside else ""
    one = f'<Relationship Id="rId1" Type="{RELATION}/{kind}" Target="{target}"{mode}/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0"?><Relationships xmlns="{space}">{one}</Relationships>'.encode()


def field(instruction: str) -> bytes:
    """Return a document whose text has a field, cut into two runs as Word does."""
    half = len(instruction) // 2
    runs = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (instruction[:half], instruction[half:])
    )
    begin = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return word_changed("word/document.xml", "<w:body>", f"<w:body>{begin}{runs}{end}")


def lying_about_size(name: str, really: int) -> bytes:
    """Return a document with a part that unpacks to more than it says."""
    content = word_with({name: b"\0" * really})
    short = (1000).to_bytes(4, "little")
    return content.replace(really.to_bytes(4, "little"), short)


def within_itself(depth: int) -> bytes:
    """Return a document in a document, and so on."""
    content = word()
    for _ in range(depth):
        content = word_with({"word/media/inner.png": content})
    return content


def flagged_encrypted() -> bytes:
    content = bytearray(word())
    place = 0
    while (place := content.find(b"PK\x01\x02", place)) >= 0:
        content[place + 8] |= 1
        place += 4
    return bytes(content)


def twice_the_same() -> bytes:
    made = io.BytesIO(word())
    with ZipFile(made, "a") as archive:
        archive.writestr(ZipInfo("WORD/document.xml"), b"<x/>")
    return made.getvalue()


def pdf(change: Callable[[Pdf], object] = lambda _: None, **how: object) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        change(document)
        document.save(made, **how)
    return made.getvalue()


def opening(action: dict[str, object]) -> Callable[[Pdf], None]:
    def change(document: Pdf) -> None:
        document.Root.OpenAction = Dictionary(action)

    return change


def linking(action: dict[str, object]) -> Callable[[Pdf], None]:
    """A link on the first page: something happens when it is clicked."""

    def change(document: Pdf) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(action))
        document.pages[0].Annots = Array([document.make_indirect(link)])

    return change


def attaching(document: Pdf) -> None:
    document.attachments["program.exe"] = b"MZ"


def in_root(**more: object) -> Callable[[Pdf], None]:
    def change(document: Pdf) -> None:
        for key, value in more.items():
            document.Root[f"/{key}"] = value

    return change


def stream(packed: bytes, **more: object) -> Callable[[Pdf], None]:
    """A stream of given packed bytes among the objects."""

    def change(document: Pdf) -> None:
        made = document.make_stream(b"")
        made.write(packed, filter=more.pop("filter", Name.FlateDecode))
        for key, value in more.items():
            made[f"/{key}"] = value
        document.Root.Sample = made

    return change


@cache
def zeros(megabytes: int) -> bytes:
    return zlib.compress(b"\0" * (megabytes * 1_000_000))


SCRIPT = {"/S": Name.JavaScript, "/JS": String("app.alert(1)")}
LAUNCH = {"/S": Name.Launch, "/F": String("program.exe")}
WEB = {"/S": Name.URI, "/URI": String("https://example.com/")}
