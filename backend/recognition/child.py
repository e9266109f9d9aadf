"""The reading process: the bytes of a picture come in, the text found in it goes out, and it ends."""

import io
import json
import sys
from typing import Any

from backend.files.inspection import confine
from backend.files.inspection.rules import InspectionRules

LIKELY = 0.5
"""Lines that the model is less sure of are left out: a person reads the picture beside."""
SETTINGS = {
    "Global.log_level": "critical",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


def main(rules: InspectionRules) -> None:
    confine.limit(rules)
    read = _reader()
    confine.close_the_doors(threads=False)
    refusal, text = _read(read, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps({"refusal": refusal}).encode() + b"\n" + text)
    sys.stdout.buffer.flush()


def _reader() -> Any:
    """Return the library's reader with everything loaded: afterwards no file can be opened."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only where a picture is read
    from rapidocr import RapidOCR  # noqa: PLC0415

    reader = RapidOCR(params=SETTINGS)
    picture = Image.new("RGB", (300, 80), "white")
    ImageDraw.Draw(picture).text((20, 20), "0123", fill="black", font_size=30)
    made = io.BytesIO()
    picture.save(made, "PNG")
    Image.init()
    reader(_pixels(made.getvalue()))
    return reader


def _pixels(content: bytes) -> Any:
    import numpy as np  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    with Image.open(io.BytesIO(content)) as picture:
        return np.asarray(picture.convert("RGB"))[:, :, ::-1]


def _read(reader: Any, content: bytes) -> tuple[str | None, bytes]:
    try:
        found = reader(_pixels(content))
    except MemoryError:
        return "file-bomb", b""
    except Exception:  # noqa: BLE001 - whatever a library says of bytes of strangers
        return "file-damaged", b""
    lines = zip(found.txts or (), found.scores or (), strict=False)
    return None, "\n".join(words for words, sure in lines if sure >= LIKELY).encode()


if __name__ == "__main__":
    main(InspectionRules(**json.loads(sys.argv[2])))
