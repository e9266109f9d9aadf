"""The parts of a campaign file, from themes to prizes; `schema.py` puts them together."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, HttpUrl, StringConstraints, model_validator

from backend.campaigns.periods import Period, first_day, last_day
from backend.campaigns.texts import (
    Misfit,
    Part,
    Sentence,
    Several,
    ShortText,
    Slug,
    Text,
    fits_a_window,
    folded,
    refuse,
)

Extension = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{1,8}$")]
RequiredField = Literal["name", "contact", "work_unit", "school", "address"]
UnitKind = Literal[
    "office", "department", "district", "street", "town", "school", "hospital", "enterprise", "institution"
]
Openness = Literal["not_yet", "open", "closed"]
DistrictName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]
"""A district as officers' appointments name it."""


FITS_A_BUTTON = 24
"""Characters that a phone shows whole on a button."""


class Named(Part):
    id: Slug
    name: Text


def name_of(chosen: str | None, among: Sequence[Named], language: str) -> str:
    """Return the name of a choice, "" where nothing was chosen."""
    return next((one.name.said(language) for one in among if one.id == chosen), "")


class Topic(Named):
    number: Annotated[int, Field(ge=1, le=999)] | None = None
    short: ShortText | None = None
    aliases: tuple[Sentence, ...] = ()

    def label(self, language: str) -> str:
        """For a button: the notice's own words where they fit, else the short form; no closing full stop."""
        whole = self.name.said(language).rstrip(".\u3002")
        if self.short is None or len(whole) <= FITS_A_BUTTON:
            return whole
        return self.short.said(language).rstrip(".\u3002")


class Theme(Named):
    aliases: tuple[Sentence, ...] = ()
    flags: tuple[Slug, ...] = ()
    other_topic: bool = False
    topics: Several[Topic] = ()

    def names(self) -> set[str]:
        return {folded(said) for said in (*self.name.root.values(), *self.aliases)}


class Phase(Named):
    starts: Period
    ends: Period
    work: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if first_day(self.starts) > last_day(self.ends):
            refuse([Misfit(("ends",), f"the phase ends ({self.ends}) before it starts ({self.starts})")])
        return self

    def covers(self, day: date) -> bool:
        return first_day(self.starts) <= day <= last_day(self.ends)


class Channel(Part):
    """A way in. `closes: null` stays open until the office closes it."""

    name: Text
    opens: Period
    closes: Period | None
    address: Text | None = None
    url: HttpUrl | None = None
    contact: Literal["in_chat", "own_page"] = "in_chat"

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.closes is not None and first_day(self.opens) > last_day(self.closes):
            refuse([Misfit(("closes",), f"closes ({self.closes}) before it opens ({self.opens})")])
        return self

    @property
    def first_day(self) -> date:
        return first_day(self.opens)

    @property
    def last_day(self) -> date | None:
        """The last open day; None while the office has set none."""
        return None if self.closes is None else last_day(self.closes)

    def open_on(self, day: date) -> Openness:
        if day < self.first_day:
            return "not_yet"
        return "closed" if self.last_day is not None and day > self.last_day else "open"


class Length(Part):
    """Counted in characters; the minimum is advice, the maximum a limit (R40, R41, R47, R48)."""

    minimum_soft: Annotated[int, Field(ge=1)] | None = None
    maximum: Annotated[int, Field(ge=1, le=100_000)]
    overflow: Literal["attachment", "refused"] = "attachment"
    unit: Literal["characters"] = "characters"

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.minimum_soft is not None and self.minimum_soft > self.maximum:
            refuse([Misfit(("minimum_soft",), f"is greater than the maximum of {self.maximum}")])
        return self


class Privacy(Part):
    """What a person agrees to before the first personal question; a new text needs a new `version`."""

    version: Slug
    text: Annotated[Text, AfterValidator(fits_a_window)]


class Audience(Named):
    """A category of contributors; what it leaves out comes from the campaign (R18, R20, R48, R50)."""

    minimum_soft: Annotated[int, Field(ge=1)] | None = None
    maximum: Annotated[int, Field(ge=1, le=100_000)] | None = None
    also_required: tuple[RequiredField, ...] = ()


class Files(Part):
    extensions: Annotated[tuple[Extension, ...], Field(min_length=1)]
    max_bytes: Annotated[int, Field(ge=1, le=20 * 1024 * 1024)]  # a bot can fetch no more than 20 MB
    max_count: Annotated[int, Field(ge=1, le=50)]


