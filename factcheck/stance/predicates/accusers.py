"""Who accuses: does the source give an accusation to the one whom the claim gives it to?

Levels: *nobody's, or another's* ("is accused of …", "the union accuses …", "a rival of Berg alleged …"); *the
claimant's* ("the opposition accuses the minister of …" beside "the opposition says the minister …"): then it is the
claimant's own word, and the question is whether it was said. A plain claim has no claimant, so an accusation never
bears it out. A suspicion is no statement, and who is not sure to accuse ("may accuse", "did not allege") says nothing.

Our own patterns, 2026-12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.domain import Claim, Facet, Polarity, Reason, Span
from factcheck.stance.names.bound import is_bound
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.negations import negation
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import alike
from factcheck.stance.reading.texts import read, words_between
from factcheck.text.names.finding import find_names
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word, split_words

STRENGTH = 0.5
MOST = 0.5
"""Share of what answers the claim that has to stand in the sentence that accuses. Source: that of `allegations`."""
ACCUSING = (
    r"alleg(?:es?|ed|ing) that|claiming(?: that|(?= (?:the|he|she|it|they)\b))"
    r"|(?:accus(?:e|es|ed|ing)|suspect(?:s|ed|ing)?)(?: (?!that\b)[\w’'.-]+){0,6}? of|charged with|accused of"
)
"""How an accusation begins, in English."""
_GERMAN = r"wirft|werfen|warf|warfen|(?:beschuldig|bezichtig|behaupte)(?:t|te|ten|n|en)"
_ACCUSES = re.compile(rf"\b(?:(?P<english>{ACCUSING})|(?P<german>{_GERMAN}))\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:sa(?:ys?|id)|claim(?:s|ed)?|alleg(?:es?|ed)|accus(?:es?|ed)|insist(?:s|ed)?|assert(?:s|ed)?|argue[sd]?"
    r"|maintain(?:s|ed)?|stat(?:es|ed)|told|sag(?:t|te|ten|en))\b"
    rf"|\b(?:{_GERMAN})\b"
)
_DISTANT = re.compile(r"\b(?:alleged|claimed)\b", re.IGNORECASE)
"""Verbs by which a report keeps its distance from who speaks."""
_NO_STATEMENT = ("suspect", "charged")
"""How a mark begins that tells of no statement that somebody made."""
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Ll]aut|[Nn]ach Angaben (?:von|der|des)) (?P<who>[^,.;:!?]{2,60})")
_LINKS = re.compile(
    r"[;:–—(“”\",]|\b(?:that|which|who|and|but|while|because|as|when|after|before|if|where|whether|than"
    r"|dass|daß|weil|und|aber|als|nachdem)\b",
    re.IGNORECASE,
)
"""What the clause of a verb begins behind."""
_ASIDE = re.compile(r",[^,;]{2,80},\s*\Z")
"""What is told of somebody by the way, before the verb: "Berg, who leads the party, alleged"."""
_PARTICIPLE = re.compile(r"\A(?:accus|alleg|claim)ing\b", re.IGNORECASE)
_LEADING = 4
"""Words that begin a sentence, in which its subject stands: ", accusing him of" says of whom it is told."""
_IS = frozenset(["is", "are", "was", "were", "be", "been", "being", "stands", "stood"])
_BY = re.compile(r"\bby (?P<who>(?:the |an? )?[^,.;:!?]{2,50}?)(?= of\b|[,.;:!?]|\Z)")
_UNSURE = frozenset("will would may might could should must to plans planned if can cannot nearly almost".split())  # noqa: SIM905
_VOICES = re.compile(
    r"\b(?:spokes\w+|leaders?|heads?|chiefs?|chairs?\w*|members?|MPs|lawmakers|politicians|representatives"
    r"|Sprecher\w*|Vertreter\w*|Chef\w*) (?:of|for|der|des|von) (?:the )?$"
)
"""Who speaks for those that are named behind them."""
_OF = re.compile(r"[’']s?\b(?=\s)|s[’'](?=\s)")
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "some", "no"])
"""What another thing begins with, behind who speaks: "Berg described the alleged bribe"."""
_DATIVE = frozenset(["dem", "den", "des", "der", "vom", "von", "gegen"])
"""What begins, in German, whom it is told of: "der Opposition wirft er vor", where the verb has such."""
_BEHIND = re.compile(r"\s+(?:die |das )?(?:[A-ZÄÖÜ][\w-]+ ?){1,3}")
"""Who stands behind the verb in German: "warf die Opposition …", "…, behauptet Berg"."""


def claimants_of(claim: Claim | str, words: str) -> tuple[str, ...]:
    """Return whom a claim is given to, by name, office or common noun; () where the article itself says it.

    A text alone, or a claim that is not parted from who says it, names them itself: `words`.
    """
    if isinstance(claim, str) or claim.claimant is None:
        return _named_in(words)
    return tuple(one for one in (claim.claimant.name, claim.claimant.office) if one)


@lru_cache(256)
def _named_in(text: str) -> tuple[str, ...]:
    places = _tellers(text, 0, len(text))
    told = [text[start:end].strip() for start, end in places if _is_sure(text, start, end)]
    named = [name.name for one in told for name in find_names(one)]
    return tuple(dict.fromkeys(one for one in (*named, *told) if one))


def _tellers(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return where those stand in `text[first:last]` who say something."""
    places = [found.span("who") for found in _ACCORDING.finditer(text, first, last)]
    for found in _SAYS.finditer(text, first, last):
        places += _subjects(text, Span(found.start(), found.end(), found[0]))
    return places


