"""Word documents: text and pictures pass, whatever runs, hides or fetches does not."""

import io
from collections.abc import Callable
from zipfile import ZipFile

import docx
import hostile
import ole
import pytest
from files_house import Inspect, Refused
from hostile import (
    MACRO_WORD,
    RELATIONS,
    SETTINGS_RELATIONS,
    TEXT,
    WORD,
    field,
    relation,
    word,
    word_changed,
    word_with,
)

BOMB = 300_000_000
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    b'<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><a>&d;</a>'
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>'


def text_of(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)


async def test_a_document_is_kept_and_opens(kept: Inspect) -> None:
    found = await kept("建议.docx", word())
    assert found.name == "建议.docx"
    assert TEXT in text_of(found.content)


async def test_a_picture_and_links_are_kept(kept: Inspect) -> None:
    document = docx.Document()
    document.add_picture(io.BytesIO(hostile.picture("PNG")))
    out = io.BytesIO()
    document.save(out)
    content = hostile.rebuilt(
        out.getvalue(), {}, {"word/_rels/footer9.xml.rels": relation("hyperlink", "https://example.com/")}
    )
    with ZipFile(io.BytesIO((await kept("a.docx", content)).content)) as archive:
        assert "word/media/image1.png" in archive.namelist()


async def test_a_template_on_the_own_drive_is_harmless(kept: Inspect) -> None:
    own = relation("attachedTemplate", "file:///C:\\Users\\Public\\Sample.dotx")
    await kept("a.docx", word_with({SETTINGS_RELATIONS: own}))


async def test_nothing_survives_beside_the_parts(kept: Inspect) -> None:
    content = word()
    hidden = b"%PDF-1.7 <script>hidden</script>"
    found = (await kept("a.docx", content + hidden)).content
    assert hidden not in found
    assert TEXT in text_of(found)


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a bomb": ("file-bomb", lambda: word_with({"word/media/image1.png": b"\0" * BOMB})),
    "a smaller bomb": ("file-bomb", lambda: word_with({"word/media/image1.png": b"\0" * 50_000_000})),
    "a bomb of many parts": (
        "file-bomb",
        lambda: word_with({f"word/a{n}.xml": b"<a/>" for n in range(3000)}),
    ),
    "a part that lies about its size": (
        "file-damaged",
        lambda: hostile.lying_about_size("word/media/image1.png", 50_000_000),
    ),
    "archives in archives": ("file-active", lambda: hostile.within_itself(5)),
    "entities": ("file-active", lambda: word_with({"word/footer1.xml": ENTITIES})),
    "entities under another name": ("file-active", lambda: word_with({"word/media/a.png": ENTITIES})),
    "entities in another alphabet": (
        "file-active",
        lambda: word_with({"word/footer1.xml": ENTITIES.decode().encode("utf-16")}),
    ),
    "a definition from elsewhere": ("file-active", lambda: word_with({"word/footer1.xml": OUTSIDE})),
    "broken XML": ("file-damaged", lambda: word_with({"word/footer1.xml": b"<a><b></a>"})),
    "a docm by another name": (
        "file-macros",
        lambda: word_changed("[Content_Types].xml", WORD, MACRO_WORD),
    ),
    "a template by another name": (
        "file-not-what-it-says",
        lambda: word_changed("[Content_Types].xml", WORD, WORD.replace("document.main", "template.main")),
    ),
    "macros": (
        "file-macros",
        lambda: word_with({"word/vbaProject.bin": ole.container({"VBA": {"dir": b"x"}})}),
    ),
    "macros under another name": (
        "file-macros",
        lambda: word_with(
            {RELATIONS.replace("document", "x"): relation("vbaProject", "a.bin", outside=False)}
        ),
    ),
    "an object": ("file-active", lambda: word_with({"word/embeddings/oleObject1.bin": b"x"})),
    "an object under another name": (
        "file-active",
        lambda: word_with({"word/media/image9.png": ole.container({"\x01Ole10Native": b"MZ"})}),
    ),
    "a program": ("file-active", lambda: word_with({"word/media/image9.png": b"MZ" + b"\0" * 99})),
    "a control": ("file-active", lambda: word_with({"word/activeX/activeX1.xml": b"<a/>"})),
    "an outside template": (
        "file-active",
        lambda: word_with({SETTINGS_RELATIONS: relation("attachedTemplate", "https://example.com/a.dotm")}),
    ),
    "a template on a share": (
        "file-active",
        lambda: word_with({SETTINGS_RELATIONS: relation("attachedTemplate", "\\\\example.com\\a.dotm")}),
    ),
    "an outside object": (
        "file-active",
        lambda: word_with({"word/_rels/x.xml.rels": relation("oleObject", "https://example.com/a.html!")}),
    ),
    "an outside picture": (
        "file-active",
        lambda: word_with({"word/_rels/x.xml.rels": relation("image", "https://example.com/a.png")}),
    ),
    "a page inside": (
        "file-active",
        lambda: word_with({"word/_rels/x.xml.rels": relation("aFChunk", "a.html", outside=False)}),
    ),
    "a field that starts programs": ("file-active", lambda: field(' DDEAUTO c:\\\\a.exe "/k"')),
    "a folder above": ("file-damaged", lambda: word_with({"../../evil.xml": b"<a/>"})),
    "a place from the root": ("file-damaged", lambda: word_with({"/etc/evil.xml": b"<a/>"})),
    "a Windows place": ("file-damaged", lambda: word_with({"word\\..\\evil.xml": b"<a/>"})),
    "two parts of one name": ("file-damaged", hostile.twice_the_same),
    "locked parts": ("file-encrypted", hostile.flagged_encrypted),
    "a password": (
        "file-encrypted",
        lambda: ole.container({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}),
    ),
}


