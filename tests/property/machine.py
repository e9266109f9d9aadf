"""A person who does anything at any time: after every act, what is stored must be what was said."""

from typing import Any

import sayings
from campaign_files import CITY
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from ledger import Ledger
from meanings import Scene, meant, tell
from phone_wire import Trouble
from property_campaigns import COUNTY, MOST_FILES
from property_house import FILES, REFUSED, House
from raw_updates import contact, document, photo
from reckoning import nothing
from sitting import Sitting

from backend.campaigns import actions as campaigns
from backend.drafts.model import Step

INDEX = st.integers(0, 11)
COMMANDS = ["/start", "/cancel", "/help", "/language", "/nothing", f"/start {COUNTY}", "/start zzzz"]
FORGED = [
    "send:1",
    "send:" + "9" * 26,
    "theme:nowhere",
    "topic:nowhere",
    "pick_up:1",
    "take_back:1",
    "remove:1",
    "x",
    "",
]
ENOUGH_WINDOWS = 2


class Conversation(RuleBasedStateMachine):
    """`house` is set by the test."""

    house: House

    def __init__(self) -> None:
        super().__init__()
        self.on = Sitting(self.house, note)
        self.on.command("/start")

    def teardown(self) -> None:
        for campaign in self.on.said.stopped:
            self.house.run(campaigns.resume(self.house.place.db, campaign=campaign))

    @initialize(steps=st.integers(0, 16))
    def comes_to(self, steps: int) -> None:
        self.moves_on(steps)

    @rule(steps=st.integers(1, 14))
    def moves_on(self, steps: int) -> None:
        """Answer question after question as it is meant."""
        for _ in range(steps):
            kind, current = self.on.window.kind, self.on.said.current
            if kind in {"name", "contact", "work_unit", "school", "address"}:
                self.on.say({"name": "张三", "contact": "zhangsan@example.com"}.get(kind, "示例单位"))
            elif kind == "text" and current and not current.texts:
                self.on.say(self.on.filled(sayings.PROSE[0]))
            elif self.on.window.buttons:
                self.on.press(self.on.window, 0)

    @rule(words=sayings.words, twice_stored=st.booleans())
    def says(self, *, words: str, twice_stored: bool) -> None:
        self.on.say(self.on.filled(words), again=twice_stored)

    @rule(words=sayings.words, back=INDEX)
    def says_in_reply_to_a_window(self, words: str, back: int) -> None:
        """Quote one of the bot's messages, as phones do when a message is swiped."""
        self.on.say(
            self.on.filled(words), reply_to=self.on.quoted(self.on.windows[-1 - back % len(self.on.windows)])
        )

    @rule(command=st.sampled_from(COMMANDS))
    def commands(self, command: str) -> None:
        self.on.command(command)
        if command.split(maxsplit=1)[0] in {"/start", "/cancel"}:
            expected = {"resume"} if self.on.said.begun else {"welcome", "campaigns", "closed"}
            assert self.on.window.kind in expected, f"{command} shows {self.on.window.kind}"

    @precondition(lambda self: self.on.window.buttons)
    @rule(which=INDEX, times=st.integers(1, 2))
    def taps(self, which: int, times: int) -> None:
        self.on.press(self.on.window, which, times=times)

    @precondition(lambda self: len(self.on.windows) >= ENOUGH_WINDOWS)
    @rule(back=INDEX, which=INDEX, late=st.booleans())
    def taps_an_old_window(self, *, back: int, which: int, late: bool) -> None:
        """Tap at a window of before, still on the screen or scrolled up to long after."""
        old = [window for window in self.on.windows[:-1] if window.buttons]
        if old:
            self.on.press(old[-1 - back % len(old)], which, late=late)

    @rule(data=st.sampled_from(FORGED), ours=st.booleans())
    def taps_what_was_never_there(self, *, data: str, ours: bool) -> None:
        """Send what no button had, with the mark of the newest window or with none that we gave."""
        marks = [given.split("\x1d")[0] for _, given in self.on.window.buttons]
        mark = marks[0] if ours and marks else "Zz9old"
        fact = self.on.person.raw.tap(self.on.window.message, f"{mark}\x1d{data}", text="x")
        self.on.act([self.on.person.raw.arrival("callback_query", fact)], [nothing], closes=[])

    @rule(back=INDEX, words=sayings.words)
    def edits(self, back: int, words: str) -> None:
        self.on.edit(self.on.mine[-1 - back % len(self.on.mine)], self.on.filled(words))

    @rule(kinds=st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=3), words=sayings.words)
    def sends_files(self, kinds: list[str], words: str) -> None:
        """Send a file, or several as an album, with words under the first."""
        album = {"media_group_id": f"album-{len(self.on.mine)}"} if len(kinds) > 1 else {}
        for place, kind in enumerate(kinds):
            self._send_file(kind, self.on.filled(words) if place == 0 else "", album)

    def _send_file(self, kind: str, caption: str, album: dict[str, Any]) -> None:
        pattern, content = FILES[kind]
        raw, name = self.on.person.raw, self.on.filled(pattern)
        file_id = f"file-{len(self.on.mine)}"
        self.on.person.wire.files[file_id] = content
        what = document(name, content, file_id) if name else photo(content, file_id)
        words = {"caption": caption} if caption else {}
        arrival = self.on.message(raw.message(**what, **words, **album))
        message = self.on.mine[-1]

        def effect(said: Ledger, scene: Scene) -> None:
            written = said.current
            outside = scene.asked in {"welcome", "campaigns", "closed", "sent"}
            if outside or written is None:
                return
            refused = kind in REFUSED or len(written.files) >= MOST_FILES
            words = meant(caption)
            if not refused:
                written.files[message] = name.removeprefix("../") or f"photo-{message}.jpg"
            if words:
                written.texts[message] = words
            if words or not refused:
                said.touch(written.id)

        self.on.act([arrival], [effect], closes=[])

    @rule()
    def shares_a_contact(self) -> None:
        arrival = self.on.message(self.on.person.raw.message(**contact("+86 138 0000 1111")))

        def effect(said: Ledger, scene: Scene) -> None:
            written = said.current
            if scene.asked == "contact" and written and "phone" in written.rules.contact_kinds:
                tell(said, written, Step.CONTACT, "+8613800001111")
                said.touch(written.id)

        self.on.act([arrival], [effect], closes=[])

    @rule(words=st.sampled_from(["voice", "sticker", "location"]))
    def sends_what_nobody_reads(self, words: str) -> None:
        facts: dict[str, Any] = {
            "voice": {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}},
            "sticker": {
                "sticker": {
                    "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 8, "height": 8,
                    "is_animated": False, "is_video": False,
                }
            },
            "location": {"location": {"latitude": 29.5, "longitude": 106.5}},
        }  # fmt: skip
        self.on.act([self.on.message(self.on.person.raw.message(**facts[words]))], [nothing], closes=[])

    @rule(back=st.integers(0, 3))
    def an_update_comes_again(self, back: int) -> None:
        """Deal again with what was dealt with, as a talker does that had lost its claim meanwhile."""
        self.on.comes_again(-1 - back % len(self.on.person.entries))

    @rule(positions_too=st.booleans())
    def the_program_restarts(self, *, positions_too: bool) -> None:
        self.house.run(self.on.person.restart(positions_too=positions_too))
        self.on.lost = self.on.lost or positions_too

    @rule()
    def the_position_is_lost(self) -> None:
        self.on.person.lose_position()
        self.on.lost = True

    @rule(trouble=st.sampled_from(list(Trouble)), after=st.integers(0, 3))
    def trouble_is_ahead(self, trouble: Trouble, after: int) -> None:
        self.on.person.wire.breaks(after, trouble)

    @rule(campaign=st.sampled_from([CITY, COUNTY]))
    def the_office_stops_a_campaign_or_goes_on(self, campaign: str) -> None:
        stopped = campaign in self.on.said.stopped
        verb = campaigns.resume if stopped else campaigns.stop
        self.house.run(verb(self.house.place.db, campaign=campaign))
        self.on.said.stopped ^= {campaign}

    @rule()
    def the_person_clears_the_chat(self) -> None:
        self.on.person.wire.there.clear()
