"""What a file is: its name and its bytes must say the same."""

import io
from zipfile import ZipFile

import pytest

from backend.errors import Refusal
from backend.files import types

ALLOWED = ("doc", "docx", "jpg", "jpeg", "png", "bmp", "txt", "pdf")
LIMIT = 1_000_000


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "<x/>")
    return out.getvalue()


DOCX = archive("[Content_Types].xml", "_rels/.rels", "word/document.xml")
XLSX = archive("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 50
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 50
PDF = b"%PDF-1.7\n%%EOF"
DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
BMP = b"BM" + b"\x00" * 60
EXE = b"MZ\x90\x00" + b"\x00" * 60

GOOD = {
    "a.doc": DOC,
    "a.docx": DOCX,
    "a.jpg": JPEG,
    "a.jpeg": JPEG,
    "A.JPG": JPEG,
    "a.png": PNG,
    "a.bmp": BMP,
    "a.pdf": PDF,
    "建议.2024.pdf": PDF,
    "utf-8.txt": "关于公交站的建议".encode(),
    "mark.txt": "关于公交站的建议".encode("utf-8-sig"),
    "gb.txt": "关于公交站的建议".encode("gb18030"),
    "rare.txt": "𠮷𠀀".encode("gb18030"),
    "windows.txt": "关于公交站的建议".encode("utf-16"),
    "big-endian.txt": b"\xfe\xff" + "关于".encode("utf-16-be"),
}


@pytest.mark.parametrize(("name", "content"), GOOD.items(), ids=GOOD.keys())
def test_a_file_that_is_what_its_name_says(name: str, content: bytes) -> None:
    types.check_before_download(name, len(content), allowed=ALLOWED, max_bytes=LIMIT)
    told = types.inspect(name, content, max_bytes=LIMIT)
    assert told == types.MEDIA_TYPES[name.rsplit(".", 1)[1].lower()]


LYING = {
    "program.jpg": EXE,
    "program.pdf": EXE,
    "program.txt": EXE,
    "page.pdf": b"<html>",
    "late.pdf": b"x" * 20 + PDF,
    "table.docx": XLSX,
    "plain.docx": archive("a.txt"),
    "inside.docx": archive("note.txt") + b"word/document.xml",
    "cut.docx": DOCX[:40],
    "signature.docx": b"PK\x03\x04" + b"\x00" * 100,
    "old.docx": DOC,
    "new.doc": DOCX,
    "picture.png": JPEG,
    "picture.bmp": PNG,
    "picture.txt": PNG,
    "odd.txt": b"\xff\xfea\x00\xd8",
    "zeros.txt": b"a\x00b",
    "a.exe": EXE,
    "noending": PDF,
    "a.": PDF,
}


@pytest.mark.parametrize(("name", "content"), LYING.items(), ids=LYING.keys())
def test_a_file_that_is_something_else(name: str, content: bytes) -> None:
    with pytest.raises(Refusal) as refusal:
        types.inspect(name, content, max_bytes=LIMIT)
    assert refusal.value.key == "file-not-what-it-says"


@pytest.mark.parametrize(
    "name", ["a.exe", "a.jpg.exe", "a.docm", "a.zip", "a.svg", "a.html", "noending", "pdf", ".pdf", ""]
)
def test_a_kind_that_is_not_taken(name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        types.check_before_download(name, 10, allowed=ALLOWED, max_bytes=LIMIT)
    assert refusal.value.key == "file-kind"
    assert refusal.value.blanks["allowed"] == "doc, docx, jpg, jpeg, png, bmp, txt, pdf"


def test_a_kind_that_this_campaign_does_not_take() -> None:
    with pytest.raises(Refusal):
        types.check_before_download("a.pdf", 10, allowed=("txt",), max_bytes=LIMIT)


def test_too_large_is_told_before_a_byte_is_fetched_and_after() -> None:
    types.check_before_download("a.txt", LIMIT, allowed=ALLOWED, max_bytes=LIMIT)
    types.check_before_download("a.txt", None, allowed=ALLOWED, max_bytes=LIMIT)
    types.inspect("a.txt", b"x" * LIMIT, max_bytes=LIMIT)
    with pytest.raises(Refusal) as before:
        types.check_before_download("a.txt", LIMIT + 1, allowed=ALLOWED, max_bytes=LIMIT)
    with pytest.raises(Refusal) as after:
        types.inspect("a.txt", b"x" * (LIMIT + 1), max_bytes=LIMIT)
    for refusal in (before.value, after.value):
        assert (refusal.key, refusal.blanks["megabytes"]) == ("file-too-large", "1")


def test_an_empty_file_is_told_so() -> None:
    with pytest.raises(Refusal) as refusal:
        types.inspect("a.pdf", b"", max_bytes=LIMIT)
    assert refusal.value.key == "file-empty"


@pytest.mark.parametrize(
    ("content", "ending"), [(JPEG, "jpg"), (PNG, "png"), (BMP, "bmp"), (PDF, None), (b"", None)]
)
def test_a_photo_is_known_by_its_bytes(content: bytes, ending: str | None) -> None:
    assert types.sniffed_extension(content) == ending


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("建议.docx", "建议.docx"),
        ("../../etc/建议.pdf", "建议.pdf"),
        ("C:\\Users\\张三\\建议.pdf", "建议.pdf"),
        ("..\\建议.pdf", "建议.pdf"),
        ("两\n行\t.txt", "两行.txt"),
        ("\u202egpj.exe", "gpj.exe"),
        ("a\x00.pdf", "a.pdf"),
        (" a.pdf. ", "a.pdf"),
        ("\ud800.pdf", "pdf"),
        ("...", "file"),
        ("/", "file"),
        ("", "file"),
    ],
)
def test_a_name_is_tidied(name: str, kept: str) -> None:
    assert types.tidy_name(name) == kept


@pytest.mark.parametrize("name", ["长" * 300 + ".DOCX", "长" * 300, "a." + "y" * 300, "y." * 200 + "pdf"])
def test_a_long_name_is_cut_and_keeps_what_it_says_it_is(name: str) -> None:
    kept = types.tidy_name(name)
    assert len(kept) <= types.NAME_MAXIMUM
    if types.extension(name) in ALLOWED:
        assert types.extension(kept) == types.extension(name)
