"""Made-up suggestions, as many as wanted and the same at every run: fictional places, everyday wishes."""

import random
from datetime import UTC, datetime
from itertools import count

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend.campaigns import queries as campaigns
from backend.db import Database
from backend.drafts.model import Draft, DraftState, Step
from backend.people.actions import introduce
from backend.suggestions.model import PUBLIC_CHANGES, Counter, Suggestion, SuggestionState

AT = datetime(2024, 8, 1, tzinfo=UTC)
PAGE = 1000
CAMPAIGN = "city-2024"
SAID = {
    "theme": "megacity",
    "topic": "t16",
    "name": "张三",
    "contact": "+8613800138000",
    "contact_kind": "phone",
}

WORDS = """
places: 东风 红旗 朝阳 滨江 临湖 柳林 桂花 梧桐 银杏 石桥 古井 北门 南岸 西坡 高坪 龙塘
    凤凰 白鹤 青山 金竹 双河 三元 四方 五星 六合 七里 八角 九曲 十里 百花 千秋 万福
kinds: 社区 小区 村 街道 镇 片区 新城 老街 家属院 工业园
things: 公交站 停车场 菜市场 人行天桥 路灯 垃圾房 电梯 健身步道 幼儿园 图书室 卫生室 养老食堂
    充电桩 排水沟 篮球场 公厕 斑马线 非机动车道 河堤 口袋公园 快递驿站 消防通道 雨水井
    校车站 助餐点 储物柜 宣传栏 水表井 母婴室 便民服务点
faults: 年久失修 高峰期拥堵 夜里没有照明 雨天积水 标识不清 无障碍坡道缺失 座椅损坏 异味扰民
    占道经营 噪音很大 管理无人负责 开放时间太短 收费不透明 排队时间长 设备老化 漏水严重
    路面坑洼 绿化枯死 视线被树遮挡 缺少遮阳棚 老人上下不便 儿童玩耍有危险 电线乱拉 网络信号差
    车辆乱停
who: 老人 学生 上班族 残疾人 外来务工者 带孩子的家长 骑手 环卫工人 租户 农户 个体商户
    退休职工
deeds: 加装 更换 扩建 迁移 整治 翻新 增设 共享 错峰开放 委托专业公司管护 纳入网格巡查
    引入社会资本建设 由居民代表监督 利用闲置用房改造 公开维修进度 设立投诉电话 每季度检查一次
    分时段收费 试点后推广 统一标识
why: 可以减少事故 方便就医 节省财政支出 减轻基层负担 提高使用率 改善环境卫生 带动周边消费
    让孩子安全上学 缓解停车难 降低噪声 防止内涝 让邻里关系更融洽 保护历史风貌 节约用电
    便于消防救援 留住年轻人
"""


def _lists() -> dict[str, list[str]]:
    """Read the words above: a line without a name goes on with the list before."""
    lists: dict[str, list[str]] = {}
    for word in WORDS.split():
        if word.endswith(":"):
            lists[word[:-1]] = current = []
        else:
            current.append(word)
    return lists


OF = _lists()


def sentences(dice: random.Random) -> list[str]:
    """Return four sentences of a made-up suggestion."""

    def one(name: str) -> str:
        return dice.choice(OF[name])

    thing, where, who = one("things"), one("places") + one("things"), one("places") + one("kinds")
    first, second = dice.sample(OF["faults"], 2)
    return [
        f"{one('places')}{one('kinds')}的{thing}{first}，{one('who')}反映已经{dice.randint(2, 30)}个月。",
        f"尤其是靠近{where}的一段{second}，{one('who')}最受影响。",
        f"建议由{who}牵头，对{thing}{one('deeds')}，并{one('deeds')}。",
        f"这样{one('why')}，也{one('why')}，费用约{dice.randint(1, 90)}万元。",
    ]


def texts(number: int, seed: int = 2024) -> list[str]:
    dice = random.Random(seed)  # noqa: S311 - made-up texts, the same at every run
    return ["".join(sentences(dice)) for _ in range(number)]


def half_rewritten(text: str, seed: int) -> str:
    """Say half of the sentences anew, and put all into another order."""
    dice = random.Random(seed)  # noqa: S311
    kept = [part + "。" for part in text.split("。") if part]
    for at in dice.sample(range(len(kept)), len(kept) // 2):
        kept[at] = sentences(dice)[at % 4]
    dice.shuffle(kept)
    return "".join(kept)


async def fill(db: Database, written: list[str], *, public: bool = True) -> None:
    """Write suggestions as if each had been sent in, and made public one after the other."""
    person = await introduce(db, channel="webchat", chat=1, language="zh-CN")
    async with db.read() as session:
        standing, _ = await campaigns.in_force(session, CAMPAIGN)
    of_all = {"person_id": person.id, "campaign": CAMPAIGN, "edition": standing.edition}
    for begin in range(0, len(written), PAGE):
        async with db.begin() as session:
            await _write(session, written[begin : begin + PAGE], of_all, public=public)


async def _write(session: AsyncSession, page: list[str], of_all: dict[str, object], *, public: bool) -> None:
    counter = await session.get(Counter, PUBLIC_CHANGES) or Counter(prefix=PUBLIC_CHANGES, last=0)
    session.add(counter)
    draft = of_all | {"step": Step.PREVIEW, "state": DraftState.SENT, "started_at": AT, "touched_at": AT}
    ids = (await session.scalars(insert(Draft).returning(Draft.id), [draft] * len(page))).all()
    changes = count(counter.last + 1)
    rows = [
        of_all
        | SAID
        | {
            "number": f"SAMPLE-{draft_id:06d}",
            "draft_id": draft_id,
            "text": text,
            "channel": "webchat",
            "code_hash": "",
            "state": SuggestionState.REGISTERED,
            "submitted_at": AT,
            "public_since": AT if public else None,
            "public_change": next(changes) if public else None,
        }
        for draft_id, text in zip(ids, page, strict=True)
    ]
    await session.execute(insert(Suggestion), rows)
    counter.last = next(changes) - 1
