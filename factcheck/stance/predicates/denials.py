"""Denials: does the passage deny what the claim says, or the claim what the passage says?

A word of denial stands on either side of what it denies ("denied that …", "the report is bogus"), and there being no
evidence for a thing denies it, too. `polarity` counts them with the negations, as one parity. What is denied by the way
("the army, which denies any crime, shelled …") is only what stands in that remark, and what somebody says "without
giving evidence" is neither borne out nor denied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.lexicon import DENIALS, NEGATORS
from factcheck.stance.reading.negations import is_denial, is_predicate, negation
from factcheck.stance.reading.pair import Pair, answered_in, least_bound
from factcheck.stance.reading.ruling_clauses import clauses_ruled_on, open_rulings, side_clause_before
from factcheck.stance.reading.texts import is_light
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word, stem

LEAST_DENIED = 0.6
"""Share of the claim that the words denied must answer. Source: Emergent tune and the seed corpus, 2026-11."""
_ATTRIBUTES = frozenset(stem(word) for word in ("false", "fake", "bogus", "fabricated", "incorrect", "untrue"))
_REPORTS = frozenset(stem(word) for word in ("claim", "story", "report", "rumor", "rumour", "quote", "statement"))
_COPULAS = frozenset(["is", "was", "are", "were", "be", "been", "as", "isn't"])


def denial_in(pair: Pair) -> Word | None:
    """Return the word by which the passage denies what the claim says, unless the claim has such a word too."""
    if not DENIALS.isdisjoint(pair.claim.stems):
        return None
    likely = not _WITHOUT.isdisjoint(pair.told)
    if not likely and DENIALS.isdisjoint(pair.passage.stems):
        return None
    return next(
        (word for at, word in enumerate(pair.stretch) if (likely or word.stem in DENIALS) and _denies(pair, at)), None
    )


_EVIDENCE = frozenset(["evidence", "proof", "indication", "indications"])
"""Where there is none that it is so, the source denies it, unless the claim itself speaks of evidence."""
_NOTHING_SHOWS = frozenset(stem(word) for word in ("suggest", "show", "indicate", "prove", "support"))
"""What "nothing to …" says the same by."""


_HINTS = frozenset(["sign", "signs", "suggestion", "hint", "hints"])
"""What says the same as evidence in "no sign that …", and only there: "did not sign that treaty" is no word of it."""


_WITHOUT = _EVIDENCE | _HINTS | {"nothing"}
"""A stretch with none of these words says nothing of evidence."""


def speaks_of_evidence(words: frozenset[str]) -> bool:
    """Whether a text of these folded words says what there is evidence for."""
    return not _EVIDENCE.isdisjoint(words)


_FROM_AFAR = re.compile(
    r"\b(?P<verb>den(?:y|ies|ied|ying)|disput(?:e[sd]?|ing)|doubt(?:s|ed|ing)?|refut(?:e[sd]?|ing)"
    r"|(?:reject|dismiss|contest|contradict)(?:s|ed|es|ing)?|predict(?:s|ed|ing)?|forecast(?:s|ed|ing)?"
    r"|(?:expect|fear|suspect|question)(?:s|ed|ing)?|hop(?:es?|ed|ing)|demand(?:s|ed|ing)?|propos(?:e[sd]?|ing)"
    r"|bestritt(?:en)?|bestreitet|dementiert(?:e|en)?|bezweifelt(?:e|en)?|fordert(?:e|en)?|hofft(?:e|en)?)"
    r",?\s(?:(?:the|all|any|such|as)\s)?(?:\w+\s)?(?:that|whether|claims|reports|suggestions|allegations|accusations|having"
    r"|dass|daß|ob)\b",
    re.IGNORECASE,
)
"""A claim that somebody denied, doubted, foresaw or wished a thing."""


def is_told_from_afar(pair: Pair) -> bool:
    """Whether the claim is that somebody denied or foresaw a thing, and the stretch only tells of the thing."""
    verb = _told_from_afar(pair.claim.text)
    if verb is None:
        return False
    stems = {word.stem for word in pair.claim.words if word.start == verb}
    return not any(one.claim.stem in stems for one in pair.partners)


@lru_cache(64)
def _told_from_afar(claim: str) -> int | None:
    """Return where the verb of a claim stands by which somebody denied or foresaw a thing."""
    found = _FROM_AFAR.search(claim)
    return found.start("verb") if found else None


def denies_evidence(pair: Pair) -> bool:
    """Whether the stretch says that there is no evidence, and the claim says nothing of evidence."""
    if _WITHOUT.isdisjoint(pair.told) or speaks_of_evidence(pair.claim.vocabulary) or both_lack_evidence(pair):
        return False
    return any(_is_none_of_it(pair.stretch, at) for at in range(len(pair.stretch)))


def both_lack_evidence(pair: Pair) -> bool:
    """Whether both texts say that there is no evidence, in whatever words."""
    if _WITHOUT.isdisjoint(pair.claim.vocabulary) or _WITHOUT.isdisjoint(pair.told):
        return False
    return all(any(_is_none_of_it(words, at) for at in range(len(words))) for words in (pair.claim.words, pair.stretch))


def _is_none_of_it(words: Sequence[Word], at: int) -> bool:
    before = [word.folded for word in words[max(0, at - _SHORT) : at]]
    if words[at].folded in _EVIDENCE:
        return any(word in NEGATORS for word in before)
    if words[at].folded in _HINTS:
        follower = words[at + 1].folded if at + 1 < len(words) else ""
        return follower == "that" and ("no" in before or before[-1:] == ["any"])
    return words[at].stem in _NOTHING_SHOWS and before == ["nothing", "to"]


def denied_by_claim(pair: Pair) -> Word | None:
    """Return the verb by which the claim denies something, where the stretch has no such word: "denied that …"."""
    if any(word.stem in DENIALS for word in pair.stretch):
        return None
    words = pair.claim.words
    return next((word for at, word in enumerate(words) if word.stem in _DENYING and is_denial(words, at)), None)


_DENYING = frozenset(stem(word) for word in ("deny", "denies", "denied", "denying", "denial", "refute"))


def _denies(pair: Pair, at: int) -> bool:
    """Whether the word denies the claim: "fake passports", "Hoax?" and a denial of something else do not."""
    word = pair.stretch[at]
    start, end = sentence_at(pair.passage.sentences, word.start) or (pair.start, pair.end)
    start, end = aside_around(pair.passage.text, start, word, end) or (start, end)
    end = clause_end(pair.passage.text, word.end, _aside_end(pair.passage.text, start, word, end))
    before = pair.stretch[at - 1].folded if at else ""
    if _is_none_of_it(pair.stretch, at):
        unproven = any(place.start <= word.start < place.end for place in _unproven(pair))
        return not (unproven or speaks_of_evidence(pair.claim.vocabulary)) and answered_in(
            pair, word.end, end
        ) >= least_bound(pair, LEAST_DENIED)
    asked = pair.passage.text[word.end : word.end + 2].strip().startswith("?")
    if asked or not is_denial(pair.stretch, at) or is_undone(pair, at):
        return False
    if word.folded == "wrong":
        return False  # "wrongly" denies; "wrong" passes judgement
    if word.stem in _ATTRIBUTES:
        if any(first <= word.start < last for first, last in open_rulings(pair.passage.text)):
            return False
        return any(
            answered_in(pair, *denied) >= least_bound(pair, LEAST_DENIED)
            for denied in _said_to_be_wrong(pair, at, start, end)
        )
    denied = (start, word.start) if before in _COPULAS else (word.end, end)
    return answered_in(pair, *denied) >= least_bound(pair, LEAST_DENIED) or denies_of_itself(pair, word, *denied)


def _said_to_be_wrong(pair: Pair, at: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what "false" is said of in the sentence `[start, end)`: "the tale is false", "a false claim that …".

    What somebody did "after making false claims" is not denied by that.
    """
    word, words = pair.stretch[at], pair.stretch
    before = [one.folded for one in words[max(0, at - _SHORT) : at]]
    if at + 1 < len(words) and words[at + 1].stem in _REPORTS:
        if not _COPULAS.isdisjoint(before) or pair.passage.text[start : word.start].rstrip().endswith(_TITLED):
            yield start, word.start
        yield words[at + 1].end, end
    elif before[-1:] and before[-1] in _COPULAS:
        ruled = any(one.verdict.start <= word.start < one.verdict.end for one in clauses_ruled_on(pair.passage.text))
        told = None if ruled else side_clause_before(pair.passage.text, start, word.start)
        yield (start if told is None else told), end


