"""What an officer did, for pages to show: an entry for somebody without a chat, and a phone signed in."""

from console_house import House
from matrix_house import OWN
from officers_house import in_office

from backend import clock
from backend.collecting.model import CollectDevice
from backend.ledger.intake import Letter
from backend.people import actions as people
from backend.proxy import filing
from backend.proxy.model import ConsentForm, EntryWay
from backend.suggestions.model import Suggestion

OFFICER_CHAT = 77_001


async def entered(house: House) -> Suggestion:
    """Enter a suggestion for somebody, from a phone that was signed in."""
    person = await people.introduce(house.db, channel="webchat", chat=OFFICER_CHAT, language="zh-CN")
    officer = await in_office(house.db, person, unit=OWN)
    letter = Letter(
        campaign="city-2024",
        channel="webchat",
        theme="urban-rural",
        topic="t22",
        text="示例村口的路灯坏了，建议换成太阳能路灯。",
        name="张三",
        told_by=filing.CHANNEL,
    )
    consent = filing.Consent(ConsentForm.SPOKEN, clock.now())
    made = await filing.file(
        house.db, person_id=person.id, letter=letter, consent=consent, once="one", way=EntryWay.OFFLINE
    )
    async with house.db.begin() as session:
        session.add(
            CollectDevice(
                officer_id=officer.id,
                token_hash=b"t" * 32,
                key_hash=b"k" * 32,
                made_at=clock.now(),
                signed_in_at=clock.now(),
                used_at=clock.now(),
                link_until=clock.now(),
            )
        )
    return made.suggestion
