"""The lifecycle of a suggestion, the one table: from which state which verb leads where, and in whose hand.

Verbs refuse by it, pages show their forms by it, the console's access table is made of it,
and docs/lifecycle.md is written from it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backend.errors import Conflict
from backend.suggestions.model import Suggestion, SuggestionState


class Verb(StrEnum):
    """What somebody does to a suggestion; those without a move leave its state as it is."""

    CORRECT = "correct"
    WITHDRAW = "withdraw"
    OBJECT = "object"
    SUPPLEMENT = "supplement"
    ANSWER = "answer"
    RATE = "rate"
    FORWARD = "forward"
    RETURN = "return"
    DIVERT = "divert"
    MERGE = "merge"
    UPHOLD = "uphold"
    REJECT = "reject"
    SIGN = "sign"
    SEND_BACK = "send-back"
    ASK = "ask"
    MOVE_DATE = "move-date"
    ASK_EXTENSION = "ask-extension"
    DECIDE_EXTENSION = "decide-extension"
    CONTACT = "contact"
    HAND_IN = "hand-in"
    APPROVE = "approve"
    GIVE_BACK = "give-back"
    DISCARD_REPLY = "discard-reply"
    REPLY = "reply"
    CORRECT_REPLY = "correct-reply"
    TELL = "tell"
    PROMISE = "promise"
    REPORT = "report"
    KEEP = "keep"
    PUT_OFF = "put-off"
    BREAK = "break"
    AWARD = "award"
    CLOSE = "close"
    CLASSIFY = "classify"
    SET_SCOPE = "scope"
    VALUE = "value"
    KEY = "key"
    RECOMMEND = "recommend"
    INSTRUCT = "instruct"
    ASSIST = "assist"
    OPINE = "opine"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"
    UNDO = "undo"
    REOPEN = "reopen"
    END = "end"
    RECOUNT = "recount"


class Hand(StrEnum):
    """Whose hand a verb is in; the house acts by itself, as the campaign's rules say."""

    AUTHOR = "author"
    CLERK = "clerk"
    UNIT = "unit"
    UNIT_LEAD = "unit-lead"
    ASSISTING = "assisting"
    HOUSE = "house"


_S, _V, _H = SuggestionState, Verb, Hand


@dataclass(frozen=True)
class Rule:
    """`moves` says where a verb leads from each state, `stays` where it may be done and changes no state."""

    hands: frozenset[Hand]
    moves: Mapping[SuggestionState, SuggestionState] = field(default_factory=dict)
    stays: frozenset[SuggestionState] = frozenset()

    def leads(self, state: SuggestionState) -> SuggestionState | None:
        """Return the state after it, None where it may not be done."""
        return self.moves.get(state) or (state if state in self.stays else None)


def _rule(
    *hands: Hand,
    to: SuggestionState | None = None,
    out_of: Collection[SuggestionState] = (),
    stays: Collection[SuggestionState] = (),
) -> Rule:
    return Rule(frozenset(hands), dict.fromkeys(out_of, to) if to else {}, frozenset(stays))


EVERY = frozenset(_S)
BEFORE_A_UNIT = (_S.REGISTERED, _S.RETURNED)
TAKEN_ELSEWHERE = (_S.DIVERTED, _S.MERGED)
IN_HANDLING = (_S.FORWARDED, _S.SIGNED)
WAITING = (_S.REGISTERED, *IN_HANDLING)
ANSWERED = (_S.REPLIED, _S.CLOSED)
ANSWERABLE = (*IN_HANDLING, *ANSWERED)
LIVE = (*WAITING, *ANSWERED)

