"""Reading campaign files: every fault is told at once, as `file:line: field.path: sentence`."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from backend.campaigns.schema import Campaign
from backend.campaigns.texts import FieldPath, MisfitError
from backend.campaigns.yaml_tree import Problem, Tree, grow

_KEY_MARK = "[key]"  # Pydantic's word for "the name, not the value"


class CampaignFileError(Exception):
    """Says every problem on a line of its own; `problems` holds the same lines."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def read(path: Path) -> Campaign:
    tree = _grown(path)
    campaign, problems = _checked(tree)
    if campaign is None or problems:
        raise CampaignFileError([told(path, problem) for problem in problems])
    return campaign


def read_all(directory: Path) -> dict[str, Campaign]:
    """Read every *.yaml of a directory, by campaign id."""
    campaigns: dict[str, Campaign] = {}
    places: dict[str, Path] = {}
    problems: list[str] = []
    for path in sorted(directory.glob("*.yaml")):
        try:
            campaign = read(path)
        except CampaignFileError as faulty:
            problems.extend(faulty.problems)
            continue
        problems.extend(_taken(path, campaign, places))
        campaigns.setdefault(campaign.id, campaign)
    if not campaigns and not problems:
        problems.append(f"{directory}:1: holds no campaign file (*.yaml)")
    if problems:
        raise CampaignFileError(problems)
    return campaigns


def _taken(path: Path, campaign: Campaign, places: dict[str, Path]) -> Iterator[str]:
    tree = _grown(path)
    for field in ("id", "number_prefix"):
        value = getattr(campaign, field)
        first = places.setdefault(f"{field} {value}", path)
        if first != path:
            yield told(path, Problem(tree.line_of((field,)), (field,), f"{value!r} is taken by {first}"))


def told(path: Path, problem: Problem) -> str:
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in problem.path)
    return ": ".join(
        part for part in (f"{path}:{problem.line}", steps.removeprefix("."), problem.sentence) if part
    )


def _grown(path: Path) -> Tree:
    try:
        raw = path.read_bytes()
    except OSError as unreadable:
        problem = Problem(1, (), f"cannot be read: {unreadable.strerror}")
        raise CampaignFileError([told(path, problem)]) from unreadable
    try:
        return grow(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as foreign:
        line = raw.count(b"\n", 0, foreign.start) + 1
        raise CampaignFileError([told(path, Problem(line, (), "is not UTF-8 text"))]) from foreign


def _checked(tree: Tree) -> tuple[Campaign | None, list[Problem]]:
    if tree.value is None and tree.problems:
        return None, tree.problems
    try:
        return Campaign.model_validate(tree.value), tree.problems
    except ValidationError as invalid:
        faults = [problem for error in invalid.errors() for problem in _faults(error, tree)]
    marked = {problem.path for problem in tree.problems}
    wanted = [fault for fault in faults if fault.path not in marked]
    return None, sorted((*tree.problems, *wanted), key=lambda problem: problem.line)


def _faults(error: Any, tree: Tree) -> Iterator[Problem]:
    path: FieldPath = tuple(step for step in error["loc"] if step != _KEY_MARK)
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, MisfitError):
        for misfit in cause.misfits:
            below = (*path, *misfit.path)
            yield Problem(tree.line_of(below), below, misfit.sentence)
    else:
        yield Problem(tree.line_of(path), path, _sentence(error, path))


def _sentence(error: Any, path: FieldPath) -> str:
    match error["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return f"is no field of a campaign file{_perhaps(str(path[-1]))}"
        case "value_error":
            return str(error["ctx"]["error"])
        case _:
            said = str(error["msg"])
            return said[:1].lower() + said[1:]


def _perhaps(name: str) -> str:
    near = get_close_matches(name, _field_names(), n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""


def _field_names() -> set[str]:
    definitions = Campaign.model_json_schema()["$defs"].values()
    own = set(Campaign.model_fields)
    return own.union(*(definition.get("properties", {}) for definition in definitions))
