"""Opposite words that contradict nothing: what one sells the other buys, and what was shut until May may be open.

Levels: *one after the other* ("is to withdraw" beside "had entered"); *something else denied* ("denied that he had
approved it" refuses nothing); *the other side* (the passage tells the deed of somebody whom the claim names behind the
verb: "B sold it to A" beside "A bought it from B"); *of other things* ("the southern quay" beside "the quay … berths in
the northern basin"); *over* (the passage says until when it was so, and the claim does
not); *a clash* (else).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.names.subjects import is_told
from factcheck.stance.predicates.factuality import marks_in
from factcheck.stance.predicates.parities import OPPOSITE_STRENGTH, span_of
from factcheck.stance.reading.german_verbs import is_form_of_verb
from factcheck.stance.reading.lexicon import is_past, is_verb, meanings
from factcheck.stance.reading.negations import refuses
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.text.names.gazetteer import ROLES
from factcheck.text.words import Word, fold, stem

_SIDES = """
    buy bought purchase acquire rent borrow lease hire | sell sold lend lent loan let lease rent
    give gave given donate grant award supply hand | receive receiv get got gotten obtain
    export supply ship | import
    employ hire | work
    teach taught | learn
    win won beat defeat gain victory | lose lost
    succeed follow replace | precede
    kaufen erwerben mieten leihen pachten | verkaufen vermieten verleihen verpachten
    geben schenken spenden liefern | erhalten bekommen
    exportieren | importieren
    gewinnen | verlieren"""
_STEMS = tuple(
    tuple(frozenset(stem(fold(word)) for word in side.split()) for side in line.split("|"))
    for line in _SIDES.strip().splitlines()
)
"""What one does where the other does the other: who buys, buys from one who sells."""
_STAGES = """
    enter leave withdraw quit, join leave quit withdraw, arrive depart leave, open close shut, arrest free release,
    detain release, impose lift, hire dismiss sack fire, introduce abolish scrap, begin start end finish,
    deploy withdraw, verhaften freilassen, einführen abschaffen, eröffnen öffnen schließen, einstellen entlassen,
    verhängen aufheben"""
_STAGE_STEMS = tuple(frozenset(stem(fold(word)) for word in line.split()) for line in _STAGES.split(","))
"""What comes one after the other, so that both can be true: who has entered is to withdraw."""
_GRANTED = frozenset([stem("approve"), stem("grant")])
_DENIED = frozenset([stem("deny"), stem("denied")])
_OVER = re.compile(
    r"(?: [\w’'-]+){0,4}? (?:until|till|up to|bis)(?: (?:zum|zu|in|ins|early|late))* (?!further|auf)", re.IGNORECASE
)


def is_no_clash(pair: Pair, one: Partner) -> bool:
    """Whether a word and its opposite can both be true of what the two texts tell."""
    if one.kind != "opposite":
        return False
    if _are_stages(one) and _is_planned(pair, one, ours=True) != _is_planned(pair, one, ours=False):
        return True
    if one.claim.stem in _GRANTED and one.passage.stem in _DENIED:
        return not refuses(pair.stretch, pair.stretch.index(one.passage))
    return _is_over(pair, one) or is_of_other_things(pair, one) or (_are_converse(one) and _is_of_other_side(pair, one))


def is_of_other_things(pair: Pair, one: Partner) -> bool:
    """Whether two opposite qualities are said of two things, and the passage has the claim's thing elsewhere."""
    if any(is_verb(word.folded) or is_form_of_verb(word.folded) for word in (one.claim, one.passage)):
        return False  # what is done has objects
    ours = _things_of(pair.claim.words, one.claim, pair.claim.text)
    theirs = _things_of(pair.stretch, one.passage, pair.passage.text)
    answers = {each.passage.start for each in pair.partners if each.claim.start in ours and each.kind != "opposite"}
    return bool(answers and theirs) and answers.isdisjoint(theirs)


def _things_of(words: Sequence[Word], quality: Word, text: str) -> frozenset[int]:
    """Return where the words stand of what has a quality: right behind it, or before the "is" that says it."""
    at = next((place for place, word in enumerate(words) if word.start == quality.start), 0)
    behind: list[int] = []
    for before, word in pairwise(words[at : at + 1 + _THING]):
        if word.is_stop or text[before.end : word.start] not in _JOINS:
            break
        behind.append(word.start)
    if behind or not at or words[at - 1].folded not in _COPULAS:
        return frozenset(behind)
    subject: list[int] = []
    for later, word in pairwise(reversed(words[max(0, at - 1 - _SUBJECT) : at])):
        if not _MARKS.isdisjoint(text[word.end : later.start]):
            break
        subject += [] if word.is_stop else [word.start]
    return frozenset(subject)


_THING, _SUBJECT = 3, 6  # words
_JOINS = frozenset([" ", "-"])
_MARKS = frozenset(",;:.!?()–—")
_COPULAS = frozenset(["is", "are", "was", "were", "be", "been", "ist", "sind", "war", "waren"])


def _are_stages(one: Partner) -> bool:
    return any(
        all(any(_is_form(word.stem, verb) for verb in stage) for word in (one.claim, one.passage))
        for stage in _STAGE_STEMS
    )


def _is_planned(pair: Pair, one: Partner, *, ours: bool) -> bool:
    """Whether a verb is told as planned, wanted or possible in the claim (`ours`), or in the passage."""
    if ours:
        return one.claim.start in marks_in(pair.claim.text, 0, len(pair.claim.text))
    return one.passage.start in marks_in(pair.passage.text, pair.start, pair.end)


def _is_over(pair: Pair, one: Partner) -> bool:
    ended = _OVER.match(pair.passage.text, one.passage.end) is not None
    return ended and _OVER.match(pair.claim.text, one.claim.end) is None


