"""The inspecting process: whatever becomes of it, the house goes on and the person gets a sentence."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from files_house import Inspect
from hostile import picture, word

from backend.errors import Refusal
from backend.files.inspection import sandbox
from backend.files.inspection.rules import InspectionRules
from backend.files.inspection.run import inspect

MARK = "jindianzi_sample_child"


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have this code run instead of the inspection."""

    def put(code: str) -> None:
        (tmp_path / f"{MARK}.py").write_text(dedent(code), "utf-8")
        (tmp_path / "backend").symlink_to(sandbox.ROOT / "backend")
        monkeypatch.setattr(sandbox, "ROOT", tmp_path)
        monkeypatch.setattr(sandbox, "CHILD", MARK)

    return put


async def refusal(rules: InspectionRules, **fewer: float) -> str:
    with pytest.raises(Refusal) as refused:
        await inspect("a.png", picture("PNG"), rules=replace(rules, **fewer))  # type: ignore[arg-type]
    assert refused.value.blanks["name"] == "a.png"
    return refused.value.key


FAILING = {
    "it fails": "raise SystemExit(3)",
    "it is killed": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "it says nothing": "import sys; sys.stdin.buffer.read()",
    "it reads nothing": "print('{}')",
    "it says nonsense": "print('[]')",
    "it says what it must not": """print('{"refusal": "sign-in-wrong"}')""",
    "it calls something else clean": """print('{"refusal": null}'); print("MZ")""",
    "it calls nothing clean": """print('{"refusal": null}')""",
    "it never stops talking": "while True: print('x' * 65536)",
}


@pytest.mark.parametrize("how", FAILING)
async def test_a_child_that_fails(child: Callable[[str], None], rules: InspectionRules, how: str) -> None:
    child(FAILING[how])
    assert await refusal(rules, output_bytes=1_000_000) == "file-not-inspected"


async def test_a_child_that_hangs_is_killed_with_all_it_started(
    child: Callable[[str], None], rules: InspectionRules, tmp_path: Path
) -> None:
    child(
        f"""
        import os, pathlib, time
        if os.fork():
            pathlib.Path({str(tmp_path / "started")!r}).write_text(str(os.getpid()))
        time.sleep(600)
        """
    )
    assert await refusal(rules, seconds=2) == "file-not-inspected"
    group = int((tmp_path / "started").read_text())
    for _ in range(3000):  # the kernel takes its time to bury them
        if not _alive(group):
            return
        await asyncio.sleep(0.01)
    pytest.fail("something of it is still running")


def _alive(group: int) -> bool:
    """Tell whether a process of the group is there that is not dead already."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(of_group) == group and state != "Z":
            return True
    return False


CONFINED = """
    import json, sys
    from backend.files.inspection import confine
    from backend.files.inspection.rules import InspectionRules
    confine.limit(InspectionRules(**json.loads(sys.argv[2])))
    {before}
    confine.close_the_doors(threads=True)
    try:
        {tried}
    except ({error}):
        print(json.dumps({{"refusal": "file-damaged"}}))
"""
TRIED = {
    "memory": ("import sys", "x = bytearray(900 * 1024 * 1024)", "MemoryError"),
    "a file": ("import sys", "open('/etc/passwd')", "OSError"),
    "a file in the place of another": ("import os", "os.close(0); open('/etc/passwd')", "OSError"),
    "a socket": ("import socket", "socket.socket()", "OSError"),
    "a pipe": ("import os", "os.pipe()", "OSError"),
    "a library": ("import sys", "import sqlite3", "ImportError, OSError"),
}


@pytest.mark.parametrize("what", TRIED)
async def test_a_child_cannot_have(child: Callable[[str], None], rules: InspectionRules, what: str) -> None:
    before, tried, error = TRIED[what]
    child(CONFINED.format(before=before, tried=tried, error=error))
    assert await refusal(rules) == "file-damaged"


async def test_a_child_cannot_write(
    child: Callable[[str], None], rules: InspectionRules, tmp_path: Path
) -> None:
    target = tmp_path / "written"
    before = f"import pathlib; out = open({str(target)!r}, 'wb', buffering=0)"
    child(CONFINED.format(before=before, tried="out.write(b'x')", error="OSError"))
    assert await refusal(rules) == "file-damaged"
    assert target.read_bytes() == b""


async def test_a_child_gets_no_more_than_its_share_of_the_processor(
    child: Callable[[str], None], rules: InspectionRules
) -> None:
    child(CONFINED.format(before="import sys", tried="while True: pass", error="OSError"))
    assert await refusal(rules, cpu_seconds=1, seconds=200) == "file-not-inspected"


async def test_the_child_sees_nothing_of_our_environment(
    child: Callable[[str], None], rules: InspectionRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "1:secret")
    child(
        """
        import json, os
        allowed = {"PATH", "LANG", "LC_CTYPE"}
        print(json.dumps({"refusal": "file-damaged" if set(os.environ) <= allowed else "file-active"}))
        """
    )
    assert await refusal(rules) == "file-damaged"


async def test_memory_is_bounded_in_earnest(rules: InspectionRules) -> None:
    small = replace(rules, memory_bytes=150 * 1024 * 1024)
    with pytest.raises(Refusal) as refused:
        await inspect("a.png", picture("PNG", (7000, 7000)), rules=small)
    assert refused.value.key == "file-bomb"


async def test_no_process_is_left(kept: Inspect) -> None:
    await asyncio.gather(*(kept("a.docx", word()) for _ in range(4)))
    assert _inspecting() == []


def _inspecting() -> list[str]:
    """Return our inspecting processes, dead ones that nobody waited for too."""
    mine = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    numbers = " ".join(path.read_text() for path in mine).split()
    found = [Path(f"/proc/{number}/cmdline").read_text() for number in numbers]
    return [command for command in found if not command or sandbox.CHILD in command]


async def test_text_needs_no_process(monkeypatch: pytest.MonkeyPatch, kept: Inspect) -> None:
    async def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(sandbox, "ask", never)
    found = await kept("建议.txt", "<script>是一段文字".encode())
    assert (found.content, found.media_type) == ("<script>是一段文字".encode(), "text/plain")
