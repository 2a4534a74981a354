"""Rulings and retractions: does the source itself rule on this claim, debunk it, or take it back?

A ruling counts only where it is bound to the claim: the words it rules on are the claim's.

Levels: *rated* ("we rate this False", "Rating: Mostly True"; the last one of a page counts, since pages open with other
people's claims; where several statements have a rating each, that of the claim's own, see `reviewed`); *ruled* ("the
claim that … is wrong", "…. That was wrong."); *never said* ("Mr Holm did not say that …", of the claim's own claimant);
*withdrawn* ("has retracted its report that …"). A mixed rating (Half True) is shown and points neither way. A denial of
something else, or a correction of another story, says nothing.

Source: reading an explicit ruling decides 94.6 % of 9,581 real fact-check pages (PolitiFact, CheckThat! 2022).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.domain import Claim, Facet, Polarity, Reason, Span
from factcheck.stance.reading.lexicon import DENIALS, synonyms
from factcheck.stance.reading.negations import is_denial
from factcheck.stance.reading.pair import Pair, answered_in, least_bound
from factcheck.stance.reading.ruling_clauses import is_attributed, open_rulings, side_clause_before, speaker_of
from factcheck.stance.reading.slots import alike, names_in
from factcheck.stance.reading.texts import Text
from factcheck.stance.rulings.reviewed import LEAST_BOUND, is_turned, ruled_on
from factcheck.text.rulings import rating_in
from factcheck.text.sentences import sentence_at
from factcheck.text.words import stem

RATED_STRENGTH = 0.95
RULED_STRENGTH = 0.7
LEAST_COVERAGE = 0.45
"""A rating counts where the page is about the claim at all. Source: 150 PolitiFact pages (at .5 the first is lost) and
440 articles of news, in which it takes two of three ratings from claims that they are not of, 2026-11."""
LONGEST_RATED = 250
"""Words of a text that may be one passage of a page that rates other things, too; a longer one is a page."""
LEAST_COVERED = 0.5
"""The same of a passage. Source: 180 PolitiFact pages as a corpus, 2026-12: at .45, names counted, ratings of others'
statements decide twice as often."""
LEAST_POINTED = 0.75
"""The same where only "that" points at them: what was said before may itself deny the claim."""
LEAST_LABELLED = 0.8
"""The same of a label without a word of what it is on."""
_MIXED = frozenset(["half true", "mostly false", "partly false", "partly true", "barely true"])
_SUPPORTING = frozenset(["true", "mostly true"])
_SUBJECT = (
    r"(?:claim|statement|rumou?rs?|story|report|posts?|assertion|allegation|quote|quotation|image|video|photo(?:graph)?"
    r"|picture|clip|footage)"
)
_GERMAN_SUBJECT = (
    r"(?:Behauptung|Aussage|Meldung|Nachricht|Bericht|Gerücht|Geschichte|Zitat|Bild|Foto|Video|Aufnahme|Beitrag)"
)
_ADVERBS = r"(?: (?:simply|just|also|a|entirely|completely|totally|largely|mostly|basically|essentially))*"
_WRONG = (
    r"(false|untrue|not true|not accurate|inaccurate|wrong|incorrect|baseless|fabricated|hoax|fake|bogus|misleading|"
    r"unfounded|debunked)"
)
_BE = r"(?:'s|’s| is| was| are| were| has been| have been)"
_RULED_WRONG = re.compile(rf"\b(?:{_SUBJECT}[^.\n]{{0,160}}?|that|this|it){_BE}{_ADVERBS} {_WRONG}\b", re.IGNORECASE)
_GERMAN_WRONG = (
    r"(?:(?:ist|sind|war|waren|wurde)(?: \w+){0,2}? (falsch|unwahr|nicht wahr|nicht richtig|nicht korrekt|gefälscht"
    r"|(?:frei )?erfunden|irreführend|eine Fälschung|ein Fake|eine Falschmeldung|Unsinn)"
    r"|(stimmt nicht|trifft nicht zu|entspricht nicht der Wahrheit))"
)
_GERMAN_RULED_WRONG = re.compile(rf"\b(?:{_GERMAN_SUBJECT}[^.\n]{{0,160}}?|das|dies) {_GERMAN_WRONG}\b", re.IGNORECASE)
_POINTS = re.compile(
    rf"(?:that|this|it|{_SUBJECT}){_BE}"
    rf"|(?:das|dies|{_GERMAN_SUBJECT}) (?:ist|sind|war|waren|wurde|stimmt|trifft|entspricht)\b",
    re.IGNORECASE,
)
"""What a ruling begins with that names nothing of what it rules on: "that is false", "The photo is fake"."""
_RELATIVE = re.compile(rf"{_SUBJECT}s? (?:that|which)(?:{_BE}| had been)", re.IGNORECASE)
"""A story of which only a word by the way says that it was false: "for a story that was untrue"."""
_PRONOUN = re.compile(r"(?:that|this|it|das|dies)\b", re.IGNORECASE)
_PICTURE = re.compile(r"\b(?:image|video|photo|picture|clip|footage|bild|aufnahme|foto)", re.IGNORECASE)
_SHOWS = re.compile(rf"{_PICTURE.pattern}\w* (?:shows?|captures?|depicts?|zeigt|zeigen)\b", re.IGNORECASE)
"""A claim that a picture shows something: the ruling on the picture need not say once more that it shows it."""
_TOLD_OF = re.compile(
    r"\b(?:claim|alleg|post|rumou?r|stor(?:y|ies)|report|sa(?:y|id)|quot|shar|viral|circulat|spread"
    r"|behaupt|meld|bericht|gerücht|geteilt|verbreit|aussage|zitat|heißt|beitr)",
    re.IGNORECASE,
)
"""What the sentence before says where a picture, or a story, is meant that tells the claim."""
_RULED_RIGHT = re.compile(
    rf"\b{_SUBJECT}[^.\n]{{0,160}}?{_BE}{_ADVERBS} (correct|accurate|right|true)\b"
    r"|(?:\b(?:is|was|are|were)|['’]s)(?: (?:right|spot|exactly|quite|pretty))? (?-i:(on the money|on target))\b(?!:)"
    r"|\b(?-i:(checks out))\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    rf"\b(?:verdict|conclusion|fact[- ]?check|bottom line|faktencheck|urteil|fazit)(?: is)?\s?[:–—-]\s?(?:this is )?"
    rf"({_WRONG[1:-1]}|falsch|unwahr|frei erfunden)\b",
    re.IGNORECASE,
)
"""A label alone: "Our verdict: false". It rules on what was told just before."""
_NOT = re.compile(r"\b(?:no|not|never|without|hardly|nor)\b|n['’]t\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|whether|unless|how much|ob|falls|wenn)\b", re.IGNORECASE)
"""What makes a ruling a condition or a question: "if these reports are accurate"."""
_NEVER_SAID = re.compile(
    r"\b(never said|did not say|didn[’']t say|had not said|denies having said) (?:that )?", re.IGNORECASE
)
_PAPER = r"(?:story|report|article|claim|paper|study|post|statement|research|findings|broadcast|dispatch|tweet)"
_WITHDRAWN = re.compile(
    r"\b((?:has|have|had)?(?: been)? ?"
    r"(?:retract(?:ed|s|ing)?|withdr[ae]ws?|withdrawn|withdrawing|apologi[sz](?:ed|es) for"
    rf"|tak(?:en|ing) back|took back)) (?:the|this|its|their|his|her|our|that|a|an) (?:\w+ ){{0,2}}{_PAPER}\b",
    re.IGNORECASE,
)
_IS_WITHDRAWN = re.compile(
    rf"\b{_PAPER}\b(?:[^.\n]{{0,160}}?"
    r"(?:\b(?:was|were|has been|have been|had been|is|are)(?: \w+){0,2}? )(retracted)\b"
    r"|,? (?:was|were|has been|have been|had been)(?: \w+){0,2}? (withdrawn|retracted)\b)",
    re.IGNORECASE,
)
"""Of a text that tells something: "the study was later retracted"; of a drug, too, one says that it was withdrawn."""
_WITHDRAWING = frozenset(
    stem(word) for word in ("retract", "retraction", "withdraw", "withdrew", "withdrawn", "apologise")
)
_REFUSED = re.compile(r"\b(?:not|never|refus\w+|declin\w+|no|without)\b|n['’]t\b", re.IGNORECASE)
_OPINION = re.compile(
    r"\b(?:think|thinks|thought|believes?|believed|feels?|felt|argue[sd]?|consider(?:s|ed)?"
    r"|in (?:my|our|his|her|their|its|[\w’']+s['’]?) (?:view|opinion|eyes)|opinion|wir meinen|unserer meinung)\b",
    re.IGNORECASE,
)
"""Who thinks that a deed was wrong does not say that it was not done."""
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e[sd]?|ing)|reject(?:s|ed|ing)?|bestreite\w*|bestritt\w*)\b", re.IGNORECASE
)
"""What takes a ruling back: "denied that it is a hoax"."""


_EARLIER = re.compile(
    r"\b((?:earlier|previous|original) versions? of (?:this|the|our) (?:story|article|report|post|page|headline) "
    r"(?:[a-z]+ly )?(?:said|stated|reported|claimed|misstated|gave|named|identified|described))\b",
    re.IGNORECASE,
)
"""What a correction says of the text that it corrects; what stands there now is said apart."""
LEAST_CORRECTED = 0.95
_RATED_THING = re.compile(rf"\b{_SUBJECT}s? (?:about|that|of|on|regarding) ", re.IGNORECASE)
_LABELS = frozenset(["false", "true", "fire"])
_SAY_WRONG = frozenset(
    [
        *("false", "true", "untrue", "accurate", "inaccurate", "wrong", "incorrect", "baseless", "fabricated", "hoax"),
        *("fake", "bogus", "misleading", "unfounded", "debunked", "falsch", "unwahr", "erfunden", "wahr", "richtig"),
        *(
            "korrekt",
            "gefalscht",
            "irrefuhrend",
            "falschung",
            "falschmeldung",
            "unsinn",
            "stimmt",
            "trifft",
            "wahrheit",
        ),
    ]
)
_SAY_RIGHT = frozenset(["correct", "accurate", "right", "true", "money", "target", "checks"])
_SAY_NEVER = frozenset(["never", "not", "didn't", "denies"])
_SAY_WITHDRAWN = frozenset(
    [
        *("retract", "retracts", "retracted", "retracting", "withdrawn", "withdrew", "withdraw", "withdraws"),
        *(
            "withdrawing",
            "apologised",
            "apologized",
            "apologises",
            "apologizes",
            "back",
            "earlier",
            "previous",
            "original",
        ),
    ]
)
"""Words without one of which a pattern cannot match, and is not asked."""
_TELLING = _LABELS | _SAY_WRONG | _SAY_RIGHT | _SAY_NEVER | _SAY_WITHDRAWN


def compare_rulings(pair: Pair, claim: Claim | str) -> Iterator[Reason]:
    """Yield at most one reason: the rating, else the ruling, else the retraction that the passage states."""
    told = pair.passage.vocabulary & _TELLING
    if not told:
        return
    rated = None if told.isdisjoint(_LABELS) else rating_in(pair.passage.text)
    if rated is not None and _tells_a_rating(pair.claim):
        return  # this one, or that of something else
    if rated is not None:
        rated = ruled_on(pair, rated)
        if rated is None:
            return
    if rated is not None and not _rates_another(pair, rated):
        if _is_on(pair):
            yield rating_reason(rated, turned=is_turned(pair, rated))
        return
    denied = not DENIALS.isdisjoint(pair.claim.stems)  # that it is not true is what the claim says somebody said
    patterns = () if denied or told.isdisjoint(_SAY_WRONG) else (_RULED_WRONG, _GERMAN_RULED_WRONG, _VERDICT)
    wrong = next((said for pattern in patterns if (said := _ruled(pair, pattern)) is not None), None)
    if wrong is not None:
        yield ruling_reason(Polarity.OPPOSES, RULED_STRENGTH, f"the source calls it {wrong.text.lower()}", wrong)
        return
    right = None if told.isdisjoint(_SAY_RIGHT) else _ruled(pair, _RULED_RIGHT)
    if right is not None and len(pair.passage.words) > len(pair.claim.words):
        yield ruling_reason(Polarity.SUPPORTS, RULED_STRENGTH, f"the source calls it {right.text.lower()}", right)
        return
    taken = None if told.isdisjoint(_SAY_NEVER) else _never_said(pair, claim)
    taken = taken or (None if told.isdisjoint(_SAY_WITHDRAWN) else _withdrawn(pair))
    if taken is not None:
        yield ruling_reason(Polarity.OPPOSES, RULED_STRENGTH, f"the source takes it back (“{taken.text}”)", taken)


def _tells_a_rating(claim: Text) -> bool:
    """Whether a claim is that something is true or was rated: "since these statements are true, …"."""
    speaks = not (claim.vocabulary.isdisjoint(_LABELS) or claim.vocabulary.isdisjoint(_STATEMENTS))
    return speaks or rating_in(claim.text) is not None


_STATEMENTS = frozenset(["statement", "statements", "claim", "claims", "allegation", "allegations", "assertion"])


def _is_on(pair: Pair) -> bool:
    """Whether a text with a rating is about the claim: a page at all, a passage in what it says in one place."""
    if len(pair.passage.words) > LONGEST_RATED:
        return pair.coverage >= LEAST_COVERAGE
    answered = answered_in(pair, pair.start, pair.end)
    return pair.coverage >= LEAST_BOUND or answered >= least_bound(pair, LEAST_COVERED)


def _rates_another(pair: Pair, rated: Span) -> bool:
    """Whether the sentence of a rating says what it rates, and that is nothing of the claim."""
    start, end = sentence_at(pair.passage.sentences, rated.start) or (0, len(pair.passage.text))
    thing = _RATED_THING.search(pair.passage.text, start, end)
    if thing is None:
        return False
    words = [word for word in pair.passage.content if thing.end() <= word.start < end]
    told = [word for word in words if not rated.start <= word.start < rated.end and word.stem not in _OF_RATING]
    return bool(told) and not any(synonyms(word.stem, one.stem) for word in told for one in pair.claim.content)


_OF_RATING = frozenset(stem(word) for word in ("rate", "rates", "rated", "rating", "ruling", "claim", "find", "mostly"))


def rating_reason(rated: Span, *, turned: bool) -> Reason:
    """Return the reason that a rating is; `turned`: it is of the claim's opposite."""
    label = rated.text.lower().replace("-", " ")
    pointing = Polarity.SUPPORTS if (label in _SUPPORTING) != turned else Polarity.OPPOSES
    polarity = Polarity.CONTEXT if label in _MIXED else pointing
    what = "the opposite" if turned else "it"
    return ruling_reason(polarity, RATED_STRENGTH, f"the source rates {what} {rated.text}", rated)


