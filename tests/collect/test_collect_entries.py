"""Entries from a phone become suggestions once each; photos come in pieces and go on where they were cut."""

from typing import Any
from uuid import uuid4

import pytest
from collect_house import NAME, WORDS, Phone, Post, photo
from sqlalchemy import select, update

from backend import clock
from backend.calls.model import Asked, Call
from backend.collecting import actions
from backend.collecting.model import CollectUpload
from backend.collecting.uploads import PIECE_BYTES
from backend.dates import today
from backend.files import actions as files
from backend.occasions.model import Occasion, OccasionKind
from backend.proxy.model import Entry
from backend.staff.model import Staff
from backend.suggestions.model import Attachment, Suggestion
from tests.backend.backend_house import raw, rows


def once() -> str:
    return str(uuid4())


async def test_an_entry_is_its_authors_entered_by_the_officer(post: Post, phone: Phone) -> None:
    told = await phone.enters(once())
    assert told.status_code == 200, told.text
    (suggestion,) = await rows(post.db, select(Suggestion))
    assert told.json()["number"] == suggestion.number
    assert post.db.keys.is_code(told.json()["code"], suggestion.code_hash)
    assert (suggestion.name, suggestion.officer_id, suggestion.channel) == (NAME, post.officer.id, "webchat")
    (entry,) = await rows(post.db, select(Entry))
    assert (entry.way, entry.consent_form) == ("offline", "spoken")


async def test_sent_again_after_a_lost_answer_it_is_one(post: Post, phone: Phone) -> None:
    same, sha256 = once(), await phone.sends_photo(photo())
    said = {"photos": [{"sha256": sha256}]}
    first, again = await phone.enters(same, **said), await phone.enters(same, **said)
    assert first.json() == again.json()
    assert len(await rows(post.db, select(Suggestion))) == 1
    assert (await phone.enters(same, text="另一件事。")).status_code == 409


async def test_photos_go_on_where_the_line_was_cut(post: Post, phone: Phone) -> None:
    content = photo(side=1000)
    assert len(content) > 2 * PIECE_BYTES
    assert (await phone.sends_piece(content)).json() == {"got": PIECE_BYTES, "kept": False}
    assert (await phone.sends_piece(content)).json() == {"got": PIECE_BYTES, "kept": False}  # the same again
    assert (await phone.sends_piece(content, 3)).json()["got"] == PIECE_BYTES  # one that does not fit
    sha256 = await phone.sends_photo(content)
    far = await phone.asks("GET", f"photos/{sha256}")
    assert far.json() == {"got": len(content), "kept": True}
    await phone.enters(once(), photos=[{"sha256": sha256}])
    (attachment,) = await rows(post.db, select(Attachment))
    assert attachment.name == "照片 1.jpg"
    assert (await files.fetch(post.store, attachment.sha256)).startswith(b"\xff\xd8\xff")
    assert await rows(post.db, select(CollectUpload)) == []


async def test_a_photo_that_was_whole_when_the_server_ended_is_finished(post: Post, phone: Phone) -> None:
    content = photo()
    await phone.sends_piece(content)
    async with post.db.begin() as session:  # as it stands when the server ends before the inspection
        values = {"kept": None, "content": content, "got": len(content)}
        await session.execute(update(CollectUpload).values(**values))
    assert (await phone.sends_piece(content, len(content))).json() == {"got": len(content), "kept": True}


async def test_what_is_no_photo_is_refused_with_a_reason_and_kept_nowhere(post: Post, phone: Phone) -> None:
    told = await phone.sends_piece(b"MZ no picture at all")
    assert (told.status_code, told.json()["key"]) == (422, "file-not-what-it-says")
    assert await rows(post.db, select(CollectUpload)) == []
    large = await phone.sends_piece(b"x", size="90000000")
    assert (large.status_code, large.json()["key"]) == (422, "collect-photo-unclear")
    (row,) = await raw(post.db, "SELECT count(*) FROM stored_file")
    assert row == (0,)


async def test_bytes_that_were_damaged_on_the_way_come_again(post: Post, phone: Phone) -> None:
    content = photo()
    sha256 = "ab" * 32
    where = {"at": "0", "size": str(len(content))}
    told = await phone.asks("PUT", f"photos/{sha256}", params=where, content=content)
    assert (told.status_code, told.json()["key"]) == (409, "collect-photo-broken")
    assert await rows(post.db, select(CollectUpload)) == []


async def test_an_entry_whose_photos_have_not_come_says_which(post: Post, phone: Phone) -> None:
    there, missing = await phone.sends_photo(photo()), "cd" * 32
    photos = [{"sha256": there}, {"sha256": missing}]
    told = await phone.enters(once(), photos=photos)
    assert (told.status_code, told.json()["missing"]) == (409, [missing])
    assert await rows(post.db, select(Suggestion)) == []


async def test_one_phone_cannot_name_anothers_photo(post: Post, phone: Phone) -> None:
    theirs = await (await post.phone()).sends_photo(photo())
    assert (await phone.enters(once(), photos=[{"sha256": theirs}])).json()["missing"] == [theirs]


