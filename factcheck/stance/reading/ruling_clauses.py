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

    `ruling`: from where the ruling begins to its end, mostly with the clause in it.

    `rated`: by a label of a scale ("False", "Half True"). `speaker`: who else than the source says so, if anybody.
    `behind`: the ruling points at the sentence before it, or is a label behind it (1), or at one further up (2, …).
    """

    start: int
    end: int
    verdict: Span
    pointing: Polarity
    rated: bool
    ruling: tuple[int, int]
    speaker: Span | None
    behind: int = 0


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
_RATES = (
    r"\b(?:(?:rat|rul|label|labell|mark)(?:e|es|s|ed|ing)?"
    r"|(?P<calls>(?:judg|find|found|declar|deem|call)(?:e|es|s|ed|ing)?))\b"
)
_CLAIM_IS = re.compile(
    rf"\b{_THING}{_LINK}{_OBJECT}(?:,)? ?(?:{_BE} {_ADVERBS}(?:(?P<wrong>{_WRONG})|(?P<right>{_RIGHT}))"
    rf"|(?P<falls>{_FALLS})|(?P<stands>\b{_STANDS}))\b(?! (?:that|to|is|was|are|were|has|have)\b)",
    re.IGNORECASE,
)
"""“The claim that the lock leaks is false.”"""
_BARE_CLAIM_IS = re.compile(
    rf"\b{_THING} (?!(?:of|about|on|by|from|in|that|was|is|are|were|has|have|which|who)\b)"
    rf"(?-i:(?P<clause>(?:[A-Z]|the |an? |his |her |its |their )[^\n,]{{6,400}}?)) ?{_BE} {_ADVERBS}"
    rf"(?P<wrong>{_WRONG})\b",
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
_SIGNS = {"not true that", "not the case that", "stimmt nicht, dass", "nicht wahr, dass"} | frozenset(
    """false untrue true accurate inaccurate correct wrong incorrect baseless groundless fabricated hoax fake bogus
    misleading unfounded foundation debunk debunks debunked debunking refute refutes refuted refuting disprove disproves
    disproved disproven disproving discredit discredits discredited invented lie myth fabrication falsehood nonsense
    made made-up right money target hold holds stand stands add check checks fire falsch unwahr wahr richtig korrekt
    erfunden irrefuhrend widerlegt falschmeldung luge mythos unsinn stimmt trifft entspricht""".split()  # noqa: SIM905
)
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
    rf"(?:(?:\A|[,;:] |\b(?:and|but) )(?P<who>(?:[\w’'.-]+,? ){{1,8}}?){_SAYS}"
    r"(?: (?:reporters|him|her|them|us|[A-Z][\w’'-]+|the [\w-]+))?(?: (?:on|in|at) [\w ]{1,20}?)?(?: that|:|,)?"
    r"|\b(?:[Aa]ccording to|[Ll]aut) (?P<source>[^,.;\n]{2,60}),)"
    r" ?[“\"„]?(?:(?:the|this|these|any|such|all|a|die|das|dass) )?(?:[\w-]+ ){0,2}\Z"
)
_BEHIND = re.compile(
    rf"\A[^.\n]{{0,80}}?,[”\"“]? (?:{_SAYS} (?P<who>[^,.;\n]{{2,60}})|(?P<other>(?:[\w’'.-]+ ){{1,8}}?){_SAYS}\b)"
    r"|\A,? (?:according to|laut) (?P<source>[^,.;\n]{2,60})"
)
_OFFICIAL = re.compile(
    r"\b(?:we|I|police|polizei|court|gericht|judges?|officials?|offices?|amt|behörden?|authorit(?:y|ies)|ministry"
    r"|ministerium|department|agency|commission|committee|council|government|experts?|scientists?|researchers?|doctors?"
    r"|physicians?|historians?|academics?|engineers?|divers?|inspectors?|checkers?|analysts?|economists?|statisticians?"
    r"|\w+ologists?|chemists?|physicists?|specialists?|stud(?:y|ies)|stud(?:ie|ien)|forscher\w*|company|firm|spokes\w+|sprecher\w*"
    r"|fact[- ]?check\w*|faktencheck\w*|investigat\w+|inquiry|regulators?|reviewers?|university|hospital|museum"
    r"|newspaper|paper|editors?|snopes|politifact|reuters|afp|ap|dpa|bbc|organi[sz]ation|institute|bank|union|auditors?|report)\b",
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
        if _is_open(sentence, match):
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
            ruling=(start + match.start(), start + max(match.end(), last)),
            speaker=_who_calls(sentence, start, match)
            or speaker_of(sentence, start, match.start(), max(match.end(group), last)),
        )
    return None


def _is_open(sentence: str, match: re.Match[str]) -> bool:
    return _OPEN.search(_CLAUSE_ENDS.split(sentence[: match.start()])[-1]) is not None


@lru_cache(256)
def open_rulings(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences in which a ruling is only asked for or denied: "nobody has shown that … is false"."""
    whole = read(text)
    if _SIGNS.isdisjoint(whole.vocabulary):
        return ()
    return tuple(
        (start, end)
        for start, end in whole.sentences
        for matches in [list(_matches(text[start:end]))]
        if matches and all(_is_open(text[start:end], one) for one in matches)
    )


@lru_cache(256)
def rulings_behind(text: str) -> tuple[RulingClause, ...]:
    """Return the rulings of a text that stand behind what they rule on: "That is false.", "Our assessment: False".

    Each is given for the sentence before it first, and then for those before that: it can be on any of `_BACK`.
    """
    whole = read(text)
    if _SIGNS.isdisjoint(whole.vocabulary):
        return ()
    return tuple(one for match in _BEHIND_IT.finditer(text) for one in _ruled_before(text, whole.sentences, match))