TABLE: dict[Verb, Rule] = {
    _V.CORRECT: _rule(_H.AUTHOR, to=_S.REGISTERED, out_of=[_S.RETURNED]),
    _V.WITHDRAW: _rule(_H.AUTHOR, to=_S.WITHDRAWN, out_of=BEFORE_A_UNIT),
    _V.OBJECT: _rule(_H.AUTHOR, stays=TAKEN_ELSEWHERE),
    _V.SUPPLEMENT: _rule(_H.AUTHOR, stays=EVERY - {_S.CLOSED, _S.WITHDRAWN}),
    _V.ANSWER: _rule(_H.AUTHOR, stays=EVERY),
    _V.RATE: _rule(_H.AUTHOR, stays=ANSWERED),
    _V.FORWARD: _rule(_H.CLERK, to=_S.FORWARDED, out_of=WAITING),
    _V.RETURN: _rule(_H.CLERK, to=_S.RETURNED, out_of=[_S.REGISTERED]),
    _V.DIVERT: _rule(_H.CLERK, to=_S.DIVERTED, out_of=[_S.REGISTERED]),
    _V.MERGE: _rule(_H.CLERK, to=_S.MERGED, out_of=[_S.REGISTERED]),
    _V.UPHOLD: _rule(_H.CLERK, to=_S.REGISTERED, out_of=TAKEN_ELSEWHERE),
    _V.REJECT: _rule(_H.CLERK, stays=TAKEN_ELSEWHERE),
    _V.SIGN: _rule(_H.UNIT, _H.CLERK, to=_S.SIGNED, out_of=[_S.FORWARDED]),
    _V.SEND_BACK: _rule(_H.UNIT, _H.CLERK, to=_S.REGISTERED, out_of=IN_HANDLING),
    _V.ASK: _rule(_H.UNIT, _H.CLERK, stays=WAITING),
    _V.MOVE_DATE: _rule(_H.CLERK, stays=IN_HANDLING),
    _V.ASK_EXTENSION: _rule(_H.UNIT, stays=IN_HANDLING),
    _V.DECIDE_EXTENSION: _rule(_H.CLERK, stays=IN_HANDLING),
    _V.CONTACT: _rule(_H.UNIT, _H.CLERK, stays=EVERY),
    _V.HAND_IN: _rule(_H.UNIT, _H.CLERK, stays=ANSWERABLE),
    _V.APPROVE: _rule(_H.UNIT_LEAD, _H.CLERK, stays=ANSWERABLE),
    _V.GIVE_BACK: _rule(_H.UNIT_LEAD, _H.CLERK, stays=ANSWERABLE),
    _V.DISCARD_REPLY: _rule(_H.UNIT, _H.CLERK, stays=ANSWERABLE),
    _V.REPLY: _rule(_H.UNIT, _H.CLERK, to=_S.REPLIED, out_of=IN_HANDLING),
    _V.CORRECT_REPLY: _rule(_H.UNIT, _H.CLERK, stays=ANSWERED),
    _V.TELL: _rule(_H.UNIT, _H.CLERK, stays=LIVE),
    _V.PROMISE: _rule(_H.UNIT, _H.CLERK, stays=ANSWERED),
    _V.REPORT: _rule(_H.UNIT, _H.CLERK, stays=ANSWERED),
    _V.KEEP: _rule(_H.UNIT, _H.CLERK, stays=ANSWERED),
    _V.PUT_OFF: _rule(_H.UNIT, _H.CLERK, stays=ANSWERED),
    _V.BREAK: _rule(_H.UNIT, _H.CLERK, stays=ANSWERED),
    _V.AWARD: _rule(_H.CLERK, stays=LIVE),
    _V.CLOSE: _rule(_H.CLERK, to=_S.CLOSED, out_of=[_S.REPLIED]),
    _V.CLASSIFY: _rule(_H.CLERK, stays=LIVE),
    _V.SET_SCOPE: _rule(_H.CLERK, stays=LIVE),
    _V.VALUE: _rule(_H.CLERK, stays=LIVE),
    _V.KEY: _rule(_H.CLERK, stays=LIVE),
    _V.RECOMMEND: _rule(_H.CLERK, stays=LIVE),
    _V.INSTRUCT: _rule(_H.CLERK, stays=LIVE),
    _V.ASSIST: _rule(_H.CLERK, stays=IN_HANDLING),
    _V.OPINE: _rule(_H.ASSISTING, stays=IN_HANDLING),
    _V.PUBLISH: _rule(_H.CLERK, stays=EVERY - {_S.WITHDRAWN}),
    _V.UNPUBLISH: _rule(_H.CLERK, stays=EVERY - {_S.WITHDRAWN}),
    _V.UNDO: _rule(_H.CLERK, to=_S.REGISTERED, out_of=[_S.RETURNED, *TAKEN_ELSEWHERE], stays=LIVE),
    _V.REOPEN: _rule(_H.HOUSE, to=_S.SIGNED, out_of=ANSWERED),
    _V.END: _rule(_H.HOUSE, to=_S.CLOSED, out_of=[_S.REPLIED]),
    _V.RECOUNT: _rule(_H.HOUSE, stays=WAITING),
}
MOVES: dict[SuggestionState, frozenset[SuggestionState]] = {
    state: frozenset(rule.moves[state] for rule in TABLE.values() if state in rule.moves) for state in _S
}
"""The allowed moves, whoever makes them: from a state to those that may follow."""


def allowed(verb: Verb, state: SuggestionState) -> bool:
    return TABLE[verb].leads(state) is not None


def may(state: SuggestionState, hands: Collection[Hand]) -> frozenset[Verb]:
    """Return the verbs these hands may do in a state."""
    return frozenset(
        verb for verb, rule in TABLE.items() if rule.hands & set(hands) and rule.leads(state) is not None
    )


def take(suggestion: Suggestion, verb: Verb) -> None:
    """Bring a suggestion where a verb leads, or refuse."""
    to = TABLE[verb].leads(suggestion.state)
    if to is None:
        raise Conflict("suggestion-moved-on", number=suggestion.number)
    suggestion.state = to