def _ruled(pair: Pair, pattern: re.Pattern[str]) -> Span | None:
    """Return the last ruling of the pattern that is about the claim."""
    bound = None
    for match in pattern.finditer(pair.passage.text):
        start, end = _sentences_ruled_on(pair, match)
        text = pair.passage.text
        if any(first <= match.start() < last for first, last in open_rulings(text)) or (
            _NOT.search(pair.claim.text) and not _NOT.search(text, start, match.start(_group(match)))
        ):
            continue  # what is ruled on is not what the claim denies
        if _IF.search(text, start, match.end()) or (pattern is _RULED_RIGHT and _NOT.search(text, start, match.end())):
            continue  # "no evidence that what he said is true"
        begin, _ = sentence_at(pair.passage.sentences, match.start()) or (start, end)
        if _DENIED.search(text, begin, match.start()) or (
            match[0].lower().endswith(_JUDGING) and _OPINION.search(text, begin, match.start())
        ):
            continue
        if _points_back(match) and _is_somebodys(text[begin:end], match, begin):
            continue
        if _PRONOUN.match(match[0]) and not text.startswith(_GOES_ON, match.end()):
            end = match.end()  # what stands behind it is what holds instead
        aside = side_clause_before(text, begin, match.start(_group(match)))
        if aside is not None and (aside <= match.start() or _RELATIVE.match(match[0])):
            start = aside
        answered = answered_in(pair, start, end)
        elsewhere = answered_in(pair, pair.start, pair.end) if start >= pair.end or end <= pair.start else 0.0
        shown = _SHOWS.search(pair.claim.text) is not None and _PICTURE.match(match[0]) is not None
        least = LEAST_BOUND if shown else least_bound(pair, _least_ruled(match))
        if answered >= least > elsewhere:  # else the source itself says the claim in other words
            bound = _word(match)
    return bound


