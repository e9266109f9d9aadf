"""What must be stored, kept from what the person said and did, never from what is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from backend.campaigns.schema import Campaign
from backend.drafts.model import Step

PERSONAL = (Step.NAME, Step.CONTACT, Step.WORK_UNIT, Step.SCHOOL, Step.ADDRESS)
LINES = (Step.WORK_UNIT, Step.SCHOOL, Step.ADDRESS)
OPEN, SENT, THROWN_AWAY = "open", "sent", "discarded"


@dataclass
class Written:
    """One draft. Words and files by the number of the message that said them; a Word file's is negative.

    `whole` holds for each such file the words that it stands for.
    """

    id: int
    rules: Campaign
    state: str = OPEN
    texts: dict[int, str] = field(default_factory=dict)
    aside: dict[int, str] = field(default_factory=dict)
    files: dict[int, str] = field(default_factory=dict)
    whole: dict[int, dict[int, str]] = field(default_factory=dict)
    answers: dict[Step, str] = field(default_factory=dict)
    consented: bool = False

    def copy(self) -> "Written":
        said = {name: dict(getattr(self, name)) for name in ("texts", "aside", "files", "answers", "whole")}
        return replace(self, **said)

    @property
    def text(self) -> str:
        return "\n".join(self.texts[message] for message in sorted(self.texts))

    @property
    def is_blank(self) -> bool:
        return not (self.answers.get(Step.THEME) or self.texts or self.aside or self.files)

    @property
    def limit(self) -> int:
        return self.rules.length_for(self.answers.get(Step.IDENTITY)).maximum

    def asked_of_the_person(self) -> list[Step]:
        """Return the questions about the person, in their order."""
        wanted = self.rules.required_for(self.answers.get(Step.IDENTITY))
        return [step for step in PERSONAL if step in wanted]


@dataclass
class Ledger:
    """All that one person said, and where the person stands."""

    campaigns: Mapping[str, Campaign]
    drafts: dict[int, Written] = field(default_factory=dict)
    touched: dict[int, int] = field(default_factory=dict)
    agreed_to: set[str] = field(default_factory=set)
    stopped: set[str] = field(default_factory=set)
    sent_at: int = 0
    sent_last: int | None = None
    language: str = "zh-CN"
    moment: int = 0

    def copy(self) -> "Ledger":
        drafts = {number: written.copy() for number, written in self.drafts.items()}
        agreed, stopped = set(self.agreed_to), set(self.stopped)
        return replace(self, drafts=drafts, touched=dict(self.touched), agreed_to=agreed, stopped=stopped)

    def open_ones(self) -> list[Written]:
        """Return the open drafts, the last worked on first."""
        found = [written for written in self.drafts.values() if written.state == OPEN]
        return sorted(found, key=lambda written: -self.touched[written.id])

    @property
    def current(self) -> Written | None:
        return next(iter(self.open_ones()), None)

    @property
    def begun(self) -> list[Written]:
        """Return the open drafts with something in them, the last worked on first."""
        return [written for written in self.open_ones() if not written.is_blank]

    @property
    def writing(self) -> Written | None:
        """Return the draft whose question is asked, unless another was sent since."""
        current = self.current
        return current if current and self.touched[current.id] > self.sent_at else None

    def is_stopped(self, written: Written) -> bool:
        """Say whether nothing about the person is asked, because nothing could be sent."""
        return written.rules.id in self.stopped

    def touch(self, draft: int) -> Written:
        self.moment += 1
        self.touched[draft] = self.moment
        return self.drafts[draft]

    def begin(self, draft: int, campaign: str) -> Written:
        """Open a draft; all that needs no asking is answered."""
        rules = self.campaigns[campaign]
        written = self.drafts.setdefault(draft, Written(draft, rules))
        lists = {
            Step.SCOPE: rules.scopes,
            Step.RECEIVING_UNIT: rules.receiving_units,
            Step.IDENTITY: rules.audiences,
        }
        written.answers |= {step: found[0].id for step, found in lists.items() if len(found) == 1}
        written.consented = rules.privacy_wording in self.agreed_to
        return self.touch(draft)

    def choose_theme(self, written: Written, theme: str) -> None:
        if written.answers.get(Step.THEME) != theme:
            written.answers |= {Step.THEME: theme}
            written.answers.pop(Step.TOPIC, None)
        found = written.rules.theme(theme)
        if found and not found.topics:
            written.answers[Step.TOPIC] = "other"

    def agree(self, written: Written) -> None:
        if self.is_stopped(written):
            return
        written.consented = True
        self.agreed_to.add(written.rules.privacy_wording)

    def put_aside(self, written: Written) -> None:
        """Put the text aside, to say it anew; an older one put aside is gone for it."""
        if written.texts:
            written.aside, written.texts = written.texts, {}

    def take_up_again(self, written: Written) -> None:
        written.texts |= written.aside
        written.aside = {}

    def attach_text(self, written: Written, name: str) -> None:
        if written.texts and len(written.files) < written.rules.files.max_count:
            place = -min(written.texts)
            written.files[place], written.whole[place] = name, written.texts
            written.texts = {}

    def take_away(self, written: Written, file: int) -> None:
        """Take a file away; the words that it stood for are text again."""
        written.files.pop(file, None)
        written.texts |= written.whole.pop(file, {})

    def answer_as_last(self, written: Written, step: Step | None) -> None:
        """Answer one question, or all open ones about the person, as in the suggestion sent last."""
        last = self.drafts[self.sent_last] if self.sent_last else None
        if last is None or not written.consented or self.is_stopped(written):
            return
        asked = [Step.IDENTITY] if len(written.rules.audiences) > 1 else []
        for one in [*asked, *written.asked_of_the_person()]:
            wanted = one == step or (step is None and one not in written.answers)
            if wanted and one in last.answers and self._is_taken(written, one, last.answers[one]):
                written.answers[one] = last.answers[one]

    def _is_taken(self, written: Written, step: Step, said: str) -> bool:
        if step == Step.IDENTITY:
            return said in {audience.id for audience in written.rules.audiences}
        kind = "email" if "@" in said else "phone"
        return step != Step.CONTACT or kind in written.rules.contact_kinds

    def send(self, written: Written) -> None:
        written.state = SENT
        self.moment += 1
        self.sent_at, self.sent_last = self.moment, written.id

    def correct(self, message: int, words: str) -> bool:
        """Replace what a message said, where it is part of an open draft; nobody moves by that."""
        for written in self.drafts.values():
            if written.state == OPEN and message in written.texts and words:
                written.texts[message] = words
                return True
        return False
