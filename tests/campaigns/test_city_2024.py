from datetime import date
from pathlib import Path

import pytest

from backend.campaigns.load import read
from backend.campaigns.schema import Campaign, text

FILE = Path(__file__).parents[2] / "campaigns" / "city-2024.yaml"


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return read(FILE)


def test_says_what_the_notice_says(campaign):
    assert campaign.title.said("zh-CN") == "2024年人民建议专题征集"
    assert campaign.slogan.said("zh-CN") == "开启新篇章 重庆向未来"
    assert campaign.regime == "citizens"
    assert campaign.face_to_face.mode == "off"


def test_has_seven_themes_in_the_order_of_the_annex(campaign):
    assert [theme.name.said("zh-CN") for theme in campaign.themes] == [
        "产业发展",
        "扩大开放",
        "深化改革",
        "超大城市治理",
        "城乡融合",
        "绿色生态",
        "区域协同",
    ]
    assert [len(theme.topics) for theme in campaign.themes] == [5, 5, 4, 5, 3, 6, 5]


def test_numbers_its_topics_from_1_to_33(campaign):
    assert [topic.number for topic in campaign.topics()] == list(range(1, 34))


@pytest.mark.parametrize(
    ("number", "wording"),
    [
        (1, "以科技创新引领现代化产业体系建设。"),
        (2, "全面增强“33618”现代制造业集群体系整体能级。"),
        (4, "促进“416”科技创新布局量质提升。"),
        (
            7,
            "发挥重庆承东启西、通江达海的关键枢纽作用，加快构建通道、物流、产业融合互促高质高效发展新机制。",
        ),
        (
            10,
            (
                "加快建设创新引领的制度型开放枢纽、链接全球的门户型交通枢纽、陆海并济的综合物流枢纽、"
                "双向开放的国际经贸枢纽、内外联动的产业链供应链枢纽、高能聚合的科技创新成果转化枢纽、"
                "绿色高效的新型能源算力枢纽、高端资源要素配置枢纽、开放多元的国际交往枢纽“九大关键枢纽”。"
            ),
        ),
        (13, "“三攻坚一盘活”改革突破。"),
        (16, "以三级数字化城市运行和治理中心为抓手全面贯通“市—区县—镇街”治理体系。"),
        (17, "构建完善超大城市治理的知识体系、话语体系、工作体系、评价体系和实战能力。"),
        (19, "数字赋能创新探索“大综合一体化”城市综合治理体制机制。"),
        (21, "以主城都市区为龙头、以区县城和中心镇为重要载体全面推进新型城镇化。"),
        (
            22,
            "精准发力推动乡村全面振兴，加快构建产业升级、人口集聚、城镇发展、乡村振兴的制度机制和政策体系。",
        ),
        (28, "永保一江碧水向东流，维护长江生态安全。"),
        (29, "落实《成渝地区双城经济圈建设规划纲要》。"),
        (33, "建设巴蜀文化旅游走廊。"),
    ],
)
def test_keeps_the_exact_wording_of_a_topic(campaign, number, wording):
    topic = campaign.topic(f"t{number}")
    assert topic is not None
    assert topic.number == number
    assert topic.name.said("zh-CN") == wording


def test_button_labels_fit_and_end_without_a_full_stop(campaign):
    for topic in campaign.topics():
        for language in ("zh-CN", "en"):
            label = topic.label(language)
            assert 0 < len(label) <= 40
            assert not label.endswith(("。", "."))


@pytest.mark.parametrize("name", ["区域协同", "区域协调", " 区域 协调。", "regional COORDINATION"])
def test_knows_the_seventh_theme_by_both_its_names(campaign, name):
    theme = campaign.theme_named(name)
    assert theme is not None
    assert theme.id == "regional"


def test_finds_things_by_id_and_admits_when_there_is_none(campaign):
    assert campaign.theme("megacity").name.said("zh-CN") == "超大城市治理"
    assert campaign.theme_of("t15").id == "megacity"
    assert campaign.outcome("adopted").adopted
    assert campaign.theme("t15") is campaign.topic("megacity") is None
    assert campaign.theme_of("t99") is campaign.theme_named("其他") is campaign.outcome("maybe") is None


@pytest.mark.parametrize(
    ("day", "phases"),
    [
        (date(2024, 6, 30), []),
        (date(2024, 7, 10), ["collection"]),
        (date(2024, 7, 11), ["launch", "collection"]),
        (date(2024, 7, 20), ["launch", "collection"]),
        (date(2024, 7, 21), ["collection"]),
        (date(2024, 11, 30), ["collection"]),
        (date(2024, 12, 1), ["summary"]),
        (date(2024, 12, 31), ["summary"]),
        (date(2025, 1, 1), []),
    ],
)
def test_phases_overlap_in_mid_july(campaign, day, phases):
    assert [phase.id for phase in campaign.phase_on(day)] == phases


@pytest.mark.parametrize(
    ("channel", "day", "openness"),
    [
        ("chat", date(2024, 6, 30), "not_yet"),
        ("chat", date(2024, 7, 1), "open"),
        ("chat", date(2031, 1, 1), "open"),
        ("letter", date(2024, 11, 30), "open"),
        ("letter", date(2024, 12, 1), "closed"),
        ("web", date(2024, 12, 1), "closed"),
    ],
)
def test_every_channel_has_its_own_closing_day(campaign, channel, day, openness):
    assert campaign.open_on(channel, day) == openness


def test_a_channel_it_does_not_have_is_an_error(campaign):
    with pytest.raises(KeyError):
        campaign.open_on("fax", date(2024, 8, 1))


def test_form_rules(campaign):
    assert campaign.length.maximum == 1000
    assert campaign.length.overflow == "attachment"
    assert campaign.files.extensions == ("doc", "docx", "jpg", "jpeg", "png", "bmp", "txt", "pdf")
    assert campaign.required_for(None) == ("name", "contact")
    assert campaign.required_for("teacher-student") == ("name", "contact", "school")


def test_handling_rules(campaign):
    deadline = campaign.deadline
    assert (deadline.days, deadline.day_type, deadline.starts_at) == (15, "calendar", "received")
    assert [outcome.name.said("zh-CN") for outcome in campaign.outcomes] == ["采纳", "部分采纳", "不予采纳"]
    assert [outcome.reason_required for outcome in campaign.outcomes] == [False, False, True]
    assert all(outcome.letter is None for outcome in campaign.outcomes)


def test_a_language_without_text_falls_back(campaign):
    name = campaign.themes[0].name
    assert text(name, "en-GB") == text(name, "en") == "Industrial development"
    assert text(name, "ug") == text(name, "zh") == text(name, "zh-hans") == "产业发展"


def test_survives_being_stored_as_json(campaign):
    assert Campaign.model_validate_json(campaign.model_dump_json()) == campaign
