"""The keys that people sign with (Ed25519, RFC 8032): made, kept in files, signed with, verified.

The only module that knows `cryptography`, which the extra `keys` brings. A key file is JSON of mode 600. With a
passphrase the secret half is sealed (ChaCha20-Poly1305, RFC 8439) under what scrypt (RFC 7914) makes of it: the usual
encrypted PKCS #8 has 2,048 rounds of PBKDF2 here, which a stolen file does not withstand. The public half stands open,
so that to show a key asks for nothing. A key is named by its public half, 64 hexadecimal digits.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import InputError, StateError
from factcheck.files import NEVER_ENDS, may_never_end

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT = 1
SHORT = 16
"""Digits of a key that a line for people has: 64 bits, which nobody finds a second key for."""

_KEY = re.compile(r"[0-9a-f]{64}")
_FIELDS = {"format", "public", "secret", "salt", "nonce"}
_SCRYPT = {"length": 32, "n": 2**17, "r": 8, "p": 1}
"""128 MB and some 0.4 s a try. Source: OWASP, Password Storage Cheat Sheet."""
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_LARGEST = 4096
"""Bytes of a key file; ours has some 400."""
_HINT = "name a file that `factcheck key new` made, or make another key"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key that signs: its public half, and what signs a message (returning hexadecimal digits)."""

    public: str
    sign: Callable[[bytes], str]


def checked_key(written: str) -> str:
    """Return a key as it is named: 64 hexadecimal digits, whatever blanks and capitals it was written with.

    Raises:
        InputError: it is none.
    """
    key = "".join(written.split()).lower()
    if not _KEY.fullmatch(key):
        raise InputError("is no key: 64 hexadecimal digits", hint="as `factcheck key show` prints it", subject=written)
    return key


def new_key(passphrase: str) -> tuple[str, bytes]:
    """Make a key; return its public half and what its file holds, sealed where there is a passphrase."""
    with _installed():
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    made = Ed25519PrivateKey.generate()
    public, secret, salt, nonce = _public(made), made.private_bytes_raw(), "", ""
    if passphrase:
        salt, nonce = secrets.token_hex(16), secrets.token_hex(12)
        secret = _box(passphrase, salt).encrypt(bytes.fromhex(nonce), secret, public.encode())
    held = {"format": FORMAT, "public": public, "secret": secret.hex(), "salt": salt, "nonce": nonce}
    return public, json.dumps(held, indent=1).encode() + b"\n"


def write_key(path: Path, content: bytes) -> None:
    """Write a key file that nobody else may read; one that is there stays.

    Raises:
        InputError: it is there, or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            os.fchmod(handle, 0o600)  # whatever the umask says
            file.write(content)
            file.flush()
            os.fsync(handle)
    except OSError as error:
        hint = "make its folder writable for you alone"
        raise InputError(f"cannot be written: {error.strerror}", hint=hint, subject=str(path)) from error


def public_half(path: Path) -> str:
    """Return the public half of the key in a file.

    Raises:
        InputError: the file cannot be read, others may read it, or it holds no key.
    """
    return str(_held(path)["public"])


def signing_key(path: Path, passphrase: Callable[[], str]) -> SigningKey:
    """Return the key in a file, to sign with; `passphrase` is asked where it has one.

    Raises:
        InputError: see `public_half`; or the passphrase is wrong.
    """
    held = _held(path)
    with _installed():
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    try:
        secret = bytes.fromhex(held["secret"])
        if held["salt"]:
            box, nonce = _box(passphrase(), held["salt"]), bytes.fromhex(held["nonce"])
            secret = box.decrypt(nonce, secret, held["public"].encode())
        key = Ed25519PrivateKey.from_private_bytes(secret)
    except InvalidTag as error:
        raise InputError("the passphrase is wrong", hint="try again", subject=str(path)) from error
    except (ValueError, TypeError) as error:
        raise InputError("is a damaged key file", hint=_HINT, subject=str(path)) from error
    if _public(key) != held["public"]:
        raise InputError("is a damaged key file: its halves differ", hint=_HINT, subject=str(path))
    return SigningKey(held["public"], lambda message: key.sign(message).hex())


def verifies(key: str, message: bytes, signature: str) -> bool:
    """Tell whether a signature over a message is that of a key.

    Raises:
        StateError: the extra is not installed: nothing passes for verified then.
    """
    with _installed():
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


@contextmanager
def _installed() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise StateError(
            "keys need cryptography, which is not installed", hint="pip install 'factcheck-workbench[keys]'"
        ) from error


def _public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def _box(passphrase: str, salt: str) -> Any:  # noqa: ANN401 - imported when it is needed
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return ChaCha20Poly1305(Scrypt(bytes.fromhex(salt), **_SCRYPT).derive(passphrase.encode("utf-8", "surrogatepass")))


def _held(path: Path) -> dict[str, Any]:
    """Read a key file; what it may be is looked at on the file that is open, so that nobody changes it in between."""
    if may_never_end(path):
        raise InputError(NEVER_ENDS, hint=_HINT, subject=str(path))
    try:
        with path.open("rb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            content = file.read(_LARGEST)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", hint=_HINT, subject=str(path)) from error
    if mode & _OTHERS:
        hint = f"chmod 600 {path}; if others may have read it, make another key and revoke this one"
        raise InputError(f"may be read or written by others (mode {mode:o})", hint=hint, subject=str(path))
    held: Any
    try:
        held = json.loads(content)
    except (ValueError, RecursionError):
        held = None
    is_ours = isinstance(held, dict) and held.keys() == _FIELDS and held["format"] == FORMAT
    if not is_ours or not all(isinstance(held[name], str) for name in _FIELDS - {"format"}):
        raise InputError("is no key file", hint=_HINT, subject=str(path))
    if not _KEY.fullmatch(held["public"]):
        raise InputError("is a damaged key file", hint=_HINT, subject=str(path))
    return dict(held)