def _ruled_before(text: str, sentences: tuple[tuple[int, int], ...], match: re.Match[str]) -> Iterator[RulingClause]:
    group = next(name for name in ("label", "wrong", "titled") if match[name])
    last = next((end for first, end in sentences if first <= match.start(group) < end), match.end())
    place = 0, match.end() - match.start()
    if match[group].lower() in _JUDGING and is_attributed(text[match.start() : last], *place):
        return  # who thinks that a deed was wrong does not say that it was not done
    end = len(text[: match.start()].rstrip())
    for far, (first, _) in enumerate([one for one in reversed(sentences) if one[0] < end][:_BACK]):
        label = _STATED.match(text, first, end)
        start = label.end() if label else first
        if start < end:
            yield RulingClause(
                start=start,
                end=end,
                verdict=Span(*match.span(group), match[group]),
                pointing=_pointing(match[group], group),
                rated=group != "wrong",
                ruling=(match.start(), last),
                speaker=speaker_of(text[match.start() : last], match.start(), *place),
                behind=far + 1,
            )
        end = len(text[:first].rstrip())


_JUDGING = frozenset(["wrong", "incorrect", "misleading"])
_BACK = 3
"""Sentences before a ruling that it can be on. Our own choice."""
_BEHIND_IT = re.compile(
    r"(?:(?<=[.!?”\"] )|(?<=\n)|(?<= )(?=VERDICT\b))[“\"*#]{0,3}(?:"
    r"(?:that|this|it|(?:the|this|that|these|those) (?:claim|story|report|rumou?r|statement|post|quote)s?) ?"
    rf"{_BE} {_ADVERBS}(?P<wrong>{_WRONG})\b(?! (?:that|to)\b)"
    r"|(?:(?:so )?we |[\w ]{3,30} )rates? (?:this|that|it|these|those|the)(?: (?:claim|statement|post)s?)?(?: as)? "
    rf"[“\"]?(?P<label>{LABELS})\b"
    r"|(?:(?:our|the|[A-Z][\w.]*[’']s?) )?"
    r"(?:assessment|verdict|rating|ruling|conclusion|finding|fact[- ]?check|bewertung|urteil|fazit|einstufung)(?: is)?"
    rf"\s?[:–—-]?\s+[“\"]?(?P<titled>{LABELS}|{_WRONG}|falsch|unwahr|frei erfunden)\b)",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\W*(?:the )?(?:claim|statement|what was claimed|myth|fact[- ]?check(?:ed)?|behauptung)\s?[:–—-]\s*",
    re.IGNORECASE,
)
"""The label that a statement can stand under."""


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


def speaker_of(sentence: str, offset: int, start: int, end: int) -> Span | None:
    """Return who else than the source gives the ruling `[start, end)` of a sentence; None for it, or for an office.

    "Lind said the claim that … is false"; `offset`: where the sentence begins in its text.
    """
    before = _BEFORE.search(sentence[:start])
    if before is not None:
        return _person(sentence, offset, *before.span(before.lastgroup or 0))
    behind = _BEHIND.search(sentence[end:])
    if behind is None or behind.lastgroup is None:
        return None
    first, last = behind.span(behind.lastgroup)
    return _person(sentence, offset, end + first, end + last)


def is_attributed(sentence: str, start: int, end: int) -> bool:
    """Whether anybody but the source, an office or not, gives the ruling `[start, end)` of a sentence."""
    return _BEFORE.search(sentence[:start]) is not None or _BEHIND.search(sentence[end:]) is not None


def _who_calls(sentence: str, offset: int, match: re.Match[str]) -> Span | None:
    """Return who calls a claim false in his own words: "Moe called the claim that … false"; a rating has a scale."""
    if not _has(match, "calls") or match["label"][0].isupper():
        return None
    begin = max((one.end() for one in _CLAUSE_ENDS.finditer(sentence, 0, match.start())), default=0)
    return _person(sentence, offset, begin, match.start())


def _person(sentence: str, offset: int, start: int, end: int) -> Span | None:
    who = sentence[start:end]
    if not who.strip() or _OFFICIAL.search(who):
        return None
    first = start + len(who) - len(who.lstrip(" "))
    told = who.strip(" ,")
    return Span(offset + first, offset + first + len(told), told)


_SIDE_CLAUSE = re.compile(
    r"\b(?:after|before|because|since|when|while|although|though|saying|arguing|insisting|claiming|as|that|if|who|whose)"
    r" (?:[\w’'-]+ ){1,5}?(?:is|was|are|were|been|be|proved|turned out|revealed as|exposed as) \Z"
    r"|(?:;|, (?:and|but|while)) (?:[\w’'-]+ ){1,6}?(?:of|about|on) (?:[\w’'-]+ ){1,8}?(?:is|was|are|were|been) \Z"
    r"|(?<=\w )(?:that|which|who) (?:is|was|are|were|had been|has been|have been|proved|turned out to be) \Z",
    re.IGNORECASE,
)
"""A clause beside the main one up to its verb: "because her diploma was", "a story that was"."""


def side_clause_before(text: str, start: int, at: int) -> int | None:
    """Return where a clause beside the main one begins that says what something is: “because her diploma was …”."""
    found = _SIDE_CLAUSE.search(text, start, at)
    return found.start() if found else None