async def test_consent_on_paper_needs_its_photo(post: Post, phone: Phone) -> None:
    sha256 = await phone.sends_photo(photo())
    told = await phone.enters(once(), consent="paper", photos=[{"sha256": sha256}])
    assert (told.status_code, told.json()["key"]) == (422, "collect-paper-missing")
    told = await phone.enters(once(), consent="paper", photos=[{"sha256": sha256, "paper": True}])
    assert told.status_code == 200
    (attachment,) = await rows(post.db, select(Attachment))
    assert (attachment.name, attachment.agreement) == ("同意书 1.jpg", True)


async def test_a_signed_paper_is_none_of_the_files_a_campaign_takes(post: Post, phone: Phone) -> None:
    most = (await of_city(phone))["photos"]
    photos = [{"sha256": await phone.sends_photo(photo(str(each)))} for each in range(most)]
    paper = {"sha256": await phone.sends_photo(photo("paper")), "paper": True}
    told = await phone.enters(once(), consent="paper", photos=[paper, *photos])
    assert told.status_code == 200, told.text
    found = await rows(post.db, select(Attachment).order_by(Attachment.ordinal))
    assert [one.agreement for one in found] == [*[False] * most, True]
    too_many = [*photos, {"sha256": await phone.sends_photo(photo("one more"))}]
    again = [{"sha256": await phone.sends_photo(photo(str(each)))} for each in range(most)]
    told = await phone.enters(once(), photos=[*again, too_many[-1]])
    assert (told.status_code, told.json()["key"]) == (422, "file-one-too-many")


async def of_city(phone: Phone) -> dict[str, Any]:
    offer = (await phone.asks("GET", "offer")).json()
    (campaign,) = [one for one in offer["campaigns"] if one["id"] == "city-2024"]
    return dict(campaign)


async def test_a_wrong_clock_moves_no_date_beyond_what_can_be(post: Post, phone: Phone) -> None:
    days = {"2031-01-01": "2024-08-01", "2001-01-01": "2024-07-01", "2024-07-20": "2024-07-20"}
    for said, received in days.items():
        told = (await phone.enters(once(), said_on=said, agreed_at=f"{said}T08:00:00+08:00")).json()
        assert (told["received"], told["moved"]) == (received, said != received)
    assert all(entry.consented_at <= clock.now() for entry in await rows(post.db, select(Entry)))


@pytest.mark.parametrize("never", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
async def test_a_time_of_consent_that_cannot_be_is_told(post: Post, phone: Phone, never: str) -> None:
    told = await phone.enters(once(), agreed_at=never)
    assert (told.status_code, told.json()["key"]) == (422, "collect-agreed-unclear")


async def test_a_rule_that_says_no_is_told_in_the_officers_language(post: Post, phone: Phone) -> None:
    phone.http.headers["Accept-Language"] = "en"
    told = await phone.enters(once(), text="路" * 1001)
    assert (told.status_code, told.json()["key"]) == (422, "intake-text-too-long")
    assert "1001" in told.json()["sentence"]
    unread = await phone.enters(once(), name=["a", "list"])
    assert (unread.status_code, NAME in unread.text) == (400, False)
    too_large = await phone.enters(once(), text="路" * 300_000)
    assert too_large.status_code == 413


async def test_events_and_requests_are_taken_along_and_counted(post: Post, phone: Phone) -> None:
    occasion, call = await something_to_count(post)
    campaign = await of_city(phone)
    assert [one["id"] for one in campaign["occasions"]] == [occasion]
    assert [one["id"] for one in campaign["calls"]] == [call]
    assert campaign["maximum"] == 1000
    assert (await phone.enters(once(), occasion=occasion, call=call)).status_code == 200
    (entry,) = await rows(post.db, select(Entry))
    assert (entry.occasion_id, entry.call_id) == (occasion, call)
    for wrong in ({"occasion": occasion + 1}, {"call": call + 1}):
        assert (await phone.enters(once(), **wrong)).status_code == 422


async def something_to_count(post: Post) -> tuple[int, int]:
    this_day = today()
    async with post.db.begin() as session:
        staff = (await session.scalars(select(Staff.id))).first()
        made = {"campaign": "city-2024", "made_by": staff, "made_at": clock.now()}
        days = {"first_day": this_day, "last_day": this_day}
        kind = OccasionKind.STALL
        occasion = Occasion(unit_id=post.officer.unit_id, kind=kind, title="示例集市", **days, **made)
        call = Call(title="示例征集", words="请收集。", topics=["green-ecology/t24"], due_on=this_day, **made)
        session.add_all([occasion, call])
        await session.flush()
        session.add(Asked(call_id=call.id, officer_id=post.officer.id))
    return occasion.id, call.id


async def test_photos_no_entry_came_for_are_forgotten_after_a_week(post: Post, phone: Phone) -> None:
    await phone.sends_piece(photo(side=1000))
    post.hands.forward(days=8)
    await actions.forget(post.db)
    assert await rows(post.db, select(CollectUpload)) == []


async def test_nothing_said_stands_in_the_log(post: Post, phone: Phone, caplog) -> None:
    with caplog.at_level("INFO"):
        await phone.enters(once())
        await phone.enters(once(), theme="no-such-theme")
    assert NAME not in caplog.text
    assert WORDS not in caplog.text
