"""Files of a draft: sent, too many, and made of a text that was too long."""

from backend_house import SHA256
from telling import Telling

from backend.drafts.model import Step


async def test_a_long_text_becomes_a_file_and_a_short_one_is_asked(telling: Telling) -> None:
    await telling.says(21, "长" * 600)
    await telling.says(22, "长" * 600)
    await telling.does("attach_text", sha256=SHA256, name="全文.txt")
    draft = await telling.now()
    assert (draft.text, draft.text_closed, draft.step) == ("", False, Step.TEXT)
    assert [part.name for part in draft.files] == ["全文.txt"]
    await telling.says(23, "短的")
    await telling.does("close_text")
    await telling.does("attach_text", sha256=SHA256, name="又一个.txt")
    assert {part.name for part in (await telling.now()).files} == {"全文.txt", "又一个.txt"}


async def test_a_long_caption_becomes_a_file_beside_the_file_it_came_with(telling: Telling) -> None:
    await telling.sends(21, caption="长" * 1020)
    await telling.does("attach_text", sha256=SHA256, name="全文.txt")
    assert sorted(part.name or "" for part in (await telling.now()).files) == ["21.pdf", "全文.txt"]


async def test_of_two_texts_that_became_files_only_the_one_taken_out_comes_back(telling: Telling) -> None:
    for message, text in ((21, "长" * 1200), (22, "短" * 1100)):
        await telling.says(message, text)
        await telling.does("attach_text", sha256=SHA256, name=f"{message}.docx")
    earlier = next(part for part in (await telling.now()).files if part.name == "21.docx")
    await telling.does("remove_file", part=earlier.id)
    draft = await telling.now()
    assert (draft.text, [part.name for part in draft.files]) == ("长" * 1200, ["22.docx"])


async def test_no_text_makes_no_file(telling: Telling) -> None:
    await telling.does("attach_text", sha256=SHA256, name="全文.txt")
    assert (await telling.now()).parts == []


async def test_files_are_counted_and_one_too_many_is_told(telling: Telling) -> None:
    for message in range(21, 31):
        await telling.sends(message)
    told = {"name": "31.pdf", "maximum": "10"}
    said = {"message": 31, "sha256": SHA256, "name": "31.pdf", "caption": "说明"}
    assert await telling.refused("attach", **said) == ("file-one-too-many", told)
    draft = await telling.now()
    assert ([part.message for part in draft.files], draft.text) == ([*range(21, 31)], "")
    await telling.does("remove_file", part=draft.files[3].id)
    await telling.sends(31)
    kept = [21, 22, 23, *range(25, 32)]
    assert [part.message for part in (await telling.now()).files] == kept


async def test_a_caption_is_added_to_the_text(telling: Telling) -> None:
    await telling.says(21, "建议")
    await telling.sends(22, caption=" 照片说明 ")
    await telling.sends(23, caption="\u200b")
    draft = await telling.now()
    assert (draft.text, len(draft.files)) == ("建议\n照片说明", 2)


async def test_the_same_bytes_may_be_sent_in_two_messages(telling: Telling) -> None:
    await telling.sends(21)
    await telling.sends(22)
    await telling.sends(22)
    assert [part.message for part in (await telling.now()).files] == [21, 22]
