"""Rulings that have what they rule on as a clause: "the claim that the lock leaks is false", "it is a myth that …".

Pure. Each is found in its sentence: the clause, the verdict, and who gives it. Levels: *wrong*, *right*, *mixed* (Half
True). Not found: a ruling under a condition or a negation ("if the claim that … is false", "have yet to rate …"), and
what somebody denies in words of his own ("denied that …"), which `denials` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.domain import Polarity, Span
from factcheck.stance.reading.texts import read
from factcheck.text.rulings import LABELS


@dataclass(frozen=True, slots=True)
class RulingClause:
    """A clause `[start, end)` of a sentence, the words that rule on it, and which way they point.

    `rated`: by a label of a scale ("False", "Half True"). `speaker`: who else than the source says so, if anybody.
    """

    start: int
    end: int
    verdict: Span
    pointing: Polarity
    rated: bool
    sentence: tuple[int, int]
    speaker: Span | None


_ADVERBS = (
    r"(?:(?:simply|just|also|entirely|completely|totally|largely|mostly|basically|essentially|clearly|demonstrably"
    r"|quite|plainly|not only|widely|long been|since|now|again|an?|absolute|complete|pure|utter|old) )*"
)
_WRONG = (
    r"(?:false|untrue|not true|not accurate|inaccurate|not correct|wrong|incorrect|baseless|groundless|fabricated|hoax"
    r"|fake|bogus|misleading|unfounded|without foundation|debunked|refuted|disprove[dn]|discredited|invented|lie"
    r"|myth|fabrication|falsehood|nonsense|made[- ]up|made up)"
)
_RIGHT = r"(?:true|correct|accurate|right|on the money|on target)"
_BE = (
    r"(?:['’]s|\b(?:is|was|are|were|has been|have been|had been)"
    r"|\b(?:has |have |had )?(?:prove[sdn]?|proven|turn(?:s|ed) out)(?: to be)?)"
)
_THING = (
    r"(?:claim|statement|rumou?r|story|stories|report|post|assertion|allegation|idea|notion|belief|suggestion|theory"
    r"|theories|message|myth|legend|lie)s?"
)
_LINK = r"(?: (?!that\b|of\b|about\b)[\w’'-]+){0,6}?,? that "
"""Between what is said and that it is said: "the claim, widely shared, that …"."""
_FALLS = r"(?:(?:does|do|did)(?: not|n['’]t) (?:hold up|stand up|add up|hold water)|holds? no water)"
_STANDS = r"(?:holds? up|checks? out|stands? up)"
_OBJECT = r"(?P<clause>[^\n]{6,400}?)"
_RATES = r"\b(?:rat|rul|judg|find|found|declar|deem|label|labell|call|mark)(?:e|es|s|ed|ing)?\b"
_CLAIM_IS = re.compile(
    rf"\b{_THING}{_LINK}{_OBJECT}(?:,)? ?(?:{_BE} {_ADVERBS}(?:(?P<wrong>{_WRONG})|(?P<right>{_RIGHT}))"
    rf"|(?P<falls>{_FALLS})|(?P<stands>\b{_STANDS}))\b(?! (?:that|to)\b)",
    re.IGNORECASE,
)
"""“The claim that the lock leaks is false.”"""
_BARE_CLAIM_IS = re.compile(
    rf"\b{_THING} (?!of\b|about\b|on\b|by\b|from\b|in\b|that\b|was\b|is\b|are\b|were\b|has\b|have\b|which\b|who\b)"
    rf"(?-i:(?P<clause>(?:[A-Z]|the |an? |his |her |its |their )[^\n,]{{6,400}}?)) ?{_BE} {_ADVERBS}(?P<wrong>{_WRONG})\b",
    re.IGNORECASE,
)
"""The same without "that": “The claim Lena Ost owns a casino is false.”"""
_IT_IS = re.compile(
    rf"\b(?:it|that)(?:['’]s| is| was| has been| would be) {_ADVERBS}(?P<wrong>{_WRONG})"
    r"(?: to (?:say|claim|suggest|state|assert|believe|think))?,? that (?P<clause>[^\n]{6,400})",
    re.IGNORECASE,
)
"""“It is a myth that the lock leaks.”"""
_RATED = re.compile(
    rf"{_RATES} (?:[\w’'.-]+ ){{0,5}}?{_THING}{_LINK}(?P<clause>[^\n]{{6,400}}?)"
    rf"(?:,)?(?: as| to be)? [“\"‘']?(?P<label>{LABELS}|{_WRONG})(?=[”\"’'.!]*(?:\s*\Z|[,;(]| because\b))",
    re.IGNORECASE,
)
"""“We rate the claim that the lock leaks False.”"""
_CALLED = re.compile(
    rf"(?:\b(?P<wrong>debunk(?:s|ed|ing)?|refut(?:es?|ed|ing)|disprov(?:es?|ed|ing)|discredit(?:s|ed|ing)?) "
    rf"(?:(?:the|this|a|an|those|these|his|her|its|their|viral|old|popular|widespread|online) )*{_THING}"
    rf"|\b(?P<attribute>false|fake|bogus|debunked|baseless|untrue|unfounded|fabricated) {_THING}){_LINK}"
    r"(?P<clause>[^\n]{6,400})",
    re.IGNORECASE,
)
"""“Doctors debunked the claim that …”, “the false claim that …”."""
_GERMAN_THING = r"(?:Behauptung|Aussage|Meldung|Nachricht|Gerücht|Geschichte|These)(?:en|e)?"
_GERMAN_WRONG = (
    r"(?:(?:falsch|unwahr|nicht wahr|nicht richtig|nicht korrekt|(?:frei )?erfunden|irreführend|widerlegt"
    r"|eine Falschmeldung|eine Lüge|ein Mythos|Unsinn))"
)
_GERMAN_CLAIM_IS = re.compile(
    rf"\b{_GERMAN_THING}(?: [\w-]+){{0,4}}?, (?:dass )?(?P<clause>[^\n,]{{6,300}}), "
    rf"(?:(?:ist|sind|war|waren|wurde) (?:\w+ ){{0,2}}?(?P<wrong>{_GERMAN_WRONG})"
    r"|(?P<falls>stimmt nicht|trifft nicht zu|entspricht nicht der Wahrheit))"
)
_GERMAN_IT_IS = re.compile(
    rf"\bEs (?:(?:ist|war) (?:\w+ )?(?P<wrong>{_GERMAN_WRONG})|(?P<falls>stimmt nicht|trifft nicht zu)), "
    r"dass (?P<clause>[^\n]{6,300})"
)
_PATTERNS = (_RATED, _CLAIM_IS, _BARE_CLAIM_IS, _IT_IS, _CALLED, _GERMAN_CLAIM_IS, _GERMAN_IT_IS)
_SIGNS = frozenset(
    """false untrue true accurate inaccurate correct wrong incorrect baseless groundless fabricated hoax fake bogus
    misleading unfounded foundation debunk debunks debunked debunking refute refutes refuted refuting disprove disproves
    disproved disproven disproving discredit discredits discredited invented lie myth fabrication falsehood nonsense made
    made-up right money target hold holds stand stands add check checks fire falsch unwahr wahr richtig korrekt erfunden
    irrefuhrend widerlegt falschmeldung luge mythos unsinn stimmt trifft entspricht""".split()  # noqa: SIM905
) | {"not true that", "not the case that", "stimmt nicht, dass", "nicht wahr, dass"}
"""Folded words without one of which no text has such a ruling."""
_OPEN = re.compile(
    r"\b(?:if|whether|unless|not|never|nor|cannot|yet to|no one|nobody|neither|ob|falls|wenn|nicht|niemand)\b|n['’]t\b"
    r"|\b(?:den(?:y|ies|ied|ying)|disput(?:e[sd]?|ing)|reject(?:s|ed|ing)?|bestritt\w*|bestreite\w*)\b",
    re.IGNORECASE,
)
"""What before a ruling says that it is none, or that somebody takes it back."""
_CLAUSE_ENDS = re.compile(r"[,;:–—](?= )|\b(?:and|but|because|though|although)\b", re.IGNORECASE)
_OBJECT_ENDS = re.compile(
    r",[”\"]? (?:but|said|says|which|who|and (?:it|he|she|they|that)|the [\w ]{1,40}? said)\b|;|[“”\"]? –"
)
_SAYS = (
    r"(?:said|says|say|told|tells|tweeted|wrote|writes|insist(?:s|ed)|argue[sd]|claim(?:s|ed)|add(?:s|ed)|maintain(?:s|ed)"
    r"|replied|responded|think|thinks|thought|believe[sd]?|declared|stated|complained|shouted|sagte|sagt|erklärte|meinte)"
)
_BEFORE = re.compile(
    rf"(?:\A|[,;:] |\b(?:and|but) )(?P<who>(?:[\w’'.-]+,? ){{1,8}}?){_SAYS}(?: (?:reporters|him|her|them|us|[A-Z][\w’'-]+"
    r"|the [\w-]+))?(?: (?:on|in|at) [\w ]{1,20}?)?(?: that|:|,)? ?[“\"„]?(?:the |this |these |any |such |all |a |die |das |dass )?"
    r"(?:[\w-]+ ){0,2}\Z"
)
_BEHIND = re.compile(
    rf"\A[^.\n]{{0,80}}?,[”\"“]? (?:{_SAYS} (?P<who>[^,.;\n]{{2,60}})|(?P<other>(?:[\w’'.-]+ ){{1,8}}?){_SAYS}\b)"
    r"|\A,? (?:according to|laut) (?P<source>[^,.;\n]{2,60})"
)
_OFFICIAL = re.compile(
    r"\b(?:we|I|police|polizei|court|gericht|judges?|officials?|offices?|amt|behörden?|authorit(?:y|ies)|ministry"
    r"|ministerium|department|agency|commission|committee|council|government|experts?|scientists?|researchers?|doctors?"
    r"|physicians?|historians?|academics?|stud(?:y|ies)|stud(?:ie|ien)|forscher\w*|company|firm|spokes\w+|sprecher\w*"
    r"|fact[- ]?check\w*|faktencheck\w*|investigat\w+|inquiry|regulators?|reviewers?|university|hospital|museum|newspaper"
    r"|paper|editors?|snopes|politifact|reuters|afp|ap|dpa|bbc|organi[sz]ation|institute|bank|union|auditors?|report)\b",
    re.IGNORECASE,
)
"""Whose word is the source's own: itself, an office, or those who looked into it; not that of one person."""


