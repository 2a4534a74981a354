"""Tokens of a session that a page hands to its reader's browser, in meta elements, hidden fields and scripts. Pure.

Keys of interfaces are among them, the state of a login, and credentials in the address that links are read from.

They are secrets like the cookie that they go with, and worth nothing without it: two copies of one page differ by them
alone. They are told by the names that frameworks give them, and nothing else of a page is touched. Not looked for in
UTF-16. Sources: the documentation of Rails, Django, ASP.NET, Laravel, Spring, Magento, Drupal and WordPress.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.web.nested import is_word
from factcheck.web.secrets import REMOVED

_HINTS = (
    *("csrf", "xsrf", "authenticity", "verification", "form_", "form-", "sess", "nonce", "token", "jwt", "apikey"),
    *("api_key", "api-key", "secret", "state", "<base"),
)
"""What a page has in small letters if it may have such a token: most have none, and are passed over fast."""
_NAME = (
    r"(?:[\w.:-]{0,40}[cx]srf[\w.:-]{0,40}|authenticity[_-]?token|_{0,2}request[_-]?verification[_-]?token"
    r"|form[_-](?:key|token|build[_-]id)|(?:php|j|asp\.?net_?)?sess(?:ion)?[_-]?(?:id|key|token)|_?wp_?nonce"
    r"|[\w.:-]{0,40}(?:access|refresh|auth|oauth|bearer|user|client|login|security|device|api|id)[_-]?(?:token|jwt)"
    r"|(?:[\w.:-]{0,40}[.:_-])?(?:token|jwt|(?:user|client)?api[_-]?key|(?:client|api|app)[_-]?secret))"
)
_VALUE = r"[^\"'<>\s]{8,4000}"
"""Shorter ones are switches: `csrf: "true"`."""
_ELEMENT = re.compile(r"<(?:meta|input)\s[^<>]{1,8000}>", re.IGNORECASE)
_NAMED = re.compile(rf"\s(?:name|id|property)\s*=\s*[\"']?{_NAME}[\"'\s/>]", re.IGNORECASE)
_CONTENT = re.compile(rf"(\s(?:content|value)\s*=\s*(?:\"|'|(?=[^\"'\s])))({_VALUE})", re.IGNORECASE)
_ENTRY = re.compile(r"(?<![\w.-])([\w.:-]{2,90})\\{0,8}[\"']?\s{0,9}[:=]\s{0,9}\\{0,8}[\"']")
"""Where a value begins that a script names."""
_IS_NAME = re.compile(_NAME, re.IGNORECASE)
_VALUE_OF = re.compile(rf"{_VALUE}?(?=\\{{0,8}}[\"'])")
_HIDDEN = re.compile(r"\stype\s*=\s*[\"']?hidden[\"'\s/>]", re.IGNORECASE)
_STATE = re.compile(r"\s(?:name|id)\s*=\s*[\"']?(?:oauth[_-]?)?state[\"'\s/>]", re.IGNORECASE)
"""What a login hands on to be told again; a state of a country is a word, or shorter."""
_BASE = re.compile(r"(<base\s[^<>]{0,1000}?href\s*=\s*[\"']?\s*(?:https?:)?//)[^/?#\s\"'<>]{1,500}@", re.IGNORECASE)
"""Credentials in the address that a page's links are read from."""
_TAKEN = rf"\g<1>{REMOVED}"


def without_tokens(body: bytes) -> bytes:
    """Return an unpacked body without the tokens of a session."""
    text = body.decode("latin-1")
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return body
    changed = _BASE.sub(rf"\g<1>{REMOVED}@", _ELEMENT.sub(_of_element, text))
    return "".join(_entries(changed)).encode("latin-1")


def _entries(text: str) -> Iterator[str]:
    """Yield a text piece by piece, without the values of its tokens."""
    done = 0
    for entry in _ENTRY.finditer(text):
        if _IS_NAME.fullmatch(entry[1]) and (value := _VALUE_OF.match(text, entry.end())):
            yield f"{text[done : entry.end()]}{REMOVED}"
            done = value.end()
    yield text[done:]


def _of_element(element: re.Match[str]) -> str:
    text = element[0]
    if _NAMED.search(text):
        return _CONTENT.sub(_TAKEN, text)
    if _STATE.search(text) and _HIDDEN.search(text):
        return _CONTENT.sub(lambda one: one[0] if is_word(one[2]) else f"{one[1]}{REMOVED}", text)
    return text
