import pytest
from files_house import Inspect, Refused

from backend.errors import Refusal
from backend.files.inspection.rules import InspectionRules
from backend.files.inspection.run import Inspected, inspect


@pytest.fixture
def rules() -> InspectionRules:
    return InspectionRules(max_bytes=20_000_000)


@pytest.fixture
def kept(rules: InspectionRules) -> Inspect:
    """What is kept of a file."""

    async def kept(name: str, content: bytes) -> Inspected:
        return await inspect(name, content, rules=rules)

    return kept


@pytest.fixture
def refused(rules: InspectionRules) -> Refused:
    """The key of the sentence with which a file is refused; it names the file."""

    async def refused(name: str, content: bytes) -> str:
        with pytest.raises(Refusal) as refusal:
            await inspect(name, content, rules=rules)
        assert refusal.value.blanks["name"] == name
        return refusal.value.key

    return refused
