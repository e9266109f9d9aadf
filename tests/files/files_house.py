"""What the tests of files are handed."""

from collections.abc import Awaitable, Callable

from backend.files.inspection.run import Inspected

Inspect = Callable[..., Awaitable[Inspected]]
Refused = Callable[..., Awaitable[str]]
