"""For which campaign an officer sends many at once."""

from collections.abc import Iterable

from aiogram_dialog import DialogManager

from backend.campaigns.schema import Campaign
from backend.errors import Refusal
from bot.context import campaign_of
from bot.going import offered


async def campaign_for(manager: DialogManager, themes: Iterable[str] = ()) -> Campaign:
    """Return the open campaign that has one of these themes, else the house's; refuses where none is open."""
    found = [offer.campaign for offer in await offered(manager) if offer.is_open]
    found.sort(key=lambda one: one.id != campaign_of(manager))
    if not found:
        raise Refusal("batch-no-campaign")
    named = (one for one in found for theme in themes if one.theme_named(theme))
    return next(named, found[0])