@lru_cache(256)
def clauses_ruled_on(text: str) -> tuple[RulingClause, ...]:
    """Return the rulings of a text that have what they rule on as a clause, in their order; no two of one sentence."""
    whole = read(text)
    if _SIGNS.isdisjoint(whole.vocabulary):  # as in most passages
        return ()
    return tuple(one for bounds in whole.sentences if (one := _of_sentence(text, *bounds)) is not None)


def _of_sentence(text: str, start: int, end: int) -> RulingClause | None:
    sentence = text[start:end]
    for match in _matches(sentence):
        before = sentence[: match.start()]
        if _OPEN.search(_CLAUSE_ENDS.split(before)[-1]):
            continue
        group = next(name for name in ("label", "wrong", "right", "falls", "stands", "attribute") if _has(match, name))
        first, last = match.span("clause")
        if last > match.start(group):  # the clause stands behind the verdict, up to where the sentence goes on
            found = _OBJECT_ENDS.search(sentence, first)
            last = found.start() if found else last
        return RulingClause(
            start=start + first,
            end=start + last,
            verdict=Span.cut(text, start + match.start(group), start + match.end(group)),
            pointing=_pointing(match[group], group),
            rated=group == "label",
            sentence=(start, end),
            speaker=_speaker(sentence, start, match.start(), max(match.end(group), last)),
        )
    return None


