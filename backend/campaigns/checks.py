"""Rules that look at several parts of a campaign at once."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from backend.campaigns.parts import Audience, Awards, Length, Quota, Theme, Unit
from backend.campaigns.texts import Misfit, refuse

RESERVED_TOPIC = "other"  # stands in answers and buttons for what no list names (R6)


def known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise ValueError(f"{name!r} is no time zone") from unknown
    return name


def clear_themes(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
    refuse([*_shared_names(themes), *_topic_id_faults(themes)])
    if not any(theme.other_topic or not theme.topics for theme in themes):
        raise ValueError("no theme takes what fits no topic: set other_topic on at least one (R6)")
    return themes


def _shared_names(themes: Sequence[Theme]) -> Iterator[Misfit]:
    owner: dict[str, str] = {}
    for place, theme in enumerate(themes):
        for name in sorted(theme.names() & owner.keys()):
            yield Misfit((place, "name"), f"the name {name!r} already belongs to the theme {owner[name]!r}")
        owner.update(dict.fromkeys(theme.names(), theme.id))


def _topic_id_faults(themes: Sequence[Theme]) -> Iterator[Misfit]:
    owner: dict[str, str] = {}
    for place, theme in enumerate(themes):
        for row, topic in enumerate(theme.topics):
            if topic.id == RESERVED_TOPIC:
                sentence = f"{RESERVED_TOPIC!r} is reserved: set other_topic on the theme instead"
                yield Misfit((place, "topics", row, "id"), sentence)
            if owner.get(topic.id, theme.id) != theme.id:
                sentence = f"the id {topic.id!r} is used twice, first in the theme {owner[topic.id]!r}"
                yield Misfit((place, "topics", row, "id"), sentence)
            owner.setdefault(topic.id, theme.id)


def numbering_faults(themes: Sequence[Theme], numbering: str) -> Iterator[Misfit]:
    """Numbers run 1, 2, 3 … without a gap, within each theme or across the campaign."""
    expected = 1
    for place, theme in enumerate(themes):
        expected = 1 if numbering == "theme" else expected
        for row, topic in enumerate(theme.topics):
            if topic.number is None:
                continue
            if topic.number != expected:
                sentence = f"is {topic.number}, but the next number here is {expected}"
                yield Misfit(("themes", place, "topics", row, "number"), sentence)
            expected = topic.number + 1


def known_parents(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    parents = {unit.id: unit.parent for unit in units}
    misfits = []
    for place, unit in enumerate(units):
        if unit.parent is not None and unit.parent not in parents:
            misfits.append(Misfit((place, "parent"), f"there is no unit {unit.parent!r}"))
        elif _is_own_ancestor(unit.id, parents):
            misfits.append(Misfit((place, "parent"), f"the unit {unit.id!r} stands above itself"))
    refuse(misfits)
    return units


def _is_own_ancestor(unit_id: str, parents: dict[str, str | None]) -> bool:
    above = parents[unit_id]
    for _ in parents:
        if above is None or above == unit_id:
            break
        above = parents.get(above)
    return above == unit_id


def length_faults(audiences: Sequence[Audience], length: Length) -> Iterator[Misfit]:
    for place, audience in enumerate(audiences):
        minimum = audience.minimum_soft or length.minimum_soft or 0
        maximum = audience.maximum or length.maximum
        if minimum > maximum:
            field = "minimum_soft" if audience.minimum_soft else "maximum"
            yield Misfit(
                ("audiences", place, field), f"asks for {minimum} characters where {maximum} are allowed"
            )


def quota_faults(quotas: Sequence[Quota], themes: Sequence[Theme]) -> Iterator[Misfit]:
    flags = {flag for theme in themes for flag in theme.flags}
    for place, quota in enumerate(quotas):
        if quota.flag is not None and quota.flag not in flags:
            yield Misfit(("quotas", place, "flag"), f"no theme has the flag {quota.flag!r}")


def award_faults(awards: Awards | None, *, any_adopted: bool) -> Iterator[Misfit]:
    if awards is not None and awards.needs_adoption and not any_adopted:
        yield Misfit(("awards", "needs_adoption"), "no outcome counts as adopted, so nobody could win")
