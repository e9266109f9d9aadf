"""What a phone sends; how long things may be is said again by the rules that read them."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from backend.collecting.entries import Collected, Photo
from backend.errors import Refusal
from backend.ledger.intake import Letter
from backend.people.model import Person
from backend.proxy import filing
from backend.proxy.model import ConsentForm

Short = Annotated[str, StringConstraints(max_length=64)]
Line = Annotated[str, StringConstraints(max_length=500)]
Words = Annotated[str, StringConstraints(max_length=100_000)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
ID_MAXIMUM = 2**53
Id = Annotated[int, Field(ge=1, le=ID_MAXIMUM)]
MOST_PHOTOS = 50
YEARS = range(1970, 9999)
"""Of a phone's clock, however wrong; beyond them no time zone can be reckoned with."""


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SigningIn(Body):
    token: Annotated[str, StringConstraints(max_length=200)]
    key: Annotated[str, StringConstraints(max_length=200)]


class PhotoBody(Body):
    sha256: Sha256
    paper: bool = False


class EntryBody(Body):
    once: UUID
    campaign: Short
    theme: Short
    topic: Short
    text: Words
    name: Line
    contact: Line = ""
    scope: Short = ""
    receiving_unit: Short = ""
    identity: Short = ""
    work_unit: Line = ""
    school: Line = ""
    address: Line = ""
    said_on: date
    consent: ConsentForm
    agreed_at: AwareDatetime
    photos: Annotated[list[PhotoBody], Field(max_length=MOST_PHOTOS)] = []
    occasion: Id | None = None
    call: Id | None = None

    def collected(self, person: Person) -> Collected:
        """Return the entry, as told in the chat of the officer's own channel."""
        if self.agreed_at.year not in YEARS:
            raise Refusal("collect-agreed-unclear")
        said = self.model_dump(include=set(LETTER))
        return Collected(
            once=str(self.once),
            letter=Letter(channel=person.channel, told_by=filing.CHANNEL, **said),
            said_on=self.said_on,
            consent=self.consent,
            agreed_at=self.agreed_at,
            photos=[Photo(photo.sha256, photo.paper) for photo in self.photos],
            occasion_id=self.occasion,
            call_id=self.call,
        )


LETTER = (
    "campaign", "theme", "topic", "text", "name", "contact", "scope", "receiving_unit", "identity",
    "work_unit", "school", "address",
)  # fmt: skip
