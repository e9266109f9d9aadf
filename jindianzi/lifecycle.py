"""The page docs/lifecycle.md, written from the table of the lifecycle."""

from backend.suggestions.lifecycle import TABLE, Verb
from backend.suggestions.model import SuggestionState

HEAD = """# The lifecycle of a suggestion

Written from `backend/suggestions/lifecycle.py` by `python -m jindianzi lifecycle`; a test compares the two.
In whose hand: the author; a clerk of the collection office; the unit that leads (its handlers and leads), or
the unit-lead alone; a unit that assists; the house itself, as the campaign's rules say.

## The way of a suggestion
"""
BELOW = """
Verbs that move nothing, and the cells in which nothing is allowed, stand in the table alone.

## Every verb in every state

Each cell says where the verb leads; = leaves the state as it is, an empty cell is a refusal.
"""


def page() -> str:
    """Return the whole page."""
    return f"{HEAD}\n```mermaid\n{diagram()}\n```\n{BELOW}\n{table()}\n"


def diagram() -> str:
    lines = ["stateDiagram-v2", f"    [*] --> {SuggestionState.REGISTERED}"]
    for state in SuggestionState:
        ways: dict[SuggestionState, list[str]] = {}
        for verb, rule in TABLE.items():
            if state in rule.moves:
                ways.setdefault(rule.moves[state], []).append(verb)
        lines += [f"    {state} --> {to}: {', '.join(verbs)}" for to, verbs in ways.items()]
    return "\n".join([*lines, f"    {SuggestionState.WITHDRAWN} --> [*]"])


def table() -> str:
    head = ["verb", "in the hand of", *SuggestionState]
    rows = [[verb, ", ".join(sorted(rule.hands)), *_cells(verb)] for verb, rule in TABLE.items()]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def _cells(verb: Verb) -> list[str]:
    leads = [(state, TABLE[verb].leads(state)) for state in SuggestionState]
    return ["" if to is None else "=" if state in TABLE[verb].stays else to for state, to in leads]
