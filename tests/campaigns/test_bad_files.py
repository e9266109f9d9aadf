from collections.abc import Callable
from pathlib import Path

import pytest

from backend.campaigns.load import CampaignFileError, read, read_all

SAMPLE = (Path(__file__).parent / "sample.yaml").read_text(encoding="utf-8")

# what stands in the sample, what instead; the line and the field that the error must name, and a word of it
BAD = [
    ("id: sample-2030", "id: Sample 2030", 1, "id", "pattern"),
    ("id: sample-2030", "id: a-campaign-with-a-very-long-name", 1, "id", "at most 24"),
    ("version: 1\n", "", 1, "version", "is missing"),
    ("version: 1", "version: 0", 2, "version", "greater than or equal to 1"),
    ("version: 1", "version: one", 2, "version", "valid integer"),
    ("number_prefix: SP2030", "number_prefix: sp-2030", 3, "number_prefix", "pattern"),
    ("year: 2030", "year: 2030\nyaer: 2030", 5, "yaer", "did you mean 'year'"),
    ("year: 2030", "year: 2030\nyear: 2031", 5, "year", "stands twice, first on line 4"),
    ("{zh-CN: 示例征集, en: Sample call}", "{zh-CN: 示例征集}", 5, "title", "has no text in en"),
    ("{zh-CN: 示例征集, en: Sample call}", "示例征集", 5, "title", "valid dictionary"),
    ("{zh-CN: 示例征集, en: Sample call}", '{zh-CN: "", en: Call}', 5, "title.zh-CN", "at least 1 character"),
    ("{zh-CN: 示例主题, en: S", "{zh-CN: 示例主题, English: x, en: S", 6, "slogan.English", "pattern"),
    ("starts: 2030-03-mid", "starts: 2030-03-middle", 12, "phases[0].starts", "is no date"),
    ("starts: 2030-03-mid", "starts: 2030-02-29", 12, "phases[0].starts", "this month has 28 days"),
    ("starts: 2030-03-mid", "starts: 2030-06", 13, "phases[0].ends", "before it starts"),
    ("    ends: 2030-05\n", "", 10, "phases[0].ends", "is missing"),
    ("closes: 2030-05-31", "closes: 2030-02", 18, "channels.chat.closes", "before it opens"),
    ("    closes: 2030-05-31\n", "", 15, "channels.chat.closes", "is missing"),
    (
        "closes: 2030-05-31",
        "closes: null\n    contact: by_post",
        19,
        "channels.chat.contact",
        "'in_chat' or 'own_page'",
    ),
    ("id: school, name", "id: resident, name", 21, "audiences[1].id", "'resident' is used twice"),
    ("minimum_soft: 800", "minimum_soft: 1800", 21, "audiences[1].minimum_soft", "1000 are allowed"),
    ("length: {maximum: 1000}", "length: {maximum: 0}", 22, "length.maximum", "greater than or equal to 1"),
    (
        "{maximum: 1000}",
        "{maximum: 1000, minimum_soft: 2000}",
        22,
        "length.minimum_soft",
        "greater than the maximum",
    ),
    ("[txt, pdf]", "[txt, .pdf]", 24, "files.extensions[1]", "pattern"),
    ("max_bytes: 1000000", "max_bytes: 90000000", 25, "files.max_bytes", "less than or equal to 20971520"),
    ("day_type: working", "day_type: lunar", 29, "deadline.day_type", "'calendar' or 'working'"),
    ("starts_at: registered", "starts_at: yesterday", 30, "deadline.starts_at", "'received'"),
    ("id: refused", "id: adopted", 33, "outcomes[1].id", "'adopted' is used twice"),
    ("reason_required: true", "reason_required: true, letter: E", 33, "outcomes[1].letter", "'A'"),
    ("number: 2,", "number: 3,", 40, "themes[0].topics[1].number", "the next number here is 2"),
    ("id: r2", "id: other", 40, "themes[0].topics[1].id", "'other' is reserved"),
    ("id: r2", "id: r1", 40, "themes[0].topics[1].id", "'r1' is used twice"),
    ("en: Pavements}}", "en: Pavements}, colour: red}", 40, "themes[0].topics[1].colour", "is no field"),
    (
        "{zh-CN: 其他, en: Other}",
        "{zh-CN: 交通, en: Other}",
        42,
        "themes[1].name",
        "belongs to the theme 'roads'",
    ),
    (
        "    other_topic: true",
        "    topics: [{id: r1, name: {zh-CN: 甲, en: A}}]",
        43,
        "themes[1].topics[0].id",
        "first in the theme 'roads'",
    ),
    (
        "    other_topic: true",
        "    topics: [{id: o1, name: {zh-CN: 甲, en: A}}]",
        34,
        "themes",
        "takes what fits no topic",
    ),
    ("kind: school", "kind: castle", 46, "units[1].kind", "'department'"),
    ("parent: office", "parent: ministry", 46, "units[1].parent", "no unit 'ministry'"),
    ("parent: office", "parent: school-1", 46, "units[1].parent", "stands above itself"),
    ("minimum: 1}", "minimum: 1, flag: sannong}", 48, "quotas[0].flag", "no theme has the flag"),
    (", minimum: 1}", "}", 48, "quotas[0].minimum", "growth_percent or both"),
    ("minimum: 1}", "minimum: 1, per: village}", 48, "quotas[0].per", "'district'"),
    ("minimum: 1}", "minimum: 1, last_day: 2030-13}", 48, "quotas[0].last_day", "is no date"),
    ("minimum: 1}", "minimum: 1, districts: [示例区]}", 48, "quotas[0].districts", "not per district"),
    ("minimum: 1}", "minimum: 1, per: officer, unit_kinds: [town]}", 48, "quotas[0].unit_kinds", "per unit"),
    ("version: 1", "time_zone: Mars/Olympus\nversion: 1", 2, "time_zone", "is no time zone"),
    ("version: 1", "version: !!python/name:os.system x", 2, "version", "tag"),
]

