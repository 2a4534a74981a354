"""The files of keys: who may read them, what opens them, and that what they sign is theirs alone."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError, StateError
from factcheck.keyfiles import checked_key, new_key, public_half, signing_key, verifies, write_key

pytest.importorskip("cryptography", reason="needs the extra keys: pip install 'factcheck-workbench[keys]'")


def made(folder: Path, passphrase: str = "") -> Path:
    path = folder / "keys" / "alice.json"
    write_key(path, new_key(passphrase)[1])
    return path


def never() -> str:
    raise AssertionError("nobody has to be asked")


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o277])
def test_a_key_file_is_of_mode_600_whatever_the_umask_says(tmp_path: Path, umask: int) -> None:
    (tmp_path / "keys").mkdir()
    before = os.umask(umask)
    try:
        path = made(tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_file_is_never_replaced(tmp_path: Path) -> None:
    path = made(tmp_path)
    before = path.read_bytes()
    with pytest.raises(InputError, match="cannot be written: File exists"):
        made(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("passphrase", ["", "correct horse", "ä 東京 \ud800"])
def test_what_a_key_signs_verifies_with_its_public_half(tmp_path: Path, passphrase: str) -> None:
    path = made(tmp_path, passphrase)
    key = signing_key(path, lambda: passphrase or never())
    assert key.public == public_half(path)
    signature = key.sign(b"six cranes")
    assert verifies(key.public, b"six cranes", signature)
    assert not verifies(key.public, b"five cranes", signature)
    assert not verifies(new_key("")[0], b"six cranes", signature)


def test_a_passphrase_is_needed_and_a_wrong_one_told(tmp_path: Path) -> None:
    path = made(tmp_path, "right")
    held = json.loads(path.read_bytes())
    assert len(held["secret"]) == 2 * (32 + 16)  # sealed, with its tag
    for wrong in ("", "Right", "right "):
        with pytest.raises(InputError, match="the passphrase is wrong"):
            signing_key(path, lambda wrong=wrong: wrong)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601, 0o666, 0o777])
def test_a_file_that_others_may_use_is_refused(tmp_path: Path, mode: int) -> None:
    path = made(tmp_path)
    path.chmod(mode)
    with pytest.raises(InputError, match=f"by others \\(mode {mode:o}\\).*chmod 600"):
        signing_key(path, never)
    with pytest.raises(InputError, match="chmod 600"):
        public_half(path)


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_file_of_ones_own_is_read(tmp_path: Path, mode: int) -> None:
    path = made(tmp_path)
    path.chmod(mode)
    assert signing_key(path, never).public


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"public": "0" * 64}, "its halves differ"),
        ({"public": "0" * 63}, "damaged"),
        ({"secret": "00"}, "damaged"),
        ({"secret": "xyz"}, "damaged"),
        ({"format": 2}, "is no key file"),
        ({"secret": 1}, "is no key file"),
        ({"more": ""}, "is no key file"),
    ],
)
def test_a_damaged_file_is_told(tmp_path: Path, change: dict[str, object], told: str) -> None:
    path = made(tmp_path)
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **change}))
    with pytest.raises(InputError, match=told):
        signing_key(path, never)


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PRIVATE KEY-----\n", b"[" * 5000, b"\xff\x00", b"null"])
def test_what_is_no_key_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = made(tmp_path)
    path.write_bytes(content)
    with pytest.raises(InputError, match="is no key file"):
        public_half(path)


def test_a_public_half_that_was_exchanged_is_told_with_the_right_passphrase_too(tmp_path: Path) -> None:
    path = made(tmp_path, "right")
    other = new_key("")[0]
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "public": other}))
    with pytest.raises(InputError, match="the passphrase is wrong"):
        signing_key(path, lambda: "right")


def test_a_pipe_and_a_folder_are_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    with pytest.raises(InputError, match="pipe"):
        public_half(tmp_path / "pipe")
    with pytest.raises(InputError, match="cannot be read"):
        public_half(tmp_path)


@settings(max_examples=50)
@given(st.text(), st.binary(max_size=20), st.text())
def test_no_other_text_passes_for_a_signature(key: str, message: bytes, signature: str) -> None:
    assert not verifies(key, message, signature)


def test_without_the_extra_nothing_passes_for_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    key, signature = "0" * 64, "0" * 128
    for name in [name for name in sys.modules if name.partition(".")[0] == "cryptography"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(StateError, match=r"factcheck-workbench\[keys\]"):
        verifies(key, b"", signature)
    with pytest.raises(StateError, match=r"factcheck-workbench\[keys\]"):
        new_key("")


def test_a_key_is_read_as_people_write_it() -> None:
    key = "5d13ab60155d2c20" * 4
    assert checked_key(f" {key[:32].upper()} {key[32:]}\n") == key
    for wrong in ("", key[:-1], f"{key}0", "g" * 64):
        with pytest.raises(InputError, match="is no key"):
            checked_key(wrong)
