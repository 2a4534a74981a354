"""The annotated copy of a dossier looked at as what somebody opens in a browser: nothing in it may act or call out.

It does not say that the copy tells what the records tell; `verifying` says so where nothing has compared that.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

_ACTIVE = frozenset(
    "script iframe frame object embed applet base form input button link img audio video source".split()  # noqa: SIM905
)
"""Elements that run, load or send something: the copy has none."""
_LOADING = frozenset({"src", "srcset", "action", "formaction", "data", "background", "poster", "ping", "srcdoc"})
_LINK = frozenset({"href", "xlink:href"})
_HARMLESS = re.compile(r"#|https?://|mailto:", re.IGNORECASE)
_POLICY = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"


def copy_faults(chunks: Iterable[str]) -> Iterator[str]:
    """Yield what in a copy could act, and whether its content policy is the one that it was written with."""
    looked = _Look()
    for chunk in chunks:
        looked.feed(chunk)
    looked.close()
    yield from dict.fromkeys(looked.found)
    digest = base64.b64encode(hashlib.sha256("".join(looked.style).encode()).digest()).decode()
    if looked.policies != [_POLICY.format(digest)]:
        yield "its content policy is not that of a copy, or not of its style sheet"


class _Look(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.policies: list[str] = []
        self.style: list[str] = []
        self._is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_style = tag == "style"
        if tag in _ACTIVE:
            self.found.append(f"has an element {tag!r}, which no copy has")
        given = {name: value or "" for name, value in attrs}
        if len(given) < len(attrs):  # a browser takes the first, and the last one is looked at here
            self.found.append(f"has an element {tag[:40]!a} with an attribute twice")
        self.found += [f"has an attribute {n[:40]!a}, which acts" for n in given if n.startswith("on") or n in _LOADING]
        if any(not _HARMLESS.match(given[name]) for name in given.keys() & _LINK):
            self.found.append("has a link that is no address")
        if tag == "meta" and "http-equiv" in given:
            is_policy = given["http-equiv"].lower() == "content-security-policy"
            self.policies.append(given.get("content", "") if is_policy else f"another: {given['http-equiv']}")

    def handle_endtag(self, tag: str) -> None:
        self._is_style = self._is_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self._is_style:
            self.style.append(data)
