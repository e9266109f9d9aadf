"""Buckets that fill evenly: flood guards for people, pace for bots."""

import math
import time
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

REMEMBERED = 20000


@dataclass
class Level:
    left: float
    at: float


class Buckets:
    """`rate` drops a second, at most `burst` saved up; a rate of 0 never refuses."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate = rate
        self._burst = burst
        self._levels: OrderedDict[Hashable, Level] = OrderedDict()

    def take(self, key: Hashable, count: int = 1) -> int:
        """Take so many drops, or none: 0 when allowed, else the seconds to wait."""
        if self._rate <= 0:
            return 0
        at = time.monotonic()
        level = self._levels.setdefault(key, Level(self._burst, at))
        level.left = min(self._burst, level.left + (at - level.at) * self._rate)
        level.at = at
        self._levels.move_to_end(key)
        while len(self._levels) > REMEMBERED:
            self._levels.popitem(last=False)
        wanted = min(count, self._burst)
        if level.left < wanted:
            return max(1, math.ceil((wanted - level.left) / self._rate))
        level.left -= count
        return 0

    def give_back(self, key: Hashable) -> None:
        """Take nothing from those who were right."""
        if key in self._levels:
            self._levels[key].left = min(self._burst, self._levels[key].left + 1)


def hourly(most: int) -> Buckets:
    return Buckets(most / 3600, most)


PER_CHAT_RATE, PER_CHAT_BURST, OVERALL = 1, 20, 30


class Pace:
    """The published limits of the Bot API: one message a second and chat, 30 a second in all."""

    def __init__(self, *, on: bool) -> None:
        self._chats = Buckets(PER_CHAT_RATE if on else 0, PER_CHAT_BURST)
        self._bots = Buckets(OVERALL if on else 0, OVERALL)

    def take(self, bot_id: int, chat: str) -> int:
        return self._chats.take((bot_id, chat)) or self._bots.take(bot_id)
