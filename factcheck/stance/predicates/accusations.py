"""Accusations turned down: does the passage tell the claim's deed only as what somebody was cleared of, or denied?

Levels: *turned down* (the words of the claim are what was turned down: "acquitted of bribing …", "rejected claims that
he …", "bestreitet, … zu haben", "Das ist widerlegt"); *something else turned down* (it forbids corroboration, and
conflicts with nothing); *nothing turned down*, or the claim tells of it, too. Words that deny by themselves stand in
`denials`; `polarity` counts both as one parity.

The phrases are our own, of courts and of press offices, 2026-12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.stance.predicates.denials import LEAST_DENIED, aside_around, clause_end, denies_of_itself, is_undone
from factcheck.stance.predicates.factuality import marks_in
from factcheck.stance.predicates.markers import SO
from factcheck.stance.reading.negations import negation
from factcheck.stance.reading.pair import Pair, answered_in, least_bound
from factcheck.stance.reading.texts import words_between
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

_ACCUSATION = (
    r"(?:claim|allegation|accusation|suggestion|report|rumou?r|charge|assertion|insinuation|speculation|stor(?:y|ie))s?"
)
_DISMISSED = r"rejected|dismissed|rebuffed|repudiated|refuted|disputed|contested|contradicted|debunked|denied"
_DISMISSING = (
    r"(?:reject|dismiss|rebuff|contest|contradict|debunk)(?:es|s|ed|ing)?|(?:repudiat|refut|disput)(?:e[sd]?|ing)"
    r"|(?:laugh|brush|shrug)(?:s|es|ed|ing)? (?:off|aside)|scoff(?:s|ed|ing)? at"
)
_CRIME = (
    r"(?:charges?|allegations?|accusations?|wrongdoing|misconduct|fraud|murder|manslaughter|bribery|corruption|perjury"
    r"|theft|rape|assault|doping|embezzlement|espionage|treason|plagiarism|negligence|arson|blackmail|harassment)"
)
_ENGLISH = re.compile(
    rf"\b(?P<dismissed>{_DISMISSING})(?: [\w’'-]+){{0,3}}? {_ACCUSATION}(?: of\b| that\b|(?= (?:he|she|it|they)\b))"
    r"|\b(?P<cleared>acquit(?:s|ted|ting)?|exonerat(?:e[sd]?|ing)|absolv(?:e[sd]?|ing)|clear(?:s|ed|ing)?)"
    rf"(?: (?!that\b|and\b|but\b)[\w’'.-]+){{0,6}}? (?:of|on|over)"
    rf"(?= (?:(?:all|any|the|having) )*(?:[a-z]+ing\b|{_CRIME}\b))"
    r"|\b(?P<innocent>not guilty|innocent) (?:of|to|on)\b",
    re.IGNORECASE,
)
"""Who is cleared or denies it stands before the words, what of behind them."""
_PASSIVE = re.compile(
    rf"\b{_ACCUSATION} (?:that|of) [^.;!?]{{3,160}}? (?:is|are|was|were|(?:has|have|had) been) (?:\w+ly )?"
    rf"(?P<dismissed>{_DISMISSED})\b",
    re.IGNORECASE,
)
_VORWURF = (
    r"(?:Vorw[uü]rfe?n?|Behauptung(?:en)?|Anschuldigung(?:en)?|Bericht(?:e|en)?|Gerüchte?n?|Darstellung|Verdacht"
    r"|Unterstellung(?:en)?|Spekulationen|Aussagen?|Anklage)"
)
_REPORTED = (
    r",(?= dass\b| daß\b"
    r"|[^.;!?]{0,160}?\b(?:zu [a-zäöüß]+n\b|\w+zu[a-zäöüß]+en\b|habe\b|hätten?\b|sei(?:en)?\b))"
)
_GERMAN = re.compile(
    r"\b(?P<denied>bestreite[nt]?|bestritt(?:en)?|dementier(?:t|te|ten|en)|leugne(?:n|t|te|ten)|geleugnet"
    r"|abgestritten)\b"
    rf"(?:(?: [\w-]+){{0,5}}? {_VORWURF}\b|(?: [\w-]+){{0,5}}?{_REPORTED})"
    rf"|\b(?P<repelled>weist|weisen|wies|wiesen)\b[^.;!?]{{0,80}}?\b{_VORWURF}\b[^.;!?]{{0,160}}?\bzurück\b"
    rf"|\b{_VORWURF}\b[^.;!?]{{0,160}}?\b(?:(?P<returned>zurückgewiesen|zurückweist|zurückwies)"
    r"|(?P<wies>weist|weisen|wies|wiesen)\b[^.;!?]{0,80}?\bzurück)\b"
    r"|\b(?P<freed>freigesprochen|spr(?:icht|ach|echen|achen)(?=\b[^.;!?]{0,120}?\bfrei\b))\b"
    r"|\b(?P<refuted>widerleg(?:t|te|ten|en))\b",
    re.IGNORECASE,
)
"""In German what is turned down stands on either side of the words: the whole clause is asked."""
_SIGNS = frozenset(
    """claim claims allegation allegations accusation accusations suggestion suggestions report reports rumor rumors
    rumour rumours charge charges assertion assertions insinuation insinuations speculation story stories acquit acquits
    acquitted acquitting exonerate exonerates exonerated exonerating absolve absolves absolved clear clears cleared
    clearing guilty innocent
    bestreite bestreiten bestreitet bestritt bestritten dementiert dementierte dementierten dementieren leugnen leugnet
    leugnete leugneten geleugnet abgestritten zuruck zuruckgewiesen zuruckweist zuruckwies freigesprochen frei widerlegt
    widerlegte widerlegten widerlegen""".split()  # noqa: SIM905
)
"""Folded words without one of which none of the phrases is there."""
_WANTED = re.compile(r"\b(?:soll(?:te|ten|en)?|könnten?|forder\w+|beantrag\w+|wollen|will|hoff\w+)\b", re.IGNORECASE)
"""What somebody is to be cleared of, or asks to be, he is not cleared of."""
_NEAR = 3  # words before or behind such a phrase that can undo it


def turns_down(pair: Pair) -> bool:
    """Whether the stretch tells of anything as turned down, and the claim does not: it forbids corroboration.

    "Cleared of all charges" is what a claim of "acquitted" tells.
    """
    told = {one.passage.start for one in pair.partners if one.kind != "opposite"}
    return any(word.start not in told for _, word in _phrases(pair))


def turned_down(pair: Pair) -> Word | None:
    """Return the word by which the passage turns down what the claim says, unless the claim tells of that, too."""
    for match, word in _phrases(pair):
        if any(word.start <= one.passage.start < match.end(match.lastgroup or 0) for one in pair.partners):
            continue  # "convicted" beside "acquitted": opposite words say it
        if not _is_open(pair, match, word) and _is_of_claim(pair, match, word):
            return word
    return None


def _phrases(pair: Pair) -> Iterator[tuple[re.Match[str], Word]]:
    """Yield each phrase of the stretch, with the word that turns down."""
    if _SIGNS.isdisjoint(pair.told):
        return
    claim, text = pair.claim.text, pair.passage.text
    for pattern in (_ENGLISH, _PASSIVE, _GERMAN):
        for match in pattern.finditer(text, pair.start, pair.end):
            place = match.start(match.lastgroup or 0)
            word = next(iter(words_between(pair.stretch, place, pair.end)), None)
            if word is not None and word.start == place and pattern.search(claim) is None:
                yield match, word


def _is_open(pair: Pair, match: re.Match[str], word: Word) -> bool:
    """Whether the words are undone ("did not reject claims", "bestritt nicht"), or tell what is only wanted."""
    at = pair.stretch.index(word)
    if is_undone(pair, at):
        return True
    start, _ = sentence_at(pair.passage.sentences, word.start) or (pair.start, pair.end)
    if match.re is not _GERMAN:
        mark = marks_in(pair.passage.text, pair.start, pair.end).get(word.start)
        return mark is not None and mark.level < SO
    behind = words_between(pair.stretch, word.end, _comma(pair.passage.text, word.end, match.end()))
    return any(map(negation, behind[:_NEAR])) or _WANTED.search(pair.passage.text, start, word.start) is not None


def _comma(text: str, start: int, end: int) -> int:
    found = text.find(",", start, end)
    return end if found < 0 else found


def _is_of_claim(pair: Pair, match: re.Match[str], word: Word) -> bool:
    """Whether what is turned down is what the claim says."""
    start, end = sentence_at(pair.passage.sentences, word.start) or (pair.start, pair.end)
    start, end = aside_around(pair.passage.text, start, word, end) or (start, end)
    end = clause_end(pair.passage.text, word.end, end)
    first, last = (word.end, end) if match.re is _ENGLISH else (match.start(), word.start)
    if match.re is _GERMAN:
        first, last = start, end
    bound = answered_in(pair, first, last) >= least_bound(pair, LEAST_DENIED)
    return bound or (match.re is _ENGLISH and denies_of_itself(pair, word, first, last))
