"""Starting the inspecting process, and believing it as little as possible."""

import asyncio
import json
import logging
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from dataclasses import dataclass

from backend.config import ROOT
from backend.files.inspection.rules import REFUSALS, InspectionRules

log = logging.getLogger(__name__)

CHILD = "backend.files.inspection.child"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
ENOUGH = asyncio.Semaphore(2)
"""Inspections at the same time: memory and processors are the talker's too."""
PIECE = 65_536


class NotInspectedError(Exception):
    """The inspecting process gave no usable answer."""


@dataclass(frozen=True)
class Answer:
    """`refusal` names why not; without one, `content` is what to keep."""

    refusal: str | None
    content: bytes


async def ask(kind: str, content: bytes, rules: InspectionRules, *, child: str | None = None) -> Answer:
    """Have bytes inspected in a process of their own; NotInspectedError when it fails or takes too long.

    `child` is the module that process runs, where it is not the one that inspects.
    """
    async with ENOUGH:
        process = await _started(kind, rules, child or CHILD)
        try:
            async with asyncio.timeout(rules.seconds):
                _, said = await asyncio.gather(_feed(process, content), _said(process, rules.output_bytes))
                await process.wait()
        except TimeoutError as error:
            raise NotInspectedError("it took too long") from error
        finally:
            await _ended(process)
    if len(said) > rules.output_bytes:
        raise NotInspectedError("it said too much")
    if process.returncode != 0:
        raise NotInspectedError(f"it ended with {process.returncode}")
    return _understood(said)


async def _started(kind: str, rules: InspectionRules, child: str) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-E", "-s", "-B", "-m", child, kind, json.dumps(rules.plain())),
        cwd=ROOT,
        env=ENVIRONMENT,
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,  # a file's author would write our log
        start_new_session=True,
    )


async def _feed(process: Process, content: bytes) -> None:
    if process.stdin is None:
        raise TypeError(process)
    with suppress(BrokenPipeError, ConnectionResetError):  # it has ended: its exit code tells
        process.stdin.write(content)
        await process.stdin.drain()
    process.stdin.close()


async def _said(process: Process, most: int) -> bytes:
    if process.stdout is None:
        raise TypeError(process)
    said = bytearray()
    while piece := await process.stdout.read(PIECE):
        said += piece
        if len(said) > most:
            process.kill()
            break
    return bytes(said)


async def _ended(process: Process) -> None:
    """Kill whatever is left of it, with everything it may have started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def _understood(said: bytes) -> Answer:
    head, _, content = said.partition(b"\n")
    try:
        refusal = json.loads(head)["refusal"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotInspectedError("it made no sense") from error
    if refusal is not None and refusal not in REFUSALS:
        raise NotInspectedError("it made no sense")
    return Answer(refusal, content)
