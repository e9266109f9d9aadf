"""One conversation under examination: acts go in, and what is stored is compared with what was said."""

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

from acting import Acting
from ledger import Ledger
from meanings import Scene, meant
from meanings import say as as_words
from phone_wire import Window
from property_house import House
from raw_updates import Raw
from reckoning import Effect, closed_unasked, false_words, misfits, nothing, of_tap
from stored import Stored, differences, look
from windows_read import plain

from backend.inbox.actions import Arrival

BESIDE = {"language", "similar"}


class Sitting:
    """`said` is what must be stored, `mine` the person's own messages, `lost` a position that is gone.

    `note` is told what is done and seen, for whoever looks for the reason of a failure.
    """

    def __init__(self, house: House, note: Callable[[str], None] = print) -> None:
        self.house, self.note = house, note
        self.person = Acting(house.place, house.new_chat())
        self.said = Ledger(house.campaigns)
        self.stored: Stored = house.run(look(house.place.db, self.person.chat))
        self.lost = False
        self.mine: list[int] = []
        self._sayings = count(1)

    @property
    def window(self) -> Window:
        return self.person.wire.windows[-1]

    @property
    def windows(self) -> list[Window]:
        return self.person.wire.windows

    @property
    def asked(self) -> str:
        """Return what words are the answer to."""
        if self.lost or self.window.kind in BESIDE:
            return self.own_question
        return self.window.kind

    @property
    def own_question(self) -> str:
        """Return what the draft asks, whatever is on the screen."""
        if writing := self.said.writing:
            return str(self.stored.drafts[writing.id].step)
        return "sent" if self.said.sent_last else "welcome"

    def filled(self, text: str) -> str:
        """Return words that are like no others."""
        return text.replace("{n}", str(next(self._sayings)))

    def message(self, fact: Raw) -> Arrival:
        self.mine.append(fact["message_id"])
        return self.person.raw.arrival("message", fact)

    def command(self, words: str) -> None:
        self.note(f"  says {words}")
        arrival = self.message(self.person.raw.words(words))
        if not self.windows:
            self.house.run(self.person.comes(arrival))
            self.settle("welcome", 0, [nothing])
            return
        self.act([arrival], [nothing])

    def say(self, words: str, *, again: bool = False, **more: Any) -> None:
        self.note(f"  says {words[:60]!r}")
        arrival = self.message(self.person.raw.words(words, **more))

        def effect(said: Ledger, scene: Scene) -> None:
            as_words(said, scene, words)

        self.act([arrival], [effect], message=self.mine[-1], again=again)

    def quoted(self, window: Window) -> Raw:
        """Return a window as a chat server quotes it: with the buttons that are there now."""
        text, buttons = self.person.wire.there.get(window.message, (window.text, []))
        rows = [[{"text": words, "callback_data": data}] for words, data in buttons]
        shown: Raw = self.person.raw.tap(window.message, "", text=plain(text))["message"]
        return {**shown, "reply_markup": {"inline_keyboard": rows}} if rows else shown

    def taps(self, label: str, **how: Any) -> None:
        """Tap the button of the newest window that says this."""
        self.press_data(self.window, self.data_of(label), **how)

    def data_of(self, label: str) -> str:
        return next(data for words, data in self.window.buttons if label in words)

    def press(self, window: Window, which: int, *, times: int = 1, late: bool = False) -> None:
        words, data = window.buttons[which % len(window.buttons)]
        self.note(f"  taps {words!r} ({data.rpartition(chr(29))[2]}) at {window.kind}, {times=}, {late=}")
        self.press_data(window, data, times=times, late=late)

    def press_data(self, window: Window, data: str, *, times: int = 1, late: bool = False) -> None:
        text = None if late else window.plain
        facts = [self.person.raw.tap(window.message, data, text=text) for _ in range(times)]
        self.person.wire.expired |= {fact["id"] for fact in facts if late}
        effects = of_tap(
            self.said, window, data, now=self.window, asked=self.own_question, lost=self.lost or self.shaky
        )
        arrivals = [self.person.raw.arrival("callback_query", fact) for fact in facts]
        self.act(arrivals, effects, closes=[window.kind])

    def edit(self, message: int, words: str) -> None:
        self.note(f"  edits message {message}: {words[:60]!r}")
        fact = self.person.raw.message(text=words, edit_date=1) | {"message_id": message}

        def effect(said: Ledger, scene: Scene) -> None:
            taken = said.correct(message, meant(words))
            assert taken == scene.told("edit-taken"), "what it says of the edit is not so"

        self.act([self.person.raw.arrival("edited_message", fact)], [effect], closes=[])

    def comes_again(self, which: int) -> None:
        """Deal again with what was dealt with, as a talker does that stood still meanwhile."""
        self.person.wire.holds()
        seen, asked = len(self.windows), self.asked
        error = self.house.run(self.person.comes_again(*self.person.entries[which]))
        if error:
            raise AssertionError(f"{type(error).__name__}: {error}")
        self.settle(asked, seen, [nothing], closes=[])

    @property
    def shaky(self) -> bool:
        """Say whether the program will be killed in the coming act."""
        return self.person.wire.is_about_to_kill

    def act(
        self,
        arrivals: list[Arrival],
        effects: list[Effect],
        *,
        message: int = 0,
        closes: Iterable[str] | None = None,
        again: bool = False,
    ) -> None:
        """Let updates come; what is stored then must be one of the effects."""
        asked = [self.asked, *([self.own_question] if self.shaky else [])]
        seen = len(self.windows)
        self.house.run(self.person.comes(*arrivals, again=again))
        scenes = [(one, effects) for one in dict.fromkeys(asked)]
        self.settle_one_of(scenes, seen, message=message, closes=closes)

    def settle(self, asked: str, seen: int, effects: list[Effect], **more: Any) -> None:
        self.settle_one_of([(asked, effects)], seen, **more)

    def settle_one_of(
        self,
        scenes: list[tuple[str, list[Effect]]],
        seen: int,
        *,
        message: int = 0,
        closes: Iterable[str] | None = None,
    ) -> None:
        before, self.stored = self.stored, self.house.run(look(self.house.place.db, self.person.chat))
        self.note(f"    asked {scenes[0][0]}, sees {self.window.kind}: {self.window.plain[:160]!r}")
        faults = []
        for asked, effects in scenes:
            scene = Scene(asked, self.window, self.stored, message)
            for effect in effects:
                said, wrong = self._reckon(effect, scene)
                if not wrong:
                    self.said = said
                    self._look_at(scene, closed_unasked(before, self.stored, closes or [asked]))
                    self._remember(seen)
                    return
                faults.append("; ".join(wrong))
        raise AssertionError("\n or ".join(faults))

    def _reckon(self, effect: Effect, scene: Scene) -> tuple[Ledger, list[str]]:
        said = self.said.copy()
        try:
            effect(said, scene)
        except AssertionError as error:
            return said, [str(error)]
        return said, differences(said, self.stored)

    def _look_at(self, scene: Scene, more: list[str]) -> None:
        """Check what the person sees and was told."""
        wrong = [
            *more,
            *misfits(self.said, self.stored, self.window),
            *false_words(self.said, scene),
            *self.person.wire.complaints,
            *(f"update {entry} has no answer" for entry in self.person.unanswered),
        ]
        if wrong:
            raise AssertionError("; ".join(wrong))

    def _remember(self, seen: int) -> None:
        """Note which draft the newest window speaks of; those in between were never looked at."""
        del self.windows[seen : len(self.windows) - 1]
        self.lost = False
        begun = self.said.begun
        spoken_of = begun[0] if self.window.kind == "resume" and begun else self.said.current
        if spoken_of and self.window.draft is None:
            self.window.draft = spoken_of.id
            parts = self.stored.drafts[spoken_of.id].parts
            self.window.parts = {part.id: part.message for part in parts}
