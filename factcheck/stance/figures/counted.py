"""What two figures are of: can two nouns name the same things, and is it one thing that both texts measure?

Levels: *the same, or not told*; *another thing* ("the pier … 88 m" beside "the 900 m tunnel", "$4 million on filters"
beside "$9 million on wages"). What a figure with a unit measures is the noun that it stands before, else the last one
with an article before it in its sentence, else nobody knows. It is another one where neither text has the other's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.domain import Facet, Quantity, Span
from factcheck.stance.figures.figures import PERCENT, convertible, equal
from factcheck.stance.figures.frames import Apart
from factcheck.stance.reading.lexicon import is_past, is_people, is_verb, synonyms
from factcheck.stance.reading.pair import Pair, spelled_alike
from factcheck.stance.reading.texts import Text, is_light
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word, fold, stem

_PERSONS = ("ers", "ors", "ees", "ants", "ians", "ists", "men", "women", "children", "civilians", "migrants")
"""How nouns of persons end."""
_OTHER_PERSONS = frozenset(
    "patients students pupils clients guests victims hostages nurses athletes inmates staff troops tourists".split()  # noqa: SIM905
)
_FOLK = frozenset(["people", "persons", "individuals", "residents", "citizens", "inhabitants", "menschen", "personen"])
_DETERMINERS = frozenset("the a an its his her their our this that these those der die das ein eine".split())  # noqa: SIM905
_OF_FIGURES = frozenset(
    """whopping mere record further total additional extra estimated average median maximum minimum modest staggering
    massive long high tall wide deep old""".split()  # noqa: SIM905
)
"""What is said of a figure itself, and names nothing: "a mere 900 m", "88 m long"."""
_MEASURES = frozenset(
    stem(word)
    for word in """length height width depth weight size area capacity price cost value total budget number amount share
    rate level bill age rest majority most half part sum use sale loss purchase""".split()  # noqa: SIM905
)
"""What a thing has, so that "the length of the pier" is the pier's."""
_SPENT_ON = frozenset(["on", "for"])
_MOST_WORDS = 4
"""Of a noun with what stands before it: "the new swimming pool"."""


def same_noun(one: str, other: str) -> bool:
    """Whether two nouns can name the same things counted."""
    left, right = stem(fold(one)), stem(fold(other))
    if left == right or synonyms(left, right) or (is_folk(one) and is_folk(other)):
        return True
    return any(noun.casefold() == "toll" and names_persons(counted) for noun, counted in ((one, other), (other, one)))