def is_claimants(pair: Pair, place: Span) -> bool:
    """Whether the accusation that begins at `place` of the passage is made by whom the claim is given to."""
    if not pair.claimants or place.text.casefold().startswith(_NO_STATEMENT):
        return False
    return any(names_claimant(pair, *subject) for subject in _subjects(pair.passage.text, place))


def is_told_by_claimant(pair: Pair) -> bool:
    """Whether the stretch gives what it says to whom the claim is given to, by any verb of saying."""
    tellers = _tellers(pair.passage.text, pair.start, pair.end) if pair.claimants else ()
    return any(names_claimant(pair, *teller) for teller in tellers)


def names_claimant(pair: Pair, start: int, end: int) -> bool:
    """Whether what stands before a verb, at `[start, end)` of the passage, is whom the claim is given to."""
    text = pair.passage.text
    return _is_sure(text, start, end) and any(_names(text, start, end, one) for one in pair.claimants)


def compare_accusers(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: what answers the claim is what the claimant accuses somebody of, in the source, too."""
    if not pair.claimants:
        return
    for found in _ACCUSES.finditer(pair.passage.text, pair.start, pair.end):
        place = Span(found.start(), found.end(), found[0])
        start, end = sentence_at(pair.passage.sentences, place.start) or (pair.start, pair.end)
        told = sum(start <= one.passage.start < end for one in pair.partners)
        if told > MOST * len(pair.partners) and is_claimants(pair, place):
            yield Reason(
                comparator="speakers",
                facet=Facet.WHO,
                polarity=Polarity.SUPPORTS,
                strength=STRENGTH,
                message=f"the source gives the allegation to {pair.claimants[0]}, as the claim does",
                passage_spans=(place,),
            )
            return


def is_under_accusation(pair: Pair, at: int) -> bool:
    """Whether what stands at `at` of the passage is what the claimant accuses somebody of: as surely as he says it."""
    first, _ = sentence_at(pair.passage.sentences, at) or (pair.start, pair.end)
    place = accuses_in(pair.passage.text, first, at)
    return place is not None and is_claimants(pair, place)


def own_hedges(pair: Pair) -> frozenset[str]:
    """Return the words of distance in the stretch that are how the claimant speaks: "Berg claimed that …"."""
    return frozenset(
        found[0].casefold()
        for found in (_DISTANT.finditer(pair.passage.text, pair.start, pair.end) if pair.claimants else ())
        if is_claimants(pair, Span(found.start(), found.end(), found[0]))
    )


def accuses_in(text: str, start: int, end: int) -> Span | None:
    """Return the verb of accusing or claiming in `text[start:end]`, if there is one."""
    found = _ACCUSES.search(text, start, end)
    return Span(found.start(), found.end(), found[0]) if found else None


def _subjects(text: str, place: Span) -> list[tuple[int, int]]:
    """Return where whoever makes the statement that begins at `place` can stand, in its sentence."""
    first, last = sentence_at(read(text).sentences, place.start) or (0, len(text))
    before = [word.folded for word in words_between(read(text).words, first, place.start)]
    passive = before[-1:] and (before[-1] in _IS or (len(before) > 1 and before[-2] in _IS and _is_adverb(before[-1])))
    if passive or place.text.casefold() == "accused of" or " by " in place.text:
        return [found.span("who") for found in _BY.finditer(text, place.start, last)]
    if _PARTICIPLE.match(place.text):
        words = words_between(read(text).words, first, place.start)[:_LEADING]
        apart = text[first : place.start].rstrip().endswith(",")
        return [(words[0].start, words[-1].end)] if words and apart else []
    return _of_verb(text, place, first, last)


def _of_verb(text: str, place: Span, first: int, last: int) -> list[tuple[int, int]]:
    """Return where the subject of a finite verb stands: before it in its clause; in German behind it, too."""
    aside = _ASIDE.search(text, first, place.start)
    end = aside.start() if aside else place.start
    start = max((found.end() for found in _LINKS.finditer(text, first, end)), default=first)
    german = re.fullmatch(_GERMAN, place.text, re.IGNORECASE) is not None
    opener = next((word.folded for word in words_between(read(text).words, start, end)), "")
    dative = german and opener in _DATIVE and not place.text.casefold().startswith("behaupt")
    behind = _BEHIND.match(text, place.end, last) if german else None
    return [*([] if dative else [(start, end)]), *([behind.span()] if behind else [])]


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in ("also", "now", "again", "then")


def _is_sure(text: str, start: int, end: int) -> bool:
    """Whether nothing beside the subject says that the statement was not made, or is only to come."""
    words = words_between(read(text).words, start, end)
    return not any(word.folded in _UNSURE or negation(word) for word in words) and _OF.search(text, start, end) is None


def _names(text: str, start: int, end: int, claimant: str) -> bool:
    """Whether `text[start:end]` has the claimant as who speaks, by a name, or by all its words."""
    if any(word[0].isupper() for word in claimant.split()):
        told = text[start:end]
        named = [one for one in find_names(told) if alike(one.name, claimant) or alike(one.span.text, claimant)]
        if any(_speaks(text, (start, end), start + one.span.start, start + one.span.end) for one in named):
            return True
    wanted = {word.stem for word in split_words(claimant) if not word.is_stop}
    words = words_between(read(text).words, start, end)
    there: list[Word] = [word for word in words if word.stem in wanted]
    return (
        bool(wanted)
        and wanted == {word.stem for word in there}
        and _speaks(text, (start, end), there[0].start, there[-1].end)
    )


def _speaks(text: str, around: tuple[int, int], start: int, end: int) -> bool:
    """Whether what stands at `[start, end)` of what is before a verb is who speaks: not "a rival of Berg"."""
    first, last = around
    words = read(text).words
    before, behind = words_between(words, first, start), words_between(words, end, last)
    leads = all(word.folded in _ARTICLES for word in before)
    bound = not leads and is_bound(text, start, end) and _VOICES.search(text[max(0, start - 40) : start]) is None
    acts = any(_is_deed(word) for word in before) or any(_is_deed(word) or word.folded in _ARTICLES for word in behind)
    return not (bound or acts)


def _is_deed(word: Word) -> bool:
    return word.text.islower() and not word.is_stop and is_past(word.folded)