_TITLED = (":", "–", "—", "|")
"""What stands before a verdict on a headline: "Bear rides tram: fake story"."""
_GOES_ON = re.compile(
    r";|\b(?:but|while|although|though|whereas|aber|jedoch|obwohl|während)\b"
    r"|\b(?:after|before|when|because|since|nachdem|bevor|weil) (?:he|she|it|they|er|sie|es)\b"
    r"|\b(?:and|und)(?: (?:[a-z]+ly|was|were|is|has|have|then|later|also|instead|wurde|hat)){0,2} "
    r"(?:said|says|adds|added|told|insist(?:s|ed)|confirm(?:s|ed)|admit(?:s|ted)|acknowledged|conceded|announced|argued"
    r"|convicted|found|sentenced|pleaded|sagte|erklärte|betonte|bestätigte|räumte|gab|verurteilt)\b",
    re.IGNORECASE,
)
"""Where a sentence goes on with what is not denied any more: "… but admitted that", "… and said that"."""


def clause_end(text: str, start: int, end: int) -> int:
    """Return where the clause that begins at `start` gives way to one that is told for itself, at most `end`."""
    found = _GOES_ON.search(text, start, end)
    return found.start() if found else end


_ASIDE = re.compile(r"[\"“]?(?:Even )?(?:As|While|Although|Though|When|Because|Since|After|Before|If)\b")


