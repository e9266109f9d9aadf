"""Photos that never become whole take up only so much room, and hold up none that has begun."""

import pytest
from collect_house import Phone, Post, photo
from sqlalchemy import select

from backend.collecting import uploads
from backend.collecting.model import CollectUpload
from backend.collecting.uploads import PHOTO_BYTES, PIECE_BYTES
from tests.backend.backend_house import rows


async def test_sixty_unfinished_photos_of_an_officer_are_the_most(
    post: Post, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_UNFINISHED", 2)
    large, other = photo("a", side=1000), await post.phone()
    await phone.sends_piece(large)
    await other.sends_piece(photo("b", side=1000))
    told = await phone.sends_piece(photo("c"))
    assert (told.status_code, told.json()["key"]) == (429, "collect-photos-many")
    assert int(told.headers["retry-after"]) >= 60
    assert len(await rows(post.db, select(CollectUpload))) == 2
    await phone.sends_photo(large)  # what has begun goes on, and makes room
    await phone.sends_photo(photo("c"))


async def test_their_bytes_are_counted_as_they_were_announced(post: Post, phone: Phone) -> None:
    content, announced = photo(side=1000), str(PHOTO_BYTES)
    fit = uploads.UNFINISHED_BYTES // PHOTO_BYTES
    codes = [
        (await phone.asks("PUT", f"photos/{each:064x}", params={"at": "0", "size": announced}, content=b"x"))
        for each in range(fit + 1)
    ]
    assert [one.status_code for one in codes] == [*[200] * fit, 429]
    (there, *_) = await rows(post.db, select(CollectUpload))
    where = {"at": "0", "size": str(len(content))}
    anew = await phone.asks(
        "PUT", f"photos/{there.sha256}", params=where, content=content[:PIECE_BYTES]
    )  # smaller than it was announced
    assert anew.json()["got"] == PIECE_BYTES
