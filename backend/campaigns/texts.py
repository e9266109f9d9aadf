"""Value types of a campaign file: short ids, sentences in several languages, and errors with a place."""

import re
from collections.abc import Sequence
from typing import Annotated, NamedTuple, Protocol, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, RootModel, StringConstraints, model_validator

FALLBACK_LANGUAGE = "zh-CN"
REQUIRED_LANGUAGES = ("zh-CN", "en")

ID_LIMIT = 24  # ids travel in callback data, which holds 64 bytes in all
WINDOW_LIMIT = 2500  # characters of a text that stands in a window of the chat
SHORT_LIMIT = 40  # characters of a button label

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=ID_LIMIT)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})?$")]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
FieldPath = tuple[str | int, ...]


class Misfit(NamedTuple):
    path: FieldPath
    sentence: str


class MisfitError(ValueError):
    """Several faults at once, each with its path below the value that was checked."""

    def __init__(self, misfits: Sequence[Misfit]) -> None:
        super().__init__("; ".join(f"{misfit.path}: {misfit.sentence}" for misfit in misfits))
        self.misfits = tuple(misfits)


def refuse(misfits: Sequence[Misfit]) -> None:
    if misfits:
        raise MisfitError(misfits)


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(RootModel[dict[Language, Sentence]]):
    """One sentence in every language the campaign speaks; `zh-CN` and `en` are always there."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="after")
    def _speaks_both(self) -> "Text":
        absent = [language for language in REQUIRED_LANGUAGES if language not in self.root]
        if absent:
            raise ValueError(f"has no text in {' and '.join(absent)}")
        return self

    def said(self, language: str) -> str:
        """In the language asked for, in its close relative (`en-GB` → `en`), or else in zh-CN."""
        if language in self.root:
            return self.root[language]
        stem = language.lower().split("-")[0]
        relatives = (said for code, said in self.root.items() if code.lower().split("-")[0] == stem)
        return next(relatives, self.root[FALLBACK_LANGUAGE])


def text(value: Text, language: str) -> str:
    return value.said(language)


def _no_longer_than_a_button(value: Text) -> Text:
    return _no_longer(value, SHORT_LIMIT)


def fits_a_window(value: Text) -> Text:
    """Refuse a text that would not fit into one message with what stands around it."""
    return _no_longer(value, WINDOW_LIMIT)


def _no_longer(value: Text, limit: int) -> Text:
    refuse(
        [
            Misfit((code,), f"is longer than {limit} characters")
            for code, said in value.root.items()
            if len(said) > limit
        ]
    )
    return value


ShortText = Annotated[Text, AfterValidator(_no_longer_than_a_button)]


class WithId(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=WithId)


def _unique_ids(items: tuple[Item, ...]) -> tuple[Item, ...]:
    seen: set[str] = set()
    misfits = []
    for place, item in enumerate(items):
        if item.id in seen:
            misfits.append(Misfit((place, "id"), f"the id {item.id!r} is used twice"))
        seen.add(item.id)
    refuse(misfits)
    return items


Several = Annotated[tuple[Item, ...], AfterValidator(_unique_ids)]


def folded(said: str) -> str:
    """Make names comparable: without case, spaces and a closing full stop."""
    return re.sub(r"\s+", "", said).casefold().rstrip(".\u3002")
