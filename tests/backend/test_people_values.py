"""Rules of what a person types: tables of what is taken and what is not."""

import pytest

from backend.errors import Refusal
from backend.people import values


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("  你好  ", "你好"),
        ("你\u200b好\ufeff", "你好"),
        ("\u202e倒着\u202c写", "倒着写"),
        ("\u2066隔开\u2069", "隔开"),
        ("a\x00b\x07c\x7f", "abc"),
        ("第一行\r\n第二行", "第一行\n第二行"),
        ("第一行\n\n第二行", "第一行\n\n第二行"),
        ("一\t二", "一\t二"),
        ("e\u0301", "é"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("坏\ud800的", "坏\ufffd的"),
        ("\ud83d\ude00", "😀"),
        ("𠮷野家", "𠮷野家"),
        ("\u200b\u200e \n", ""),
        ("", ""),
    ],
)
def test_cleaned(said: str, kept: str) -> None:
    assert values.cleaned(said) == kept
    assert values.cleaned(kept) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("张三", "张三"),
        ("张　三", "张 三"),
        ("张\n三", "张 三"),
        ("买买提·示例", "买买提·示例"),
        ("Zhang  San", "Zhang San"),
        ("\u202e张三\u200b", "张三"),
        ("张三2", "张三2"),
        ("欧" * values.NAME_MAXIMUM, "欧" * values.NAME_MAXIMUM),
    ],
)
def test_a_name(said: str, kept: str) -> None:
    assert values.name(said) == kept


@pytest.mark.parametrize("said", ["", "  ", "\u200b", "123", "😀", "……", "13800138000", "\ud800"])
def test_no_name(said: str) -> None:
    with pytest.raises(Refusal) as refusal:
        values.name(said)
    assert refusal.value.key == "name-missing"


def test_a_name_too_long_is_told_with_numbers() -> None:
    with pytest.raises(Refusal) as refusal:
        values.name("欧" * (values.NAME_MAXIMUM + 3))
    assert refusal.value.key == "name-too-long"
    assert refusal.value.blanks == {"length": "63", "maximum": "60"}


@pytest.mark.parametrize(
    ("said", "kept", "kind"),
    [
        ("13800138000", "+8613800138000", "phone"),
        ("138 0013 8000", "+8613800138000", "phone"),
        ("138-0013-8000", "+8613800138000", "phone"),
        ("023-12345678-801", "+862312345678 ext. 801", "phone"),
        ("023-12345678 转 801", "+862312345678 ext. 801", "phone"),
        ("１３８００１３８０００", "+8613800138000", "phone"),
        ("+86 138 0013 8000", "+8613800138000", "phone"),
        ("＋８６ 13800138000", "+8613800138000", "phone"),
        ("0086 13800138000", "+8613800138000", "phone"),
        ("138\u200b0013\u200b8000", "+8613800138000", "phone"),
        ("\u202e13800138000", "+8613800138000", "phone"),
        ("📱13800138000", "+8613800138000", "phone"),
        ("电话：13800138000", "+8613800138000", "phone"),
        ("023-12345678", "+862312345678", "phone"),
        ("（023）12345678", "+862312345678", "phone"),
        ("400-800-1234", "+864008001234", "phone"),
        ("+1 650 253 0000", "+16502530000", "phone"),
        ("+852 2345 6789", "+85223456789", "phone"),
        ("name@example.com", "name@example.com", "email"),
        (" Name@EXAMPLE.com\u200b", "Name@example.com", "email"),
        ("name＠example.com", "name@example.com", "email"),
        ("名字@例子.中国", "名字@例子.中国", "email"),
    ],
)
def test_a_contact(said: str, kept: str, kind: str) -> None:
    assert values.contact(said) == (kept, kind)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("", "contact-missing"),
        ("张三", "contact-missing"),
        ("110", "contact-not-a-number"),
        ("1380013800", "contact-not-a-number"),
        ("138001380001", "contact-not-a-number"),
        ("12345678901", "contact-not-a-number"),
        ("12345678", "contact-not-a-number"),
        ("+999 12345678", "contact-not-a-number"),
        ("13800138000 13900139000", "contact-not-a-number"),
        ("😀", "contact-missing"),
        ("\ud800", "contact-missing"),
        ("1" * 4000, "contact-not-a-number"),
        ("@", "contact-not-an-address"),
        ("name@", "contact-not-an-address"),
        ("@example.com", "contact-not-an-address"),
        ("name@localhost", "contact-not-an-address"),
        ("a b@example.com", "contact-not-an-address"),
        ("name@example.com\nbcc:x@example.com", "contact-not-an-address"),
        ("name@" + "e" * 300 + ".com", "contact-not-an-address"),
    ],
)
def test_no_contact(said: str, key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        values.contact(said)
    assert refusal.value.key == key


def test_a_campaign_that_takes_telephones_only_takes_no_address() -> None:
    assert values.contact("13800138000", ("phone",))[1] == "phone"
    with pytest.raises(Refusal) as refusal:
        values.contact("name@example.com", ("phone",))
    assert refusal.value.key == "contact-not-a-number"


def test_a_campaign_that_takes_addresses_only_takes_no_telephone() -> None:
    assert values.contact("name@example.com", ("email",))[1] == "email"
    with pytest.raises(Refusal) as refusal:
        values.contact("13800138000", ("email",))
    assert refusal.value.key == "contact-not-an-address"


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("21-7", (21, 7)),
        ("22—6", (22, 6)),
        ("晚上 21 点到早上 7 点半", (21, 7)),
        ("２３：３０～０６：１５", (23, 6)),
        ("21点30分到7点05分", (21, 7)),
        ("from 22:00 until 24:00", (22, 0)),
        ("0 8", (0, 8)),
        ("13.00-14.30", (13, 14)),
    ],
)
def test_quiet_hours_are_read_from_what_people_type(said: str, hours: tuple[int, int]) -> None:
    assert values.quiet_hours(said) == hours


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("", "quiet-hours-unclear"),
        ("晚上", "quiet-hours-unclear"),
        ("21", "quiet-hours-unclear"),
        ("21-25", "quiet-hours-unclear"),
        ("1-2-3", "quiet-hours-unclear"),
        ("9999999999999999999999-7", "quiet-hours-unclear"),
        ("9-7", "quiet-hours-too-long"),
        ("7-7", "quiet-hours-too-long"),
        ("0-24", "quiet-hours-too-long"),
    ],
)
def test_quiet_hours_that_are_unclear_or_would_last_all_day_are_refused(said: str, key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        values.quiet_hours(said)
    assert refusal.value.key == key