BROKEN = [
    ("year: 2030", "year: *one", 4, "aliases"),
    ("year: 2030", "year: [2030", 5, "is not YAML"),
    ("year: 2030", "\tyear: 2030", 4, "is not YAML"),
    ("year: 2030", 'year: "\\U00ffffff"', 4, "is not YAML"),
    ("year: 2030", "year: " + "[" * 50, 4, "nested too deeply"),
    ("year: 2030", "year: \x07", 4, "YAML forbids"),
    ("year: 2030", "? [a]\n: 2030", 4, "plain text"),
    ("year: 2030", "---\nid: second", 4, "is not YAML"),
]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def _write(source: str) -> Path:
        path = tmp_path / "bad.yaml"
        path.write_text(source, encoding="utf-8")
        return path

    return _write


def faults_of(path: Path) -> tuple[str, ...]:
    with pytest.raises(CampaignFileError) as refused:
        read(path)
    assert str(refused.value) == "\n".join(refused.value.problems)
    return refused.value.problems


def test_the_sample_itself_is_good(write):
    campaign = read(write(SAMPLE))
    assert campaign.length_for("school").minimum_soft == 800
    assert campaign.length_for("resident").minimum_soft is None
    assert campaign.length_for("school").maximum == 1000


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_told_with_line_and_field(write, case):
    old, new, line, field, words = case
    assert SAMPLE.count(old) >= 1
    path = write(SAMPLE.replace(old, new, 1))
    (fault,) = faults_of(path)
    assert fault.startswith(f"{path}:{line}: {field}: ")
    assert words in fault


@pytest.mark.parametrize(("old", "new", "line", "words"), BROKEN)
def test_broken_yaml_is_told_with_its_line(write, old, new, line, words):
    path = write(SAMPLE.replace(old, new, 1))
    (fault,) = (fault for fault in faults_of(path) if words in fault)
    assert fault.startswith(f"{path}:{line}: ")


def test_all_faults_are_told_at_once_in_the_order_of_the_file(write):
    source = SAMPLE.replace("version: 1", "version: 0").replace("[txt, pdf]", "[]")
    source = source.replace("number: 2,", "number: two,").replace("id: school,", "id: resident,")
    path = write(source)
    assert [fault.split(": ")[1] for fault in faults_of(path)] == [
        "version",
        "audiences[1].id",
        "files.extensions",
        "themes[0].topics[1].number",
    ]


@pytest.mark.parametrize("source", ["", "# nothing\n", "[]\n", "just a sentence\n", "42\n"])
def test_a_file_that_is_no_campaign(write, source):
    path = write(source)
    assert all(fault.startswith(f"{path}:1: ") for fault in faults_of(path))


def test_a_file_that_is_not_utf_8_names_the_line(tmp_path):
    path = tmp_path / "gbk.yaml"
    path.write_bytes(b"id: sample\ntitle: " + "征集".encode("gbk"))
    assert faults_of(path) == (f"{path}:2: is not UTF-8 text",)


def test_a_file_that_is_not_there(tmp_path):
    path = tmp_path / "none.yaml"
    assert faults_of(path)[0].startswith(f"{path}:1: cannot be read: ")


def test_two_files_may_not_share_an_id_or_a_prefix(tmp_path):
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(SAMPLE, encoding="utf-8")
    with pytest.raises(CampaignFileError) as refused:
        read_all(tmp_path)
    first, second = refused.value.problems
    assert first.startswith(f"{tmp_path / 'b.yaml'}:1: id: ")
    assert second.startswith(f"{tmp_path / 'b.yaml'}:3: number_prefix: ")


def test_the_faults_of_every_file_of_a_folder_are_told(tmp_path):
    (tmp_path / "a.yaml").write_text(SAMPLE.replace("version: 1", "version: 0"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("[", encoding="utf-8")
    with pytest.raises(CampaignFileError) as refused:
        read_all(tmp_path)
    assert [problem.split(":")[0] for problem in refused.value.problems] == [
        str(tmp_path / "a.yaml"),
        str(tmp_path / "b.yaml"),
    ]


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(CampaignFileError, match="holds no campaign file"):
        read_all(tmp_path)
