"""Whatever a person does, and whatever happens to the program meanwhile: what was said is what is stored."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from machine import Conversation
from property_house import House

EXAMPLES = int(os.environ.get("JINDIANZI_EXAMPLES", "0"))
"""0 for the same few as every time; more are found at random."""
FEW, STEPS = 12, 30
PHASES = [phase for phase in Phase if phase != Phase.explain]


@pytest.mark.timeout(0)
def test_what_was_said_is_what_is_stored(house: House) -> None:
    Conversation.house = house
    run_state_machine_as_test(
        Conversation,
        settings=settings(
            max_examples=EXAMPLES or FEW,
            stateful_step_count=STEPS,
            derandomize=not EXAMPLES,
            print_blob=True,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=PHASES,
        ),
    )
