"""What an inspection may cost, and what it may say."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class InspectionRules:
    """`max_bytes` comes from the campaign; the rest holds for every file.

    `pages`: of a document, or rows of a sheet. `expanded_bytes`: all that a document unpacks to.
    `memory_bytes`: address space of the inspecting process.
    """

    max_bytes: int
    pixels: int = 50_000_000
    expanded_bytes: int = 200_000_000
    parts: int = 2_000
    objects: int = 200_000
    pages: int = 2_000
    seconds: float = 40
    cpu_seconds: int = 25
    memory_bytes: int = 768 * 1024 * 1024
    output_bytes: int = 64_000_000

    def plain(self) -> dict[str, Any]:
        return asdict(self)


REFUSALS = frozenset(
    {
        "file-active",
        "file-bomb",
        "file-damaged",
        "file-encrypted",
        "file-macros",
        "file-not-what-it-says",
        "file-picture-too-large",
        "ledger-too-many-rows",
        "batch-sheet-merged",
    }
)
"""All that the inspecting process may answer; it is not believed anything else."""
