"""The time of day, in one place so that tests can move it."""

import time


def now() -> int:
    return int(time.time())


def exact() -> float:
    return time.time()
