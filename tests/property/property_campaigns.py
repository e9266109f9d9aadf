"""Two campaigns: one that asks everything, and one that asks little and takes a short text."""

from pathlib import Path
from typing import Any

import yaml

from backend.config import ROOT

CITY, COUNTY = "city-2024", "county-2024"
MOST_FILES = 3


def both(chinese: str, english: str) -> dict[str, str]:
    return {"zh-CN": chinese, "en": english}


def campaign_files(folder: Path) -> Path:
    rules: dict[str, Any] = yaml.safe_load((ROOT / "campaigns" / f"{CITY}.yaml").read_text("utf-8"))
    themes = [*rules["themes"][:2], {"id": "free", "name": both("别的", "Anything else")}]
    city = {
        **rules,
        "themes": themes,
        "length": {"maximum": 300, "overflow": "attachment"},
        "files": {**rules["files"], "max_count": MOST_FILES},
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
                "maximum": 200,
                "also_required": ["school", "address"],
            },
        ],
        "privacy": {"version": "2024-1", "text": both("本区的个人信息说明。", "The district's note.")},
    }
    county = {
        **rules,
        "id": COUNTY,
        "number_prefix": "XZ2024",
        "title": both("示例县征集", "Sample County"),
        "themes": themes[::2],
        "length": {"maximum": 120, "overflow": "refused"},
        "files": {**rules["files"], "max_count": MOST_FILES},
        "required_fields": ["contact"],
        "contact_kinds": ["email"],
        "audiences": [{"id": "public", "name": both("市民", "Resident")}],
    }
    folder.mkdir()
    for campaign in (city, county):
        written = yaml.dump(campaign, Dumper=_Plain, allow_unicode=True)
        (folder / f"{campaign['id']}.yaml").write_text(written, "utf-8")
    return folder


class _Plain(yaml.SafeDumper):
    """A campaign file has no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True
