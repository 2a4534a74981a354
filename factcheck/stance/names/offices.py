"""Which office a text gives a person: before the name ("Deputy mayor Joan Fairley") or behind it.

Behind it stands what commas set off ("Joan Fairley, the deputy mayor,"); before it, too ("the finance minister, Olu
Adeyemi,"). An office has a noun, and may have a portfolio, a party, a qualifier ("former", "vice-"). Method: our own
rules over words and marks; no parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.stance.reading.slots import names_in
from factcheck.stance.reading.texts import Text, read, words_between
from factcheck.stance.words.offices import ANYBODY, COURTESIES, OFFICES, PARTIES, PORTFOLIOS, QUALIFIERS, TRADES
from factcheck.text.names.known import is_role
from factcheck.text.names.name_words import is_first_name
from factcheck.text.words import Word


class Office(NamedTuple):
    """An office as a text tells it: its words, and what they say; `bound`: what it is the office of follows."""

    words: tuple[Word, ...]
    noun: str
    portfolios: frozenset[str]
    parties: frozenset[str]
    qualifiers: frozenset[str]
    bound: bool


class Person(NamedTuple):
    """A person as one place of a text names them: the words of the name alone, and the offices told with it."""

    name: tuple[Word, ...]
    offices: tuple[Office, ...]

    @property
    def start(self) -> int:
        """Where the name, or an office before it, begins."""
        return min(word.start for word in self.words)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the name and of the offices."""
        return (*self.name, *(word for one in self.offices for word in one.words))

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return bare(self.name[-1])


@lru_cache(256)
def persons_in(text: str) -> tuple[Person, ...]:
    """Return the persons of a text that are named by a surname at least, in its order."""
    whole = read(text)
    at = {word.start: place for place, word in enumerate(whole.words)}
    runs = [tuple([word for word in whole.words if one.start <= word.start < one.end]) for one in names_in(text)]
    known = {word.start for run in runs for word in run}
    runs += [(word,) for word in _openers(whole) if word.start not in known]
    return tuple([_person(whole, at, run) for run in sorted(filter(None, runs), key=lambda run: run[0].start)])


def bare(word: Word) -> str:
    """Return a word of a name without the mark of an owner."""
    return word.folded.removesuffix("'s").removesuffix("’s")


def _openers(whole: Text) -> Iterator[Word]:
    """Yield the words that open sentences, which may be surnames: "Ruiz, the mayor, …"."""
    starts = {start for start, _ in whole.sentences}
    yield from (word for word in whole.words if word.start in starts and not word.is_stop and word.text[0].isupper())


def _person(whole: Text, at: dict[int, int], run: tuple[Word, ...]) -> Person:
    first = _first_of_name(run)
    last = next((at for at, word in enumerate(run) if at > first and word.folded in _GENERATIONS), len(run))
    name = run[first:last]
    ours = at[run[0].start]
    before = _office(_lead(whole, ours, list(run[:first])))
    told = [before, _apposed_before(whole, ours, name), _apposed(whole, name[-1])]
    return Person(name, tuple([one for one in told if one is not None]))


def _first_of_name(run: Sequence[Word]) -> int:
    """Return where the name begins in a run of capitals: behind its last title, at a first name that is known."""
    known = next((at for at, word in enumerate(run[:-1]) if is_first_name(word.folded)), None)
    if known is not None:
        return known
    last = max((at for at, word in enumerate(run[:-1]) if _is_noun(word) or word.folded in ANYBODY), default=-1)
    trade = last < 0 and len(run) > _FULL and _is_trade(run[0])  # "Rower Tuva Holm"
    return 1 if trade else last + 1


_FULL = 2  # words of a name


_GENERATIONS = frozenset(["jr", "sr", "jun", "sen", "junior", "senior", "ii", "iii", "iv"])


def _is_noun(word: Word) -> bool:
    """Whether a word is an office, a rank or a title by a table."""
    return word.folded in OFFICES or word.folded in COURTESIES or is_role(word.text.casefold().strip("."))


