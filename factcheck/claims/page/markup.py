"""Know what a page's markup leaves in its text: attributes, tags, bare addresses, and who signs an embedded post."""

from __future__ import annotations

import re

_ADDRESS = r"(?:https?://|www\.|pic\.twitter\.com/)\S+"
_ATTRIBUTE = r"[\w:-]{2,30}\s?=\s?(?:\"[^\"\n]*\"|'[^'\n]*'|“[^”\n]*”|[\w./#?&:%-]+)\s?/?>?"
_TAG = r"<[^<>\n]{0,300}>"
_CODE = r"\{\{[^{}\n]*\}\}|&#?\w{2,8};|\[/?\w{2,20}(?:=[^\]\n]*)?\]"
_FILE = r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|jpe?g|png|gif|mp4|html?|php)\S*"
_MARKUP = re.compile(rf"{_TAG}|\b{_ATTRIBUTE}|\b{_ADDRESS}|{_CODE}|\b{_FILE}")
_MARKS = (
    "=",
    "://",
    "www.",
    "<",
    "{{",
    "&",
    "[",
    ".com",
    ".org",
    ".jp",
    ".png",
    ".mp4",
    ".html",
    ".net",
    ".gif",
    ".php",
)
_QUOTED_BLOCK = r"(?:>[ \t]?)+"  # Markdown's mark of a block quotation
_LEADING = re.compile(
    rf"(?:{_QUOTED_BLOCK})?(?:(?:{_TAG}|[\w:-]{{2,30}}=(?:\"[^\"\n]*\"|'[^'\n]*')\s?/?>?|{_ADDRESS}|&#?\w{{2,8}};)\s*)*"
)
_TRAILING = re.compile(rf"(?:\s+(?:{_ADDRESS}|{_TAG}))+$")
_POST = re.compile(
    r"\s?[—–-]{1,2}\s?(?P<name>[^()\n—–@]{2,50}?)\s\(@\w{1,30}\)(?:,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}))?$"
)
_TWEET = re.compile(r"(?:RT\s)?@(?P<name>\w{2,30}):\s+(?=\S)")
_HIGHLIGHTS = re.compile(r"(?:Story\s[Hh]ighlights|Key\s(?:[Pp]oints|[Tt]akeaways)):?\s+(?=[A-Z“\"])")
TAIL = 160  # characters at the end of a line in which a signature or an address stands


def without_markup(text: str) -> str:
    """Return a text with its markup and addresses blanked; the very text where it has none."""
    return _MARKUP.sub(" ", text) if any(mark in text for mark in _MARKS) else text


def leading_markup(text: str, low: int, high: int) -> int:
    """Return where markup at the head of a line ends; `low` where there is none."""
    found = _LEADING.match(text, low, high)
    return found.end() if found else low


def trailing_markup(text: str, low: int, high: int) -> int:
    """Return where addresses and tags at the end of a line begin; `high` where there are none."""
    found = _TRAILING.search(text, max(low, high - TAIL), high)
    return found.start() if found else high


def highlights_label(text: str, low: int, high: int) -> int:
    """Return where the label of a list ends that is glued to its first line ("Story highlights …"), else `low`."""
    found = _HIGHLIGHTS.match(text, low, high)
    return found.end() if found else low


def tweet_label(text: str, low: int, high: int) -> tuple[int, int, int] | None:
    """Return where the name before a post begins and ends, and where the post begins: "@annlee: The mill …"."""
    found = _TWEET.match(text, low, high)
    return (found.start("name"), found.end("name"), found.end()) if found else None


def post_signature(text: str, low: int, high: int) -> tuple[int, int, int] | None:
    """Return where the signature of a post ("— Ann Lee (@lee) June 3, 2020") begins, and its name; None for none."""
    found = _POST.search(text, max(low, high - TAIL), high)
    return (found.start(), found.start("name"), found.end("name")) if found else None


__all__ = [
    "highlights_label",
    "leading_markup",
    "post_signature",
    "trailing_markup",
    "tweet_label",
    "without_markup",
]
