"""kill -9 between what a program asks for and its answer: repeated, it is done once and answered the same."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from chaos.caller import LETTER, Caller
from chaos.program import ROOT, Program, program

FORWARD = ("forward", {"unit": "transport"})
SIGN = ("sign", {})
REPLY = ("reply", {"outcome": "adopted", "text": "已经采纳，下月试点。"})
VERBS = {
    "forward": ((), FORWARD, ["registered", "forwarded"]),
    "sign": ((FORWARD,), SIGN, ["registered", "forwarded", "signed"]),
    "reply": ((FORWARD, SIGN), REPLY, ["registered", "forwarded", "signed", "replied"]),
}
POINTS = ("before 1", "after 1")
"""A verb commits once: what it does, and its answer."""
SHEET = """编号,收到时间,主题,内容,姓名,联系方式,承办单位,状态
a-1,2024-07-20,绿色生态,在示例社区的公交站加装遮阳棚。,张三,13800138000,,
a-2,2024-07-21,绿色生态,在示例路口加装路灯。,李四,13800138001,交通部门,已签收
a-3,2024-07-21,没有的主题,在示例路口加装路灯。,李四,13800138001,,
a-1,2024-07-20,绿色生态,在示例社区的公交站加装遮阳棚。,张三,13800138000,,
"""
COUNTS = {"new": 2, "known": 1}
STATES = [("a-1", "registered"), ("a-2", "signed")]
MOST_COMMITS = 30

pytestmark = [pytest.mark.chaos, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Program]:
    async with program(tmp_path_factory.mktemp("killed"), "chaos.mortal") as prepared:
        await prepared.start()
        await prepared.ready()
        yield prepared


@pytest.fixture(scope="module")
async def caller(running: Program) -> AsyncIterator[Caller]:
    made = await Caller.of(running)
    yield made
    await made.close()


async def repeated(caller: Caller, path: str, key: str, **how: Any) -> httpx.Response:
    """Send it twice more: the second answer is the first."""
    first, again = [await caller.sends(path, key=key, **how) for _ in range(2)]
    assert first.status_code == 200, first.text
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.content == first.content
    return first


@pytest.mark.parametrize("die", POINTS)
async def test_a_letter_is_registered_once(caller: Caller, die: str) -> None:
    before = await caller.count()
    key = f"letter {die}".replace(" ", "-")
    assert await caller.is_killed_by("/suggestions", key=key, die=die, json=LETTER) is None
    told = (await repeated(caller, "/suggestions", key, json=LETTER)).json()
    assert (told["new"], bool(told["code"])) == (True, True)
    assert await caller.happened(told["number"]) == ["registered"]
    assert await caller.count() == before + 1


@pytest.mark.parametrize("die", POINTS)
@pytest.mark.parametrize("verb", VERBS)
async def test_a_verb_is_done_once(caller: Caller, verb: str, die: str) -> None:
    begun, (name, said), kinds = VERBS[verb]
    number = await caller.suggestion(*begun)
    path, key = f"/suggestions/{number}/{name}", f"{verb}-{die}".replace(" ", "-")
    assert await caller.is_killed_by(path, key=key, die=die, json=said) is None
    assert await caller.happened(number) == (kinds if die == "after 1" else kinds[:-1])
    await repeated(caller, path, key, json=said)
    assert await caller.happened(number) == kinds


async def test_a_ledger_is_taken_in_once_wherever_it_was_killed(caller: Caller) -> None:
    """Killed before every commit there is in turn, each time with a ledger of its own."""
    for commit in range(1, MOST_COMMITS):
        how = ledger(f"system-{commit}")
        answer = await caller.is_killed_by(**how, die=f"before {commit}")
        if answer:
            break
        await caller.let_claims_run_out()
        answer = await repeated(caller, how.pop("path"), how.pop("key"), **how)
        assert_whole(answer)
        assert await caller.known(f"system-{commit}") == STATES
    assert_whole(answer)
    assert commit > 6


async def test_a_ledger_goes_on_however_often_it_is_killed(caller: Caller) -> None:
    how = ledger("system-again")
    answer, lives = None, 0
    while answer is None and lives < MOST_COMMITS:
        lives += 1
        answer = await caller.is_killed_by(**how, die="after 3")
        await caller.let_claims_run_out()
    assert lives > 2
    assert_whole(answer)
    assert await caller.known("system-again") == STATES


def ledger(system: str) -> dict[str, Any]:
    return {
        "path": f"/imports?system={system}&campaign=city-2024",
        "key": f"ledger-{system}",
        "content": SHEET.encode(),
        "headers": {"Content-Type": "text/csv"},
    }


def assert_whole(answer: httpx.Response) -> None:
    told = answer.json()
    assert {name: told[name] for name in COUNTS} == COUNTS
    assert [refused["line"] for refused in told["refused"]] == [4]


async def test_an_import_at_the_terminal_goes_on_however_often_it_is_killed(
    caller: Caller, tmp_path: Path
) -> None:
    sheet, report = tmp_path / "ledger.csv", tmp_path / "refused.csv"
    sheet.write_text(SHEET, "utf-8")
    words = ("ledger", "import", str(sheet), "--system", "terminal", "--login", "clerk")
    lives = [await terminal(caller.running, "after 3", *words) for _ in range(2)]
    assert [code for code, _ in lives] == [-9, -9]
    ended = await terminal(caller.running, "after 99", *words, "--report", str(report))
    assert ended[0] == 2
    assert "New: 1. There already: 2. Not taken: 1." in ended[1]
    assert "4" in report.read_text("utf-8-sig").splitlines()[1]
    assert await caller.known("terminal") == STATES


async def terminal(running: Program, die: str, *words: str) -> tuple[int, str]:
    """Run a command beside the program, on the same state; return its exit code and what it said."""
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "chaos.mortal", die, *words),
        cwd=ROOT,
        env={**os.environ, **running.settings, "PYTHONPATH": path, "LANG": "en"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said.decode()
