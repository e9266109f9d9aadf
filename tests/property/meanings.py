"""What words and taps mean to a person who reads the window: how each changes what must be stored."""

from dataclasses import dataclass

from ledger import LINES, OPEN, THROWN_AWAY, Ledger, Written
from phone_wire import Window
from stored import Stored
from windows_read import tells

from backend.campaigns.parts import Named
from backend.drafts.model import Step
from backend.i18n import LANGUAGES, label

DONE = {"完成", "done"}
NONE = {"没有", "skip"}
AGREES = {"同意", "yes"}
WORTH_KEEPING = 20
WORTH_ADDING = 5
NAME_MAXIMUM, LINE_MAXIMUM = 60, 100
CONTACTS = {
    "13800001111": "+8613800001111",
    "+86 139-0000-2222": "+8613900002222",
    "zhangsan@example.com": "zhangsan@example.com",
}
INVISIBLE = "\u200b\u2060\u00ad"
CHOICES = (Step.SCOPE, Step.RECEIVING_UNIT, Step.IDENTITY)


@dataclass(frozen=True)
class Scene:
    """What an act found and what came of it: the newest window after it, and which drafts there are now."""

    asked: str
    after: Window
    stored: Stored
    message: int = 0

    def told(self, key: str) -> bool:
        return tells(self.after.text, key)


def meant(words: str) -> str:
    """Return words as they are kept: without what nobody sees."""
    return "".join(letter for letter in words if letter not in INVISIBLE).strip()


def say(said: Ledger, scene: Scene, words: str) -> None:
    """Take words as the answer to what was asked."""
    if scene.asked in {"welcome", "campaigns", "sent"}:
        if len(meant(words)) >= WORTH_KEEPING and scene.after.kind != "closed":
            began(said, scene).texts[scene.message] = meant(words)
        return
    written = said.current
    if written is None or scene.asked == "closed":
        return
    if not _answers(said, written, scene, words) and _is_kept(scene, words):
        written.texts[scene.message] = meant(words)
        said.touch(written.id)


def _is_kept(scene: Scene, words: str) -> bool:
    """Say whether words that answer nothing are part of the text: all at its step, else all that say much."""
    if scene.asked == Step.TEXT:
        return bool(meant(words)) and words not in DONE
    if scene.asked in {Step.NAME, Step.CONTACT, *LINES, Step.OWN_PAGE}:
        return False
    return words not in DONE | set(CONTACTS) and sum(map(str.isalpha, words)) >= WORTH_ADDING


def _answers(said: Ledger, written: Written, scene: Scene, words: str) -> bool:
    """Take words that answer the question of a list, of the person or of consent; say whether they did."""
    asked, line = scene.asked, " ".join(meant(words).split())
    if asked == Step.CONSENT and words in AGREES:
        said.agree(written)
    elif asked == Step.FILES and words in DONE | NONE:
        pass
    elif asked in {Step.THEME, Step.TOPIC, *CHOICES} and (chosen := _named(written, asked, words)):
        choose(said, written, Step(asked), chosen)
    elif asked == Step.NAME and _is_name(line):
        tell(said, written, Step.NAME, line, words)
    elif asked == Step.CONTACT and words in CONTACTS:
        tell(said, written, Step.CONTACT, CONTACTS[words], words)
    elif asked in LINES and any(map(str.isalnum, line)) and len(line) <= LINE_MAXIMUM:
        tell(said, written, Step(asked), line, words)
    else:
        return False
    said.touch(written.id)
    return True


def _is_name(line: str) -> bool:
    return any(map(str.isalpha, line)) and len(line) <= NAME_MAXIMUM and "@" not in line


def tell(said: Ledger, written: Written, step: Step, value: str, words: str = "") -> None:
    if words not in DONE and written.consented and not said.is_stopped(written):
        written.answers[step] = value


def _named(written: Written, asked: str, words: str) -> str | None:
    """Return the choice that words name, by its name or number."""
    found = _offered(written, asked)
    if asked == Step.TOPIC:
        ways = ((one.id, {*names(one), str(getattr(one, "number", ""))}) for one in found)
        return next((one for one, said in (*ways, ("other", {"其他"})) if words in said), None)
    numbered = {str(number): one.id for number, one in enumerate(found, 1)}
    return numbered.get(words) or next((one.id for one in found if words in names(one)), None)


