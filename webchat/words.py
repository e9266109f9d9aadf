"""Sentences for people, by language: `locales/<language>.json`."""

import json
from pathlib import Path

FOLDER = Path(__file__).parent / "locales"
DEFAULT = "zh"


class Words:
    def __init__(self) -> None:
        self._texts: dict[str, dict[str, str]] = {
            path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))
        }

    def say(self, language: str, key: str, /, **blanks: object) -> str:
        return self._texts[language][key].format(**blanks)

    def language(self, accepted: str | None) -> str:
        """Choose the first language of an Accept-Language header that we have."""
        for part in (accepted or "").lower().split(","):
            tag = part.split(";")[0].strip().split("-")[0]
            if tag in self._texts:
                return tag
        return DEFAULT