def _is_somebodys(sentence: str, match: re.Match[str], begin: int) -> bool:
    """Whether somebody else calls it so, or passes judgement on a deed: "That was wrong, the union said"."""
    place = match.start() - begin, match.end() - begin
    judging = match[0].lower().endswith(_JUDGING) and is_attributed(sentence, *place)
    return judging or speaker_of(sentence, begin, *place) is not None


_GOES_ON = (" that", " to ", ", dass", ", that")
"""How a ruling goes on to what it is on: "it is false that …"."""
_JUDGING = ("wrong", "incorrect", "misleading", "right", "correct")
"""What is also said of deeds."""


def denies_something(pair: Pair) -> bool:
    """Whether the stretch denies or takes back anything at all: enough to forbid corroboration, not to conflict."""
    if not DENIALS.isdisjoint(pair.claim.stems):
        return False
    told = pair.passage.vocabulary
    if not told.isdisjoint(_SAY_NEVER) and any(_denials_of_saying(pair.passage.text, pair.start, pair.end)):
        return _NEVER_SAID.search(pair.claim.text) is None
    words = pair.stretch
    return not DENIALS.isdisjoint(pair.passage.stems) and any(is_denial(words, at) for at in range(len(words)))


def _least_ruled(match: re.Match[str]) -> float:
    if match.re is _VERDICT:
        return LEAST_LABELLED
    return LEAST_POINTED if _points_back(match) else LEAST_BOUND


