"""Pages that are not what their address promises: "not found" said with status 200, a consent page, a paywall's stub.

Pure. Each is told by words in several languages together with how little else there is: a long article about paywalls
is none. What is wrongly told is said to the person who asked, never dropped silently.
"""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

from factcheck.domain import Problem

MOST_WORDS = {"missing": 120, "consent": 400, "paywall": 250, "browser": 60}
"""Words of main text from which on a page is taken for what it promises. Source: the 86 pages of the article extraction
benchmark: one is told as a paywall's stub (106 words of main text), 85 as nothing but pages."""
CONSENT_SIGNS = 3
"""Different signs of a consent page that have to come together; a banner under an article has one or two."""


_NOTICE_WORDS = 20
"""Words of a paragraph that asks to subscribe; a longer one is of the article."""
_ASKING = re.compile(
    r"(?:already a (?:subscriber|member)|to (?:continue|keep) reading|jetzt abonnieren|"
    r"(?:please )?(?:subscribe|sign in|log ?in|register|create an? (?:free )?account)\b[^.!?]{0,60}"
    r"\b(?:to|and) (?:continue|keep|read|access|unlock|view))\b",
    re.IGNORECASE,
)


_METERED = re.compile(
    r"you(?:['’]ve| have) (?:reached|used|read|\d{1,3}|one|two|three|four|five|no)\b[^.!?]{0,60}\b(?:free )?"
    r"(?:articles?|stories)\b[^.!?]{0,40}\b(?:left|remaining|limit|month|free)\b"
    r"|you(?:['’]ve| have) reached (?:your|the)\b[^.!?]{0,40}\blimit\b"
    r"|(?:get|enjoy) (?:unlimited|full) access\b|start (?:your|a) (?:free )?(?:trial|subscription)\b",
    re.IGNORECASE,
)
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

_MISSING = re.compile(
    r"(?<!\w)(?:(?:error )?404(?=\s*(?:[-–—|:,]|error|page|\Z))"
    r"|(?:page|url|file)\b.{0,30}(?:was |is )?(?:not|cannot be|can['’]t be|could ?n[o'’]t be) found|\A\W*not found\b"
    r"|(?:page|article|story|content|document)\b.{0,40}(?:does ?n[o'’]t|no longer|not) (?:exist|available|here)"
    r"|couldn['’]t find (?:the|that|this) page|seite (?:wurde )?nicht (?:gefunden|vorhanden)|existiert nicht"
    r"|page (?:introuvable|non trouvée)|página no (?:encontrada|existe)|pagina non trovata|страница не найдена)",
    re.IGNORECASE,
)
_CONSENT_HOST = re.compile(
    r"\A(?:consent|cmp|privacy-gate|cookiewall)\.|/(?:consent|cookie-?(?:wall|consent)|privacy-gate)\b"
)
_CONSENT = (
    r"\b(?:we|our|unsere|nous)\b.{0,40}\b(?:partners|partnern|vendors|partenaires)\b",
    r"\baccept (?:all|and continue|cookies)|\bagree and continue|\balle akzeptieren|\btout accepter|\bi accept\b",
    r"\breject all|\bdecline all|\balle ablehnen|\btout refuser|\brechazar todo",
    r"\bmanage (?:options|settings|preferences|cookies|choices)|\bcookie (?:settings|preferences)",
    r"\bvalue your privacy|\byour (?:privacy )?choices|\bbefore you continue|\bcookies and (?:similar|other)",
    r"\bpersonali[sz]ed (?:ads|advertising|content)|\bpersonalisierte (?:werbung|anzeigen)",
    r"\bstore (?:and/or|or) access information|\blegitimate interest|\bconsent\b",
)
_BROWSER = re.compile(
    r"\b(?:enable|requires?|turn on|activate|without) java ?script"
    r"|java ?script (?:is )?(?:required|disabled|not enabled)|\bchecking your browser|\bare you a robot"
    r"|\bverify(?:ing)? (?:that )?you are (?:a )?(?:not a )?(?:human|robot|bot)"
    r"|\bjavascript (?:aktivieren|einschalten)|\bactive[rz] (?:le )?javascript|\bunusual traffic",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"[^.!?\n]{0,80}\b(?:(?:article|story|content|page|text)\b[^.!?\n]{0,40}\bsubscribers|(?:reserved|exclusive|available)[^.!?\n]{0,30}subscribers"
    r"|subscribers[- ]only|nur für abonnenten|abonnenten vorbehalten|réservé aux abonnés|solo para suscriptores)\b"
    r"[^.!?\n]{0,40}[.!]?",
    re.IGNORECASE,
)
"""A paragraph that says who may read the rest, and nothing else."""
_PAYWALL = re.compile(
    r"\b(?:subscribe|sign in|log ?in|register|create an? (?:free )?account|subscription)\b[^.!?]{0,60}"
    r"\b(?:to|and) (?:continue|keep|read|access|unlock|view)\b"
    r"|\bto (?:continue|keep) reading\b|\balready a (?:subscriber|member)\b"
    r"|\b(?:for|to) (?:our )?subscribers(?: only)?\b"
    r"|\b(?:article|story|content) is (?:reserved|only|exclusive)\b|\bweiterlesen mit\b|\bnur für abonnenten\b"
    r"|\bjetzt abonnieren\b|\barticle réservé\b|\bréservé aux abonnés\b|\bsolo para suscriptores\b",
    re.IGNORECASE,
)


def find_stub(*, url: str, title: str, text: str, visible: str, free: bool | None) -> Stub | None:
    """Tell what stands there in place of the page, None if it is the page.

    `text` is the main text, `visible` all words of the page, `free` what its markup says of access.
    """
    words = len(text.split())
    head = f"{title}\n{text[:300] or visible[:300]}"
    if words <= MOST_WORDS["missing"] and _MISSING.search(head):
        return Stub.MISSING
    if words <= MOST_WORDS["consent"] and _is_consent(url, visible, words):
        return Stub.CONSENT
    if max(words, len(visible.split())) <= MOST_WORDS["browser"] and _BROWSER.search(f"{visible} {text}"):
        return Stub.BROWSER
    if words <= MOST_WORDS["paywall"] and (free is False or _PAYWALL.search(visible)):
        return Stub.PAYWALL
    return None


def without_notice(text: str) -> str:
    """Return a page's text without the paragraphs that ask to subscribe, or to agree to cookies; its offsets stay.

    They are the site's words on itself, and no part of the article: nothing that could bear on a claim.
    """
    return re.sub(r"[^\n]+", lambda line: " " * len(line[0]) if _is_notice(line[0].strip()) else line[0], text)


def _is_notice(line: str) -> bool:
    words = len(line.split())
    if words <= _NOTICE_WORDS and (_ONLY.fullmatch(line) or _ASKING.match(line) or _METERED.match(line)):
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


def _is_consent(url: str, visible: str, words: int) -> bool:
    where = urlsplit(url)
    if _CONSENT_HOST.search(f"{(where.hostname or '').lower()}{where.path.lower()}"):
        return True
    if len(visible.split()) > 2 * MOST_WORDS["consent"] or words > MOST_WORDS["consent"]:
        return False
    return sum(re.search(sign, visible, re.IGNORECASE) is not None for sign in _CONSENT) >= CONSENT_SIGNS