def _aside_end(text: str, start: int, denial: Word, end: int) -> int:
    """Return where a clause ends that a sentence begins with and that holds a denial: "As Oslo denies it, …"."""
    if _ASIDE.match(text, start) is None or "," in text[start : denial.start]:
        return end
    comma = text.find(",", denial.end, end)
    return comma if comma >= 0 else end


_BY_THE_WAY = re.compile(
    r"[,(–—] ?(?:(?:and|but|und|aber) )?"
    r"(?:(?P<english>which|who|whose|whom|denying|rejecting|disputing|dismissing|calling)"
    r"|(?P<german>der|die|das|den|dem|deren|dessen|denen|was|welche[mnrs]?))\b[^,;:()–—.!?]*(?=[,)–—])",
    re.IGNORECASE,
)
"""What is said by the way, up to the mark behind it: "which denies any crime", "die das bestreitet"."""
_LAST = re.compile(r"(?: (?:hat|haben|hatten?|habe|wird|werden|wurden?|ist|sind))?")


def aside_around(text: str, start: int, denial: Word, end: int) -> tuple[int, int] | None:
    """Return the bounds of the remark between marks that a denial stands in: it denies only what stands there.

    A German one has its verb at the end, which tells it from "die Armee bestritt, …".
    """
    for found in _BY_THE_WAY.finditer(text, start, end):
        if found.start() < denial.start < found.end():
            last = found["german"] is None or _LAST.fullmatch(text, denial.end, found.end()) is not None
            return found.span() if last else None
    return None


_UNPROVEN = re.compile(
    r"\b(?:without|ohne)(?: [\w’'-]+){0,4}? (?:evidence|proof|Beweise?n?|Belege?n?)\b"
    r"|\b(?:offer|giv|provid|cit|present|produc|show|supply)ing no (?:[\w’'-]+ )?(?:evidence|proof)\b",
    re.IGNORECASE,
)
"""How a report keeps its distance from what somebody says: "claimed, without giving evidence, that …"."""
_UNPROVEN_SIGNS = frozenset(["evidence", "proof", "beweis", "beweise", "beweisen", "beleg", "belege", "belegen"])
UNPROVEN_STRENGTH = 0.5


def _unproven(pair: Pair) -> Iterator[Span]:
    """Yield the words by which the stretch says that something was said without proof, unless the claim has such."""
    if _UNPROVEN_SIGNS.isdisjoint(pair.told) or not _UNPROVEN_SIGNS.isdisjoint(pair.claim.vocabulary):
        return
    for found in _UNPROVEN.finditer(pair.passage.text, pair.start, pair.end):
        yield Span(found.start(), found.end(), found[0])


def compare_unproven(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: what answers the claim was said without proof, which says neither yes nor no."""
    for told in _unproven(pair):
        yield Reason(
            comparator="modality",
            facet=Facet.WHAT,
            polarity=Polarity.CONTEXT,
            strength=UNPROVEN_STRENGTH,
            message=f"the source says that it was said without proof (“{told.text}”)",
            passage_spans=(told,),
        )
        return


def denies_of_itself(pair: Pair, denial: Word, start: int, end: int) -> bool:
    """Whether who is said to deny it is the claim's subject: "Holm, the minister, denied that he had resigned"."""
    if pair.missing or pair.near or start < denial.end:
        return False
    subject = [one.claim.start for one in pair.partners if one.passage.start < denial.start]
    rest = [one for one in pair.partners if start <= one.passage.start < end]
    told = [one.claim.start for one in rest if is_predicate(one) and not is_light(one.claim)]
    return bool(subject and told) and max(subject) < min(told) and len(subject) + len(rest) == len(pair.partners)


def is_undone(pair: Pair, at: int) -> bool:
    """Whether the denial is itself denied: "hard to deny", "nobody denies", "there is no denying"."""
    return any(word.folded in _UNDOING or negation(word) for word in pair.stretch[max(0, at - _SHORT) : at])


_UNDOING = frozenset(["hard", "difficult", "impossible", "few"])
_SHORT = 2  # words before a denial that can undo it
