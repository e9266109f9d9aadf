"""One getUpdates at a time for each bot: a newer one ends the older."""

import asyncio


class Polls:
    def __init__(self) -> None:
        self._open: dict[int, asyncio.Event] = {}
        self._reasons: dict[asyncio.Event, str] = {}

    def begin(self, bot_id: int) -> asyncio.Event:
        """Give an event that is set when this poll must end."""
        self.end(bot_id, "other getUpdates request; make sure that only one bot instance is running")
        self._open[bot_id] = asyncio.Event()
        return self._open[bot_id]

    def end(self, bot_id: int, reason: str) -> None:
        poll = self._open.pop(bot_id, None)
        if poll is not None:
            self._reasons[poll] = reason
            poll.set()

    def done(self, bot_id: int, poll: asyncio.Event) -> str | None:
        """Why it was ended by someone else, or None."""
        if self._open.get(bot_id) is poll:
            del self._open[bot_id]
        return self._reasons.pop(poll, None)
