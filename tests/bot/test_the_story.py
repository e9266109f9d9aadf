"""The main job, as a citizen, a clerk and a handler live it."""

from chat import Chat
from living import Living

from backend.handling import actions as handling
from backend.handling import queries as units
from backend.suggestions.queries import Sight

OFFICE = Sight(None, everything=True)
TEXT = "示例社区门口早晚高峰车多，老人过街难。建议加装一处过街信号灯，先做临时的。"


async def write_everything(citizen: Chat) -> None:
    """From the greeting to the preview."""
    await citizen.says("/start")
    await citizen.sees("开启新篇章 重庆向未来", "一事一议", "避免标题式、一句话")
    await citizen.taps("开始提建议")
    await citizen.taps("超大城市治理")
    await citizen.taps("超大城市现代化治理示范区")
    await citizen.says(TEXT)
    await citizen.says("完成")
    await citizen.sees("个人信息说明", "重庆市人民建议征集办公室", "加密保存")
    await citizen.taps("同意，继续")
    await citizen.taps("市民")
    await citizen.says("张三")
    await citizen.says("138 0000 1111")
    await citizen.taps("跳过")


async def test_from_the_chat_to_the_pushed_reply(citizen: Chat, house: Living) -> None:
    await write_everything(citizen)
    await citizen.sees("超大城市治理", TEXT, "张三", "+8613800001111", "附件：无")
    await citizen.taps("发送")
    number = await citizen.number_shown()
    assert number.startswith("CQ2024-")
    await citizen.receives("已登记", number)

    db = house.house.db
    async with db.read() as session:
        unit = (await units.units(session))[1]
    await handling.forward(db, number=number, unit_id=unit.id, staff_id=1)
    await citizen.receives("已转给", unit.name("zh-CN"), number, "答复期限")

    await handling.reply(
        db, number=number, outcome="adopted", text="信号灯下月安装。", reason="", sight=OFFICE, staff_id=2
    )
    await citizen.receives("答复了您的建议", number, "信号灯下月安装。")
