"""Secrets taken out of what is kept of an exchange: cookies, credentials, keys in addresses. Pure.

The body of a page is never touched: it is evidence.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, unquote_plus

from factcheck.web.exchanges import Headers

REMOVED = "REMOVED"
"""What stands in place of a secret; it needs no escape in an address."""

_HEADERS = frozenset(
    [
        "authorization",
        "authentication-info",
        "cookie",
        "cookie2",
        "proxy-authenticate",
        "proxy-authentication-info",
        "proxy-authorization",
        "set-cookie",
        "set-cookie2",
        "www-authenticate",
        "x-api-key",
        "x-auth-token",
        "x-csrf-token",
        "x-xsrf-token",
    ]
)
_PARAMETER = re.compile(r"(?<=[?&;#])([^?&;#=\s\"'<>]{1,100})=([^&;#\s\"'<>]*)")
_SECRET_NAME = re.compile(
    r"""(?:^|[^a-z])  # a name, or its last or middle word
    (?:api_?key|auth_?key|key|tokens?|sig|signature|auth|authorization|pass|passwd|password|passphrase|pwd|secret|
    credentials?|session|session_?id|sess|sid|jsessionid|phpsessid|jwt|hmac|otp|ticket|bearer|csrf|xsrf|nonce|
    saml_?(?:art|request|response)|assertion|(?:access|article|auth|login|verification)_?code|
    [a-z]{1,40}(?:token|secret|apikey|password|signature|sessionid))
    (?:[^a-z]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_DEEPEST = 3
"""Addresses within one another that are looked through."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def without_secrets(text: str) -> str:
    """Return an address, or a header with addresses in it, with the values of telling parameters removed.

    Also in addresses that stand in a parameter, encoded, as those to come back to do.
    """
    return _without_secrets(text, _DEEPEST)


def _without_secrets(text: str, deep: int) -> str:
    def safe(found: re.Match[str]) -> str:
        name, value = found.groups()
        if value and _is_secret(name):
            return f"{name}={REMOVED}"
        if deep and "%" in value and (inner := _without_secrets(plain := unquote(value), deep - 1)) != plain:
            return f"{name}={quote(inner, safe='')}"
        return found[0]

    return _PARAMETER.sub(safe, text)


def safe_headers(headers: Headers) -> Headers:
    """Return headers without those that carry secrets, and without secrets in the others."""
    return tuple((name, without_secrets(value)) for name, value in headers if name.lower() not in _HEADERS)


def _is_secret(parameter: str) -> bool:
    return _SECRET_NAME.search(_CAMEL.sub("_", unquote_plus(parameter))) is not None
