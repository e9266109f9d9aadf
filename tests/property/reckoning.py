"""What may come of a tap, and what a window may be and say after an act."""

from collections.abc import Callable, Iterable

from ledger import OPEN, SENT, Ledger
from meanings import CHOICES, Scene
from meanings import tap as as_it_says
from phone_wire import Window
from stored import Stored
from windows_read import tells

from backend.campaigns.parts import name_of
from backend.drafts.model import Step

Effect = Callable[[Ledger, Scene], None]
NAMED = {
    "begin",
    "anew",
    "pick_up",
    "take_back",
    "send",
    "language",
    "go_on",
    "throw_away",
    "remove",
    "take_out",
}
"""Buttons that say by themselves what they are about, wherever they are found again."""
BEFORE_A_DRAFT = {"welcome", "campaigns", "closed"}
LONGEST_NAME = 60


def nothing(_said: Ledger, _scene: Scene) -> None:
    """Change nothing."""


def of_tap(said: Ledger, window: Window, data: str, *, now: Window, asked: str, lost: bool) -> list[Effect]:
    """Return what may come of a tap: what the button says, or, where it is of another time, nothing.

    It never says anything to another draft than its window was about.
    """

    def says(said: Ledger, scene: Scene) -> None:
        as_it_says(said, scene, window, data)

    def goes_to_its_draft(said: Ledger, scene: Scene) -> None:
        assert scene.told("old-button-draft"), "another draft without a word of it"
        assert window.draft
        assert said.drafts[window.draft].state == OPEN
        said.touch(window.draft)

    fresh = window is now
    if fresh and (not lost or (window.kind == asked and window.kind in set(Step))):
        return [says]
    here = window.draft == (said.current.id if said.current else None)
    widget = data.rpartition("\x1d")[2].partition(":")[0]
    says_still = fresh or widget in NAMED or (here and window.kind == asked)
    return [nothing, goes_to_its_draft, *([says] if says_still else [])]


def closed_unasked(before: Stored, after: Stored, asked: Iterable[str]) -> list[str]:
    """Return the questions that were answered though another one was asked."""
    wrong = []
    for number, draft in after.drafts.items():
        was = before.drafts.get(number)
        wrong += ["the text was closed"] if _newly(was, draft, "text_closed") and "text" not in asked else []
        wrong += (
            ["the attachments were closed"]
            if _newly(was, draft, "files_closed") and "files" not in asked
            else []
        )
    return wrong


def _newly(was: object, now: object, flag: str) -> bool:
    return bool(getattr(now, flag)) and not (was and getattr(was, flag))


def misfits(said: Ledger, stored: Stored, window: Window) -> list[str]:
    """Return why this window cannot be what a person should see now."""
    writing = said.writing
    step = str(stored.drafts[writing.id].step) if writing else None
    kind = window.kind
    fits = {
        "language": True,
        "similar": bool(writing and writing.texts),
        "sent": writing is None and said.sent_last is not None,
        "resume": bool(said.begun),
        "drafts": bool(said.begun),
    }
    if not fits.get(kind, kind in BEFORE_A_DRAFT or kind == step):
        return [f"the window asks {kind}, the draft {step}"]
    if kind == "preview" and writing:
        return preview_faults(said, window)
    return []


def preview_faults(said: Ledger, window: Window) -> list[str]:
    """Return what was said and is not in the preview."""
    written, shown = said.current, window.plain
    assert written
    rules, answers, language = written.rules, written.answers, said.language
    theme = rules.theme(answers.get(Step.THEME, ""))
    lists = dict(zip(CHOICES, (rules.scopes, rules.receiving_units, rules.audiences), strict=True))
    expected = {
        "text": written.text[:1000],
        "length": str(len(written.text)),
        "theme": theme.name.said(language) if theme else "",
        **{step: name_of(answers.get(step), lists[step], language) for step in CHOICES},
        **{step: answers.get(step, "") for step in written.asked_of_the_person()},
        **{name: name for name in written.files.values() if len(name) <= LONGEST_NAME},
    }
    absent = {name: words for name, words in expected.items() if words.strip() not in shown}
    return [f"the preview does not show {absent}"] if absent else []


def false_words(said: Ledger, scene: Scene) -> list[str]:
    """Return what the bot says it did and did not do."""
    everything = [written for written in said.drafts.values() if written.state != SENT]
    kept = any(scene.message in written.texts for written in everything)
    wrong = []
    if scene.message and tells(scene.after.text, "kept-as-text") and not kept:
        wrong.append("it says the words were kept")
    if scene.message and tells(scene.after.text, "not-kept") and kept:
        wrong.append("it says the words were not kept")
    return wrong
