"""Pages that are not what their address promises: "not found" said with status 200, a consent page, a paywall's stub.

Pure. Each is told by words in several languages (`stub_words`) together with how little else there is: a long article
about paywalls is none. What is wrongly told is said to the person who asked, never dropped silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from urllib.parse import urlsplit

from factcheck.domain import Problem
from factcheck.web.stub_words import (
    ACCESS,
    BROWSER,
    CONSENT,
    CONSENT_PLACE,
    CONSENT_TALK,
    METERED,
    MISSING,
    MISSING_TITLE,
    MORE,
    NO,
    NOT_TO_PAY,
    OF_THE_SITE,
    READ_ON,
    SAYING,
    TO_READER,
    YES,
)

MOST_WORDS = {"missing": 120, "consent": 400, "paywall": 250, "browser": 60}
"""Words of main text from which on a page is taken for what it promises. Source: the 86 pages of the article extraction
benchmark: one is told as a paywall's stub (106 words of main text), 85 as nothing but pages."""
CONSENT_SIGNS = 3
"""Different signs of a consent page that have to come together; a banner under an article has one or two."""


MOST_TOLD = {"title": 60, "missing": 25, "consent": 12}
"""Words that may stand beside what says so, where a headline does, and where a sentence does, and for consent; a short
report has more. Worked out on our own pages of each kind, in three languages."""
_TELLING = 6
"""Words of a sentence; shorter ones are menus and labels."""
_BUTTON_WORDS = 6
_ASKING_WORDS = 14
"""Words of a line that stands on a button, and of a sentence that asks to pay."""
_TITLE_PARTS = re.compile(r"\s[|•·–—-]\s|\n")
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_NOTICE_WORDS = 25
"""Words of a paragraph that asks to subscribe; a longer one is of the article."""
_COOKIE_WORDS = 90
"""Words of a paragraph that asks to agree to cookies: banners say more than those who sell."""
_USE = (
    r"(?:may |would like to |and our [^.!?]{0,60} )?(?:uses?|sets?|stores?|place|rely on|relies on|process"
    r"|(?:und unsere [^.!?]{0,60} )?(?:verwende[nt]|nutz(?:en|t)|setz(?:en|t)|benutz(?:en|t))"
    r"|(?:et nos [^.!?]{0,60} )?(?:utilis(?:ons|e)|déposons)|utiliza(?:mos)?|usa(?:mos)?|utilizz(?:iamo|a))\b"
)
_COOKIES = re.compile(
    rf"(?:(?:we|wir|nous|noi) {_USE}[^.!?]{{0,80}}\b(?:cookies?|traceurs|tracking technolog)"
    r"|(?:utilizamos|usamos|utilizziamo)\b[^.!?]{0,60}\bcookies?\b"
    r"|(?:this|our|diese|dieses|unsere|ce|notre|este|nuestro|questo) (?:\w+ )?"
    rf"(?:web ?site|site|webseite|website|sitio(?: web)?|sito|page|seite|angebot) {_USE}[^.!?]{{0,80}}\bcookies?\b"
    r"|by (?:continuing|clicking|using|browsing|accepting)\b[^.!?]{0,120}\byou\b[^.!?]{0,20}\b(?:agree|accept|consent)"
    r"|we (?:and our [^.!?]{0,60} )?(?:value|respect|care about) your privacy\b"
    r"|en poursuivant (?:votre|la) navigation\b)",
    re.IGNORECASE,
)
_BUTTON = (
    r"(?:(?:accept|reject|decline|allow)(?: all)?(?: cookies)?|agree and continue|i (?:accept|agree)"
    r"|(?:manage|cookie) (?:cookies|options|settings|preferences|policy|choices)"
    r"|alle (?:akzeptieren|ablehnen)|tout (?:accepter|refuser)|cookie-einstellungen)"
)
_BUTTONS = re.compile(rf"{_BUTTON}(?:[\s|·/.!]{{1,5}}{_BUTTON}){{0,4}}[.!]?", re.IGNORECASE)
"""What stands on the buttons of such a question, alone on a line."""


class Stub(StrEnum):
    """What stands there in place of the page."""

    MISSING = "missing"
    CONSENT = "consent"
    PAYWALL = "paywall"
    BROWSER = "browser"


SAID = {
    Stub.MISSING: (
        "the site says that there is no such page, with a status as if there were",
        "look for its new address",
    ),
    Stub.CONSENT: (
        "the site shows a question about cookies or consent in place of the page",
        "open it in a browser, save the page, and `factcheck corpus add` the file",
    ),
    Stub.PAYWALL: (
        "only the free beginning of the page is shown",
        "open it with your subscription, save the page, and `factcheck corpus add` the file",
    ),
    Stub.BROWSER: (
        "the site shows a check of the browser in place of the page, or wants JavaScript, which is not run",
        "open it in a browser, save the page, and `factcheck corpus add` the file",
    ),
}
"""What is said of each, and what to do."""

_INSTEAD = {Stub.PAYWALL: "the site shows only the free beginning of the page"}
_SINCE = "since-"

