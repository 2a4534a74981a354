"""What stands in the claim's place: the two texts laid side by side in order, and the words between what they share.

Where a sentence of the passage follows the claim's wording, the words that differ face each other: "in March" beside
"in July". Such a pair of stretches is a slot. The comparators for names, numbers, dates and negation read slots; where
the wordings do not follow one another there are none, and they fall back on their own measures.

Method: the longest common subsequence of the stems of the claim and of the passage's nearest sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from factcheck.domain import Span
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.given_names import SPELLED, differ_in_a_word, parted
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import Text, is_name, read, words_between, words_read
from factcheck.text.names.gazetteer import FIRST_NAMES, ROLES
from factcheck.text.names.known import CAPITAL_OF, COUNTRIES, DEMONYMS, METONYMS
from factcheck.text.names.sameness import canonical, different_places, same_name, without_whence
from factcheck.text.names.sounds import sounds
from factcheck.text.words import Word, fold, stem

CLOSE = 0.6
"""Share of the claim's words, in order, from which the passage follows its wording. Source: planted edits, 2026-11."""
VERBATIM = 0.75
"""Share from which what differs can only be the difference. Source: planted edits and Emergent tune, 2026-11."""
BESIDE = 2
"""Shared words that must stand directly beside a slot where the wordings do not follow one another as a whole."""
NARROW = 3
"""Words of a slot, on either side, up to which two figures or dates in it are rivals whatever else the texts say."""
WIDEST = 9
"""Words of a slot, on either side, up to which what stands in it can answer each other."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Words of the claim and the words of the passage that face them; either side can be empty."""

    claim: tuple[Word, ...]
    passage: tuple[Word, ...]

    @property
    def narrow(self) -> bool:
        """Whether so little stands here that the two sides can only answer each other."""
        return len(self.claim) <= NARROW and len(self.passage) <= NARROW

    def holds(self, one: Span, other: Span) -> bool:
        """Whether `one` of the claim and `other` of the passage face each other here."""
        return _touches(self.claim, one) and _touches(self.passage, other)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The slots of a claim beside a passage; `share` of the claim's words stand in the passage in the same order."""

    share: float
    slots: tuple[Slot, ...]

    @property
    def verbatim(self) -> bool:
        """Whether the passage keeps nearly all of the claim's words in their order."""
        return self.share >= VERBATIM

    @property
    def difference(self) -> Slot | None:
        """The one small slot in which nearly the same words differ, if there is no other."""
        return self.slots[0] if self.verbatim and len(self.slots) == 1 and self.slots[0].narrow else None

    @property
    def close(self) -> bool:
        """Whether the passage follows the claim's wording."""
        return self.share >= CLOSE


def lay_side_by_side(pair: Pair) -> Alignment:
    """Return the slots between the claim and the passage's nearest sentence."""
    left = pair.claim.words[:_MOST_WORDS]
    best: tuple[float, tuple[Slot, ...]] = (0.0, ())
    for start, end in _sentences(pair):
        right = words_between(pair.stretch, start, end)[:_MOST_WORDS]
        found = _align(left, right)
        if found[0] > best[0]:
            best = found
    return Alignment(*best)


_MOST_WORDS = 200


def _sentences(pair: Pair) -> Iterable[tuple[int, int]]:
    return [one for one in pair.passage.sentences if pair.start <= one[0] < pair.end] or [(pair.start, pair.end)]


def _align(left: tuple[Word, ...], right: tuple[Word, ...]) -> tuple[float, tuple[Slot, ...]]:
    if not left or not right:
        return 0.0, ()
    keys = _keys(left), _keys(right)
    blocks = LCSseq.editops(*keys).as_matching_blocks()
    share = sum(block.size for block in blocks) / len(left)
    slots: list[Slot] = []
    at = there = before = 0
    for block in blocks:  # the last one is empty and ends both texts
        one, other = left[at : block.a], right[there : block.b]
        if not block.size and one and all(word.is_stop or is_name(word) for word in one):
            other = other[:WIDEST]  # a name at the end of the claim is answered by what comes first
        if (one or other) and len(one) <= WIDEST and len(other) <= WIDEST:
            beside = min(before, BESIDE) + min(block.size, BESIDE)
            if share >= CLOSE or beside > BESIDE:
                slots.append(Slot(one, other))
        at, there, before = block.a + block.size, block.b + block.size, block.size
    return share, tuple(slots)


def _keys(words: tuple[Word, ...]) -> list[str]:
    """Return what two words have in common where they are one; "didn't" is the "not" of "did not"."""
    return [_NOT if word.folded.endswith("n't") or word.folded == "cannot" else word.stem for word in words]


_NOT = stem("not")


def _touches(words: tuple[Word, ...], span: Span) -> bool:
    return bool(words) and words[0].start < span.end and any(w.start < span.end and span.start < w.end for w in words)


# --- names ------------------------------------------------------------------------------------------------------------


