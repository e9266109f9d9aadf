"""PDF: pages and links pass, whatever runs, starts by itself or hides does not."""

import io
import zlib
from collections.abc import Callable
from zipfile import is_zipfile

import hostile
import pikepdf
import pytest
from files_house import Inspect, Refused
from hostile import LAUNCH, SCRIPT, WEB, attaching, in_root, linking, opening, pdf, stream, zeros
from pikepdf import Array, Dictionary, Encryption, Name

MB = 1_000_000


async def test_a_document_is_kept_with_its_pages(kept: Inspect) -> None:
    found = await kept("建议.pdf", pdf())
    assert (found.name, found.media_type) == ("建议.pdf", "application/pdf")
    with pikepdf.open(io.BytesIO(found.content)) as document:
        assert len(document.pages) == 1


@pytest.mark.parametrize(
    "change",
    [
        linking(WEB),
        linking({"/S": Name.GoToR, "/F": "other.pdf", "/D": Array([0, Name.Fit])}),
        opening({"/S": Name.GoTo, "/D": Array([0, Name.Fit])}),
        in_root(OpenAction=Array([0, Name.Fit])),
        in_root(AcroForm=Dictionary(Fields=Array([]))),
        stream(zlib.compress(b"0 0 m " * 1000)),
    ],
    ids=["web link", "file link", "opening at a page", "the same, short", "form", "drawing"],
)
async def test_links_and_forms_pass(kept: Inspect, change: Callable[[pikepdf.Pdf], None]) -> None:
    await kept("a.pdf", pdf(change))


ACTIVE: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a script at opening": opening(SCRIPT),
    "a script in a link": linking(SCRIPT),
    "a script after a page": linking({**WEB, "/Next": Dictionary(SCRIPT)}),
    "scripts by name": in_root(Names=Dictionary(JavaScript=Dictionary(Names=Array([])))),
    "a program at opening": opening(LAUNCH),
    "a program in a link": linking(LAUNCH),
    "an address at opening": opening(WEB),
    "something after opening": opening({"/S": Name.GoTo, "/D": Array([0]), "/Next": Dictionary(WEB)}),
    "something at every page": lambda document: document.pages[0].obj.update({"/AA": Dictionary()}),
    "a file inside": attaching,
    "a form that is sent": linking({"/S": Name.SubmitForm, "/F": "https://example.com/"}),
    "a form of another kind": in_root(AcroForm=Dictionary(XFA=Array([]))),
    "a film": linking({"/S": Name.Rendition}),
    "a rich one": in_root(Sample=Dictionary(Subtype=Name.RichMedia)),
}


@pytest.mark.parametrize("what", ACTIVE)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
async def test_active_content_is_refused(refused: Refused, what: str, packed: bool) -> None:  # noqa: FBT001
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    content = pdf(ACTIVE[what], object_stream_mode=mode)
    assert await refused("a.pdf", content) == "file-active"


async def test_a_script_in_disguise_is_refused(refused: Refused) -> None:
    content = pdf(opening(SCRIPT), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    disguised = content.replace(b"/JavaScript", b"/J#61vaScrip#74").replace(b"/JS", b"/#4a#53")
    assert disguised != content
    assert await refused("a.pdf", disguised) == "file-active"


async def test_a_script_left_behind_by_a_change_does_not_survive(kept: Inspect) -> None:
    """An object that nothing in the table of objects leads to is not written anew."""
    first, _, rest = pdf().partition(b"\n")
    hidden = b"\n999 0 obj << /S /JavaScript /JS (app.alert) >> endobj\n"
    found = (await kept("a.pdf", first + hidden + rest)).content
    assert b"JavaScript" not in found


async def test_a_password_is_refused(refused: Refused) -> None:
    locked = pdf(encryption=Encryption(owner="o", user="u"))
    assert await refused("a.pdf", locked) == "file-encrypted"


async def test_one_that_opens_without_a_password_is_kept_unlocked(kept: Inspect) -> None:
    found = await kept("a.pdf", pdf(encryption=Encryption(owner="o", user="")))
    with pikepdf.open(io.BytesIO(found.content)) as document:
        assert not document.is_encrypted


async def test_a_script_behind_an_open_lock_is_refused(refused: Refused) -> None:
    locked = pdf(opening(SCRIPT), encryption=Encryption(owner="o", user=""))
    assert await refused("a.pdf", locked) == "file-active"


@pytest.mark.parametrize(
    "behind", [hostile.word(), b"<html><script>alert(1)</script></html>"], ids=["zip", "html"]
)
async def test_of_a_file_of_two_kinds_only_the_pdf_is_kept(kept: Inspect, behind: bytes) -> None:
    found = (await kept("a.pdf", pdf() + behind)).content
    assert found.startswith(b"%PDF-")
    assert not is_zipfile(io.BytesIO(found))
    assert b"<script>" not in found


BOMBS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "one stream": stream(zeros(210)),
    "packed twice": stream(zlib.compress(zeros(210)), filter=Array([Name.FlateDecode, Name.FlateDecode])),
    "a picture's stream": stream(zeros(210), filter=Array([Name.FlateDecode, Name.DCTDecode])),
    "a huge picture": stream(zlib.compress(b"x"), Subtype=Name.Image, Width=100_000, Height=100_000),
}


@pytest.mark.parametrize("what", BOMBS)
async def test_a_bomb_is_refused(refused: Refused, what: str) -> None:
    content = pdf(BOMBS[what], stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert len(content) < MB
    assert await refused("a.pdf", content) == "file-bomb"


async def test_too_many_pages_are_refused(refused: Refused) -> None:
    def change(document: pikepdf.Pdf) -> None:
        for _ in range(2_100):
            document.add_blank_page()

    assert await refused("a.pdf", pdf(change)) == "file-bomb"


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + b"\xff" * 5000, b"%PDF-1.7\n1 0 obj " + b"[" * 100_000],
    ids=["empty", "noise", "deep"],
)
async def test_what_makes_no_document_is_refused(refused: Refused, content: bytes) -> None:
    assert await refused("a.pdf", content) == "file-damaged"
