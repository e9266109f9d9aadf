"""However a campaign file is damaged, reading it either works or says what is wrong, and where."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.campaigns.load import CampaignFileError, read

SAMPLE = (Path(__file__).parent / "sample.yaml").read_bytes()
SLOW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NASTY = [
    b"&a [*a]",
    b"!!binary x",
    b"[" * 300,
    b"{",
    b"<<: *x",
    b"\x00",
    b"\xff",
    b"1e999",
    b"? ? ?",
    b'"\\ud800"',
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "damaged.yaml"


def problems_of(path: Path) -> tuple[str, ...]:
    try:
        read(path)
    except CampaignFileError as refused:
        return refused.problems or ("a refusal without a reason",)
    return ()


def told_or_read(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for problem in problems_of(path):
        assert re.match(rf"{re.escape(str(path))}:[1-9]\d*: \S", problem)


@SLOW
@given(
    at=st.integers(0, len(SAMPLE)),
    gone=st.integers(0, 60),
    instead=st.one_of(st.binary(max_size=20), st.sampled_from(NASTY), st.text(max_size=20).map(str.encode)),
)
def test_bytes_lost_or_put_in(path, at, gone, instead):
    told_or_read(path, SAMPLE[:at] + instead + SAMPLE[at + gone :])


LINES = SAMPLE.splitlines(keepends=True)


@SLOW
@given(
    lines=st.lists(st.integers(0, len(LINES) - 1), min_size=1, max_size=4),
    indent=st.integers(0, 4),
)
def test_lines_lost_and_moved(path, lines, indent):
    kept = [line for place, line in enumerate(LINES) if place not in lines]
    told_or_read(path, b"".join(kept))
    told_or_read(path, b"".join([*kept, *(b" " * indent + LINES[place].lstrip() for place in lines)]))


ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = sorted(yaml.safe_load(SAMPLE))


@SLOW
@given(field=st.sampled_from(FIELDS), value=ANYTHING)
def test_a_field_of_another_kind(path, field, value):
    whole = yaml.safe_load(
        SAMPLE.replace(b"2030-03-01", b'"2030-03-01"').replace(b"2030-05-31", b'"2030-05-31"')
    )
    told_or_read(path, yaml.safe_dump(whole | {field: value}, allow_unicode=True).encode())
