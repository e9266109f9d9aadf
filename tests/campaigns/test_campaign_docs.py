import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from backend.campaigns import parts, schema

DOCS = Path(__file__).parents[2] / "docs"
SECTIONS = {
    schema.Campaign: "The campaign",
    parts.Phase: "`phases[]`",
    parts.Channel: "`channels`",
    parts.Privacy: "`privacy`",
    parts.Audience: "`audiences[]`",
    parts.Length: "`length`",
    parts.Files: "`files`",
    parts.Deadline: "`deadline`",
    parts.Reminders: "`deadline.reminders`",
    parts.Visits: "`visits`",
    parts.Outcome: "`outcomes[]`",
    parts.ReplyRules: "`reply`",
    parts.Rating: "`ratings[]`",
    parts.FaceToFace: "`face_to_face`",
    parts.Theme: "`themes[]`",
    parts.Topic: "`themes[].topics[]`",
    parts.Unit: "`units[]`",
    parts.Diversion: "`diversions[]`",
    parts.Quota: "`quotas[]`",
    parts.Awards: "`awards`",
    parts.Prize: "`awards.prizes[]`",
}


def documented(heading: str) -> set[str]:
    page = (DOCS / "campaigns.md").read_text(encoding="utf-8")
    section = page.split(f"### {heading}\n", 1)[1].split("\n##", 1)[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


@pytest.mark.parametrize("part", SECTIONS, ids=lambda part: part.__name__)
def test_the_page_names_exactly_the_fields_of_a_part(part):
    assert documented(SECTIONS[part]) == set(part.model_fields)


def parts_below(model: type[BaseModel]) -> Iterator[str]:
    return iter(model.model_json_schema()["$defs"])


def test_every_part_of_a_campaign_has_its_section():
    named = {part.__name__ for part in SECTIONS} - {"Campaign"}
    assert set(parts_below(schema.Campaign)) - {"Named", "Text"} == named


def test_every_word_of_the_glossary_is_whole_and_stands_once():
    rows = [
        line for line in (DOCS / "glossary.md").read_text(encoding="utf-8").splitlines() if line[:2] == "| "
    ]
    words = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if "中文" not in row]
    assert len(words) > 50
    assert all(len(cells) == 4 and all(cells) for cells in words)
    assert all(cells[2].endswith(".") and re.fullmatch(r"[R0-9, -]+", cells[3]) for cells in words)
    for column in (0, 1):
        names = [cells[column] for cells in words]
        assert len(names) == len(set(names))
