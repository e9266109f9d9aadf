"""Ways to hand in a suggestion besides this chat (R27-R31)."""

from backend.campaigns.parts import Channel
from backend.campaigns.queries import today
from backend.campaigns.schema import Campaign


def other_ways(rules: Campaign, here: str, language: str) -> str:
    """Return a line for each other channel that is open today and says where it is; "" for none."""
    others = (channel for channel in rules.channels.values() if channel is not rules.chat(here))
    open_ones = (channel for channel in others if channel.open_on(today(rules)) == "open")
    return "\n".join(_line(channel, language) for channel in open_ones if channel.address or channel.url)


def _line(channel: Channel, language: str) -> str:
    address = channel.address.said(language) if channel.address else None
    place = " ".join(str(part) for part in (address, channel.url) if part)
    return f"• {channel.name.said(language)}: {place}"
