"""Campaign files that ask for more than the city's, made from it."""

from pathlib import Path
from typing import Any

import yaml

from backend.config import ROOT

CITY = "city-2024"


def city(**changes: Any) -> dict[str, Any]:
    """Return the city's campaign with other rules."""
    rules: dict[str, Any] = yaml.safe_load((ROOT / "campaigns" / f"{CITY}.yaml").read_text("utf-8"))
    return {**rules, **changes}


def write(folder: Path, *campaigns: dict[str, Any]) -> Path:
    """Write campaign files into a folder of their own; return it."""
    folder.mkdir(exist_ok=True)
    for rules in campaigns:
        whole = yaml.dump(rules, Dumper=_Plain, allow_unicode=True)
        (folder / f"{rules['id']}.yaml").write_text(whole, "utf-8")
    return folder


class _Plain(yaml.SafeDumper):
    """A campaign file has no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


def both(chinese: str, english: str) -> dict[str, str]:
    return {"zh-CN": chinese, "en": english}


EVERY_QUESTION: dict[str, Any] = {
    "length": {"maximum": 300, "overflow": "refused"},
    "required_fields": ["name", "contact", "work_unit"],
    "scopes": [
        {"id": "city", "name": both("针对全市", "The city")},
        {"id": "district", "name": both("针对本区", "The district")},
    ],
    "receiving_units": [
        {"id": "here", "name": both("示例区信访办", "Sample District")},
        {"id": "there", "name": both("邻区信访办", "Next District")},
    ],
    "audiences": [
        {"id": "public", "name": both("市民", "Resident")},
        {
            "id": "school",
            "name": both("高校师生", "University"),
            "minimum_soft": 200,
            "maximum": 250,
            "also_required": ["school", "address"],
        },
    ],
    "privacy": {"version": "2024-1", "text": both("本区的个人信息说明。", "The district's note.")},
}
