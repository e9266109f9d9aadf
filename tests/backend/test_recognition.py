"""Text read from a photo: a process of its own reads it, and nothing is loaded where it is off."""

import io
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files

import pytest
from PIL import Image, ImageDraw, ImageFont

from backend.config import ROOT, Settings
from backend.recognition import reading
from backend.recognition.reading import RULES, RecognitionMissingError, text_of
from jindianzi.wiring import ALL, run

SAID = "示例社区公交站加装遮阳棚"
PATIENT = replace(RULES, seconds=120, cpu_seconds=120)
"""The machine that tests run on is shared; a real one has half a minute."""


def photo(*lines: str) -> bytes:
    font = ImageFont.truetype(str(files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf"), 40)
    picture = Image.new("RGB", (720, 60 + 70 * len(lines)), "white")
    for place, line in enumerate(lines):
        ImageDraw.Draw(picture).text((30, 30 + 70 * place), line, font=font, fill="black")
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


async def test_most_of_what_stands_in_a_photo_is_read_line_by_line() -> None:
    found = (await text_of(photo(SAID, "请尽快办理"), PATIENT)).split("\n")
    assert len(set(found[0]) & set(SAID)) >= 9
    assert len(found) == 2


async def test_what_cannot_be_read_in_time_or_at_all_is_no_text() -> None:
    assert await text_of(photo(SAID), replace(RULES, seconds=0.01)) == ""
    assert await text_of(b"\x89PNG\r\n\x1a\n and no more", PATIENT) == ""


async def test_a_reader_that_wants_too_much_memory_ends_alone() -> None:
    assert await text_of(photo(SAID), replace(PATIENT, memory_bytes=200_000_000)) == ""


def test_the_program_itself_never_loads_the_library() -> None:
    """Neither switched off nor on: it is loaded in the reading process alone."""
    look = (
        "import sys, jindianzi.wiring, bot.batches.paper; "
        "from backend.recognition import reading; reading.missing(); "
        "print(sorted({'rapidocr', 'onnxruntime', 'cv2'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_it_is_off_unless_it_is_switched_on() -> None:
    assert Settings().text_recognition is False


async def test_without_the_library_it_is_refused_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIBRARIES", ("json", "no_such_reader"))

    async def ready(_process: object) -> None:
        raise AssertionError

    with pytest.raises(RecognitionMissingError, match=r"^no_such_reader$"):
        await run(Settings(text_recognition=True), ALL, ready)
