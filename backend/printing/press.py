"""Setting a sheet in type: data into a template, in a thread, within a time.

Words go in as data (`sys.inputs`) and are never part of the markup, whatever stands in them.
"""

import asyncio
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pylopdf_fonts_zh_cn
import typst

from backend.errors import Refusal

HERE = Path(__file__).resolve().parent
FONTS = Path(pylopdf_fonts_zh_cn.__file__).resolve().parent
PATIENCE_SECONDS = 20
AT_ONCE = 2
"""Sheets that are set side by side; the others wait."""
SCREEN_PPI = 200
LONGEST_WORDS = 300
"""Characters of one value: no sheet holds more of it."""
UNBROKEN = re.compile(r"[!-~]{48}")
"""Letters without a space: after so many a line may end, for nothing may run off the sheet."""

Template = Literal["slip", "poster"]
Data = Mapping[str, Any]


def spoken(language: str) -> dict[str, str]:
    """Name a language as the PDF does for those who have it read out."""
    lang, _, region = language.lower().partition("-")
    return {"lang": lang, "region": region or "gb"}


@cache
def _fonts() -> typst.Fonts:
    """Read the fonts once for the process: those of the house alone, so that sheets look alike everywhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])


@cache
def _turns() -> asyncio.Semaphore:
    return asyncio.Semaphore(AT_ONCE)


async def pdf(template: Template, data: Data) -> bytes:
    """Return a tagged PDF with a title, whose text can be selected."""
    return await _pressed(template, data, "pdf")


async def png(template: Template, data: Data) -> bytes:
    return await _pressed(template, data, "png")


async def _pressed(template: Template, data: Data, kind: Literal["pdf", "png"]) -> bytes:
    """Wait for a turn, then for the sheet; one that takes too long is given up."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            async with _turns():
                return await asyncio.to_thread(_compiled, template, data, kind)
    except (TimeoutError, typst.TypstError) as error:
        raise Refusal("print-failed") from error


def _compiled(template: Template, data: Data, kind: Literal["pdf", "png"]) -> bytes:
    made = typst.Compiler(
        HERE / f"{template}.typ",
        root=HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_cut(data), ensure_ascii=False)},
    ).compile(format=kind, ppi=SCREEN_PPI)
    return made[0] if isinstance(made, list) else made or b""


def _cut(value: Any) -> Any:
    """Cut words that are longer than any sheet, and let a line end in the longest; a QR code is none."""
    if isinstance(value, str):
        return UNBROKEN.sub("\\g<0>\u200b", value[:LONGEST_WORDS])
    if isinstance(value, Mapping):
        return {key: said if key == "qr" else _cut(said) for key, said in value.items()}
    return [_cut(each) for each in value] if isinstance(value, list | tuple) else value
