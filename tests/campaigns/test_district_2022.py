from datetime import date
from pathlib import Path

import pytest

from backend.campaigns.load import read, read_all
from backend.campaigns.schema import Campaign

FOLDER = Path(__file__).parents[2] / "campaigns"


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return read(FOLDER / "district-2022.yaml")


def test_has_eight_areas_and_sixteen_items(campaign):
    assert [theme.name.said("zh-CN") for theme in campaign.themes] == [
        "产业发展",
        "科教创新",
        "区域协同",
        "城市提升",
        "乡村振兴",
        "商贸流通",
        "社会治理",
        "其他方面",
    ]
    assert [len(theme.topics) for theme in campaign.themes] == [2, 4, 1, 2, 2, 1, 2, 2]


def test_single_items_carry_no_number_and_the_others_start_anew(campaign):
    numbers = [[topic.number for topic in theme.topics] for theme in campaign.themes]
    assert numbers == [[1, 2], [1, 2, 3, 4], [None], [1, 2], [1, 2], [None], [1, 2], [1, 2]]


@pytest.mark.parametrize(
    ("topic_id", "wording"),
    [
        (
            "industry-1",
            "建设国家重要先进制造业中心，提高汽车、电子、装备制造、医药、材料等产业核心竞争力。",
        ),
        ("science-1", "加快建设全国重要人才高地，让重庆成为各类人才的向往之地、创新之都、圆梦之城。"),
        (
            "regional-0",
            "推进成渝地区双城经济圈生态环境保护、巴蜀文化旅游走廊、高标准市场体系等方面建设。",
        ),
        (
            "commerce-0",
            (
                "推进国际消费中心城市培育建设，优化商圈业态布局，稳定大宗消费、提升传统消费、培育新型消费，"
                "激发县乡消费，保护消费者权益。"
            ),
        ),
        (
            "rural-2",
            "发展农产品精深加工、农村电商和乡村旅游，促进农村一二三产业融合，壮大新型村级集体经济。",
        ),
        ("social-1", "加强和创新社会治理，坚持和发展新时代“枫桥经验”，强化基层治理能力建设。"),
        ("other-1", "市委、市政府部署的其他重要工作、专项工作。"),
        ("other-2", "区县、市级有关部门部署的重要工作、专项工作。"),
    ],
)
def test_keeps_the_exact_wording(campaign, topic_id, wording):
    assert campaign.topic(topic_id).name.said("zh-CN") == wording


def test_only_other_matters_takes_what_fits_nowhere(campaign):
    assert [theme.id for theme in campaign.themes if theme.other_topic] == ["other"]


@pytest.mark.parametrize(
    ("day", "openness"),
    [
        (date(2022, 6, 30), "not_yet"),
        (date(2022, 7, 1), "open"),
        (date(2022, 10, 10), "open"),
        (date(2022, 10, 11), "closed"),
    ],
)
def test_runs_from_early_july_to_early_october(campaign, day, openness):
    assert campaign.open_on("chat", day) == openness
    assert bool(campaign.phase_on(day)) == (openness == "open")


def test_form_rules(campaign):
    assert campaign.length.maximum == 1000
    assert len(campaign.files.extensions) == 8
    assert campaign.required_for("public") == ("name", "contact", "work_unit")
    assert [scope.id for scope in campaign.scopes] == ["city", "district"]
    assert [unit.name.said("zh-CN") for unit in campaign.receiving_units] == ["重庆市万州区信访办"]
    assert "一事一议" in campaign.guidance[0].said("zh-CN")
    assert campaign.out_of_scope.said("zh-CN") == "本次活动不受理与建议征集无关的诉求。"


def test_prizes(campaign):
    prizes = campaign.awards.prizes
    assert [(prize.places, prize.amount_yuan) for prize in prizes] == [
        (1, 1000),
        (3, 800),
        (6, 500),
        (2, 1000),
    ]
    assert [prize.may_stay_vacant for prize in prizes] == [True, True, True, False]
    assert [prize.awarded_to for prize in prizes] == ["person", "person", "person", "unit"]
    assert campaign.awards.needs_instruction
    assert campaign.awards.needs_adoption


def test_quota_counts_valuable_suggestions_only(campaign):
    (quota,) = campaign.quotas
    assert (quota.minimum, quota.valuable_only) == (1, True)


def test_both_campaigns_are_read_from_the_folder():
    assert set(read_all(FOLDER)) >= {"city-2024", "district-2022"}