def _lead(whole: Text, first: int, found: list[Word]) -> list[Word]:
    """Return some words of an office with those of it that stand right before them, or none if they name no office.

    "Deputy mayor" of "deputy mayor Joan Fairley", "minister of defence". `first`: the place of the word behind them.
    """
    after = whole.words[first]
    starts = [start for start, _ in whole.sentences]
    for at in range(first - 1, max(-1, first - 1 - _LONGEST), -1):
        word = whole.words[at]
        joined = whole.text[word.end : after.start] in (" ", "-") and not word.is_number and not _owns(word)
        of = word.folded in _OF and bool(found) and found[0].folded in PORTFOLIOS
        qualified = at > 0 and found and whole.words[at - 1].folded in QUALIFIERS  # "deputy police chief"
        opens = bool(found) and word.start in starts and not word.folded.endswith("ly")  # "Police chief Lars Dahl"
        told = not word.is_stop and (_says_office(word) or word.folded in COURTESIES or qualified or opens)
        if not joined or not (of or told):
            break
        found = found if of else [word, *found]
        after = word
    named = found and (_is_noun_of_office(found[-1]) or (found[-1].folded in PORTFOLIOS and _is_noun(found[0])))
    return found if named else []


_OF = frozenset(["of", "for", "für", "fur"])
_LONGEST = 4  # words of an office before a name


def _owns(word: Word) -> bool:
    return word.text.endswith(("'s", "’s"))


def _says_office(word: Word) -> bool:
    """Whether a word is part of an office: its noun, a portfolio, a party, or what qualifies it."""
    folded = word.folded
    return folded in QUALIFIERS or folded in PORTFOLIOS or folded in _FIRST_OF_TWO or _is_noun_of_office(word)


_FIRST_OF_TWO = frozenset(
    one.partition(" ")[0] for table in (OFFICES, PARTIES, PORTFOLIOS) for one in table if " " in one
) | frozenset(one for one in PARTIES if " " not in one)


def _is_noun_of_office(word: Word) -> bool:
    folded = word.folded
    return folded in ANYBODY or _is_noun(word) or folded in PARTIES or _is_trade(word) or bool(_of_german(folded)[0])


def _is_trade(word: Word) -> bool:
    return len(word.folded) >= _SHORTEST_TRADE and word.folded.endswith(TRADES) and word.folded not in _NO_TRADES


_SHORTEST_TRADE = 5
_NO_TRADES = frozenset(
    """other another after under over never later earlier whether rather either neither together however former
    september october november december number order power water paper matter winter summer center letter member
    major junior senior minor prior error for quarter weather cover river further former offer remember consider
    deliver discover answer enter suffer human german roman woman important constant significant relevant process
    success address business press access""".split()  # noqa: SIM905
)


def _apposed_before(whole: Text, first: int, name: Sequence[Word]) -> Office | None:
    """Return the office before a name that commas set off: "the finance minister, Olu Adeyemi, attended"."""
    if first == 0 or whole.text[whole.words[first - 1].end : name[0].start] != ", ":
        return None
    last = whole.words[first - 1]
    closed = re.match(r"[,.;:)]|\Z", whole.text[name[-1].end :])
    return (
        _office(_lead(whole, first - 1, [last])) if closed and (_is_noun(last) or last.folded in PORTFOLIOS) else None
    )


def _apposed(whole: Text, last: Word) -> Office | None:
    """Return what commas or brackets behind a name say that somebody is: "Clara Nystrom, the defence minister,"."""
    found = _BEHIND.match(whole.text, last.end)
    if found is None:
        return None
    start, end = found.span("party" if found["party"] else "told")
    words = [w for w in words_between(whole.words, start, end) if not w.is_stop or w.folded in QUALIFIERS]
    if not words or found["party"]:
        return _office(words, only_party=True)
    if not _is_noun_of_office(words[-1]) or (found["article"] is None and is_first_name(words[0].folded)):
        return None  # "met Clara Nystrom, Anna Major and others"
    fields = [word for word in whole.words if word.start == found.start("field") and word.folded in PORTFOLIOS]
    told = _office([*words, *fields], bound=found["of"] is not None and not fields)
    once = _ONCE.match(whole.text, end)
    return told._replace(qualifiers=told.qualifiers | {"then"}) if told and once else told