_ONLY = re.compile(
    r"[^.!?\n]{0,80}\b(?:(?:article|story|content|page|text)\b[^.!?\n]{0,40}\bsubscribers|(?:reserved|exclusive|available)[^.!?\n]{0,30}subscribers"
    r"|subscribers[- ]only|nur für abonnenten|abonnenten vorbehalten|réservé aux abonnés|solo para suscriptores)\b"
    r"[^.!?\n]{0,40}[.!]?",
    re.IGNORECASE,
)
"""A paragraph that says who may read the rest, and nothing else."""


def find_stub(*, url: str, title: str, text: str, visible: str, free: bool | None) -> Stub | None:
    """Tell what stands there in place of the page, None if it is the page.

    `text` is the main text, `visible` all words of the page, line by line, `free` what its markup says of access.
    """
    words = len(text.split())
    if words <= MOST_WORDS["missing"] and _is_missing(title, text or visible):
        return Stub.MISSING
    if words <= MOST_WORDS["consent"] and _is_consent(url, title, text, visible):
        return Stub.CONSENT
    if max(words, len(visible.split())) <= MOST_WORDS["browser"] and BROWSER.search(f"{visible} {text}"):
        return Stub.BROWSER
    if words <= MOST_WORDS["paywall"] and (free is False or any(map(_asks_to_pay, visible.split("\n")))):
        return Stub.PAYWALL
    return None


def _is_missing(title: str, text: str) -> bool:
    """Whether a headline says that there is no such page, or a sentence does, and little else is said."""
    sentences = list(_sentences(text))
    said = [one for one in sentences if MISSING.match(one) and not SAYING.search(one)]
    told = _told(one for one in sentences if one not in (title, *said) and not OF_THE_SITE.search(one))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    heads = [*_TITLE_PARTS.split(title), *lines[:3]]
    if any(MISSING_TITLE.fullmatch(one.strip(" .!")) for one in heads):
        return told <= MOST_TOLD["title"]
    return bool(said) and told <= MOST_TOLD["missing"]


def _is_consent(url: str, title: str, text: str, visible: str) -> bool:
    """Whether a page asks about cookies or consent, and tells little else."""
    where = urlsplit(url)
    if CONSENT_PLACE.search(f"{(where.hostname or '').lower()}{where.path.lower()}"):
        return True
    told = _told(one for one in _sentences(text) if one != title and not _is_consent_talk(one))
    if len(visible.split()) > 2 * MOST_WORDS["consent"] or told > MOST_TOLD["consent"]:
        return False
    lines = visible.split("\n")
    asked = [line for line in lines if len(line.split()) <= _BUTTON_WORDS or _is_consent_talk(line)]
    buttons = sum(any(map(sign.search, asked)) for sign in (YES, NO, MORE))
    return buttons > 0 and buttons + sum(sign.search(visible) is not None for sign in CONSENT) >= CONSENT_SIGNS


def _is_consent_talk(words: str) -> bool:
    """Whether a sentence speaks of consent to its reader, or of nothing else; not one in which somebody says so."""
    about = set(CONSENT_TALK.findall(words.lower()))
    return bool(about) and not SAYING.search(words) and (len(about) > 1 or TO_READER.search(words) is not None)


def _asks_to_pay(line: str) -> bool:
    """Whether a line asks to pay or to log in for the rest of the page, in one of its sentences."""
    if len(line.split()) > _NOTICE_WORDS or SAYING.search(line) or NOT_TO_PAY.search(line):
        return False
    if METERED.match(line) or _ONLY.fullmatch(line):
        return True
    short = (one for one in (line, *_sentences(line)) if len(one.split()) <= _ASKING_WORDS)
    return any(READ_ON.search(one) and ACCESS.search(one) for one in short)


def _sentences(text: str) -> Iterator[str]:
    yield from filter(None, map(str.strip, _SENTENCES.split(text)))


def _told(sentences: Iterable[str]) -> int:
    """Return how many words sentences have that are more than menus and labels."""
    lengths = (len(one.split()) for one in sentences)
    return sum(length for length in lengths if length >= _TELLING)


def without_notice(text: str) -> str:
    """Return a page's text without the paragraphs that ask to subscribe, or to agree to cookies; its offsets stay.

    They are the site's words on itself, and no part of the article: nothing that could bear on a claim.
    """
    return re.sub(r"[^\n]+", lambda line: " " * len(line[0]) if _is_notice(line[0].strip()) else line[0], text)


def _is_notice(line: str) -> bool:
    words = len(line.split())
    if _asks_to_pay(line):
        return True
    return words <= _COOKIE_WORDS and (_COOKIES.match(line) or _BUTTONS.fullmatch(line)) is not None


def since(name: str) -> str:
    """Return what a stub is called that came in place of a page whose text was had before; "" for none."""
    return f"{_SINCE}{name}" if name else ""


def stub_told(name: str, path: str) -> Problem | None:
    """Return what is said of a page by the name of what stands there; None for none, or one that is not known."""
    stub = name.removeprefix(_SINCE)
    if stub not in set(Stub):
        return None
    reason, remedy = SAID[Stub(stub)]
    if stub != name:
        reason = f"this text was fetched before; since then {_INSTEAD.get(Stub(stub), reason)}"
    return Problem(path=path, reason=reason, remedy=remedy)
