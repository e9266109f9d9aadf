"""Uploaded bytes: encrypted files beside the database, one row each."""

import asyncio
import mimetypes
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from cryptography.fernet import MultiFernet

from webchat import images
from webchat.model import File

FILE_LIMIT = 50 * 1024 * 1024
NAME_LIMIT = 200
ANY = "application/octet-stream"
FOLDERS = {
    "photo": "photos",
    "document": "documents",
    "voice": "voice",
    "audio": "music",
    "video": "videos",
    "sticker": "stickers",
    "animation": "animations",
}


@dataclass(frozen=True)
class Upload:
    name: str
    mime: str
    data: bytes


class Blobs:
    def __init__(self, folder: Path, cipher: MultiFernet) -> None:
        self._folder = folder
        self._cipher = cipher

    def open(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    async def put(self, upload: Upload) -> str:
        """Write to disk, flushed, before any row speaks of it; returns the unique id."""
        unique = secrets.token_urlsafe(12)
        await asyncio.to_thread(self._write, unique, upload.data)
        return unique

    async def get(self, unique: str) -> bytes:
        return await asyncio.to_thread(self._read, unique)

    def _path(self, unique: str) -> Path:
        return self._folder / unique[:2] / unique

    def _read(self, unique: str) -> bytes:
        return self._cipher.decrypt(self._path(unique).read_bytes())

    def _write(self, unique: str, data: bytes) -> None:
        path = self._path(unique)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        part = path.with_suffix(".part")
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(self._cipher.encrypt(data))
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)

    async def drop(self, unique: str) -> None:
        await asyncio.to_thread(self._path(unique).unlink, missing_ok=True)

    async def before(self, at: float) -> list[str]:
        """Name what was last written before `at`, halves of broken uploads among it."""
        return await asyncio.to_thread(self._before, at)

    def _before(self, at: float) -> list[str]:
        found = []
        for path in self._folder.glob("??/*"):
            with suppress(FileNotFoundError):  # a new file gets its last name just now
                if path.stat().st_mtime < at:
                    found.append(path.name)
        return found


def new_row(upload: Upload, *, unique: str, bot_id: int, chat_id: int | None, kind: str) -> File:
    picture = images.look(upload.data)
    name = PurePath(upload.name.replace("\\", "/")).name[-NAME_LIMIT:] or kind
    mime = picture.mime if picture else mime_of(name, upload.mime)
    sides = (picture.width, picture.height) if picture else (None, None)
    return File(
        file_id=f"F{kind[:3]}{secrets.token_urlsafe(32)}",
        unique_id=unique,
        bot_id=bot_id,
        chat_id=chat_id,
        kind=kind,
        name=name,
        mime=mime,
        size=len(upload.data),
        width=sides[0],
        height=sides[1],
    )


def mime_of(name: str, told: str) -> str:
    guessed = mimetypes.guess_type(name, strict=False)[0]
    return (guessed or told or ANY)[:100]


def path_of(file: File) -> str:
    suffix = PurePath(file.name).suffix
    ending = suffix if suffix.isascii() and suffix[1:].isalnum() else mimetypes.guess_extension(file.mime)
    return f"{FOLDERS[file.kind]}/file_{file.id}{ending or ''}"


def media_of(file: File) -> dict[str, object]:
    """Describe a file to a bot of this kind, without its own extra fields."""
    shape: dict[str, object] = {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
    }
    width, height = file.width or images.UNKNOWN, file.height or images.UNKNOWN
    if file.kind in {"photo", "video", "animation", "sticker"}:
        shape |= {"width": width, "height": height}
    if file.kind in {"document", "audio", "video", "animation"}:
        shape |= {"file_name": file.name}
    if file.kind not in {"photo", "sticker"}:
        shape |= {"mime_type": file.mime}
    if file.kind in {"voice", "audio", "video", "animation"}:
        shape |= {"duration": 0}
    if file.kind == "sticker":
        shape |= {"type": "regular", "is_animated": False, "is_video": False}
    return shape
