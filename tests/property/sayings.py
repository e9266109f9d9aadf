"""What people type, from a whole suggestion to a sigh: each suggestion is like no other."""

from hypothesis import strategies as st
from meanings import AGREES, CONTACTS, DONE, NONE

PROSE = (
    "建议在示例社区第 {n} 号楼前加装路灯，晚上太黑了。",
    "第 {n} 路公交车太少",
    "<b>第 {n} 条</b> & 修路 <script>要快",
    "👨‍👩‍👧 示例公园 {n} 号门口建议加一排长椅 🌳",
    "اقتراح مهم رقم {n}",
    "Please add a bench at stop {n} near the sample school.",
    "第 {n} 件事：\n示例路口没有红绿灯。\n建议装一个。",
    "  示例村 {n} 组的水渠要加护栏 \u200b",
    "示例小区 {n} 栋要装电梯\u2060\u2060",
)
LONG = ("{n} 长" * 230, "{n} &" * 360, "{n} 😀" * 260)
"""Over the campaign's limit, within one message of a chat."""
BLANK = (" ", "\n\t", "\u200b\u2060\u200b", "\u200b" * 25)
SHORT = ("嗯", "1", "2", "7", "123", "李小红", "<&>", "😀")
CHOSEN = ("产业发展", "Green development", "市民", "高校师生", "针对本区", "Next District", "其他")
PRIVATE = ("张三", *CONTACTS, "电话我不想留", "a@", "示例大学出版社")

words = st.one_of(
    st.sampled_from(PROSE),
    st.sampled_from(PROSE),
    st.sampled_from(LONG),
    st.sampled_from(BLANK + SHORT),
    st.sampled_from(CHOSEN + PRIVATE),
    st.sampled_from(sorted(DONE | NONE | AGREES)),
)
