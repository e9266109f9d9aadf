"""Building small OLE2 containers, as old Word documents are: a header, a table, a directory, streams."""

import struct

SECTOR = 512
MINI_CUTOFF = 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NONE = 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5

Tree = dict[str, "bytes | Tree"]


def word(*, flags: int = 0, text: bytes = b"", mark: int = 0xA5EC) -> bytes:
    """Return a text stream with the head Word gives it."""
    return struct.pack("<HHHHHH", mark, 0x00C1, 0, 0x0804, 0, flags) + b"\0" * 500 + text


def container(tree: Tree) -> bytes:
    """Return a container; every stream is filled up so that it needs no small sectors."""
    entries: list[list[object]] = [["Root Entry", ROOT, NONE, NONE, NONE, END, 0]]
    streams: list[tuple[int, bytes]] = []
    _enter(tree, 0, entries, streams)
    directory = -(-len(entries) * 128 // SECTOR)
    table, body = [FAT, *_chain(1, directory)], b""
    for index, content in streams:
        sectors = max(-(-len(content) // SECTOR), MINI_CUTOFF // SECTOR)
        entries[index][5:] = [len(table), sectors * SECTOR]
        table += _chain(len(table), sectors)
        body += content.ljust(sectors * SECTOR, b"\0")
    assert len(table) <= SECTOR // 4, "one sector of table is enough for tests"
    table += [FREE] * (SECTOR // 4 - len(table))
    listed = b"".join(_entry(*entry) for entry in entries).ljust(directory * SECTOR, b"\0")
    return _head() + struct.pack("<128I", *table) + listed + body


def _chain(start: int, count: int) -> list[int]:
    return [start + place + 1 for place in range(count - 1)] + [END]


def _enter(tree: Tree, parent: int, entries: list[list[object]], streams: list[tuple[int, bytes]]) -> None:
    """Add a folder's entries: each is the right neighbour of the one before."""
    before: int | None = None
    for name, inside in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
        mine = len(entries)
        kind = STREAM if isinstance(inside, bytes) else STORAGE
        entries.append([name, kind, NONE, NONE, NONE, END if kind == STREAM else 0, 0])
        entries[parent if before is None else before][4 if before is None else 3] = mine
        before = mine
        if isinstance(inside, bytes):
            streams.append((mine, inside))
        else:
            _enter(inside, mine, entries, streams)


def _entry(
    name: str,
    kind: int,
    *places: int,
) -> bytes:
    """`places`: left, right and inner neighbour, first sector, size."""
    left, right, child, start, size = places
    letters = name.encode("utf-16-le")
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters) + 2, kind, 1, left, right, child)
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )


def _head() -> bytes:
    fixed = struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    counts = struct.pack("<IIIIIIIII", 0, 1, 1, 0, MINI_CUTOFF, END, 0, END, 0)
    places = struct.pack("<109I", 0, *[FREE] * 108)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + fixed + counts + places