Days = Annotated[int, Field(ge=1, le=365)]


class Reminders(Part):
    """When staff are reminded of a last day (R77): in calendar days before it, on it and after it.

    `every`: so many days apart once the last of `after` is over; None ends there.
    """

    before: tuple[Days, ...] = (3, 1)
    on_the_day: bool = True
    after: tuple[Days, ...] = (1, 3, 7)
    every: Days | None = 7


class Deadline(Part):
    """When the reply is due. Calendar, holidays and workdays matter for working days only.

    `pauses`: the clock stands while the author is asked something (R136). The campaign's own `holidays` and
    `workdays` go before the `official` calendar; `listed` counts by them alone.
    """

    days: Days
    day_type: Literal["calendar", "working"]
    starts_at: Literal["received", "registered", "forwarded", "signed"]
    pauses: bool = True
    calendar: Literal["official", "listed"] = "official"
    holidays: tuple[date, ...] = ()
    workdays: tuple[date, ...] = ()
    reminders: Reminders = Reminders()


class Visits(Part):
    """By when word is brought to somebody without a chat (R22): in working days, a question or anything else.

    `again`: after a try that met nobody.
    """

    question_days: Days = 3
    days: Days = 7
    again: Days = 2


class Outcome(Named):
    adopted: bool = False
    reason_required: bool = False
    letter: Literal["A", "B", "C", "D"] | None = None


class ReplyRules(Part):
    """What a reply passes before it is sent, and what its writer is asked to look at once more (R75)."""

    approval: tuple[Literal["lead", "office"], ...] = ()
    hints: bool = True
    empty_phrases: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.approval not in {(), ("lead",), ("office",), ("lead", "office")}:
            refuse([Misfit(("approval",), "must be lead, office, or lead and then office")])
        return self


class Rating(Named):
    satisfied: bool
    second_handling: bool = False


class FaceToFace(Part):
    """Share of suggestions whose author the unit must meet; a rule of deputies' campaigns (R122)."""

    mode: Literal["off", "advisory", "required"] = "off"
    minimum_share: Annotated[Decimal, Field(ge=0, le=1)] = Decimal(0)


class Diversion(Named):
    """Where a matter goes that is no suggestion (R54, R62)."""

    advice: Text
    url: HttpUrl | None = None


class Unit(Named):
    kind: UnitKind
    parent: Slug | None = None


class Quota(Named):
    """A task 任务数 (R92-R97): how many each of `per` is to reach by the last day; the rest says what counts.

    `growth_percent` asks for so much more than last year, where last year's figures were loaded (R89).
    """

    per: Literal["campaign", "district", "unit", "officer"] = "unit"
    minimum: Annotated[int, Field(ge=1)] | None = None
    growth_percent: Annotated[int, Field(ge=1, le=1000)] | None = None
    last_day: Period | None = None
    unit_kinds: tuple[UnitKind, ...] = ()
    districts: tuple[DistrictName, ...] = ()
    valuable_only: bool = False
    recommended_only: bool = False
    by_proxy: bool = False
    flag: Slug | None = None

    @model_validator(mode="after")
    def _says_how_many(self) -> Self:
        if self.minimum is None and self.growth_percent is None:
            refuse([Misfit(("minimum",), "is missing: give minimum, growth_percent or both")])
        if self.districts and self.per != "district":
            refuse([Misfit(("districts",), "are named, but the quota is not per district")])
        if self.unit_kinds and self.per != "unit":
            refuse([Misfit(("unit_kinds",), "are named, but the quota is not per unit")])
        return self

    @property
    def ends(self) -> date | None:
        """The last day that counts; None where it is open."""
        return None if self.last_day is None else last_day(self.last_day)


class Prize(Named):
    places: Annotated[int, Field(ge=1)]
    amount_yuan: Annotated[int, Field(ge=0)]
    awarded_to: Literal["person", "unit"] = "person"
    may_stay_vacant: bool = False


class Awards(Part):
    prizes: Annotated[Several[Prize], Field(min_length=1)]
    conditions: tuple[Text, ...] = ()
    needs_instruction: bool = False
    needs_adoption: bool = False
    criteria: tuple[Text, ...] = ()
