"""Slips and posters: their text can be read out of the PDF, Chinese is drawn, and words stay words."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from backend.campaigns.load import read
from backend.campaigns.schema import Campaign
from backend.config import ROOT
from backend.errors import Refusal
from backend.i18n import LANGUAGES
from backend.printing import press
from backend.printing.posters import Paper, poster
from backend.printing.slips import Slip, first_words, slip
from backend.suggestions.model import Suggestion

LINK = "https://chat.example/?start=n-CQ2024-000012"
HOSTILE = '#panic("x") ] * _ $ \\ @a <b> `c` // {{7*7}} #import "/etc/passwd"'


@pytest.fixture(scope="module")
def city() -> Campaign:
    return read(ROOT / "campaigns" / "city-2024.yaml")


def words(content: bytes) -> str:
    document = pdfium.PdfDocument(content)
    assert len(document) == 1
    said = str(document[0].get_textpage().get_text_range())
    return "".join(said.replace("\u200b", "").split())


def millimetres(content: bytes) -> tuple[int, int]:
    width, height = pdfium.PdfDocument(content)[0].get_size()
    return round(width * 25.4 / 72), round(height * 25.4 / 72)


def drawn(content: bytes) -> Image.Image:
    return pdfium.PdfDocument(content)[0].render(scale=1).to_pil().convert("L")


LATE = datetime(2024, 8, 5, 20, 30, tzinfo=UTC)
"""It is the sixth already where the campaign is."""
TEXT = "示例社区村口的路灯坏了三个月，晚上老人看不清路。"


async def slip_of(
    rules: Campaign, text: str = TEXT, *, language: str = "zh-CN", link: str | None = LINK
) -> Slip:
    one = Suggestion(number="CQ2024-000012", text=text, theme="megacity", submitted_at=LATE)
    return await slip(rules, one, code="ABCD2345", link=link, language=language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_slip_says_number_and_code_and_how_to_ask(city: Campaign, language: str) -> None:
    made = await slip_of(city, language=language)
    said = words(made.pdf)
    for wanted in (city.title.said(language), city.organiser.said(language), "CQ2024-000012", "ABCD2345"):
        assert "".join(wanted.split()) in said
    assert ("扫左边的码" if language == "zh-CN" else "Scanthecode") in said
    assert millimetres(made.pdf) == (105, 148)
    picture = Image.open(BytesIO(made.png)).convert("L")
    assert picture.width > 800
    assert picture.getextrema()[0] < 50


async def test_a_slip_without_a_link_has_no_symbol_and_says_nothing_of_one(city: Campaign) -> None:
    made = await slip_of(city, link=None)
    assert "扫左边的码" not in words(made.pdf)
    assert "信息员" in words(made.pdf)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("zh-CN", ("2024年8月6日交来", "超大城市治理", "开头：示例社区村口的路灯坏了三个月")),
        ("en", ("Handed in on 6 Aug 2024", "Governing a megacity", "Begins: 示例社区村口的路灯坏了三个月")),
    ],
)
async def test_a_slip_says_which_suggestion_it_is_of(
    city: Campaign, language: str, wanted: tuple[str, ...]
) -> None:
    said = words((await slip_of(city, language=language)).pdf)
    for part in wanted:
        assert "".join(part.split()) in said
    assert "看不清路" not in said  # the first words, and no more


async def test_the_theme_gives_way_where_it_has_no_room(city: Campaign) -> None:
    megacity = city.theme("megacity")
    assert megacity
    long = megacity.model_copy(
        update={"name": type(megacity.name)(dict.fromkeys(LANGUAGES, "很长的主题名称" * 6))}
    )
    crowded = city.model_copy(update={"themes": (long,)})
    said = words((await slip_of(crowded)).pdf)
    assert "2024年8月6日交来" in said
    assert "很长的主题" not in said


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("路灯坏了。", "路灯坏了。"),
        ("路" * 20, "路" * 20),
        ("路" * 21, "路" * 20 + "…"),
        ("One two three four five six seven eight nine ten", "One two three four five six seven eight…"),
        ("\n 路灯\r\n\t坏了\u2028了 ", "路灯 坏了 了"),
        ("路\0灯\x07\x9b坏\u200b\u202e\ufeff\ufffe\uffff\ud800了", "路灯坏了"),
        ("🌧️🌧️ 👨\u200d👩\u200d👧👍🏽下雨积水", "下雨积水"),
        ("气温 38℃，① 太晒", "气温 38℃，① 太晒"),
        ("Z" + "\u0335" * 500, "Z" + "\u0335" * 59 + "…"),
        ("\0\u200b😀", ""),
    ],
)
def test_the_first_words_are_one_line_of_what_can_be_printed(text: str, kept: str) -> None:
    assert first_words(text) == kept


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (HOSTILE, "开头：" + HOSTILE[:30]),
        ('#sys.inputs #read("/etc/passwd")', '#sys.inputs#read("/etc/passwd")'),
        ("W" * 5000, "WWWWWWWW"),
        ("مرحبا بكم في القرية", "开头"),
        ("Z" + "\u0335\u0348" * 500, "开头：Z"),
        ("\0😀\u202e", "CQ2024-000012"),
    ],
)
async def test_hostile_words_stay_words_on_one_slip(city: Campaign, text: str, wanted: str) -> None:
    made = await slip_of(city, text)
    said = words(made.pdf)
    for part in (wanted, "CQ2024-000012", "ABCD2345", "扫左边的码", "请收好这张条"):
        assert "".join(part.split()) in said
    assert "root:" not in said
    assert millimetres(made.pdf) == (105, 148)
    sheet = drawn(made.pdf)
    for edge in ((0, 0, 12, sheet.height), (sheet.width - 12, 0, sheet.width, sheet.height)):
        assert sheet.crop(edge).getextrema() == (255, 255)  # nothing runs off the sheet
    assert Image.open(BytesIO(made.png)).width > 800


async def test_chinese_letters_are_drawn_and_not_boxes(city: Campaign) -> None:
    """Two titles of the same length make two pictures: missing letters would all look alike."""
    one, other = [
        drawn(
            await poster(city, link=LINK, code="A", lines=[line], language="zh-CN", paper=Paper.A4)
        ).tobytes()
        for line in ("示例社区广场摆展", "领导接访下访活动")
    ]
    assert one != other
    assert min(one) < 50


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.A3, (297, 420))])
async def test_a_poster_says_what_when_and_where(city: Campaign, paper: Paper, size: tuple[int, int]) -> None:
    lines = ["示例社区广场摆展", "2024年8月1日", "示例路1号"]
    made = await poster(city, link=LINK, code="ABCDEFGH", lines=lines, language="zh-CN", paper=paper)
    said = words(made)
    for wanted in (*lines, city.slogan.said("zh-CN").replace(" ", ""), "扫码提建议", LINK, "ABCDEFGH"):
        assert wanted in said
    assert millimetres(made) == size


async def test_a_sheet_can_be_read_out(city: Campaign) -> None:
    made = await poster(city, link=LINK, code="A", lines=[], language="en", paper=Paper.A4)
    with pikepdf.open(BytesIO(made)) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert "/StructTreeRoot" in root
        assert str(root.Lang) == "en-GB"
        assert str(document.docinfo["/Title"]) == city.title.said("en")
    assert b"/Alt" in made or b"/Alt" in b"".join(_unpacked(made))


def _unpacked(content: bytes) -> list[bytes]:
    with pikepdf.open(BytesIO(content)) as document:
        return [
            each.unparse(resolved=True) for each in document.objects if isinstance(each, pikepdf.Dictionary)
        ]


async def test_hostile_and_endless_words_stay_words_on_one_page(city: Campaign) -> None:
    made = await poster(
        city,
        link=LINK,
        code="A",
        lines=[HOSTILE, "字" * 5000, "x" * 5000, "😀"],
        language="en",
        paper=Paper.A4,
    )
    assert "".join(HOSTILE.split()) in words(made)
    assert "root:" not in words(made)
    edge = drawn(made).crop((0, 0, 20, 842))
    assert edge.getextrema() == (255, 255)  # nothing runs off the sheet


async def test_a_sheet_that_takes_too_long_is_given_up(
    city: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "PATIENCE_SECONDS", 0)
    with pytest.raises(Refusal, match="print-failed"):
        await slip_of(city, language="en")
