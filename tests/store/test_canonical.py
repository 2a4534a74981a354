"""What is written fast is what the reference implementation of RFC 8785 writes."""

from __future__ import annotations

from enum import StrEnum

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.store.canonical import canonical, parsed

LONGEST = 2**53 - 1
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-LONGEST, LONGEST),
    st.text(),
    st.floats(allow_nan=False, allow_infinity=False),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)), max_leaves=30
)


class Word(StrEnum):
    """A value as event bodies have them."""

    YES = "yes"


@given(VALUES)
def test_any_value_is_written_as_the_reference_writes_it(value: object) -> None:
    written = rfc8785.dumps({"a": value})
    assert canonical({"a": value}) == written
    assert parsed(written + b"\n") is not None


def test_every_character_is_written_as_the_reference_writes_it() -> None:
    for first in range(0, 0x110000, 0x1000):
        text = "".join(chr(code) for code in range(first, first + 0x1000) if not 0xD800 <= code <= 0xDFFF)
        assert canonical({"a": text}) == rfc8785.dumps({"a": text})
        names = dict.fromkeys(text[::97], 1)
        assert canonical(names) == rfc8785.dumps(names)


@pytest.mark.parametrize(
    "value", [LONGEST + 1, -LONGEST - 1, 1e21, 5.0, -0.0, 1e-7, 0.1, Word.YES, (1, "a"), {"ｆ": 1, "🧪": 2}]
)
def test_what_is_not_plain_is_left_to_the_reference(value: object) -> None:
    try:
        written = rfc8785.dumps({"a": value})
    except rfc8785.CanonicalizationError:
        with pytest.raises(InputError):
            canonical({"a": value})
    else:
        assert canonical({"a": value}) == written


@pytest.mark.parametrize("value", [{1: "a"}, {"a": object()}, {"a": b"x"}, {"a": {"b": "\ud800"}}, {"\ud800": 1}])
def test_what_is_no_json_is_refused(value: object) -> None:
    with pytest.raises(InputError):
        canonical(value)


@pytest.mark.parametrize(
    "line",
    [
        b'{"a": 1}\n',
        b'{"a":1}',
        b'{"a":1}\r\n',
        b'{"b":1,"a":1}\n',
        b'{"a":1,"a":1}\n',
        b'{"a":1.0}\n',
        b'{"a":1E3}\n',
        b'{"a":-0}\n',
        b'{"a":"\\u0061"}\n',
        b'{"a":"\\/"}\n',
        b'{"a":"\xff"}\n',
        b'{"a":NaN}\n',
        b'{"a":1e999}\n',
        b'\xef\xbb\xbf{"a":1}\n',
        b"\n",
        b"",
        b"[" * 100_000 + b"\n",
    ],
)
def test_another_spelling_is_not_read(line: bytes) -> None:
    assert parsed(line) is None