def lost_by_winner(pair: Pair) -> Reason | None:
    """Return a reason where the passage has the claim's doer lose what the claim has him win, or the reverse.

    Of "the defeat of A" and "A's loss" the words say the same; of "A defeated B" and "A lost to B" they do not.
    """
    for one in pair.partners:
        words = frozenset([one.claim.stem, one.passage.stem])
        if words not in _DEFEATS or not (is_past(one.claim.folded) and is_past(one.passage.folded)):
            continue
        ours = doers_of(pair.claim.words, one.claim, pair.claim.text)
        theirs = doers_of(pair.passage.words, one.passage, pair.passage.text)
        if _is_passive(pair.claim.words, one.claim) or _is_passive(pair.passage.words, one.passage):
            continue
        if _are_linked(pair, ours, theirs):
            return Reason(
                comparator="polarity",
                facet=Facet.WHAT,
                polarity=Polarity.OPPOSES,
                strength=OPPOSITE_STRENGTH,
                message=f"the claim says “{one.claim.text}”; the source says “{one.passage.text}”",
                claim_spans=(span_of(one.claim),),
                passage_spans=(span_of(one.passage),),
            )
    return None


_DEFEATS = frozenset(frozenset(map(stem, pair.split())) for pair in ("defeat lose", "defeated lost", "beat lost"))


def _is_passive(words: Sequence[Word], verb: Word) -> bool:
    at = next((place for place, word in enumerate(words) if word.start == verb.start), 0)
    return any(word.folded in _BEING for word in words[max(0, at - _PASSIVE) : at])


def _are_converse(one: Partner) -> bool:
    ours, theirs = one.claim.stem, one.passage.stem
    return any(
        (_is_of(ours, left) and _is_of(theirs, right)) or (_is_of(ours, right) and _is_of(theirs, left))
        for left, right in _STEMS
    )


def _is_of(word: str, verbs: frozenset[str]) -> bool:
    return any(_is_form(word, verb) for verb in verbs)


def _is_form(word: str, verb: str) -> bool:
    return word == verb or f"v{verb}" in meanings(word)


def _is_of_other_side(pair: Pair, one: Partner) -> bool:
    """Whether the passage tells the deed of another than the claim's doer, and one text has both of them."""
    ours = doers_of(pair.claim.words, one.claim, pair.claim.text)
    theirs = doers_of(pair.passage.words, one.passage, pair.passage.text)
    if not ours or not theirs or _are_linked(pair, ours, theirs):
        return False
    mine = {word.stem for word in ours}
    other = {word.stem for word in theirs}
    there = {word.stem for word in pair.passage.words if word not in theirs}
    here = {word.stem for word in pair.claim.words if word not in ours}
    return not (mine.isdisjoint(there) and other.isdisjoint(here))


def _are_linked(pair: Pair, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a word of the one stands for a word of the other; two judges are two."""
    ours, theirs = ([word for word in words if word.folded not in ROLES] or list(words) for words in (ours, theirs))
    stems = {word.stem for word in theirs}
    return any(word.stem in stems for word in ours) or any(
        one.claim in ours and one.passage in theirs for one in pair.partners
    )


def doers_of(words: Sequence[Word], verb: Word, text: str) -> list[Word]:
    """Return the words of the one who does what a verb says: before it, or behind the "by" of a passive."""
    at = next((place for place, word in enumerate(words) if word.start == verb.start), 0)
    if _is_passive(words, verb) and verb.folded not in _ACTIVE:
        by = next((place for place in range(at + 1, min(len(words), at + _BY)) if words[place].folded in _AGENT), None)
        return [] if by is None else _run(words[by + 1 :])
    before: list[Word] = []
    for word in reversed(words[:at]):
        if re.search(r"[.!?;:]", text[word.end : (before[-1] if before else verb).start]):
            break
        before.append(word)
    before.reverse()
    return _without_phrases(_main_clause(before))


def _main_clause(before: Sequence[Word]) -> Sequence[Word]:
    """Return the words before the verb that is the doer's: of "beat B to win" those before "beat"."""
    verbs = [at for at, word in enumerate(before) if is_told(word)]
    helper = next((at for at, word in enumerate(before) if word.folded in _HELPERS), None)
    if helper is not None:
        return before[:helper]  # "A hat das Haus von B gekauft"
    if not verbs:
        return before
    return before[: verbs[0]] if before[-1].folded == "to" else before[verbs[-1] + 1 :] or before[: verbs[-1]]


def _without_phrases(words: Sequence[Word]) -> list[Word]:
    """Return the words of content that no preposition leads to: of "the club in Kiel" the club."""
    found: list[Word] = []
    led = False
    for at, word in enumerate(words):
        if word.folded in _LEADING:
            led = True
        elif not word.is_stop:
            goes_on = at > 0 and not words[at - 1].is_stop and words[at - 1].text[0].isupper() == word.text[0].isupper()
            led = led and (goes_on or words[at - 1].is_stop)
            found += [] if led else [word]
    return found


def _run(words: Sequence[Word]) -> list[Word]:
    """Return the words of the first group of words of content."""
    found: list[Word] = []
    for word in words[: _THING * 2]:
        if word.is_stop and found:
            break
        found += [] if word.is_stop else [word]
    return found


_PASSIVE, _BY = 3, 8  # words
_BEING = frozenset("was were is are been being be wurde wurden wird werden worden".split())  # noqa: SIM905
_ACTIVE = frozenset(["work", "working", "works", "worked"])
_AGENT = frozenset(["by", "von"])
_HELPERS = frozenset(["hat", "haben", "hatte", "hatten"])
_LEADING = frozenset(
    "in at on by for from to of with near after before during an auf aus von bei mit nach vor zu im am zum".split()  # noqa: SIM905
)