def _points_back(match: re.Match[str]) -> bool:
    """Whether a ruling only points at what it rules on: "that is false", "Our verdict: false"."""
    return match.re is _VERDICT or _POINTS.match(match[0]) is not None


def _sentences_ruled_on(pair: Pair, match: re.Match[str]) -> tuple[int, int]:
    """Return the bounds of the sentence of a ruling, with the one before it where only a pronoun names the subject."""
    sentences = pair.passage.sentences
    at = next((at for at, (start, end) in enumerate(sentences) if start <= match.start() < end), 0)
    first = max(0, at - 1) if _points_back(match) else at
    if first < at and match.re is not _VERDICT and not _PRONOUN.match(match[0]):
        told = _PICTURE if _PICTURE.match(match[0]) else _TOLD_OF
        first = first if told.search(pair.passage.text, *sentences[first]) else at  # else of something else
    return (sentences[first][0], sentences[at][1]) if sentences else (0, len(pair.passage.text))


def _never_said(pair: Pair, claim: Claim | str) -> Span | None:
    """Return "did not say that", where what follows is the claim, and who did not say it can be its claimant."""
    if _NEVER_SAID.search(pair.claim.text):
        return None  # that somebody did not say it is what the claim tells
    for match in _denials_of_saying(pair.passage.text, 0, len(pair.passage.text)):
        start, end = _sentences_ruled_on(pair, match)
        if answered_in(pair, match.end(), end) >= least_bound(pair, LEAST_BOUND) and _is_claimant(
            pair, claim, start, match.start()
        ):
            return _word(match)
    return None