_ONCE = re.compile(r"[^,.;:]{0,25}\b(?:at the time|until (?:\w+ )?\d{4}|from \d{4}|in \d{4}|bis \d{4}|damals)\b")
"""What says behind an office that it was held then."""


_BEHIND = re.compile(
    r"(?:,|,? [—–-]) (?:who is )?(?P<article>(?:the|a|an|his|her|its|their|der|die|das|ein|eine)\b )?"
    r"(?P<told>(?:(?!(?:of|for|at|in|from|who|whom|whose|and|with|on|to|von|des|der|und|aus|im|für)\b)"
    r"[\w’'-]+(?: |(?=[,.;:)—–]|\Z))){1,5})"
    r"(?:(?P<of>(?:of|for|at|von|des|der|für)\b)(?: (?:the )?(?P<field>[\w-]+))?"
    r"|(?:in|from|who|aus|im|and|und|with)\b|(?<! )[,.;:)]|[—–]|\Z)"
    r"| \((?P<party>[\w -]{2,25})\)"
)


def _office(told: Sequence[Word], *, bound: bool = False, only_party: bool = False) -> Office | None:
    """Return what some words say of an office, or None where they say nothing."""
    words = [word for word in told if word.folded not in COURTESIES]
    parts = [part for word in words for part in _of_parts(word)]
    two = [f"{one} {other}" for one, other in pairwise(parts)]
    three = [f"{one} {other}" for one, other in zip(two, parts[2:], strict=False)]
    parties = _parties(words, parts, two)
    if only_party:
        return Office(tuple(words), "", frozenset(), parties, frozenset(), bound=False) if parties else None
    noun = next((OFFICES[one] for one in (*three, *two) if one in OFFICES), "")
    noun = noun or next((OFFICES[one] for one in reversed(parts) if one in OFFICES), "") or _trade(words)
    portfolios = frozenset(PORTFOLIOS[one] for one in parts if one in PORTFOLIOS) if noun == "minister" else frozenset()
    if noun == "minister" and "secretary" in parts and not portfolios:
        noun = "secretary"  # a clerk, or one of a party
    qualifiers = frozenset(QUALIFIERS[one] for one in parts if one in QUALIFIERS)
    return Office(tuple(words), noun, portfolios, parties, qualifiers, bound) if noun or parties else None


def _trade(words: Sequence[Word]) -> str:
    """Return the last word of an office that is in no table."""
    return words[-1].folded if words and words[-1].folded not in PARTIES | PORTFOLIOS else ""


def _parties(words: Sequence[Word], parts: Sequence[str], two: Sequence[str]) -> frozenset[str]:
    """Return the parties told; a "labour minister" may be one of work, and "green" any colour."""
    named = frozenset(PARTIES[one] for one in two if one in PARTIES)
    if named or (parts and OFFICES.get(parts[-1]) == "minister"):
        return named
    return frozenset(PARTIES[word.folded] for word in words if word.folded in PARTIES and word.text[0].isupper())


def _of_parts(word: Word) -> list[str]:
    """Return the parts of a word of an office: a German one has all of it in one word ("Vizekanzler")."""
    noun, before = _of_german(word.folded)
    return [*before, noun] if noun else [word.folded]


@lru_cache(1024)
def _of_german(folded: str) -> tuple[str, tuple[str, ...]]:
    """Return the office at the end of a German word, and what stands before it in the word that says which."""
    for noun in _GERMAN_NOUNS:
        if folded.endswith(noun) and folded != noun and folded not in OFFICES:
            rest = folded.removesuffix(noun).removeprefix("bundes").removeprefix("landes").strip("-")
            found = [one for one in (rest, rest.removeprefix("ex"), rest.removeprefix("vize")) if one]
            return noun, tuple([one for one in found if one in PORTFOLIOS or one in QUALIFIERS][:1])
    return "", ()


_GERMAN_NOUNS = (
    *("ministerin", "minister", "kanzlerin", "kanzler", "prasidentin", "prasident"),
    *("burgermeisterin", "burgermeister"),
)
