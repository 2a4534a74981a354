"""Tokens of a session that a page hands to its reader's browser, in meta elements, hidden fields and scripts. Pure.

They are secrets like the cookie that they go with, and worth nothing without it: two copies of one page differ by them
alone. They are told by the names that frameworks give them, and nothing else of a page is touched. Not looked for in
UTF-16. Sources: the documentation of Rails, Django, ASP.NET, Laravel, Spring, Magento, Drupal and WordPress.
"""

from __future__ import annotations

import re

from factcheck.web.secrets import REMOVED

_HINTS = ("csrf", "xsrf", "authenticity", "verification", "form_", "form-", "sess", "nonce")
"""What a page has in small letters if it may have such a token: most have none, and are passed over fast."""
_NAME = (
    r"(?:[\w.:-]{0,40}[cx]srf[\w.:-]{0,40}|authenticity[_-]?token|_{0,2}request[_-]?verification[_-]?token"
    r"|form[_-](?:key|token|build[_-]id)|(?:php|j|asp\.?net_?)?sess(?:ion)?[_-]?(?:id|key|token)|_?wp_?nonce)"
)
_VALUE = r"[^\"'<>\s]{8,4000}"
"""Shorter ones are switches: `csrf: "true"`."""
_ELEMENT = re.compile(r"<(?:meta|input)\s[^<>]{1,8000}>", re.IGNORECASE)
_NAMED = re.compile(rf"\s(?:name|id|property)\s*=\s*[\"']?{_NAME}[\"'\s/>]", re.IGNORECASE)
_CONTENT = re.compile(rf"(\s(?:content|value)\s*=\s*(?:\"|'|(?=[^\"'\s])))({_VALUE})", re.IGNORECASE)
_ENTRY = re.compile(
    rf"((?<![\w.-]){_NAME}\\{{0,8}}[\"']?\s{{0,9}}[:=]\s{{0,9}}\\{{0,8}}[\"'])({_VALUE}?)(?=\\{{0,8}}[\"'])",
    re.IGNORECASE,
)
_TAKEN = rf"\g<1>{REMOVED}"


def without_tokens(body: bytes) -> bytes:
    """Return an unpacked body without the tokens of a session."""
    text = body.decode("latin-1")
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return body
    changed = _ELEMENT.sub(_of_element, text)
    return _ENTRY.sub(_TAKEN, changed).encode("latin-1")


def _of_element(element: re.Match[str]) -> str:
    return _CONTENT.sub(_TAKEN, element[0]) if _NAMED.search(element[0]) else element[0]
