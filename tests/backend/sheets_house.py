"""Workbooks made for tests, as office programs make them."""

import io
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADS = ["主题", "姓名", "电话", "建议"]
LINE = ["绿色生态", "张三", "023-12345678", "在示例社区的公交站加装遮阳棚。"]


def workbook(*lines: list[Any], heads: list[Any] | None = None) -> Workbook:
    book = Workbook()
    for line in (heads or HEADS, *lines):
        first(book).append(line)
    return book


def first(book: Workbook) -> Worksheet:
    return book.worksheets[0]


def saved(book: Workbook) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
