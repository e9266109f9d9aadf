"""Starts the program again and again without importing it anew: reads orders, answers each with a line.

`start <log>` forks a process in which `python -m jindianzi demo` goes on from its imports; answers its id.
`wait <id>` answers how it ended: its exit code, or minus the signal that killed it.
"""

import os
import signal
import sys
from pathlib import Path

from jindianzi.cli import app


def start(log: str) -> int:
    child = os.fork()
    if child == 0:
        _become_the_program(Path(log))
    return child


def _become_the_program(log: Path) -> None:
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    written = os.open(log, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for descriptor, target in ((nothing, 0), (written, 1), (written, 2)):
        os.dup2(descriptor, target)
    sys.stdout.reconfigure(line_buffering=True)
    app(["demo"], prog_name="jindianzi")
    raise SystemExit(0)


def ended(child: int) -> int:
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orders = {"start": start, "wait": lambda child: ended(int(child))}
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in iter(sys.stdin.readline, ""):
        order, what = line.split(maxsplit=1)
        answer = orders[order](what.rstrip("\n"))
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
