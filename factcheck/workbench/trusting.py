"""A person's key at a workspace: found, unlocked, trusted, revoked, and what it signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from platformdirs import user_config_path

from factcheck.domain import ASSERTED, BY_KEY
from factcheck.errors import GuardError, InputError
from factcheck.keyfiles import SHORT, SigningKey, checked_key, new_key, public_half, signing_key, write_key
from factcheck.review.kinds import SIGNATURES, Kind
from factcheck.review.people import is_among
from factcheck.review.steps import STEP_OF, check_permitted
from factcheck.review.trust import KINDS, SUBJECT, KeyRing, TrustedKey, check_revoke, check_trust, ring_of
from factcheck.text.commands import words_of_command
from factcheck.text.names.lookalikes import folded
from factcheck.workbench.users import checked_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench

_NEW = "`factcheck key new`, then somebody who has a trusted key: `factcheck key trust NAME KEY`"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """A key file of a person: where it is, and the public half of its key."""

    path: Path
    key: str


def key_files(user: str) -> tuple[KeyFile, ...]:
    """Return the key files of a person on this machine, the newest first.

    Raises:
        InputError: one of them cannot be read, or others may read it.
    """
    name = re.escape(quote(folded(user), safe=""))
    folder = _folder()
    try:
        found = [path for path in folder.iterdir() if re.fullmatch(rf"{name}\.[0-9a-f]{{{SHORT}}}\.json", path.name)]
    except OSError:  # no folder, no keys
        return ()
    newest = sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
    return tuple(KeyFile(path=path, key=public_half(path)) for path in newest)


def make_key(user: str, passphrase: Callable[[], str], *, rotate: bool = False) -> KeyFile:
    """Make a key of a person; with `rotate`, another beside those that there are. `passphrase` is asked, "" for none.

    Raises:
        InputError: there is one, or the file cannot be written.
    """
    if not rotate and (found := key_files(user)):
        hint = "--rotate makes another beside it, to be trusted before this one is revoked"
        raise InputError(f"is the key of {user}, and stays", hint=hint, subject=str(found[0].path))
    key, content = new_key(passphrase())
    path = _folder() / f"{quote(folded(user), safe='')}.{key[:SHORT]}.json"
    write_key(path, content)
    return KeyFile(path=path, key=key)


def _folder() -> Path:
    return user_config_path("factcheck") / "keys"


def ring(reader: Reader) -> KeyRing:
    """Return the keys that a workspace trusts."""
    return ring_of(reader.events(subject=SUBJECT, kinds=KINDS))


def identity(bench: Workbench, reader: Reader) -> str:
    """Say how sure it will be that what this user signs is theirs: by key, or asserted."""
    return BY_KEY if ring(reader).of(bench.user) else ASSERTED


def keyless(bench: Workbench, keys: KeyRing) -> str:
    """Say what keeps this user from signing for want of a trusted key, where they need one; else ""."""
    if keys.of(bench.user):
        return ""
    if keys.knows(bench.user):
        return f"every key of {bench.user} was revoked here: another has to be trusted: {_NEW}"
    if bench.workflow.require_keys:
        return f"this workspace asks for keys, and none of {bench.user} is trusted here: {_NEW}"
    return ""


def key_for(bench: Workbench, reader: Reader, kind: str) -> SigningKey | None:
    """Return the key that signs an event of a kind by this user; None where it needs none.

    Called before a transaction, too: a person may be typing the passphrase, and nobody else should wait for that.

    Raises:
        GuardError: it needs one, and the user has none that is trusted.
        InputError: the key is not on this machine, may be read by others, or its passphrase is wrong.
    """
    if kind not in SIGNATURES:
        return None
    keys = ring(reader)
    if told := keyless(bench, keys):
        raise GuardError(told)
    if kind in KINDS:
        return trusted_key(bench, keys)
    mine = [one.key for one in keys.of(bench.user)]
    return _unlocked(bench, mine) if mine else None


def trusted_key(bench: Workbench, keys: KeyRing) -> SigningKey:
    """Return this user's key, for what takes one in any case.

    Raises:
        GuardError: none of the user is trusted.
        InputError: the key cannot be used.
    """
    mine = [one.key for one in keys.of(bench.user)]
    if not mine:
        raise GuardError(f"this takes a trusted key, and none of {bench.user} is trusted here: {_NEW}")
    return _unlocked(bench, mine)


def _unlocked(bench: Workbench, wanted: list[str]) -> SigningKey:
    """Return the first of some keys that is on this machine, unlocked once for as long as the workbench is open."""
    files = {file.key: file.path for file in key_files(bench.user)}
    found = next((key for key in wanted if key in files), None)
    if found is None:
        named = ", ".join(key[:SHORT] for key in wanted)
        hint = f"bring its file to {_folder()}, or have another key trusted: {_NEW}"
        raise InputError(f"is not on this machine, and {bench.user} signs with it", hint=hint, subject=f"key {named}")
    if bench.signing_key is None or bench.signing_key.public != found:
        path = files[found]
        bench.signing_key = signing_key(path, lambda: bench.passphrase(path))
    return bench.signing_key


def trust(bench: Workbench, holder: str = "", key: str = "") -> TrustedKey:
    """Trust a key as somebody's; without one, this user's own newest.

    Raises:
        GuardError: it was trusted before, trust has to begin with one's own, or the step is not for this user.
        InputError: it is no key, or `holder` no name.
    """
    if not key:
        files = key_files(bench.user)
        if not files:
            command = words_of_command("factcheck", "--user", bench.user, "key", "new")
            raise InputError("there is no key", hint=f"`{command}`", subject=str(_folder()))
        holder, key = bench.user, files[0].key
    name, public = checked_name(holder), checked_key(key)

    def check(keys: KeyRing) -> None:
        check_permitted(bench.workflow, bench.user, STEP_OF[Kind.KEY_TRUSTED])
        check_trust(keys, bench.user, name, public)

    return _append(bench, Kind.KEY_TRUSTED, public, {"trusted": public, "holder": name}, check)


def revoke(bench: Workbench, written: str, reason: str) -> TrustedKey:
    """Revoke a key, named by its start. One's own takes no role.

    Raises:
        GuardError: it is not trusted, is the last one, there is no reason, or the step is not for this user.
    """
    key = key_named(ring(bench.store), written)

    def check(keys: KeyRing) -> None:
        if key not in keys.keys or not is_among(bench.user, [keys.keys[key].holder]):
            check_permitted(bench.workflow, bench.user, STEP_OF[Kind.KEY_REVOKED])
        check_revoke(keys, key, reason)

    return _append(bench, Kind.KEY_REVOKED, key, {"revoked": key, "reason": reason.strip()}, check)


def key_named(keys: KeyRing, written: str) -> str:
    """Return the key of a ring that a person means: by its start.

    Raises:
        InputError: none fits, or several do.
    """
    start = "".join(written.split()).lower()
    found = [key for key in keys.keys if start and key.startswith(start)]
    if len(found) != 1:
        told = f"{len(found)} keys are meant" if found else "there is no such key"
        raise InputError(told, hint="`factcheck key list` shows them", subject=written)
    return found[0]


def _append(
    bench: Workbench, kind: Kind, key: str, body: dict[str, str], check: Callable[[KeyRing], None]
) -> TrustedKey:
    check(ring(bench.store))
    _signer(bench, bench.store, kind, key)
    with bench.store.transaction() as tx:
        check(ring(tx))
        signer = _signer(bench, tx, kind, key)
        tx.append(at=bench.now(), user=bench.user, kind=kind, subject=SUBJECT, revision="", body=body, key=signer)
        return ring(tx).keys[key]


def _signer(bench: Workbench, reader: Reader, kind: Kind, key: str) -> SigningKey | None:
    """Return the key that signs; the first one that is trusted signs itself, which shows that it is there."""
    return _unlocked(bench, [key]) if not ring(reader).keys else key_for(bench, reader, kind)
