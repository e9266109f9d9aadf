"""The inspecting process: bytes come in, a refusal or clean bytes go out, and it ends."""

import json
import sys
from collections.abc import Callable
from importlib import import_module

from backend.errors import Refusal
from backend.files.inspection import confine
from backend.files.inspection.rules import InspectionRules

Look = Callable[[str, bytes, InspectionRules], bytes]

MODULES = {
    "doc": "doc",
    "docx": "docx",
    "pdf": "pdf",
    "jpg": "pictures",
    "jpeg": "pictures",
    "png": "pictures",
    "bmp": "pictures",
    "webp": "pictures",
    "heic": "heif",
    "heif": "heif",
    "xlsx": "sheet",
}
"""One library each: what is not needed for a kind is not even there."""
THREADED = frozenset({"heif"})
"""Modules whose library decodes in a thread of its own."""


def main(kind: str, rules: InspectionRules) -> None:
    confine.limit(rules)
    module = MODULES[kind]
    look: Look = import_module(f"backend.files.inspection.{module}").look
    confine.close_the_doors(threads=module in THREADED)
    refusal, kept = _looked(look, kind, rules)
    sys.stdout.buffer.write(json.dumps({"refusal": refusal}).encode() + b"\n" + kept)
    sys.stdout.buffer.flush()


def _looked(look: Look, kind: str, rules: InspectionRules) -> tuple[str | None, bytes]:
    try:
        return None, look(kind, sys.stdin.buffer.read(), rules)
    except Refusal as refusal:
        return refusal.key, b""
    except MemoryError:
        return "file-bomb", b""


if __name__ == "__main__":
    main(sys.argv[1], InspectionRules(**json.loads(sys.argv[2])))
