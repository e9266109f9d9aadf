"""What is close is found, what is not is not, and nobody ever sees what is not public."""

from collections.abc import AsyncIterator

import pytest
from databases import load_campaigns, new_database_url
from similar_house import COLD, LIFT, LIFT_AGAIN, SHADE, Shelf
from sqlalchemy import update

from backend.db import connect
from backend.migrations.run import upgrade
from backend.secret import Keys
from backend.suggestions import similar
from backend.suggestions.index import grams
from backend.suggestions.model import Suggestion, SuggestionState
from backend.suggestions.similar import Index
from bench.sample_suggestions import fill, half_rewritten, texts

MANY = texts(2000)
HIDDEN = texts(20, seed=9)
STEP = 40


@pytest.fixture(scope="module")
async def crowd(
    postgresql: str | None, keys: Keys, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Index]:
    """An index of two thousand public suggestions, and some private ones beside them."""
    folder = tmp_path_factory.mktemp("crowd")
    db = connect(await new_database_url(postgresql, folder), keys)
    await upgrade(db)
    await load_campaigns(db)
    await fill(db, MANY)
    await fill(db, HIDDEN, public=False)
    index = Index(db, folder)
    await similar.refresh(index)
    yield index
    await db.close()


async def test_half_rewritten_texts_are_found_among_thousands(crowd: Index) -> None:
    lost = []
    for seed, original in enumerate(MANY[::STEP]):
        found = await similar.closest(crowd, half_rewritten(original, seed))
        assert len(found) <= 3
        lost += [original] if original not in {close.text for close in found} else []
    assert lost == []


async def test_the_same_words_are_as_close_as_can_be(crowd: Index) -> None:
    first, *others = await similar.closest(crowd, MANY[7])
    assert (first.text, round(first.likeness, 6)) == (MANY[7], 1.0)
    assert all(similar.CLOSE <= close.likeness < 1 for close in others)


@pytest.mark.parametrize(
    "text",
    [
        "希望把社保卡补办改成网上申请，邮寄到家，不用跑两趟。",
        "应当立法禁止在地铁车厢内外放视频，提高处罚标准。",
        "建议在天文馆开设夜间观星课程，并为中学生提供望远镜使用培训。",
        "Please plant more trees along the river.",
        "的",
        "！？\n\u200b 😀",
        "",
    ],
)
async def test_what_is_not_close_finds_nothing(crowd: Index, text: str) -> None:
    assert await similar.closest(crowd, text) == []


async def test_the_private_ones_of_a_crowd_are_never_found(crowd: Index) -> None:
    for text in HIDDEN:
        assert text not in {close.text for close in await similar.closest(crowd, text)}


async def test_a_very_long_text_is_looked_up_too(crowd: Index) -> None:
    found = await similar.closest(crowd, MANY[3] + "".join(HIDDEN[:2]))
    assert found[0].text == MANY[3]


async def test_other_words_for_the_same_are_close(shelf: Shelf) -> None:
    lift, _, _ = await shelf.public(LIFT, SHADE, COLD)
    await similar.refresh(shelf.index)
    assert await shelf.finds(LIFT_AGAIN) == [lift]


async def test_a_private_one_is_not_found(shelf: Shelf) -> None:
    await shelf.sent_in(LIFT)
    await similar.refresh(shelf.index)
    assert await shelf.finds(LIFT) == []


async def test_made_public_it_is_found_and_made_private_it_is_not(shelf: Shelf) -> None:
    await similar.refresh(shelf.index)
    (number,) = await shelf.public(LIFT)
    assert await shelf.finds(LIFT) == [number]
    await shelf.unpublish(number)
    assert await shelf.finds(LIFT) == []
    assert shelf.index.reader.look_up(LIFT, most=9).found == []
    await shelf.publish(number)
    assert await shelf.finds(LIFT) == [number]


async def test_an_index_that_lags_behind_shows_nothing_private(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    (number,) = await shelf.public(LIFT)
    await similar.refresh(shelf.index)
    monkeypatch.setattr(similar, "AT_ONCE", 0)
    await shelf.unpublish(number)
    assert shelf.index.reader.look_up(LIFT, most=9).found != []
    assert await shelf.finds(LIFT) == []


async def test_what_became_of_it_is_shown(shelf: Shelf) -> None:
    (number,) = await shelf.public(SHADE)
    await similar.refresh(shelf.index)
    (close,) = await shelf.closest(SHADE)
    assert (close.state, close.outcome, close.supporters) == (SuggestionState.REGISTERED, None, 0)
    await shelf.support(await shelf.person(), number)
    await shelf.forward(number)
    await shelf.reply(number)
    (close,) = await shelf.closest(SHADE)
    assert (close.state, close.supporters, close.text) == (SuggestionState.REPLIED, 1, SHADE)
    assert close.outcome
    assert close.outcome.said("zh-CN") == "采纳"


async def test_no_more_than_wanted(shelf: Shelf) -> None:
    await shelf.public(*[LIFT + str(number) for number in range(5)])
    await similar.refresh(shelf.index)
    assert len(await shelf.closest(LIFT)) == 3
    assert len(await shelf.closest(LIFT, most=5)) == 5


async def test_personal_data_is_not_even_read(shelf: Shelf) -> None:
    await shelf.public(LIFT)
    await similar.refresh(shelf.index)
    async with shelf.db.begin() as session:
        await session.execute(update(Suggestion).values(name="", contact=""))
    (close,) = await shelf.closest(LIFT)
    assert not {"name", "contact", "person_id"} & set(vars(close))


def test_grams_are_pairs_and_triples_of_ideographs_and_whole_words() -> None:
    assert grams("加装电梯, WiFi ＡＢＣ！加装") == [
        "加装", "装电", "电梯", "加装电", "装电梯", "wifi", "abc",
    ]  # fmt: skip
    assert grams("5G网络") == ["5g", "网络"]
    assert grams(" \u200b，。😀") == []
