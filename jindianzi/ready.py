"""What is printed once everything answers; the last line begins with READY."""

from collections.abc import Callable, Coroutine
from typing import Any

from jindianzi import demo as demonstration
from jindianzi.screen import language, tell
from jindianzi.wiring import Process

Announce = Callable[[Process], Coroutine[Any, Any, None]]


async def plain(process: Process) -> None:
    for name, address in process.addresses.items():
        tell(f"cli-address-{name}", address=address)
    tell("cli-channels", channels=", ".join(channel.name for channel in process.channels))
    tell("cli-ready", addresses=" ".join(process.addresses.values()))


async def demo(process: Process) -> None:
    for account in await demonstration.accounts(process.house, language()):
        tell(
            f"cli-account-{account.role}",
            login=account.login,
            password=account.password,
            unit=account.unit,
        )
    await plain(process)
