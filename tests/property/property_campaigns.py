"""Two campaigns: one that asks everything, and one that asks little and takes a short text."""

from pathlib import Path

from campaign_files import EVERY_QUESTION, both, city, write

COUNTY = "county-2024"
MOST_FILES = 3


def campaign_files(folder: Path) -> Path:
    rules = city()
    themes = [*rules["themes"][:2], {"id": "free", "name": both("别的", "Anything else")}]
    asking = {
        **rules,
        **EVERY_QUESTION,
        "themes": themes,
        "length": {"maximum": 300, "overflow": "attachment"},
        "files": {**rules["files"], "max_count": MOST_FILES},
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
    return write(folder, asking, county)