@pytest.mark.parametrize("what", REFUSED)
async def test_a_hostile_docx_is_refused(refused: Refused, what: str) -> None:
    key, make = REFUSED[what]
    content = make()
    assert len(content) < 1_000_000
    assert await refused("建议.docx", content) == key


async def test_ordinary_fields_pass(kept: Inspect) -> None:
    await kept("a.docx", field(' HYPERLINK "https://example.com/DDE" '))


OLD = {"1Table": b"x", "\x05SummaryInformation": b"x"}


async def test_an_old_document_is_kept_as_it_is(kept: Inspect) -> None:
    content = ole.container(
        {"WordDocument": ole.word(text=TEXT.encode("utf-16-le")), "ObjectPool": {}, **OLD}
    )
    assert (await kept("建议.doc", content)).content == content


OLD_REFUSED: dict[str, tuple[str, ole.Tree]] = {
    "macros": ("file-macros", {"WordDocument": ole.word(), "Macros": {"VBA": {"dir": b"x"}}}),
    "macros of another time": (
        "file-macros",
        {"WordDocument": ole.word(), "_VBA_PROJECT_CUR": {"PROJECT": b"x"}},
    ),
    "a lock": ("file-encrypted", {"WordDocument": ole.word(flags=0x0100)}),
    "a veil": ("file-encrypted", {"WordDocument": ole.word(flags=0x8000)}),
    "a package": (
        "file-active",
        {"WordDocument": ole.word(), "ObjectPool": {"_1": {"\x01Ole10Native": b"MZ"}}},
    ),
    "an object": ("file-active", {"WordDocument": ole.word(), "ObjectPool": {"_1": {"CONTENTS": b"x"}}}),
    "a field that starts programs": (
        "file-active",
        {"WordDocument": ole.word(text='\x13 DDEAUTO c:\\\\a.exe "/k"\x15'.encode("utf-16-le"))},
    ),
    "a table": ("file-not-what-it-says", {"Workbook": b"x"}),
    "a wrong mark": ("file-damaged", {"WordDocument": ole.word(mark=0x1234)}),
    "a docx with a password": ("file-encrypted", {"EncryptionInfo": b"x", "EncryptedPackage": b"x"}),
}


@pytest.mark.parametrize("what", OLD_REFUSED)
async def test_a_hostile_doc_is_refused(refused: Refused, what: str) -> None:
    key, tree = OLD_REFUSED[what]
    assert await refused("建议.doc", ole.container({**OLD, **tree})) == key


async def test_a_doc_that_is_an_archive_too_is_refused(refused: Refused) -> None:
    both = ole.container({"WordDocument": ole.word(), **OLD}) + word()
    assert await refused("建议.doc", both) == "file-not-what-it-says"


async def test_half_a_doc_is_refused(refused: Refused) -> None:
    content = ole.container({"WordDocument": ole.word(), **OLD})
    assert await refused("建议.doc", content[:900]) == "file-damaged"