def same_thing(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can count the same thing: their units convert, and their nouns can name the same."""
    if not convertible(one, other):
        return False
    if one.noun and other.noun:
        return same_noun(one.noun, other.noun)
    return bool(one.unit) or one.low == other.low


def is_told_so(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Whether one figure of several digits stands in both, and what the claim counts stands beside it, too.

    "2.7 million claims" is "2.7 million Norlanders filed claims", people are refugees, and 10 percent of the volume is
    a tenth of the ice volume; another figure would not tell so.
    """
    if not (one.noun and other.noun) or one.unit != other.unit or not equal(one, other):
        return False
    noun = stem(fold(one.noun))
    places = [partner.passage.start for partner in pair.partners if partner.claim.stem == noun]
    if one.unit:
        behind = {there.end + 1 for there in place_of_noun(pair.passage.text, other)}  # one noun of two words
        return one.unit in PERCENT and not behind.isdisjoint(places)
    if one.low < (_FEW if pair.topic >= _TOLD else _DISTINCT):
        return False
    if any(is_folk(left) and names_persons(right) for left, right in pairwise((one.noun, other.noun, one.noun))):
        return True
    return bool(places)


_DISTINCT, _FEW, _TOLD = 100, 20, 0.7  # the second where so much of the claim is answered beside it


def names_persons(noun: str) -> bool:
    """Whether a noun names persons, be it by what they do: "passengers"."""
    return is_folk(noun) or noun.casefold().endswith(_PERSONS) or noun.casefold() in _OTHER_PERSONS


def is_folk(noun: str) -> bool:
    """Whether a noun names people and nothing else of them: "people", "residents", "Danes"."""
    return noun.casefold() in _FOLK or (noun[0].isupper() and noun.endswith("s") and is_people(stem(fold(noun))))


def of_another_thing(pair: Pair, one: Quantity, other: Quantity) -> Apart | None:
    """Return why a measure of the claim does not contradict another one of the passage, or None."""
    if not (one.unit and other.unit) or one.noun or other.noun:
        return None
    (ours, _), (theirs, certain) = _measured(pair.claim, one.span), _measured(pair.passage, other.span)
    if ours and theirs and not _stands(theirs[0], pair.claim) and (certain or not _stands(ours[0], pair.passage)):
        return _apart(pair, ours, theirs)
    ours, theirs = _spent_on(pair.claim, one.span), _spent_on(pair.passage, other.span)
    if ours and theirs and not any(_alike(word, each) for word in ours for each in theirs):
        return None if _stands(theirs[-1], pair.claim) else _apart(pair, ours, theirs)
    return None


def _measured(whole: Text, figure: Span) -> tuple[Sequence[Word], bool]:
    """Return the noun that a figure measures, alone, or nothing; and whether no other noun of the text can be meant."""
    start, end = sentence_at(whole.sentences, figure.start) or (0, len(whole.text))
    before = [word for word in whole.words if start <= word.start and word.end <= figure.start]
    if before and before[-1].folded in _DETERMINERS and (named := _head(_run(whole, figure.end, end))):
        return named, True  # "the 900 m tunnel"
    for at in reversed(range(len(before))):
        opens = before[at].folded in _DETERMINERS and not _is_relative(whole.text, before, at)
        named = _head(_run(whole, before[at].end, figure.start)) if opens or before[at].folded == "of" else ()
        if named and opens and at > 1 and before[at - 1].folded == "of" and before[at - 2].stem not in _MEASURES:
            return _head(before[at - 2 : at - 1]), True  # "the plinth of the statue"
        if named:
            return named, _is_told_in_passing(whole, named[-1], figure)
    return (), False


def _is_told_in_passing(whole: Text, noun: Word, figure: Span) -> bool:
    """Whether a figure stands in a clause that belongs to a noun: "a hospital that cost £12 million"."""
    after = [word for word in whole.words if noun.end <= word.start and word.end <= figure.start]
    return (
        1 < len(after) <= _MOST_WORDS
        and after[0].folded in _RELATIVE
        and "," not in whole.text[noun.end : figure.start]
    )


def _is_relative(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a "that" goes on with the noun before it, and begins none."""
    noun = words[at - 1] if at else None
    told = noun is not None and not (noun.is_stop or is_light(noun) or is_past(noun.folded))
    return words[at].folded == "that" and told and text[words[at - 1].end : words[at].start] == " "


_RELATIVE = frozenset(["that", "which", "who", "whose"])


def _spent_on(whole: Text, figure: Span) -> Sequence[Word]:
    """Return the words of what follows a figure with "on" or "for"."""
    after = [word for word in whole.words if word.start >= figure.end][:2]
    if not after or after[0].folded not in _SPENT_ON or whole.text[figure.end : after[0].start] != " ":
        return ()
    begin = after[1].end if len(after) > 1 and after[1].folded in _DETERMINERS else after[0].end
    return _run(whole, begin, len(whole.text))


def _run(whole: Text, start: int, end: int) -> Sequence[Word]:
    """Return the words of content from a place on, up to a mark or a word of grammar."""
    run: list[Word] = []
    last = start
    for word in whole.words:
        if word.start < start:
            continue
        between = whole.text[last : word.start]
        if word.end > end or len(run) == _MOST_WORDS or word.is_stop or word.is_number or between.strip(" -"):
            break
        run.append(word)
        last = word.end
    return run


def _head(run: Sequence[Word]) -> Sequence[Word]:
    """Return the noun that a run of words ends in, without a verb behind it: "tower" of "tower rises"."""
    words = [word for word in run if word.folded not in _OF_FIGURES]
    while len(words) > 1 and (is_verb(words[-1].folded) or words[-1].folded == "cost"):
        words.pop()
    return [word for word in words[-1:] if word.text[0].islower() and not is_light(word)]


def _stands(word: Word, whole: Text) -> bool:
    """Whether a text has a word, or one that means the same or is spelt like it."""
    return word.stem in whole.stems or any(_alike(word, other) for other in whole.content)


def _alike(word: Word, other: Word) -> bool:
    return word.stem == other.stem or synonyms(word.stem, other.stem) or spelled_alike(word, other)


def _apart(pair: Pair, ours: Sequence[Word], theirs: Sequence[Word]) -> Apart:
    one = Span.cut(pair.claim.text, ours[0].start, ours[-1].end)
    other = Span.cut(pair.passage.text, theirs[0].start, theirs[-1].end)
    return Apart(Facet.WHAT, f"another thing: {one.text} / {other.text}", (one,), (other,))


def place_of_noun(text: str, quantity: Quantity) -> Iterator[Span]:
    """Yield the place of what a figure counts, where it follows the figure."""
    start = text.find(quantity.noun, quantity.span.end, quantity.span.end + len(quantity.noun) + _NOUN_REACH)
    if start >= 0:
        yield Span(start, start + len(quantity.noun), quantity.noun)


_NOUN_REACH = 30  # characters between a figure and what it counts
