"""Sealing bytes so that only this service can read or make them, under a ring of keys."""

import hashlib
import hmac
import os
import secrets
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = b"mbs1"
_NONCE = 12


@dataclass(frozen=True, slots=True, repr=False)
class Ring:
    """Keys of which the first seals and every one opens, so that a key can be renewed."""

    keys: tuple[bytes, ...]

    def seal(self, plain: bytes) -> str:
        """Encrypt bytes as text for a cookie."""
        nonce = secrets.token_bytes(_NONCE)
        return _text(nonce + AESGCM(self.keys[0]).encrypt(nonce, plain, _VERSION))

    def open(self, sealed: str) -> bytes:
        """Decrypt what one of the keys sealed; ValueError for anything else."""
        raw = _bytes(sealed)
        for key in self.keys:
            try:
                return AESGCM(key).decrypt(raw[:_NONCE], raw[_NONCE:], _VERSION)
            except (InvalidTag, ValueError):
                continue
        raise ValueError("sealed by none of the keys")

    def sign(self, message: bytes) -> bytes:
        """Give the first key's signature of a message."""
        return next(self._signatures(message))

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Tell whether one of the keys signed the message."""
        return any(hmac.compare_digest(signature, right) for right in self._signatures(message))

    def _signatures(self, message: bytes) -> Iterator[bytes]:
        for key in self.keys:
            yield hmac.digest(hashlib.sha256(b"sign" + key).digest(), message, "sha256")[:16]


def ring_of(text: str) -> Ring:
    """Read keys written as base64 with commas between; ValueError says what is wrong."""
    try:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        keys = tuple(b64decode(part, validate=True) for part in parts)
    except ValueError:
        keys = ()
    if not keys or any(len(key) not in (16, 32) for key in keys):
        raise ValueError("MBS_KEYS: base64 of 16 or 32 random bytes each, with commas between")
    return Ring(keys)


def own_ring(folder: Path) -> Ring:
    """Read the keys of a site that was given none, making one at its first start."""
    file = folder / "keys"
    if not file.exists():
        _make_key(file)
    return ring_of(file.read_text("ascii"))


def _make_key(file: Path) -> None:
    """Write one key under a private name first: of two workers starting at once, one wins whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"keys-{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as writing:
        writing.write(b64encode(secrets.token_bytes(32)))
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _bytes(text: str) -> bytes:
    if not text.isascii():
        raise ValueError("not base64")
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
