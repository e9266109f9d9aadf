"""The campaign of 2020: the quotas its notice set, as they stand in the file (R88, R89, R94-R96)."""

from datetime import date
from pathlib import Path

import pytest

from backend.campaigns.load import read
from backend.campaigns.schema import Campaign

FILE = Path(__file__).parents[2] / "campaigns" / "city-2020.yaml"


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return read(FILE)


def test_its_quotas_are_those_of_the_notice(campaign):
    told = {
        one.id: (one.per, one.minimum, one.growth_percent, one.by_proxy, one.flag) for one in campaign.quotas
    }
    assert told == {
        "proxy": ("district", 60, None, True, None),
        "proxy-sannong": ("district", 30, None, True, "sannong"),
        "unit": ("unit", 2, None, False, None),
        "growth": ("campaign", None, 30, False, "sannong"),
        "upwards": ("campaign", 10, None, False, None),
    }
    assert campaign.quotas[0].ends == date(2020, 10, 31)


def test_letters_end_before_the_rest_and_phases_lie_side_by_side(campaign):
    assert campaign.open_on("letter", date(2020, 10, 21)) == "closed"
    assert campaign.open_on("web", date(2020, 10, 31)) == "open"
    assert [phase.id for phase in campaign.phase_on(date(2020, 9, 1))] == ["collection", "handling", "use"]


def test_universities_write_at_length(campaign):
    assert campaign.length_for("university").minimum_soft == 800
    assert campaign.required_for("university") == ("name", "contact", "school", "address")
