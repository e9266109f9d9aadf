"""Words that mean a button, in every language: people type them."""

from backend.i18n import LANGUAGES, label


def _said(words: str, key: str) -> bool:
    said = words.strip(" .!。！").casefold()
    return any(said in label(language, key).casefold().split(",") for language in LANGUAGES)


def is_done(words: str) -> bool:
    return _said(words, "words-done")


def is_none(words: str) -> bool:
    return _said(words, "words-none")


def agrees(words: str) -> bool:
    return _said(words, "words-agree")


def declines(words: str) -> bool:
    return _said(words, "words-decline")


def means_forget(words: str) -> bool:
    return _said(words, "words-forget")


def goes_back(words: str) -> bool:
    return _said(words, "words-back")


def is_other(words: str) -> bool:
    return _said(words, "words-other")


def is_button(words: str) -> bool:
    """Say whether words are what stands on a button, typed instead of tapped."""
    return _said(words, "words-buttons") or is_done(words) or is_none(words)