@lru_cache(1024)
def names_in(text: str) -> tuple[Span, ...]:
    """Return the runs of capitals of a text that are names; a word that only opens a sentence is none.

    A headline that writes Every Word So marks no names.
    """
    whole = read(text)
    if _is_headline(whole):
        return ()
    openings = {start for start, _ in whole.sentences}
    runs: list[list[Word]] = []
    for at, word in enumerate(whole.words):
        if not (word.text[0].isupper() and is_of_name(word)):
            continue
        joined = at > 0 and runs and runs[-1][-1] is whole.words[at - 1] and _joined(whole, at, openings)
        if joined:
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(_run(text, run) for run in runs if not _only_opens(run, openings))


_HEADLINE, _CAPITALS, _SMALL = 5, 0.8, 3


def _is_headline(whole: Text) -> bool:
    """Whether a text writes Nearly Every Word So; a German sentence of few verbs is none."""
    first = [word.text[0] for word in whole.content]
    telling = len(first) - sum(map(str.isdigit, first))
    capitals = sum(map(str.isupper, first))
    found = telling >= _HEADLINE and capitals >= _CAPITALS * telling
    small = telling - capitals
    sentence = small >= _SMALL or (small and whole.text.rstrip().endswith("."))  # many names, and verbs
    return found and not sentence and not is_in_german(whole.text)


def is_of_name(word: Word) -> bool:
    """Whether a word with a capital can be of a name."""
    return word.folded not in _NO_NAMES and not (word.is_stop and word.text != "US")


def _joined(whole: Text, at: int, openings: set[int]) -> bool:
    """Whether a capital goes on with the name before it: over the stop of an initial, and of no sentence."""
    between = whole.text[whole.words[at - 1].end : whole.words[at].start]
    return between in (" ", "-", " ’", "\u00a0") or (between == ". " and whole.words[at].start not in openings)


def _only_opens(run: list[Word], openings: set[int]) -> bool:
    first = run[0]
    opens = first.start in openings or first.start <= 1
    return (
        opens
        and len(run) == 1
        and not first.text.isupper()
        and canonical(first.text) == first.text
        and not known(first.text)
    )


def _run(text: str, run: list[Word]) -> Span:
    return Span.cut(text, run[0].start, run[-1].end)


_NO_NAMES = frozenset(
    [
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march"),
        *("april", "may", "june", "july", "august", "september", "october", "november", "december", "mr", "mrs", "ms"),
        *("jan", "feb", "aug", "sept", "sep", "oct", "nov", "dec"),
        *("millionen", "milliarden", "mio", "mrd", "prozent", "prozentpunkte", "tonnen", "grad", "celsius"),
        *("fahrenheit", "centigrade", "millimeter", "zentimeter", "meter", "kilometer", "quadratmeter", "kubikmeter"),
        *("quadratkilometer", "hektar", "gramm", "kilogramm", "liter", "sekunden", "minuten", "stunden", "tage"),
        *("wochen", "monate", "monaten", "jahre", "jahren"),
        *("alle", "einige", "manche", "mehrere", "viele", "wenige", "samtliche", "jede", "jeder", "jedes", "keine"),
        *("i", "yes", "no", "but", "yet", "still", "however", "meanwhile"),
    ]
)


@lru_cache(8192)
def known(name: str) -> str:
    """Return the country, or the place, that a name, an adjective or a seat of government stands for, or ""."""
    bare = name.removesuffix("’s").removesuffix("'s").removesuffix(" capital")
    usual = canonical(bare)
    found = DEMONYMS.get(bare) or METONYMS.get(bare) or CAPITAL_OF.get(usual) or CAPITAL_OF.get(f"The {bare}") or ""
    return found or (usual if usual in COUNTRIES else "")


def _stood_for(name: str) -> str:
    """Return what a name stands for as `known` does, and the body that it is another name of."""
    return known(name) or _UNION.get(canonical(name.removesuffix("’s").removesuffix("'s")), "")


_UNION = dict.fromkeys(("European Union", "European Commission"), "European Union") | {
    name: names.split(",")[0]
    for names in (
        "European Union,Europäische Kommission,EU-Kommission",
        "World Health Organization,Weltgesundheitsorganisation",
        "World Trade Organization,Welthandelsorganisation",
        "World Bank,Weltbank",
        "European Central Bank,Europäische Zentralbank,EZB",
        "European Parliament,Europäisches Parlament,Europaparlament,EU-Parlament",
        "International Monetary Fund,Internationaler Währungsfonds,IWF",
        "Federal Reserve,US-Notenbank",
    )
    for name in names.split(",")
}
"""Bodies that act under the name of another, and those that have a German name of their own."""


@lru_cache(8192)
def alike(one: str, other: str) -> bool:
    """Whether two names can be one: the same, one within the other, or a country and its people or seat."""
    return comparable(one, other) and are_alike(one, other)


