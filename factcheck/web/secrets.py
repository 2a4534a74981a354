"""Secrets taken out of what is kept of an exchange: cookies, credentials, keys in addresses. Pure.

A parameter of an address is a key by its name (`token`, `gift`, `X-Amz-Signature`), or by a value that nobody writes by
hand: long, with letters and digits in no order. Such a value stays only under a name that says which page is meant
(`id`, `articleId`, `uuid`). What a page repeats of all this is `echoes`'s to find.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from urllib.parse import quote, unquote, unquote_plus

from factcheck.domain import Problem
from factcheck.errors import InputError
from factcheck.web.exchanges import Headers
from factcheck.web.nested import is_packed, is_word, without_nested

REMOVED = "REMOVED"
"""What stands in place of a secret; it needs no escape in an address."""

_TAKEN_OUT = re.compile(rf"{REMOVED}(?:-[0-9a-f]{{8}})?")
_LACKS = re.compile(
    rf"""(?:[=?&:>\s\"'\[+]|%(?:25)*(?:2[0267bB]|3[aAdDeE]|5[bB]))(?<!%){_TAKEN_OUT.pattern}
    (?:[&;#,?/\"'}}\]\\<]|%(?:25)*(?:2[2367cC]|3[bBcC]|5[cCdD]|7[dD])|\Z)""",
    re.VERBOSE,
)
"""What was taken out, as a value; also where the parameter that it stood in is encoded."""

_CHALLENGES = frozenset(["proxy-authenticate", "www-authenticate"])
"""Headers that say how to log in; they may hold what a login is made of."""
_NO_KEYS = frozenset(
    ["access-control-allow-credentials", "idempotency-key", "public-key-pins", "surrogate-key", "x-cache-key"]
)
"""Headers that are named like keys, and are none."""
_COOKIE_OR_LOGIN = re.compile(r"cookie|authori[sz]ation|authentication-info", re.IGNORECASE)
_USER = re.compile(r"(?<=//)[^/?#\s\"'<>]{1,500}@")
_PARAMETER = re.compile(r"(?<=[?&;#])([^?&;#=\s\"'<>]{1,100})=([^&;#\s\"'<>]*)")
_IN_A_PATH = re.compile(r"(?:\A|[\s\"'<>])[^?#\s\"'<>]*;\Z|//[^?&#\s\"'<>]*;\Z")
"""What stands before a parameter of a path, also of an address within another one."""
_LONGEST_PATH = 2000
_PATH_ENDS = re.compile(r"[?/]")
_BARE = re.compile(r"(?<=[?&])[\w.~%-]{16,}(?=[&#\s\"'<>]|\Z)")
"""What stands where a parameter does, without a name."""
_ENCODED = re.compile(r"(?<=[?&#])[^=&#\s\"'<>]*%(?:25)*(?:20|22|3[aAcCdD]|5[bB]|7[bB])[^=&#\s\"'<>]*(?=[&#]|\Z)")
"""What stands where a parameter does and is encoded as a whole: JSON, parameters."""
_SECRET_NAME = re.compile(
    r"""(?:^|[^a-z])  # a name, or its last or middle word
    (?:(?:api|auth|access|user|pass|sess|session|share|private|secret|resource)?_?key|tokens?|sig|signature|auth|
    authorization|pass|passwd|password|passphrase|pwd?|pw|secret|creds|credentials?|session|session_?id|sess|sess_?id|
    sid|cfid|jsessionid|phpsessid|phpsession|aspsessionid[a-z]*|jwt|h?mac|t?otp|ticket|bearer|csrf|xsrf|(?:wp)?nonce|
    cookies?|gift|gift_?id|gift_?copy|magic_?link|saml_?(?:art|request|response)|assertion|hdnts|hdnea|tok|tkn?|
    sk|ak|
    (?:app|client|consumer|access_?key|aws_?access_?key|key_pair)_?id|oauth_[a-z_]+|
    (?:access|article|auth|login|one_?time|verification|gift|share|invite|unlock|reset|activation|confirmation|security|secret|
    pin|pass|promo|coupon|reader|preview)_?code|
    [a-z]{1,40}(?:token|secret|apikey|password|signature|sessionid))
    (?:[^a-z]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_A_STORE = re.compile(r"x-(?:amz|goog|ms|oss)-", re.IGNORECASE)
"""How names begin that sign what is fetched from a cloud's store."""
_SHARED = re.compile(r"(?<![^?&;#])reflink=", re.IGNORECASE)
"""What stands beside the key of a link that a subscriber shares with others, which is called `st` there."""
_MAYBE_NAME = re.compile(r"_?(?:k|code|pin)", re.IGNORECASE)
"""Names of keys that are names of other things, too: `k=crane` may be a search, `code=GB` a country."""
_SHORTEST_MAYBE = 4
"""Characters of a value under such a name; shorter ones are codes of countries and languages."""
_PAGE_NAME = re.compile(
    r"""(?:^|.*[^a-z])(?:(?!(?:app|api|client|user|u|member|subscriber|reader|account|device|key)id$)[a-z]*id|uuid|guid|
    doc|document|article|story|page|item|video|v|file|hash|digest|ref|version|rev|q|query|search)$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Names that say which page is meant: without their values two pages would have one address."""
_SHORTEST_RANDOM = 16
"""Characters of a value that can be told as made by a machine; 16 letters and digits are some 90 bits."""
_LEAST_CHANGES = 0.3
"""Share of its characters that are of another kind (small, capital, digit) than the one before: 0.47 in hexadecimal
digits at random, 0.62 in letters and digits, some 0.1 in words with a year; names in CamelCase have up to 0.35, but
seldom two figures. Worked out from the alphabets; no data set was fitted."""
_MOST_ORDERLY = 0.5
"""The same share for letters alone, from which on they are no words in CamelCase."""
_DEEPEST = 3
"""Addresses within one another that are looked through."""
_WORDS = re.compile(r"[^\s,;=+\"'\\\[\]]{6,}")
"""Of what a nested value consists: `Bearer …`, `sid=…; v=…`, `"…","…"`."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that was taken out, as it was written. `certain`: its name or its look leaves no doubt."""

    name: str
    value: str
    certain: bool = field(compare=False, default=True)


def without_secrets(text: str, salt: bytes = b"", *, keep: Callable[[Secret], bool] = lambda _: False) -> str:
    """Return an address, or a header with addresses in it, without user names, and without the values of its keys.

    Also in addresses that stand in a parameter, encoded, as those to come back to do. `keep`: which values stay. With a
    salt, the start of a digest stands for each value, so that two pages that only their keys tell apart keep two
    addresses; who does not have the salt can try no values against it.
    """
    return _Remover(salt=salt, keep=keep).without(text)


def has_secrets(address: str) -> bool:
    """Whether something is taken out of an address before it is kept."""
    return without_secrets(address) != address


def lacks_secrets(address: str) -> bool:
    """Whether an address is one from which something was taken out, so that the page cannot be asked for by it."""
    return _LACKS.search(address) is not None


def secrets_in(text: str) -> tuple[Secret, ...]:
    """Return what `without_secrets` takes out of the parameters of an address."""
    remover = _Remover()
    remover.without(text)
    return tuple(dict.fromkeys(remover.found))


def told_problem(problem: Problem) -> Problem:
    """Return a problem as it may be told and kept: the addresses in it, as those of a feed, without their keys."""
    path = without_secrets(problem.path) if "://" in problem.path else problem.path  # the name of a file is no address
    return replace(problem, path=path, reason=_told(problem.reason), remedy=_told(problem.remedy))


@contextmanager
def told_without_secrets() -> Iterator[None]:
    """Let what cannot be read be told without the keys of the addresses that it names.

    Raises:
        InputError: the one that was raised, as it may be told.
    """
    try:
        yield
    except InputError as error:
        raise InputError(_told(error.message), hint=error.hint, subject=error.subject) from error


def _told(text: str) -> str:
    return "`".join(map(without_secrets, text.split("`")))  # what is quoted ends there


def safe_headers(headers: Headers) -> Headers:
    """Return headers without those that carry secrets, and without secrets in the others."""
    return tuple((name, without_secrets(value)) for name, value in headers if not _is_kept_back(name))


def is_secret_header(name: str) -> bool:
    """Whether the value of a header is a secret: a key, a token, a session."""
    lower = name.lower()
    if lower in _CHALLENGES or lower in _NO_KEYS:
        return False
    return _COOKIE_OR_LOGIN.search(lower) is not None or _SECRET_NAME.search(_CAMEL.sub("_", name)) is not None


def _is_kept_back(name: str) -> bool:
    return name.lower() in _CHALLENGES or _OF_A_STORE.match(name) is not None or is_secret_header(name)


@dataclass(slots=True, kw_only=True)
class _Remover:
    """Takes secrets out of a text, and says which (`found`). `keep` and `salt` as in `without_secrets`."""

    salt: bytes = b""
    keep: Callable[[Secret], bool] = lambda _: False
    found: list[Secret] = field(default_factory=list)

    def without(self, text: str, deep: int = _DEEPEST) -> str:
        shared = _SHARED.search(text) is not None
        plain = _USER.sub(f"{REMOVED}@", text)
        plain = self._parameters(plain, deep, shared=shared)
        plain = _BARE.sub(self._bare, plain)
        plain = _ENCODED.sub(lambda one: self._within(one[0], deep) or one[0], plain) if deep else plain
        return without_nested(plain, _is_key, self._nested)

    def _parameters(self, text: str, deep: int, *, shared: bool) -> str:
        pieces, done = [], 0
        while parameter := _PARAMETER.search(text, done):
            end = _end_of(parameter)
            pieces += [
                text[done : parameter.start()],
                self._parameter(parameter[1], text[parameter.start(2) : end], deep, shared=shared),
            ]
            done = end
        return "".join((*pieces, text[done:]))

    def _parameter(self, name: str, value: str, deep: int, *, shared: bool) -> str:
        secret = _secret(name, value, shared=shared)
        if secret is None and deep and is_packed(unquote(value), has_secrets):
            secret = Secret(name, value)
        if secret:
            return f"{name}={value if self.keep(secret) else self._removed(secret)}"
        if deep and "%" in value and (inner := self._within(value, deep)):
            return f"{name}={inner}"
        if deep and "?" in value:  # an address within, as it is
            return f"{name}={self.without(value, deep - 1)}"
        return f"{name}={value}"

    def _within(self, value: str, deep: int) -> str:
        """Return what is encoded without its secrets, encoded again; "" if it has none."""
        plain = f"?{unquote(value)}"  # nested keys are looked for behind a question mark
        inner = self.without(plain, deep - 1)
        return quote(inner[1:], safe="") if inner != plain else ""

    def _bare(self, value: re.Match[str]) -> str:
        return self._removed(Secret("", value[0])) if _is_random(value[0]) else value[0]

    def _nested(self, name: str, value: str) -> str:
        secret = Secret(name, value)
        if _TAKEN_OUT.fullmatch(value) or self.keep(secret):
            return value
        self.found.extend(Secret(name, word) for word in _WORDS.findall(value) if not is_word(word))
        return self._removed(secret)

    def _removed(self, secret: Secret) -> str:
        self.found.append(secret)
        if not self.salt:
            return REMOVED
        digest = hmac.new(self.salt, unquote(secret.value).encode("utf-8", "replace"), "sha256").hexdigest()
        return f"{REMOVED}-{digest[:8]}"


def _end_of(parameter: re.Match[str]) -> int:
    """Return where the value of a parameter ends; one of a path (`;jsessionid=…`) at the next step or at the query."""
    start = parameter.start()
    text = parameter.string
    if text[start - 1] == ";" and _IN_A_PATH.search(text[max(0, start - _LONGEST_PATH) : start]):
        ends = _PATH_ENDS.search(text, parameter.start(2), parameter.end())
        return ends.start() if ends else parameter.end()
    return parameter.end()


def _is_key(name: str) -> bool:
    """Whether something within a value is a key by its name."""
    plain = _CAMEL.sub("_", name)
    return _SECRET_NAME.search(plain) is not None or _OF_A_STORE.match(plain) is not None


def _secret(name: str, value: str, *, shared: bool) -> Secret | None:
    if not value or _TAKEN_OUT.fullmatch(value):
        return None
    plain = _CAMEL.sub("_", unquote_plus(name))
    if _SECRET_NAME.search(plain) or _OF_A_STORE.match(plain) or (shared and plain.lower() == "st"):
        return Secret(name, value)
    if _MAYBE_NAME.fullmatch(plain) and len(value) >= _SHORTEST_MAYBE:
        return Secret(name, value, certain=False)
    return Secret(name, value) if not _PAGE_NAME.match(plain) and _is_random(unquote(value)) else None


def _is_random(value: str) -> bool:
    """Whether letters and digits follow one another as nobody writes them: keys, digests, signatures."""
    joined = re.sub(r"[-_.~+/=]", "", value)
    if len(joined) < _SHORTEST_RANDOM or not re.fullmatch(r"[A-Za-z0-9]+", joined):
        return False
    changes = sum(1 for _ in _kinds(joined)) - 1
    figures = len(re.findall(r"[0-9]+", joined))
    least = _LEAST_CHANGES if figures > 1 else _MOST_ORDERLY
    return changes >= least * len(joined) and not joined.isdigit()


def _kinds(text: str) -> Iterator[str]:
    """Yield each run of small letters, of capitals and of digits."""
    yield from re.findall(r"[a-z]+|[A-Z]+|[0-9]+", text)