def _matches(sentence: str) -> Iterator[re.Match[str]]:
    return (match for pattern in _PATTERNS if (match := pattern.search(sentence)) is not None)


def _has(match: re.Match[str], group: str) -> bool:
    return group in match.re.groupindex and match[group] is not None


_MIXED = frozenset(["half true", "mostly false", "partly false", "partly true", "barely true"])


def _pointing(verdict: str, group: str) -> Polarity:
    told = verdict.lower().replace("-", " ")
    if told in _MIXED:
        return Polarity.CONTEXT
    right = group in ("right", "stands") or told in ("true", "mostly true")
    return Polarity.SUPPORTS if right else Polarity.OPPOSES


def _speaker(sentence: str, offset: int, start: int, end: int) -> Span | None:
    """Return who else than the source gives a ruling: "Lind said the claim that … is false"; None for an office."""
    before = _BEFORE.search(sentence[:start])
    if before is not None:
        place = before.span("who")
    else:
        behind = _BEHIND.search(sentence[end:])
        if behind is None or behind.lastgroup is None:
            return None
        first, last = behind.span(behind.lastgroup)
        place = end + first, end + last
    who = Span.cut(sentence, *place)
    if not who.text.strip() or _OFFICIAL.search(who.text):
        return None
    return Span.cut(offset * " " + sentence, offset + who.start, offset + who.start + len(who.text.rstrip(" ,")))