def comparable(one: str, other: str) -> bool:
    """Whether two names have anything in common, without which they are not one: most have nothing."""
    return not marks(one).isdisjoint(marks(other)) or is_short(one) or is_short(other)


def are_alike(one: str, other: str) -> bool:
    """Whether two names can be one, asked in full: what `alike` answers at once where they have nothing in common."""
    if (without_whence(one) != one) != (without_whence(other) != other):
        one, other = without_whence(one), without_whence(other)
    (ours, one), (theirs, other) = parted(one), parted(other)
    if ours and theirs and not are_alike(ours, theirs):
        return False  # "Moe's New Deal" is not Roe's
    if different_places(one, other) or differ_in_a_word(_folded(one), _folded(other)):
        return False
    place = _stood_for(one)
    if place and place == _stood_for(other):
        return True
    left, right = _parts(one), _parts(other)
    if not left or not right:
        return False
    short, long = sorted((left, right), key=len)
    within = set(short) <= set(long) and (short[-1] == long[-1] or len(long) <= _SHORT_NAME)
    return within or _spelled_alike(one, other) or _abbreviates(one, other) or same_name(one, other)


@lru_cache(8192)
def marks(name: str) -> frozenset[str]:
    """Return what two names have in common if they can be one, but for an acronym and its words.

    A place; a stem; the last word; how a single word begins; the initials; the usual name, and how it sounds.
    """
    person = without_whence(name)
    words, usual = _folded(name), canonical(name)
    heard = sounds(usual)
    found = [f"stem {one}" for one in _parts(name)]
    found += [f"last {words[-1]}", f"first {''.join(word[0] for word in words)}"] if words else []
    found += [f"begins {words[0][:_SHORTEST]}"] if len(words) == 1 else []
    found += [f"sounds {heard[-1]}"] if heard else []
    place = _stood_for(name)
    found += [f"usual {usual.casefold()}", *([f"place {place}"] if place else [])]
    return frozenset(found) if person == name else frozenset(found) | marks(person)


@lru_cache(8192)
def is_short(name: str) -> bool:
    """Whether a name can be the first letters of another."""
    return bool(_acronyms(name)) or canonical(name).replace(".", "").isupper()


def _spelled_alike(one: str, other: str) -> bool:
    """Whether two names are spellings of one: "Tim Roth" and "Timothy Roth", "Europe(an)", or but for a slip."""
    left, right = _folded(one), _folded(other)
    if not left or not right:
        return False
    if len(left) == len(right) == 1:
        short, long = sorted((left[0], right[0]), key=len)
        if len(short) >= _SHORTEST and short[:_SHORTEST] == long[:_SHORTEST]:
            return not {short, long} <= FIRST_NAMES or long.startswith(short)
    elif left[-1] == right[-1]:
        first, second = sorted((left[0], right[0]), key=len)
        if len(first) >= _INITIALS and second.startswith(first):
            return True
        if any(not _first_names(words) and _titled(words) for words in (left, right)):
            return True
    return spelling_slip(one, other)


@lru_cache(8192)
def spelling_slip(one: str, other: str) -> bool:
    """Whether two names differ by a letter or two, as "Kobane" and "Kobani" do.

    Their initials are the same, and no two known first names stand in them ("Anna", "Anne"): those are two people.
    """
    left, right = _folded(one), _folded(other)
    if left == right or [word[0] for word in left] != [word[0] for word in right] or same_name(one, other):
        return False
    if different_places(one, other):
        return False
    first_names = _first_names(left), _first_names(right)
    if all(first_names) and first_names[0] != first_names[1]:
        return False
    return fuzz.ratio(" ".join(left), " ".join(right)) >= SPELLED


def _first_names(words: tuple[str, ...]) -> frozenset[str]:
    """Return the first names among the words of a name, or of a name of one word."""
    return FIRST_NAMES.intersection(word.strip(".") for word in words[:-1] or words)


@lru_cache(8192)
def _folded(name: str) -> tuple[str, ...]:
    return tuple(fold(name).removesuffix("’s").removesuffix("'s").split())


def _titled(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and words[-2].strip(".") in ROLES


def _abbreviates(one: str, other: str) -> bool:
    """Whether a word in capitals of one is made of the first letters of words of the other."""
    return _letters_of(one, other) or _letters_of(other, one)


def _letters_of(short: str, long: str) -> bool:
    acronyms = _acronyms(short)
    return bool(acronyms) and any(one in _capitals(long) for one in acronyms)


@lru_cache(8192)
def _acronyms(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.split() if len(word) > _INITIALS - 1 and word.isupper())


def _capitals(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


@lru_cache(8192)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(word.stem for word in words_read(name))


_SHORTEST = 4  # letters that a country and its people share: "Scotland" and "Scottish"
_INITIALS = 3
_SHORT_NAME = 3  # "Obama" is within "Obama administration"; "Senate" is not all of a senator's titles


def same_place(one: str, other: str) -> bool:
    """Whether both names are of places we know."""
    return bool(known(one) and known(other))
