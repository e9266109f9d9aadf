"""What the inspecting process takes from itself before it looks at a byte."""

import resource

from backend.files.inspection.rules import InspectionRules


def limit(rules: InspectionRules) -> None:
    """Bound memory and time; nothing can be written to a file, and no core is dumped."""
    _at_most(resource.RLIMIT_AS, rules.memory_bytes)
    _at_most(resource.RLIMIT_CPU, rules.cpu_seconds)
    _at_most(resource.RLIMIT_FSIZE, 0)
    _at_most(resource.RLIMIT_CORE, 0)


def close_the_doors(*, threads: bool) -> None:
    """Allow no further file or socket, and no thread or process unless `threads`; import all before."""
    if not threads:
        _at_most(resource.RLIMIT_NPROC, 0)
    _at_most(resource.RLIMIT_NOFILE, 0)


def _at_most(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(what, (most, most))
