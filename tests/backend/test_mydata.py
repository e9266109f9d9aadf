"""What is held about a person is told whole, and is gone when they want it gone."""

import io
import json
import re
import zipfile

import pytest
from backend_house import Hands, change, one, person, raw, rows, submitted
from mydata_house import NAME, SECRETS, TEXT, Known, everything, known, sealed_columns
from sqlalchemy import ColumnElement, func, select, update

from backend.db import Database
from backend.drafts import queries as drafts
from backend.drafts.model import Draft, DraftState, Part, Step
from backend.files import actions as files
from backend.files.model import StoredFile
from backend.i18n import LANGUAGES
from backend.mydata import actions as mydata
from backend.mydata import export, page, queries
from backend.mydata.model import Certificate
from backend.people import actions as people
from backend.people.model import Consent, Person
from backend.sources.model import Source
from backend.suggestions import history
from backend.suggestions.model import Attachment, Event, Suggestion, SuggestionState


async def told(db: Database, person_id: int) -> tuple[str, dict[str, list[dict[str, object]]]]:
    async with db.read() as session:
        archive = zipfile.ZipFile(io.BytesIO(await page.export(session, person_id)))
    assert archive.namelist() == ["my-data.html", "my-data.json"]
    return archive.read("my-data.html").decode(), json.loads(archive.read("my-data.json"))


async def put(db: Database, state: SuggestionState, *which: ColumnElement[bool]) -> None:
    """Bring suggestions into a state, past the desk."""
    async with db.begin() as session:
        await session.execute(update(Suggestion).where(*which).values(state=state))


async def close(db: Database, suggestion: Suggestion) -> None:
    await put(db, SuggestionState.CLOSED, Suggestion.id == suggestion.id)


async def forget(db: Database, who: Known, entry: int = 99) -> Certificate:
    certificate = await mydata.forget(db, person_id=who.person.id, update=entry)
    await mydata.finish(db, who.store, certificate_id=certificate.id)
    return certificate


async def test_the_file_tells_everything_from_every_table(db: Database) -> None:
    who = await known(db)
    await mydata.forget(db, person_id=(await known(db, 50)).person.id, update=1)
    html, data = await told(db, who.person.id)
    missing = {table.__tablename__ for table in export.TABLES} - data.keys()
    told_with_those = {"certificate", "collect_device", "officer", "proxy_entry", "visit"}
    assert missing == told_with_those
    for secret in (*SECRETS, TEXT, "再补一句。", "在哪里？", who.ended.number, who.handled.number):
        assert secret in html, secret
        assert secret in json.dumps(data, ensure_ascii=False), secret
    assert "您存了我什么" in html
    assert "megacity" not in html


async def test_the_file_tells_nothing_of_others_and_no_keys_of_ours(db: Database) -> None:
    who, other = await known(db), await known(db, 50)
    html, data = await told(db, who.person.id)
    assert other.ended.number not in html
    assert {row["id"] for row in data["person"]} == {who.person.id}
    assert {row["person_id"] for row in data["draft"]} == {who.person.id}
    assert not {"seal", "code_hash", "token_hash", "staff_id"} & {
        name for row in data["event"] for name in row
    }
    assert (await one(db, Suggestion, id=who.ended.id)).code_hash not in json.dumps(data)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_is_in_the_persons_language_and_escapes(db: Database, language: str) -> None:
    who = await person(db, language=language)
    await submitted(db, who, text="<script>alert(1)</script>在示例社区种树。")
    html, _ = await told(db, who.id)
    assert f'lang="{language}"' in html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


async def test_nothing_says_who_it_was_once_everything_has_ended(db: Database) -> None:
    who = await known(db, handled=False)
    before = await everything(db)
    assert [secret for secret in SECRETS if secret not in before] == []
    assert len(sealed_columns()) > 10
    others = select(Suggestion.person_id).where(Suggestion.person_id != who.person.id)
    await put(db, SuggestionState.WITHDRAWN, Suggestion.person_id != who.person.id)
    for number, person_id in enumerate(await rows(db, others), 1):  # who was supported is the same 张三
        await mydata.forget(db, person_id=person_id, update=number)
    await forget(db, who)
    after = await everything(db)
    assert [secret for secret in SECRETS if secret in after] == []


async def test_what_is_handled_keeps_who_it_is_from_until_it_is_closed(db: Database, hands: Hands) -> None:
    who = await known(db)
    certificate = await forget(db, who)
    assert certificate.kept == {"handling": [who.handled.number], "over": [who.ended.number]}
    assert (await one(db, Suggestion, id=who.handled.id)).name == NAME
    assert (await one(db, Suggestion, id=who.ended.id)).name == ""
    hands.forward(days=3)
    await mydata.catch_up(db, who.store)
    assert (await one(db, Suggestion, id=who.handled.id)).name == NAME
    await close(db, who.handled)
    await mydata.catch_up(db, who.store)
    row = await one(db, Suggestion, id=who.handled.id)
    assert (row.name, row.contact, row.contact_kind, row.work_unit, row.erased_at) == (
        "",
        "",
        "",
        None,
        hands.at,
    )
    assert row.text == TEXT


