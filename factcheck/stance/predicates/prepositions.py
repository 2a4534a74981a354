"""Small words that turn a statement round: "voted for" beside "voted against", "before noon" beside "after noon".

Levels: *opposed* (the same words with the opposite small word between them: it conflicts where the texts are otherwise
worded alike); *another way* ("exports to" beside "exports from", "from A to B" beside "from B to A": another thing of
the same words, which is not borne out); *the same, or not told*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.slots import Alignment
from factcheck.stance.reading.texts import cover
from factcheck.text.words import Word, fold, stem


def _two_by_two(*pairs: tuple[str, str]) -> frozenset[frozenset[str]]:
    """Return pairs of small words, folded, in either order."""
    return frozenset(frozenset([fold(one), fold(other)]) for one, other in pairs)


STRENGTH, OPEN_STRENGTH = 0.65, 0.5
LEAST_COVERAGE = 0.85
"""Share of the claim that is answered where so small a word decides. Source: as for corroboration by words alone."""
_STANDS = _two_by_two(("for", "against"), ("für", "gegen"))
"""What one stands for or against: behind a word of taking sides; "paid for" and "played against" are two things."""
_OPPOSED = _two_by_two(
    *(
        ("before", "after"),
        ("vor", "nach"),
        ("bevor", "nachdem"),
        ("with", "without"),
        ("mit", "ohne"),
        ("above", "below"),
    ),
    *(("inside", "outside"), ("über", "unter"), ("innerhalb", "außerhalb")),
)
_WAYS = _two_by_two(("to", "from"), ("into", "from"), ("nach", "von"), ("nach", "aus"), ("an", "von"))
_SMALL = frozenset[str]().union(*_STANDS, *_OPPOSED, *_WAYS)
_TAKING_SIDES = frozenset(
    stem(word)
    for word in (
        *("vote", "voted", "votes", "campaign", "speak", "spoke", "argue", "rule", "testify", "demonstrate", "protest"),
        *("rally", "march", "lobby", "decide", "come", "came", "case", "evidence", "stimmen", "sprechen", "sprach"),
        *("entscheiden", "entschied", "demonstrieren", "votieren", "votierte", "votierten", "ballot", "majority"),
    )
)
_ARTICLES = frozenset(
    """the a an this that its his her their our all any der die das den dem des ein eine einen einem einer dieses diesen
    diesem seine ihre""".split()  # noqa: SIM905
)


def compare_prepositions(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    """Yield at most one reason: words that both texts have follow the opposite small words."""
    if _SMALL.isdisjoint(pair.claim.vocabulary) or _SMALL.isdisjoint(pair.told):
        return
    silent = [word for word in (*pair.missing, *pair.near) if word.folded not in _SMALL]
    if silent and pair.coverage < LEAST_COVERAGE:
        return
    turned = list(_turned(pair))
    if not turned:
        return
    one, (ours, theirs) = turned[0]
    two = frozenset([ours.folded, theirs.folded])
    way = two not in _STANDS and two not in _OPPOSED
    clash = not way and alignment.close and not silent
    yield Reason(
        comparator="roles" if way else "polarity" if clash else "modality",
        facet=Facet.WHO if way else Facet.WHAT,
        polarity=Polarity.OPPOSES if clash else Polarity.CONTEXT,
        strength=STRENGTH if clash else OPEN_STRENGTH,
        message=f"the claim says “{_said(pair.claim.text, ours, one.claim)}”; "
        f"the source says “{_said(pair.passage.text, theirs, one.passage)}”",
        claim_spans=(cover(pair.claim.text, [ours, one.claim]),),
        passage_spans=(cover(pair.passage.text, [theirs, one.passage]),),
    )


def _turned(pair: Pair) -> Iterator[tuple[Partner, tuple[Word, Word]]]:
    """Yield the words of both texts that stand behind opposite small words, with these."""
    facing = {one.claim.start: one.passage.start for one in pair.partners}
    found: list[tuple[Partner, tuple[Word, Word], bool]] = []
    for one in pair.partners:
        if one.kind == "opposite" or one.claim.is_number:
            continue
        ours, before = _before(pair.claim.words, one.claim)
        theirs, there = _before(pair.stretch, one.passage)
        if ours is None or theirs is None or _stands_so(pair.stretch, ours, one.passage):
            continue
        two = frozenset([ours.folded, theirs.folded])
        governed = before is not None and there is not None and facing.get(before.start) == there.start
        if two in _STANDS:
            told = governed and before is not None and before.stem in _TAKING_SIDES
        else:
            told = two in _OPPOSED or two in _WAYS
        if told:
            found.append((one, (ours, theirs), governed))
    yield from ((one, two) for one, two, governed in found if governed or len(found) > 1)


def _before(words: Sequence[Word], word: Word) -> tuple[Word | None, Word | None]:
    """Return the small word that a word stands behind, articles apart, and the word of content before that."""
    at = words.index(word) - 1
    while at >= 0 and words[at].folded in _ARTICLES:
        at -= 1
    if at < 0 or words[at].folded not in _SMALL:
        return None, None
    return words[at], next((one for one in reversed(words[:at]) if not one.is_stop), None)


def _stands_so(words: Sequence[Word], small: Word, word: Word) -> bool:
    """Whether the stretch has the same word behind the claim's small word, too: "before and after noon"."""
    return any(
        one.stem == word.stem and (found := _before(words, one)[0]) is not None and found.folded == small.folded
        for one in words
    )


def _said(text: str, small: Word, word: Word) -> str:
    return text[small.start : word.end]
