"""Formatted text: what is parsed, where it stands in UTF-16 units, what is refused."""

from typing import Any

import pytest

from webchat.botapi.entities import clean, tidy, units
from webchat.botapi.errors import ApiError
from webchat.botapi.formatting import parse


def short(text: str, mode: str) -> tuple[str, list[tuple[Any, ...]]]:
    found = parse(text, mode, None)
    extra = ("url", "language", "custom_emoji_id")
    return found.text, [
        (one["type"], one["offset"], one["length"], *(one[name] for name in extra if name in one))
        for one in found.entities
    ]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b>", "a", [("bold", 0, 1)]),
        ("<STRONG>a</strong>", "a", [("bold", 0, 1)]),
        ("<i>a</i> <em>b</em>", "a b", [("italic", 0, 1), ("italic", 2, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        (
            "<s>a</s><strike>b</strike><del>c</del>",
            "abc",
            [("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
        ),
        ("💡<b>金点子</b>", "💡金点子", [("bold", 2, 3)]),
        ("<b>💡</b>x<i>👨‍👩‍👧</i>", "💡x👨‍👩‍👧", [("bold", 0, 2), ("italic", 3, 8)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<code>x</code>", "x", [("code", 0, 1)]),
        ('<code class="language-py">x</code>', "x", [("code", 0, 1)]),
        ("<pre>x\ny</pre>", "x\ny", [("pre", 0, 3)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1, "py")]),
        ("<code>a<b>b</b></code>", "ab", [("code", 0, 2)]),
        (
            '<a href="http://a.example/?x=1&amp;y=2">a</a>',
            "a",
            [("text_link", 0, 1, "http://a.example/?x=1&y=2")],
        ),
        ("<a href='http://a.example'>a</a>", "a", [("text_link", 0, 1, "http://a.example")]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2, "5")]),
        ("&lt;b&gt; &amp; &quot; &#128161; &#x41;", '<b> & " 💡 A', []),
        ("&copy; & &#0;", "&copy; & &#0;", []),
        ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("x </b", None, None),
    ],
)
def test_html(source: str, text: str | None, entities: list[Any] | None):
    if text is None:
        with pytest.raises(ApiError):
            short(source, "HTML")
        return
    assert short(source, "HTML") == (text, entities)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
        ("金<br>a", 'Unsupported start tag "br" at byte offset 3'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("1 <", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href='x", 'Unclosed start tag "a" at byte offset 0'),
        ("<a =x>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=a&b>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_complaints(source: str, complaint: str):
    with pytest.raises(ApiError) as caught:
        parse(source, "HTML", None)
    assert caught.value.description == f"Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a* _b_ `c`", "a b c", [("bold", 0, 1), ("italic", 2, 1), ("code", 4, 1)]),
        ("[a](http://a.example)", "a", [("text_link", 0, 1, "http://a.example")]),
        ("```py\nx```", "x", [("pre", 0, 1, "py")]),
        ("```\nx```", "x", [("pre", 0, 1)]),
        (r"a\_b", "a_b", []),
        ("💡*a*", "💡a", [("bold", 2, 1)]),
    ],
)
def test_markdown(source: str, text: str, entities: list[Any]):
    assert short(source, "Markdown") == (text, entities)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a* _b_ __c__ ~d~ ||e|| `f`", "a b c d e f", None),
        ("*a _b_*", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
        ("___a_ b__", "a b", [("underline", 0, 3), ("italic", 0, 1)]),
        ("[a](http://a.example/\\))", "a", [("text_link", 0, 1, "http://a.example/)")]),
        ("![👍](tg://emoji?id=5)", "👍", [("custom_emoji", 0, 2, "5")]),
        ("```py\nx.y```", "x.y", [("pre", 0, 3, "py")]),
        (">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 4)]),
        ("1\\.5 \\- ok\\!", "1.5 - ok!", []),
        ("`a\\`b.`", "a`b.", [("code", 0, 4)]),
    ],
)
def test_markdown_v2(source: str, text: str, entities: list[Any] | None):
    found = short(source, "MarkdownV2")
    assert found[0] == text
    if entities is None:
        kinds = ["bold", "italic", "underline", "strikethrough", "spoiler", "code"]
        entities = [(kind, place * 2, 1) for place, kind in enumerate(kinds)]
    assert found[1] == entities


@pytest.mark.parametrize(
    ("mode", "source", "complaint"),
    [
        ("Markdown", "金*a", "Can't find end of the entity starting at byte offset 3"),
        ("Markdown", "snake_case", "Can't find end of the entity starting at byte offset 5"),
        ("MarkdownV2", "a*b", "Can't find end of Bold entity at byte offset 1"),
        ("MarkdownV2", "a_b", "Can't find end of Italic entity at byte offset 1"),
        ("MarkdownV2", "a.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("MarkdownV2", "a-b", "Character '-' is reserved and must be escaped with the preceding '\\'"),
        ("MarkdownV2", "[a](http", "Can't find end of a URL at byte offset 3"),
    ],
)
def test_markdown_complaints(mode: str, source: str, complaint: str):
    with pytest.raises(ApiError) as caught:
        parse(source, mode, None)
    assert caught.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_unknown_mode():
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        parse("a", "BBCode", None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/start payload", [("bot_command", "/start")]),
        ("/start@some_bot x", [("bot_command", "/start@some_bot")]),
        ("💡 /help", [("bot_command", "/help")]),
        ("你好/start", []),
        ("/start你好", []),
        ("a/b //c </d>", []),
        ("见 https://a.example/x?y=1。", [("url", "https://a.example/x?y=1")]),
        ("a.com, b.txt", [("url", "a.com")]),
        ("mail me@a.example", [("email", "me@a.example")]),
        ("@some_name #标签 #123", [("mention", "@some_name"), ("hashtag", "#标签")]),
        ("+86 138 0000 0000", [("phone_number", "+86 138 0000 0000")]),
        ("plain", []),
    ],
)
def test_found_in_plain_text(text: str, found: list[tuple[str, str]]):
    wide = text.encode("utf-16-le")
    tidied = tidy(text, [])
    assert [
        (one["type"], wide[one["offset"] * 2 : (one["offset"] + one["length"]) * 2].decode("utf-16-le"))
        for one in tidied.entities
    ] == found


def test_no_command_is_found_in_code():
    assert short("<code>/start</code> /help", "HTML")[1] == [("code", 0, 6), ("bot_command", 7, 5)]


@pytest.mark.parametrize("text", ["\n a\t\n", "a", "　a　"])
def test_texts_are_trimmed(text: str):
    assert tidy(text, []).text == "a"


def test_explicit_entities_are_cut_to_the_text_and_unknown_ones_dropped():
    given = [
        {"type": "bold", "offset": 0, "length": 3},
        {"type": "wobbly", "offset": 0, "length": 1},
        {"type": "italic", "offset": 2, "length": 99},
    ]
    assert parse(" 💡ab ", "", given).entities == ({"type": "bold", "offset": 0, "length": 2},)


def test_carriage_returns_vanish():
    assert tidy("a\r\n/start", []).text == "a\n/start"
    assert short("a\r\n<b>b</b>", "HTML") == ("a\nb", [("bold", 2, 1)])


def test_control_characters_keep_the_count():
    assert clean("a\x00b\r\nc") == "a b \nc"
    assert units("💡a") == 3