async def test_what_is_said_after_it_is_not_forgotten(db: Database, hands: Hands) -> None:
    who = await known(db)
    await forget(db, who)
    hands.forward(hours=1)
    later = await submitted(db, who.person)
    await close(db, later)
    await mydata.catch_up(db, who.store)
    assert (await one(db, Suggestion, id=later.id)).name == NAME
    await forget(db, who, entry=100)
    assert (await one(db, Suggestion, id=later.id)).name == ""


async def test_an_objection_still_to_be_decided_keeps_a_diverted_one_in_handling(db: Database) -> None:
    who = await known(db)
    await put(db, SuggestionState.DIVERTED, Suggestion.person_id == who.person.id)
    await change(db, "UPDATE objection SET decided_at = NULL")
    async with db.read() as session:
        kept = await queries.in_handling(session, who.person.id)
    assert [suggestion.id for suggestion in kept] == [who.ended.id]


async def test_the_certificate_counts_what_went(db: Database) -> None:
    certificate = await forget(db, await known(db))
    assert re.fullmatch(r"DEL-\d{6}", certificate.number)
    assert certificate.erased == {
        "drafts": 2, "messages": 7, "files": 2, "consents": 1, "arrivals": 1, "supports": 1,
        "notices": 0, "links": 1, "letters": 1, "suggestions": 1,
    }  # fmt: skip


async def test_the_same_update_twice_forgets_once(db: Database) -> None:
    who = await known(db)
    first = await forget(db, who)
    await people.choose_plain_words(db, person_id=who.person.id, plain=True)
    again = await forget(db, who)
    assert (again.id, again.number, again.erased) == (first.id, first.number, first.erased)
    assert len(await rows(db, select(Certificate))) == 1
    assert (await one(db, Person, id=who.person.id)).plain_words


async def test_a_kill_before_the_files_went_is_made_good(db: Database) -> None:
    who = await known(db)
    await mydata.forget(db, person_id=who.person.id, update=99)
    assert await files.fetch(who.store, who.alone)
    await mydata.catch_up(db, who.store)
    with pytest.raises(FileNotFoundError):
        await files.fetch(who.store, who.alone)
    done = (await rows(db, select(Certificate)))[0]
    assert (done.files, bool(done.finished_at)) == ([], True)


async def test_a_file_somebody_else_has_stays_and_one_nobody_has_goes(db: Database) -> None:
    who, other = await known(db), await known(db, 50)
    await forget(db, who)
    assert await rows(db, select(StoredFile).where(StoredFile.sha256 == who.alone)) == []
    shared = await files.keep(db, other.store, content=b"shared", media_type="text/plain")
    assert await files.fetch(who.store, shared) == b"shared"
    assert await rows(db, select(Part.id).where(Part.sha256 == shared))


async def test_files_of_what_stays_are_called_by_number_and_stay(db: Database) -> None:
    who = await known(db)
    await forget(db, who)
    assert (await one(db, Attachment, suggestion_id=who.ended.id)).name == "1.txt"


async def test_the_history_is_sound_and_no_event_was_changed(db: Database) -> None:
    who = await known(db)
    await history.seal_heads(db)
    before = await raw(db, "SELECT id, kind, data, seal FROM event ORDER BY id")
    await forget(db, who)
    assert await raw(db, "SELECT id, kind, data, seal FROM event ORDER BY id") == before
    assert await history.verify(db) == []
    assert await rows(db, select(func.count(Event.id))) == [len(before)]


async def test_nobody_else_is_touched(db: Database) -> None:
    who, other = await known(db), await known(db, 50)
    before = await told(db, other.person.id)
    await forget(db, who)
    _, after = await told(db, other.person.id)
    assert {name: rows_ for name, rows_ in after.items() if name != "made_at"} == {
        name: rows_ for name, rows_ in before[1].items() if name != "made_at"
    }


async def test_afterwards_the_person_is_new(db: Database) -> None:
    who = await known(db)
    await people.keep_quiet(db, person_id=who.person.id, hours=(21, 7))
    await people.choose_large_type(db, person_id=who.person.id, large=True)
    await forget(db, who)
    row = await one(db, Person, id=who.person.id)
    assert (row.quiet_from, row.quiet_until, row.large_type, row.plain_words) == (None, None, False, False)
    assert await rows(db, select(Consent).where(Consent.person_id == row.id)) == []
    assert await rows(db, select(Source).where(Source.person_id == row.id)) == []
    async with db.read() as session:
        assert await drafts.current(session, row.id) is None
        last = await drafts.last_sent(session, row.id)
    assert last
    assert (last.name, last.identity) == (None, None)


async def test_a_withdrawn_consent_takes_the_name_out_and_asks_again(db: Database) -> None:
    who = await known(db)
    await mydata.withdraw_consent(db, person_id=who.person.id)
    await mydata.withdraw_consent(db, person_id=who.person.id)
    async with db.read() as session:
        draft = await drafts.current(session, who.person.id)
    assert draft
    assert (draft.name, draft.contact, draft.consent, draft.text) == (None, None, None, TEXT)
    assert draft.step == Step.CONSENT
    assert (
        await rows(db, select(Draft.id).where(Draft.state == DraftState.OPEN, Draft.name.is_not(None))) == []
    )
    assert (await one(db, Suggestion, id=who.handled.id)).name == NAME
    assert (await one(db, Suggestion, id=who.handled.id)).state == SuggestionState.REGISTERED
