"""Keys within a value of an address, in ways of their own: JSON, headers, lists, markup, fragments, base64."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest

from factcheck.web.secrets import lacks_secrets, secrets_in, without_secrets

KEY = "aB3cD4eF"
WAYS = [
    f'{{"api_key":"{KEY}","q":"x"}}',
    f"{{'apiKey': '{KEY}'}}",
    f'{{"a":{{"token":"{KEY}"}}}}',
    f'{{\\"token\\":\\"{KEY}\\"}}',
    f'{{"tokens":["{KEY}","x"]}}',
    f"Authorization: Bearer {KEY}",
    f"Authorization:+Basic+{KEY}==",
    f"Cookie: sid={KEY}; theme=dark",
    f"X-Api-Key:{KEY}",
    f"Bearer {KEY}",
    f"token:{KEY},sort:asc",
    f"sort=asc,api_key={KEY}",
    f"<token>{KEY}</token>",
    f"https://x.example/?token={KEY}",
    f"https://x.example/#access_token={KEY}",
]


@pytest.mark.parametrize("value", WAYS)
@pytest.mark.parametrize("times", [0, 1, 2])
@pytest.mark.parametrize("front", ["?data=", "?a=1&h=", "#state=", "#", "?"])
def test_a_key_within_a_value_is_taken_out_however_it_is_encoded(value: str, times: int, front: str) -> None:
    for _ in range(times):
        value = quote(value, safe="")
    address = f"https://example.org/a{front}{value}"
    kept = without_secrets(address)
    assert KEY not in kept
    assert without_secrets(kept) == kept
    assert any(KEY in one.value for one in secrets_in(address))
    assert lacks_secrets(kept)


def test_a_key_in_a_packed_value_or_a_path_of_a_fragment_is_taken_out() -> None:
    packed = base64.b64encode(b'{"token":"abc"}').decode()
    for address in (f"https://example.org/?d={packed}", f"https://example.org/?d={quote(packed)}"):
        assert without_secrets(address) == "https://example.org/?d=REMOVED"
    assert without_secrets("https://example.org/#/token/a1b2/x") == "https://example.org/#/token/REMOVED/x"


def test_two_pages_that_only_nested_keys_tell_apart_keep_two_addresses() -> None:
    one, other = (without_secrets(f'https://example.org/?d={{"token":"{key}"}}', b"salt") for key in ("abc1", "abc2"))
    assert one != other


@pytest.mark.parametrize(
    "rest",
    [
        *("?title=The%20secret:%20five%20cranes", "?q=token:+what+is+it", "?sort=key:asc", '?f={"key":"title"}'),
        *("?q=bearer%20securities", "?filter=date:2024-11-12,session:2024", "#Password:_The_film", "#/report/2024"),
        *('?f={"title":"Harbour","page":2}', "?q=a+basic+question", "#:~:text=the%20secret"),
    ],
)
def test_titles_searches_and_filters_stay(rest: str) -> None:
    assert without_secrets(f"https://example.org/a{rest}") == f"https://example.org/a{rest}"
