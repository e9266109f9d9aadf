"""What a made-up citizen has to say: everything about a suggestion, drawn by chance from a seed."""

import io
import random
import zlib
from dataclasses import dataclass, field

from PIL import Image


def picture(tag: str) -> bytes:
    """A picture of its own colour, written as the program writes the pictures it redraws."""
    made = io.BytesIO()
    Image.new("RGB", (4, 4), zlib.crc32(tag.encode()) & 0xFFFFFF).save(made, "PNG", compress_level=4)
    return made.getvalue()


EMOJI = ("🌳", "🚏", "💡", "🛵")


@dataclass
class Plan:
    """`edit_at` and `files_at` name the place where that is done; "" where it is not."""

    tag: str
    theme: int
    topic: int
    texts: list[str]
    edit_at: str
    types_done: bool
    hurries: bool
    pauses: bool
    names: list[str]
    contact: str
    files: dict[str, bytes]
    files_at: str
    caption: str


@dataclass
class Told:
    """What has been said for sure, message by message; at the end the number that was shown."""

    plan: Plan
    parts: dict[int, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    name: str = ""
    theme: str = ""
    topic: str = ""
    edited: bool = False
    number: str = ""
    code: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.parts[message] for message in sorted(self.parts))


def draw(chance: random.Random, tag: str) -> Plan:
    texts = [
        f"[{tag}-{place}] {chance.randrange(99)} 号路口加装灯{chance.choice(EMOJI)}，先试 <3 个月 & 再推广。"
        for place in range(chance.randint(1, 4))
    ]
    files = _files(chance, tag) if chance.random() < 0.4 else {}
    return Plan(
        tag=tag,
        theme=chance.randrange(100),
        topic=chance.randrange(100),
        texts=texts,
        edit_at=chance.choice(("", "", "text", "preview")),
        types_done=chance.random() < 0.5,
        hurries=chance.random() < 0.5,
        pauses=chance.random() < 0.2,
        names=[f"张三{tag}", f"李四{tag}"][: chance.choice((1, 1, 2))],
        contact=f"138{chance.randrange(10**8):08d}",
        files=files,
        files_at=chance.choice(("text", "files", "files")) if files else "",
        caption=f"[{tag}-图] 说明见附件。" if files and chance.random() < 0.5 else "",
    )


def _files(chance: random.Random, tag: str) -> dict[str, bytes]:
    note = {f"{tag}.txt": f"附件 {tag}\n".encode()}
    drawn = {f"{tag}.png": picture(tag)}
    return chance.choice((note, drawn, note | drawn))
