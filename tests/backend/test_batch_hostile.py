"""Sheets that are none, or more than one: refused with a sentence that says what to do."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from sheets_house import HEADS, LINE, first, saved, workbook

from backend.batches import sheet_reading
from backend.errors import Refusal


def changed(content: bytes, **parts: bytes) -> bytes:
    """Add parts to an archive, or put others in their place."""
    made = io.BytesIO()
    named = {name.replace("__", "/").replace("_dot_", "."): words for name, words in parts.items()}
    with ZipFile(io.BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, words in named.items():
            new.writestr(name, words)
    return made.getvalue()


def merged() -> bytes:
    book = workbook(LINE, LINE)
    first(book).merge_cells("B2:B3")
    return saved(book)


ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]><worksheet/>'
PLAIN = saved(workbook(LINE))
HOSTILE = {
    "merged": (merged(), "batch-sheet-merged"),
    "macros": (changed(PLAIN, xl__vbaProject_dot_bin=b"x"), "batch-sheet-macros"),
    "links": (changed(PLAIN, xl__externalLinks__externalLink1_dot_xml=b"<a/>"), "batch-sheet-active"),
    "entities": (changed(PLAIN, xl__worksheets__sheet1_dot_xml=ENTITIES), "batch-sheet-active"),
    "bomb": (changed(PLAIN, xl__worksheets__sheet1_dot_xml=b" " * 210_000_000), "batch-sheet-bomb"),
    "half": (PLAIN[: len(PLAIN) // 2], "batch-sheet-damaged"),
    "broken": (changed(PLAIN, xl__worksheets__sheet1_dot_xml=b"<worksheet><sheetData>"), "damaged|empty"),
    "a document": (changed(PLAIN, xl__workbook_dot_xml=b"<a/>"), "batch-sheet-damaged"),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "batch-sheet-old"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0", "batch-sheet-damaged|batch-sheet-heads"),
    "empty": (b"", "batch-sheet-empty"),
    "no heads": ("随便,什么\n1,2\n".encode(), "batch-sheet-heads"),
    "heads twice": (f"{','.join([*HEADS, '姓名'])}\n".encode(), "batch-sheet-heads-twice"),
    "commas without end": (b"," * 7_900_000, "batch-sheet-row-too-long"),
    "heads beyond the columns that are read": (
        f"{HEADS[0]}{',' * 64}{','.join(HEADS[1:])}".encode(),
        "batch-sheet-heads",
    ),
    "too long": (
        "\n".join([",".join(HEADS), *[",".join(LINE)] * 2001]).encode(),
        "batch-sheet-too-long",
    ),
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
async def test_a_hostile_file_is_refused_with_its_reason(kind: str) -> None:
    content, reason = HOSTILE[kind]
    with pytest.raises(Refusal, match=reason):
        await sheet_reading.read(content)


async def test_a_million_rows_are_refused() -> None:
    cell = b'<c t="inlineStr"><is><t>x</t></is></c>'
    far = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
    many = far % (b"<row>%s</row>" % cell * 1_000_000)
    with pytest.raises(Refusal, match=r"batch-sheet-too-long|batch-sheet-bomb"):
        await sheet_reading.read(changed(PLAIN, xl__worksheets__sheet1_dot_xml=many))
    last = far % (b'<row r="1048576">%s</row>' % cell.replace(b"<c", b'<c r="A1048576"'))
    with pytest.raises(Refusal, match="batch-sheet-too-long"):
        await sheet_reading.read(changed(PLAIN, xl__worksheets__sheet1_dot_xml=last))
