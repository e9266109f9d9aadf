"""A campaign (征集活动) as data: everything that differs from year to year and place to place."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from backend.campaigns.checks import (
    award_faults,
    clear_themes,
    known_parents,
    known_zone,
    length_faults,
    numbering_faults,
    quota_faults,
)
from backend.campaigns.parts import (
    Audience,
    Awards,
    Channel,
    Deadline,
    Diversion,
    FaceToFace,
    Files,
    Length,
    Named,
    Openness,
    Outcome,
    Phase,
    Privacy,
    Quota,
    Rating,
    ReplyRules,
    RequiredField,
    Theme,
    Topic,
    Unit,
    Visits,
)
from backend.campaigns.texts import Part, Several, Slug, Text, folded, refuse, text

__all__ = ["Campaign", "Openness", "Text", "Theme", "Topic", "text"]


STANDARD_PRIVACY = "standard-1"
"""The wording of the house, `consent-standard` in locales/*/bot.ftl: counts on when those words change."""


class Campaign(Part):
    id: Slug
    version: Annotated[int, Field(ge=1)]
    number_prefix: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{1,11}$")]
    year: Annotated[int, Field(ge=2000, le=2999)]
    regime: Literal["citizens", "deputies"] = "citizens"
    title: Text
    slogan: Text
    organiser: Text
    greeting: Text
    guidance: tuple[Text, ...] = ()
    out_of_scope: Text | None = None
    legal_basis: Text | None = None
    time_zone: Annotated[str, AfterValidator(known_zone)] = "Asia/Shanghai"
    phases: Annotated[Several[Phase], Field(min_length=1)]
    channels: Annotated[dict[Slug, Channel], Field(min_length=1)]
    audiences: Several[Audience] = ()
    length: Length
    files: Files
    required_fields: tuple[RequiredField, ...] = ("name", "contact")
    contact_kinds: Annotated[tuple[Literal["phone", "email"], ...], Field(min_length=1)] = ("phone",)
    privacy: Privacy | None = None
    scopes: Several[Named] = ()
    receiving_units: Several[Named] = ()
    deadline: Deadline
    visits: Visits = Visits()
    outcomes: Annotated[Several[Outcome], Field(min_length=1)]
    reply: ReplyRules | None = None
    ratings: Several[Rating] = ()
    face_to_face: FaceToFace = FaceToFace()
    numbering: Literal["campaign", "theme"] = "theme"
    themes: Annotated[Several[Theme], Field(min_length=1), AfterValidator(clear_themes)]
    units: Annotated[Several[Unit], AfterValidator(known_parents)] = ()
    diversions: Several[Diversion] = ()
    quotas: Several[Quota] = ()
    awards: Awards | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        refuse(
            [
                *numbering_faults(self.themes, self.numbering),
                *length_faults(self.audiences, self.length),
                *quota_faults(self.quotas, self.themes),
                *award_faults(self.awards, any_adopted=any(outcome.adopted for outcome in self.outcomes)),
            ]
        )
        return self

    @property
    def privacy_wording(self) -> str:
        """Name the wording a person agrees to: the campaign's own, or the house's."""
        return f"{self.id}/{self.privacy.version}" if self.privacy else STANDARD_PRIVACY

    @property
    def approval(self) -> tuple[str, ...]:
        """Return who approves a reply before it is sent, in order: lead, office, or nobody."""
        return self.reply.approval if self.reply else ()

    @property
    def asks_on_own_page(self) -> bool:
        """Some channel asks for personal data on our own page in place of the chat."""
        return any(channel.contact == "own_page" for channel in self.channels.values())

    def theme(self, theme_id: str) -> Theme | None:
        return next((theme for theme in self.themes if theme.id == theme_id), None)

    def topics(self) -> Iterator[Topic]:
        return (topic for theme in self.themes for topic in theme.topics)

    def topic(self, topic_id: str) -> Topic | None:
        return next((topic for topic in self.topics() if topic.id == topic_id), None)

    def theme_of(self, topic_id: str) -> Theme | None:
        owners = (theme for theme in self.themes if any(topic.id == topic_id for topic in theme.topics))
        return next(owners, None)

    def theme_named(self, name: str) -> Theme | None:
        """By name or alias in any language, ignoring case, spaces and a closing full stop."""
        return next((theme for theme in self.themes if folded(name) in theme.names()), None)

    def outcome(self, outcome_id: str) -> Outcome | None:
        return next((outcome for outcome in self.outcomes if outcome.id == outcome_id), None)

    def open_on(self, channel: str, day: date) -> Openness:
        """KeyError when the campaign has no such channel."""
        return self.channels[channel].open_on(day)

    def chat(self, name: str) -> Channel | None:
        """Return a chat channel's own rules (`telegram`, `webchat`), or those of all chats (R12)."""
        return self.channels.get(name) or self.channels.get("chat")

    def phase_on(self, day: date) -> list[Phase]:
        """Phases may overlap, and a day may lie in none (R11)."""
        return [phase for phase in self.phases if phase.covers(day)]

    def length_for(self, audience_id: str | None) -> Length:
        audience = next((audience for audience in self.audiences if audience.id == audience_id), None)
        if audience is None:
            return self.length
        told = audience.model_dump(include={"minimum_soft", "maximum"}, exclude_none=True)
        return self.length.model_copy(update=told)

    def required_for(self, audience_id: str | None) -> tuple[RequiredField, ...]:
        extra = (audience.also_required for audience in self.audiences if audience.id == audience_id)
        return tuple(dict.fromkeys((*self.required_fields, *next(extra, ()))))