def _offered(written: Written, asked: str) -> list[Named]:
    rules = written.rules
    theme = rules.theme(written.answers.get(Step.THEME, ""))
    lists = {
        Step.THEME: rules.themes,
        Step.TOPIC: theme.topics if theme else (),
        Step.SCOPE: rules.scopes,
        Step.RECEIVING_UNIT: rules.receiving_units,
        Step.IDENTITY: rules.audiences,
    }
    return list(lists[Step(asked)])


def names(one: Named) -> set[str]:
    return {name.rstrip("。.") for name in one.name.root.values()}


def choose(said: Ledger, written: Written, step: Step, chosen: str) -> None:
    if step == Step.THEME:
        said.choose_theme(written, chosen)
    else:
        written.answers[step] = chosen


def began(said: Ledger, scene: Scene) -> Written:
    """Open the draft that is new, or take in hand the blank one; there must be one of the two."""
    new = sorted(set(scene.stored.drafts) - set(said.drafts))
    if new:
        assert len(new) == 1, f"{len(new)} drafts at once"
        return said.begin(new[0], scene.stored.drafts[new[0]].campaign)
    blank = said.current
    assert blank, "no draft was opened"
    assert blank.is_blank, "no draft was opened, and none was blank"
    return said.touch(blank.id)


def tap(said: Ledger, scene: Scene, window: Window, data: str) -> None:
    """Take a tap as what its button says in its window."""
    widget, _, item = data.rpartition("\x1d")[2].partition(":")
    if widget in {"begin", "anew"} and scene.after.kind not in {"closed", "welcome", "campaigns"}:
        began(said, scene)
    elif widget == "language" and item in LANGUAGES:
        said.language = item
    elif widget in {"take_back", "pick_up", "send"}:
        _tap_on_named(said, scene, widget, int(item))
    elif widget in {"go_on", "throw_away", "support"}:
        _tap_on_shown(said, window, widget)
    elif written := said.current:
        _tap_in_draft(said, written, window, widget, item)


def _tap_on_named(said: Ledger, scene: Scene, widget: str, draft: int) -> None:
    """Take a tap on a button that names its draft."""
    written = said.drafts[draft]
    if widget == "send" and written.state == OPEN and scene.after.kind == "sent":
        said.send(written)
    elif widget == "pick_up" and written.state == OPEN:
        said.touch(draft)
    elif widget == "take_back" and written.state == THROWN_AWAY:
        written.state = OPEN
        said.touch(draft)


def _tap_on_shown(said: Ledger, window: Window, widget: str) -> None:
    """Take a tap that is about the draft that the window spoke of."""
    written = said.drafts.get(window.draft or 0)
    if written and written.state == OPEN:
        if widget == "go_on":
            said.touch(written.id)
        else:
            written.state = THROWN_AWAY


def _tap_in_draft(said: Ledger, written: Written, window: Window, widget: str, item: str) -> None:
    step = Step(window.kind) if window.kind in set(Step) else None
    if widget in {Step.THEME, Step.TOPIC, *CHOICES}:
        choose(said, written, Step(widget), item)
    elif widget == "agree":
        said.agree(written)
    elif widget == "retell":
        said.put_aside(written)
    elif widget == "restore":
        said.take_up_again(written)
    elif widget == "attach":
        said.attach_text(written, f"{label(said.language, 'attached-text-name')}.docx")
    elif widget == "take_out":
        written.texts.pop(int(item), None)
    elif widget == "remove":
        said.take_away(written, window.parts.get(int(item), 0))
    elif widget.startswith(("last", "all_last")):
        said.answer_as_last(written, None if widget.startswith("all") else step)
    elif widget not in ANSWERING and not widget.startswith(("done", "back", "unchanged")):
        return
    said.touch(written.id)


ANSWERING = {"skip", "change", "enough", "whose"}
"""Taps that are taken as an answer and say nothing new."""
