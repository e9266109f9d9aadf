"""What programs send and are sent; ids and keys are those of the campaign file, never sentences."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.suggestions.model import ActorKind, EventKind, SuggestionState

Words = Annotated[str, StringConstraints(max_length=20_000)]
Name = Annotated[str, StringConstraints(max_length=200)]
Slug = Annotated[str, StringConstraints(max_length=64)]
LARGEST_ID = 2**62


class Body(BaseModel):
    """What comes in: a field nobody knows is a mistake, not to be passed over."""

    model_config = ConfigDict(extra="forbid")


class Known(BaseModel):
    """A number of another system."""

    system: Slug
    number: Slug


class Summary(BaseModel):
    """A suggestion without anything that says who made it; `updated_at`: when its newest event was."""

    number: str
    campaign: str
    theme: str
    topic: str
    text: str
    scope: str | None
    channel: str
    state: SuggestionState
    received_at: datetime
    updated_at: datetime
    unit: str | None
    due_on: date | None
    merged: bool
    public: bool
    foreign: list[Known]


class Page(BaseModel):
    """`next` is the cursor of the page after this one; null on the last."""

    items: list[Summary]
    next: str | None


class Happened(BaseModel):
    """`data` holds ids and days; `words` what was said with it."""

    ordinal: int
    kind: EventKind
    at: datetime
    by: ActorKind
    unit: str | None
    data: dict[str, Any]
    words: str | None


class Given(BaseModel):
    ordinal: int
    unit: str | None
    outcome: str
    text: str
    reason: str | None
    given_at: datetime


class Attached(BaseModel):
    ordinal: int
    name: str
    bytes: int
    media_type: str
    available: bool


class Author(BaseModel):
    name: str
    contact: str
    work_unit: str | None
    school: str | None
    address: str | None


class Whole(Summary):
    """One suggestion; `author` only where it was asked for with `personal=true`."""

    events: list[Happened]
    replies: list[Given]
    files: list[Attached]
    author: Author | None


class Done(BaseModel):
    """How a suggestion stands after a verb."""

    number: str
    state: SuggestionState
    unit: str | None
    due_on: date | None


class Entered(Done):
    """`code` is the query code to tell the author with the number; null where it was registered before."""

    code: str | None
    new: bool


class Choice(BaseModel):
    id: str
    name: dict[str, str]


class ThemeChoice(Choice):
    topics: list[Choice]


class CampaignChoice(Choice):
    themes: list[ThemeChoice]
    scopes: list[Choice]
    receiving_units: list[Choice]
    audiences: list[Choice]
    outcomes: list[Choice]
    diversions: list[Choice]


class Forward(Body):
    unit: Slug


class Why(Body):
    reason: Words


class Divert(Why):
    place: Slug


class Merge(Body):
    into: Slug


class Ask(Body):
    text: Words


class Reply(Body):
    outcome: Slug
    text: Words
    reason: Words = ""


class MoveDate(Why):
    due_on: date


class FileSent(Body):
    """`content` in base64."""

    name: Name
    content: str


class Register(Body):
    """A letter, an e-mail, a visit or a call; `received_on` is today where it is left out."""

    campaign: Slug
    channel: Slug
    theme: Slug
    topic: Slug = ""
    text: Words
    name: Name
    contact: Name = ""
    received_on: date | None = None
    scope: Slug = ""
    receiving_unit: Slug = ""
    identity: Slug = ""
    work_unit: Name = ""
    school: Name = ""
    address: Name = ""
    foreign: Known | None = None
    files: Annotated[list[FileSent], Field(max_length=50)] = []


class Line(BaseModel):
    """A line of an import that was not taken, and why."""

    line: int
    key: str
    says: str


class Imported(BaseModel):
    """Counts of the lines that are new, were there already, and were not taken."""

    new: int
    known: int
    refused: list[Line]
