"""What the examination of all behaviour has found: late and doubled taps, lost positions, old updates."""

import pytest
from phone_wire import Trouble
from property_house import House
from reckoning import nothing
from sitting import Sitting
from windows_read import tells

from backend.drafts.model import Step

SAID, OTHER = "建议在示例桥头的公交站旁加装路灯，晚上太黑了。", "另外建议在示例村的水渠边加装护栏。"


@pytest.fixture
def citizen(house: House) -> Sitting:
    on = Sitting(house)
    on.command("/start city-2024")
    return on


def begins(on: Sitting, *, theme: str = "产业发展") -> None:
    on.taps("开始提建议")
    on.taps(theme)
    on.taps("其他")


def answers(on: Sitting, *said: str) -> None:
    for words in said:
        on.say(words)


def begins_another(on: Sitting) -> None:
    """Leave a draft, which stands at its text, for another that stands there too."""
    on.command("/start")
    on.taps("另写一条")
    begins(on)


TO_THE_FILES = ("完成", "1", "1", "同意", "市民", "张三", "13800001111", "示例单位")


def texts(on: Sitting) -> list[str]:
    """Return the text of each draft, in the order in which they were begun."""
    return [draft.text for _, draft in sorted(on.stored.drafts.items())]


def test_a_reply_to_the_question_on_the_screen_counts_though_the_position_is_lost(citizen: Sitting) -> None:
    begins(citizen)
    citizen.person.lose_position()
    citizen.say(SAID, reply_to=citizen.quoted(citizen.window))
    assert texts(citizen) == [SAID]


def test_an_old_button_that_was_tapped_too_long_ago_is_answered_by_a_window(citizen: Sitting) -> None:
    old, data = citizen.window, citizen.data_of("开始提建议")
    begins(citizen)
    answers(citizen, SAID)
    citizen.press_data(old, data, late=True)
    assert (citizen.window.kind, citizen.stored.dead) == ("text", [])


def test_a_button_of_another_draft_leads_there_though_the_position_is_lost(citizen: Sitting) -> None:
    begins(citizen)
    answers(citizen, SAID)
    old, data = citizen.window, citizen.data_of("全部删掉重写")
    begins_another(citizen)
    answers(citizen, OTHER)
    citizen.person.lose_position()
    citizen.lost = True
    citizen.press_data(old, data)
    assert texts(citizen) == [SAID, OTHER]
    assert "属于另一条没写完的建议" in citizen.window.plain


def test_throwing_away_means_the_draft_that_was_shown(citizen: Sitting) -> None:
    begins(citizen)
    answers(citizen, SAID)
    citizen.command("/start")
    old, data = citizen.window, citizen.data_of("放弃这条")
    begins_another(citizen)
    answers(citizen, OTHER)
    citizen.person.lose_position()
    citizen.lost = True
    citizen.press_data(old, data)
    assert [draft.state for _, draft in sorted(citizen.stored.drafts.items())] == ["discarded", "open"]


def test_a_theme_that_comes_again_is_not_said_to_be_text(citizen: Sitting) -> None:
    citizen.taps("开始提建议")
    citizen.person.wire.breaks(0, Trouble.NOT_SENT)
    citizen.say("Industrial development")
    assert citizen.window.kind == "topic"
    assert not tells(citizen.window.text, "kept-as-text")


def test_two_taps_on_done_do_not_end_the_attachments(citizen: Sitting) -> None:
    begins(citizen)
    answers(citizen, SAID, *TO_THE_FILES)
    while citizen.window.kind != Step.TEXT:
        citizen.taps("上一步")
    citizen.taps("完成", times=2)
    assert citizen.window.kind == Step.FILES


def test_an_edit_that_comes_again_does_not_undo_a_newer_one(citizen: Sitting) -> None:
    begins(citizen)
    answers(citizen, SAID)
    message = citizen.mine[-1]
    citizen.edit(message, "改过一次。")
    citizen.edit(message, "改过两次。")
    citizen.comes_again(-2)
    assert texts(citizen) == ["改过两次。"]


def test_words_that_come_again_after_sending_begin_nothing(citizen: Sitting) -> None:
    begins(citizen)
    answers(citizen, SAID)
    said = len(citizen.person.entries) - 1
    answers(citizen, *TO_THE_FILES, "无")
    citizen.taps("确认并发送")
    citizen.comes_again(said)
    assert [draft.state for draft in citizen.stored.drafts.values()] == ["sent"]


def test_going_back_to_the_preview_by_an_old_button_asks_what_is_open(citizen: Sitting) -> None:
    begins(citizen)
    answers(citizen, SAID, *TO_THE_FILES, "无")
    citizen.taps("改主题")
    old, data = citizen.window, citizen.data_of("回到预览")
    citizen.taps("扩大开放")
    citizen.press_data(old, data)
    assert citizen.window.kind == Step.TOPIC


def test_nothing_is_changed_by_what_has_no_meaning(citizen: Sitting) -> None:
    begins(citizen)
    for data in ("x", "", "send:1", "remove:" + "9" * 30):
        fact = citizen.person.raw.tap(citizen.window.message, f"Zz9old\x1d{data}", text="x")
        citizen.act([citizen.person.raw.arrival("callback_query", fact)], [nothing], closes=[])
