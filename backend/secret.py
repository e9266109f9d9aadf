"""Keys of the house: personal data at rest, the event chain, private query codes, all from one secret.

The secret stands in a file or in the environment, never in the database. Several lines rotate it:
the first writes, all of them read.
"""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0/O, 1/I/L: read aloud and written by hand
CODE_LENGTH = 8


def _derive(secret: str, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(secret.encode())


@dataclass(frozen=True)
class Keys:
    personal: MultiFernet
    events: tuple[bytes, ...]
    codes: tuple[bytes, ...]

    @classmethod
    def of(cls, *written: str) -> "Keys":
        """Derive every key from the secrets, newest first."""
        personal = [Fernet(base64.urlsafe_b64encode(_derive(s, "personal"))) for s in written]
        return cls(
            MultiFernet(personal),
            tuple(_derive(s, "events") for s in written),
            tuple(_derive(s, "codes") for s in written),
        )

    def code(self, draft_id: int, key: int = 0) -> str:
        """Return the private query code of what a draft becomes: made again, never stored."""
        digest = int.from_bytes(hmac.digest(self.codes[key], str(draft_id).encode(), "sha256"), "big")
        letters = []
        for _ in range(CODE_LENGTH):
            digest, index = divmod(digest, len(CODE_ALPHABET))
            letters.append(CODE_ALPHABET[index])
        return "".join(letters)

    def code_hash(self, code: str, key: int = 0) -> str:
        return hmac.digest(self.codes[key], code.strip().upper().encode(), "sha256").hex()

    def code_told(self, draft_id: int, code_hash: str) -> str:
        """Return the code that was told when it had this hash, under whichever secret that was."""
        told = ((self.code(draft_id, key), key) for key in range(len(self.codes)))
        return next((code for code, key in told if self.code_hash(code, key) == code_hash), "")

    def is_code(self, code: str, code_hash: str) -> bool:
        """Say whether a code has this hash under any secret; every one is tried, whatever is found."""
        told = [self.code_hash(code, key) for key in range(len(self.codes))]
        right = [hmac.compare_digest(each, code_hash) for each in told]
        return any(right)

    def chained(self, before: str, fact: bytes, *, key: int = 0) -> str:
        """Return the next link of an event chain: HMAC(key, before + fact), hex."""
        return hmac.new(self.events[key], before.encode() + b"\n" + fact, hashlib.sha256).hexdigest()


def read_or_make(path: Path) -> Keys:
    """Read the secret file, or make one with 256 random bits, readable by its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_suffix(".new")
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(32) + "\n", "utf-8")
        made.rename(path)
    return Keys.of(*path.read_text("utf-8").split())