def _denials_of_saying(text: str, start: int, end: int) -> Iterable[re.Match[str]]:
    """Return each "never said" of a stretch; to look for the plain words first costs a tenth."""
    told = text[start:end].lower()
    return _NEVER_SAID.finditer(text, start, end) if any(one in told for one in _NOT_SAID) else ()


_NOT_SAID = ("never said", "not say", "n’t say", "n't say", "not said", "having said")


def _is_claimant(pair: Pair, claim: Claim | str, start: int, end: int) -> bool:
    named = [one for one in names_in(pair.passage.text) if start <= one.start < end]
    ours = names_in(claim) if isinstance(claim, str) else ()
    wanted = [one.text for one in ours]
    if not isinstance(claim, str):
        if claim.claimant is None:
            return False
        wanted = [claim.claimant.name]
    return not named or any(alike(one.text, other) for one in named for other in wanted)


def _withdrawn(pair: Pair) -> Span | None:
    text, sentences = pair.passage.text, pair.passage.sentences
    told = not _WITHDRAWING.isdisjoint(pair.claim.stems)  # that it was withdrawn is what the claim says
    for match in () if told else (*_WITHDRAWN.finditer(text), *_IS_WITHDRAWN.finditer(text)):
        start, end = sentence_at(sentences, match.start()) or (0, len(text))
        if _REFUSED.search(text, start, match.start()):
            continue
        before = max((one for one, _ in sentences if one < start), default=start)
        bound = answered_in(pair, start, end) >= least_bound(pair, LEAST_BOUND)
        if bound or answered_in(pair, before, end) >= least_bound(pair, LEAST_POINTED):
            return _word(match)
    for match in _EARLIER.finditer(pair.passage.text):
        _, end = _sentences_ruled_on(pair, match)
        if answered_in(pair, match.end(), end) >= LEAST_CORRECTED:
            return _word(match)
    return None


def _word(match: re.Match[str]) -> Span:
    group = _group(match)
    return Span(match.start(group), match.end(group), match[group])


def _group(match: re.Match[str]) -> int:
    return next((number for number in range(1, (match.re.groups or 0) + 1) if match[number]), 0)


def ruling_reason(polarity: Polarity, strength: float, message: str, place: Span) -> Reason:
    """Return a reason of this comparator, that the words at `place` of the passage give."""
    return Reason(
        comparator="rulings",
        facet=Facet.WHAT,
        polarity=polarity,
        strength=strength,
        message=message,
        passage_spans=(place,),
    )
