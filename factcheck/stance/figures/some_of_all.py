"""Some of all: does the source tell of a part what the claim says of the whole?

Levels: *all, or not told*; *some* ("28 of the 31 members" beside "the members", "only two schools" beside "all
schools"); *few, in the place of all* ("few schools" where the claim has "all schools", and no other word differs);
*some, in the place of all* (weaker, and no conflict: it has a badge); *few* ("12 of the 90" beside "most of them").
Of words that agree, `less_than_all`: "some doctors" beside "doctors", "doctors" beside "all doctors", and "its workers
in Peru" beside "its workers".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from factcheck.domain import Facet, Polarity, Quantity, Reason, Span
from factcheck.stance.dates.dates import dates_within
from factcheck.stance.reading.pair import ALIKE, Pair
from factcheck.stance.reading.texts import cover, is_name
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.words import Word, fold, stem

SOME_STRENGTH, LEAST_SOME = 0.65, 0.5
_WHOLLY = frozenset(["all", "every", "alle", "samtliche", "jede", "jeder"])
_ALL = _WHOLLY | {"the", "both"}
_NUMBER_WORD = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)"
_SOME = re.compile(
    rf"\b(?i:(?:just|only) )?(?P<part>(?i:{_NUMBER_WORD})) (?:out )?of (?:the|its|their|all) (?P<whole>{_NUMBER_WORD}) "
    r"(?:[\w-]+ )??(?P<noun>[a-z]{3,}s|people|men|women)\b"
)
_ONLY_SO_MANY = re.compile(
    rf"\b(?i:only|just|nur|lediglich) (?:{_NUMBER_WORD}|a few|some|zwei|drei|vier|fünf|einige|wenige) "
    r"(?:of (?:the|its|their) )?(?:[a-z-]+ )??(?P<noun>[A-Za-zäöüß]{3,}(?:s|n|e)|people|men|women)\b"
)
"""What says "only two schools", "only two of the schools", whatever there are in all."""
_MOST_OF = frozenset(["most", "majority"])
_SHARES = _MOST_OF | {"half", "many", "some", "few", "several", "third", "quarter", "none", "members", "thousands"}
"""Words before "of the" that speak of a part."""


def compare_some(pair: Pair, asked: Sequence[Quantity]) -> Iterator[Reason]:
    """Yield a reason where the claim speaks of all ("the members") and the source of some ("28 of the 31 members")."""
    if min(pair.coverage, pair.topic) < LEAST_SOME:
        return
    told = _in_place_of_all(pair)
    if told is not None:
        yield told
        return
    text = pair.passage.text
    only = _ONLY_SO_MANY.finditer(text, pair.start, pair.end) if not _WHOLLY.isdisjoint(pair.claim.vocabulary) else ()
    for match in (*_SOME.finditer(text, pair.start, pair.end), *only):
        if match[0] in pair.claim.text:
            continue  # the claim tells of the same part
        noun = stem(fold(match["noun"]))
        place = next((at for at, word in enumerate(pair.claim.words) if word.stem == noun), None)
        all_of_them = _ALL if match.re is _SOME else _WHOLLY
        if (
            place is None
            or any(one.noun and stem(fold(one.noun)) == noun and not _is_whole(one, match) for one in asked)
            or not any(word.folded in all_of_them for word in pair.claim.words[max(0, place - 3) : place])
        ):
            continue
        share = pair.claim.words[place - 3].folded if place > _OF_THE and _is_of_the(pair, place) else ""
        if share in _SHARES and not (share in _MOST_OF and _is_less_than_half(match)):
            continue
        word = pair.claim.words[place]
        whole = f"{share} of the" if share else "all"
        yield Reason(
            comparator="numbers",
            facet=Facet.HOW_MANY,
            polarity=Polarity.OPPOSES,
            strength=SOME_STRENGTH,
            message=f"the claim speaks of {whole} {word.text}; the source says {match[0]}",
            claim_spans=(Span(word.start, word.end, word.text),),
            passage_spans=(Span(match.start(), match.end(), match[0]),),
        )
        return


def _only_before(pair: Pair, some: Word) -> bool:
    """Whether it is only some: then it is not all."""
    at = pair.stretch.index(some)
    return at > 0 and pair.stretch[at - 1].folded in ("only", "just", "nur", "lediglich")


_OF_THE = 2  # words between a share and what it is of


def _is_of_the(pair: Pair, place: int) -> bool:
    return [word.folded for word in pair.claim.words[place - _OF_THE : place]] == ["of", "the"]


def _is_less_than_half(some: re.Match[str]) -> bool:
    """Whether a passage tells of fewer than half of all: "12 of the 90"; of "only 12" nobody knows."""
    if some.re is not _SOME:
        return False
    part, whole = (find_quantities(f"{some[name]} pieces")[:1] for name in ("part", "whole"))
    return bool(part and whole) and 2 * part[0].low < whole[0].low


_A_PART = frozenset([*("some", "several", "half", "few", "none"), *("einige", "manche", "mehrere", "wenige")])
_SCOPE = frozenset(["some", "several", "einige", "manche", "mehrere"])
"""What says less than all and does not deny it: some can be all. It has a badge, as every weaker scope has."""
_EVERY = frozenset(["all", "every", "each", "alle", "samtliche", "jede", "jeder", "jedes"])
_OF_THEM = frozenset(["of", "the", "der", "die", "den", "von", "its", "their"])
_HEDGED = frozenset(["almost", "nearly", "virtually", "fast", "nahezu", "not", "nicht"])


def _in_place_of_all(pair: Pair) -> Reason | None:
    """Return the reason of "few schools" beside "all schools", where all else is answered: "some" are only weaker."""
    if _EVERY.isdisjoint(pair.claim.vocabulary) or pair.near or any(word.folded not in _EVERY for word in pair.missing):
        return None
    facing = {one.claim.start: one.passage.start for one in pair.partners}
    for at, word in enumerate(pair.claim.words):
        if word.folded not in _EVERY or (at and pair.claim.words[at - 1].folded in _HEDGED):
            continue
        noun = next((one for one in pair.claim.words[at + 1 :] if one.folded not in _OF_THEM), None)
        place = next(
            (there for there, one in enumerate(pair.stretch) if noun and one.start == facing.get(noun.start)), 0
        )
        before = next((one for one in reversed(pair.stretch[:place]) if one.folded not in _OF_THEM), None)
        if noun is not None and not noun.is_number and before is not None and before.folded in _A_PART:
            some, all_ = (cover(pair.passage.text, [before, pair.stretch[place]]), cover(pair.claim.text, [word, noun]))
            weaker = before.folded in _SCOPE and not _only_before(pair, before)
            return Reason(
                comparator="modality" if weaker else "numbers",
                facet=Facet.HOW_MANY,
                polarity=Polarity.CONTEXT if weaker else Polarity.OPPOSES,
                strength=SOME_STRENGTH,
                message=f"the claim says {all_.text}; the source says {some.text}",
                claim_spans=(all_,),
                passage_spans=(some,),
            )
    return None


def less_than_all(pair: Pair) -> Reason | None:
    """Return that the source says of some, or of those of a place, what the claim says of all; see the levels above."""
    for one in pair.partners:
        ours = bisect_left(pair.claim.words, one.claim.start, key=itemgetter(0))
        theirs = bisect_left(pair.stretch, one.passage.start, key=itemgetter(0))
        if one.kind not in ALIKE or not _is_plural(one.claim) or theirs >= len(pair.stretch):
            continue
        found = (
            _some_beside_bare(pair, ours, theirs)
            or _bare_beside_all(pair, ours, theirs)
            or _of_a_place(pair, ours, theirs)
        )
        if found is not None:
            return _less(*found)
    return None


def _is_plural(word: Word) -> bool:
    return word.folded.endswith(("s", "n", "e")) or word.folded in ("people", "arzte")


def _some_beside_bare(pair: Pair, ours: int, theirs: int) -> tuple[Span, Span] | None:
    """Return "doctors", which lead the claim, and "some doctors"; some houses that were damaged are houses."""
    words, there = pair.claim.words, pair.stretch
    after = words[ours + 1].folded if ours + 1 < len(words) else "was"
    if any(word.is_stop or word.is_number for word in words[:ours]) or after in _DONE_TO:
        return None
    before = next((at for at in reversed(range(theirs)) if there[at].stem not in pair.claim.stems), theirs)
    if before != theirs - 1 - ours or there[before].folded not in _SOME_ONLY:
        return None
    return cover(pair.claim.text, words[: ours + 1]), cover(pair.passage.text, there[before : theirs + 1])


_SOME_ONLY = frozenset(["some", "einige", "manche"])
_DONE_TO = frozenset(["was", "were", "are", "is", "have", "had", "wurden", "werden", "sind", "waren"])


def _bare_beside_all(pair: Pair, ours: int, theirs: int) -> tuple[Span, Span] | None:
    """Return "all doctors" and "doctors", where no word of the source says that they are all."""
    words, there = pair.claim.words, pair.stretch
    if not ours or words[ours - 1].folded not in _EVERY or (ours > 1 and words[ours - 2].folded in _HEDGED):
        return None
    before = there[theirs - 1] if theirs else None
    told = not _ALL_THERE.isdisjoint(pair.told) or (
        before is not None and (before.is_number or before.folded in _THOSE)
    )
    return (
        None
        if told
        else (cover(pair.claim.text, words[ours - 1 : ours + 1]), cover(pair.passage.text, [there[theirs]]))
    )


_ALL_THERE = _EVERY | frozenset(
    ["both", "whole", "entire", "unanimously", "everyone", "none", "no", "ganze", "einstimmig"]
)
_THOSE = frozenset("the its their his her our these those die der den ihre seine ihren seinen".split())  # noqa: SIM905


def _of_a_place(pair: Pair, ours: int, theirs: int) -> tuple[Span, Span] | None:
    """Return "its workers", with which the claim ends, and "its workers in Peru"."""
    words, there = pair.claim.words, pair.stretch
    if not (ours and theirs and ours == len(words) - 1 and theirs + _PLACE < len(there)):
        return None
    owned = words[ours - 1].folded in _OWNERS and there[theirs - 1].folded in _OWNERS
    place = there[theirs + _PLACE]
    beside = pair.passage.text[there[theirs].end : place.start].split() in (["in"], ["im"])
    if not owned or not beside or not is_name(place) or place.stem in pair.claim.stems or _is_dated(place):
        return None
    return cover(pair.claim.text, words[ours - 1 :]), cover(pair.passage.text, there[theirs - 1 : theirs + _PLACE + 1])


def _is_dated(word: Word) -> bool:
    """Whether a word alone is a time: a month, a season, a year."""
    return bool(dates_within(word.text, None, 0, len(word.text)))


_OWNERS = frozenset("its their his her ihre seine".split())  # noqa: SIM905
_PLACE = 2


def _less(ours: Span, theirs: Span) -> Reason:
    return Reason(
        comparator="modality",
        facet=Facet.HOW_MANY,
        polarity=Polarity.CONTEXT,
        strength=SOME_STRENGTH,
        message=f"the claim says {ours.text}; the source says {theirs.text}",
        claim_spans=(ours,),
        passage_spans=(theirs,),
    )


def _is_whole(one: Quantity, some: re.Match[str]) -> bool:
    """Whether a figure of the claim is how many there are in all, of which the passage tells of some: "all five"."""
    if some.re is not _SOME:
        return False
    parts = [find_quantities(f"{some[name]} {one.noun}")[:1] for name in ("part", "whole")]
    values = [found[0].low for found in parts if found]
    return len(values) == len(parts) and values[0] < values[1] == one.low
