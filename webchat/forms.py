"""What holds for every form, whoever sends it."""

from python_multipart.multipart import parse_options_header
from starlette.requests import Request

UTF8 = frozenset({b"utf-8", b"utf8"})


def is_utf8(request: Request) -> bool:
    """Any other charset would let the sender choose one of Python's codecs for names and fields."""
    _kind, options = parse_options_header(request.headers.get("content-type"))
    return options.get(b"charset", b"utf-8").lower() in UTF8
