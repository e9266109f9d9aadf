"""What the people of one suggestion's life say, and how the campaign names what they choose."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """`right_theme` is what the clerk puts it under; all else that is read stands in the locales."""

    theme: str
    right_theme: str
    lead: str
    assisting: str
    adopted: str
    satisfied: str
    dissatisfied: str
    text: str = "示例社区南门老人过街难，建议加装一处按钮式过街信号灯。"
    question: str = "您说的是哪一个时段最难过街？"
    answer: str = "早上七点到九点最难。"
    talk: str = "电话里核对了地点和时段。"
    opinion: str = "灯杆旁要留出急救通道。"
    empty: str = "已转有关部门，感谢您的关心和支持。"
    reply: str = "按《示例道路办法》第三条，示例社区南门将加装过街信号灯，2024年9月完工。"
    why: str = "九月早就过了，灯还没有装。"
    again: str = "按《示例道路办法》第三条，示例社区南门的过街信号灯已于今日装好，请您查看。"


WORDS = {
    "zh-CN": Words(*("产业发展", "超大城市治理", "发展改革部门", "卫生健康部门"), "采纳", "满意", "不满意"),
    "en": Words(
        "Industrial development",
        "Governing a megacity",
        "Development and reform department",
        "Health department",
        "Adopted",
        "Satisfied",
        "Dissatisfied",
    ),
}
