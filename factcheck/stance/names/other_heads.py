"""Another head noun: what the claim has done to the tram line is in the source done to "a study for the tram line".

Levels: *its own, or not told* (behind the claim's verb stands the claim's noun, or a noun that says no other thing:
"the city of", "tonnes of", "the use of"); *another's* (a noun of which the claim has none, to which the claim's only
belongs, by "of", "for", "about" and the like or right before it: "the attic of the town hall", "the town hall attic";
"two of the bronzes"; "a barn near the forest"). Asked only of what would else be called corroborated, and of what
stands behind a verb. Method: our own rules over words; no parser.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.doers import STRENGTH
from factcheck.stance.names.stand_ins import stands_for_it
from factcheck.stance.names.subjects import DETERMINERS, is_told, subjects_of
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.lexicon import is_verb
from factcheck.stance.reading.pair import ALIKE, OF_SPEECH, Pair, same_word
from factcheck.stance.reading.slots import known
from factcheck.stance.reading.texts import Text, is_name
from factcheck.stance.words.heads import (
    GIVING,
    LED_BY,
    MAKES_ANOTHER,
    NEAR,
    NO_NOUNS,
    PARTS_OF_PLACES,
    PLACED_BY,
    PLANS,
    SAME_THING,
    SPOKEN_OF,
    TAKING,
    WITHIN,
)
from factcheck.text.dates.timex.words import COUNTS, DAYS, MONTHS, UNITS, WEEKDAYS
from factcheck.text.names.gazetteer import PLACE_WORDS
from factcheck.text.names.known import PLACES
from factcheck.text.names.sameness import canonical
from factcheck.text.words import Word


class _Phrase(NamedTuple):
    """A noun with what stands before it: the small word that leads to it, if any, its article, if any, and the rest."""

    small: Word | None
    article: Word | None
    words: tuple[Word, ...]

    @property
    def head(self) -> Word:
        return self.words[-1]

    @property
    def led_by(self) -> str:
        return self.small.folded if self.small else ""


def under_another_head(pair: Pair) -> Reason | None:
    """Return a reason where the source says it of something else, to which only belongs what the claim says it of."""
    for verb in pair.claim.words:
        if (
            verb.is_stop
            or verb.stem in OF_SPEECH
            or not (is_told(verb) or (verb.text[0].islower() and is_verb(verb.folded)))
        ):
            continue
        stems = {one.passage.stem for one in pair.partners if one.claim.stem == verb.stem and one.kind in ALIKE}
        for ours in _asked(pair.claim, verb) if stems else ():
            told = [_told_of(pair, verb, ours, place) for place in pair.stretch if place.stem in stems]
            found = next((one for one in told if one), None)
            if found and all(one is not None for one in told):
                return _reason(pair, ours, found)
    return None


def _asked(claim: Text, verb: Word) -> list[_Phrase]:
    """Return what the claim says it of: what it is done to, and what a small word behind the verb leads to."""
    found = [*_done_to(claim, claim.words, verb)[:1], *_behind(claim, claim.words, verb)[:1]]
    return [one for one in found if one.led_by in _LEADING]


_LEADING = LED_BY | PLACED_BY | {""}


def _told_of(pair: Pair, verb: Word, ours: _Phrase, place: Word) -> Sequence[_Phrase] | None:
    """Return the phrases from one place of the verb to the claim's noun, none where it is not told there.

    None where the source says it of the claim's own, or nobody knows of what.
    """
    theirs = _behind(pair.passage, pair.stretch, place) if ours.led_by else _done_to(pair.passage, pair.stretch, place)
    if not theirs or _is_listed(pair, ours.head, theirs[-1].head):
        return None
    at = _place(pair, ours.head, theirs)
    if at is None or theirs[0].led_by != ours.led_by or (_is_counted(ours) and _is_counted(theirs[0])):
        return ()  # figures are compared as such
    above = theirs[:at] if at else () if _is_it(pair, ours.head, theirs[0].head) else theirs[:1]
    follows = (*theirs[1 : at + 1], None)
    others = [not _says_no_other(pair, verb, ours, one, below) for one, below in zip(above, follows, strict=False)]
    return theirs[: at + 1] if any(others) else None


def _is_counted(one: _Phrase) -> bool:
    return any(word.is_number or word.folded in COUNTS for word in one.words)


def _place(pair: Pair, ours: Word, theirs: Sequence[_Phrase]) -> int | None:
    """Return which of some phrases has the claim's noun, its own word before one that means much the same."""
    own = (at for at, one in enumerate(theirs) if any(word.stem == ours.stem for word in one.words))
    alike = (at for at, one in enumerate(theirs) if any(_is_it(pair, ours, word) for word in one.words))
    return next(own, next(alike, None))


def _is_it(pair: Pair, ours: Word, word: Word) -> bool:
    """Whether a word of the source stands for one of the claim."""
    return any(one.claim.stem == ours.stem and one.passage.stem == word.stem for one in pair.partners) or same_word(
        ours, word
    )


def _is_listed(pair: Pair, ours: Word, last: Word) -> bool:
    """Whether the claim's noun comes once more behind an "and": "the plan for the merger and the merger"."""
    behind = [word for word in pair.stretch if word.start > last.start]
    return bool(behind) and behind[0].folded in _ANDS and any(word.stem == ours.stem for word in behind)


_ANDS = frozenset(["and", "or", "und", "oder", "sowie"])


# --- what stands behind a verb ----------------------------------------------------------------------------------------


def _done_to(whole: Text, words: Sequence[Word], verb: Word) -> tuple[_Phrase, ...]:
    """Return the nouns that name what something is done to: those behind a verb, or its subject in the passive."""
    subjects = subjects_of(whole, verb)
    if subjects is None or not subjects.passive:
        return _behind(whole, words, verb)
    at = next((at for at, word in enumerate(words) if word.start == subjects.groups[-1][0].start), len(words))
    return _phrases(whole.text, words, at - 1 if at and words[at - 1].folded in DETERMINERS else at)


def _behind(whole: Text, words: Sequence[Word], verb: Word) -> tuple[_Phrase, ...]:
    """Return the nouns behind a verb."""
    at = next(at for at, word in enumerate(words) if word.start == verb.start) + 1
    while at < len(words) and words[at].folded.endswith("ly"):
        at += 1
    return _phrases(whole.text, words, at)


def _phrases(text: str, words: Sequence[Word], at: int) -> tuple[_Phrase, ...]:
    """Return the nouns from a word on, each led to by a small word from the one before, but for dates."""
    found: list[_Phrase] = []
    while (read := _phrase(text, words, at)) is not None:
        one, at = read
        if not _is_date(one):
            found.append(one)
        following = words[at] if at < len(words) else None
        if following is None or (found and following.folded not in TAKING):
            break
    return tuple(found)


def _phrase(text: str, words: Sequence[Word], at: int) -> tuple[_Phrase, int] | None:
    """Return the phrase that begins at a word and the place behind it, or None where none does."""
    small = article = None
    if at < len(words) and words[at].folded in TAKING | LED_BY | PLACED_BY:
        small, at = words[at], at + 1
    if at < len(words) and words[at].folded in DETERMINERS - {"that"} and _joined(text, words, at):
        article, at = words[at], at + 1
    found: list[Word] = []
    while at < len(words) and _joined(text, words, at) and _goes_on(words, at, found):
        found.append(words[at])
        at += 1
    return (_Phrase(small, article, tuple(found)), at) if found else None


def _joined(text: str, words: Sequence[Word], at: int) -> bool:
    return at == 0 or text[words[at - 1].end : words[at].start] in (" ", "-", "’ ", "' ")


def _goes_on(words: Sequence[Word], at: int, found: Sequence[Word]) -> bool:
    word = words[at]
    if word.is_stop or word.folded in TAKING | DETERMINERS:
        return False
    return not (found and (is_told(word) or word.folded in NO_NOUNS or word.folded in _WHEN or _tells_how(word)))


def _tells_how(word: Word) -> bool:
    return word.text[0].islower() and word.folded.endswith(("ly", "wise", "wards", "ing", "en", "ed"))


def _is_date(one: _Phrase) -> bool:
    return all(word.is_number or word.folded in _DATES for word in one.words)


_DATES = frozenset([*DAYS, *MONTHS, *WEEKDAYS])
_WHEN = _DATES | UNITS.keys()


# --- what a noun says of the one below --------------------------------------------------------------------------------


def _says_no_other(pair: Pair, verb: Word, ours: _Phrase, one: _Phrase, below: _Phrase | None) -> bool:
    """Whether a noun above the claim's (`below` the next one, None for its own phrase) says no other thing."""
    head, led_by = one.head, below.led_by if below else ""
    if head.stem in {each.passage.stem for each in pair.partners}:
        return True
    if led_by in NEAR:
        return False
    if _is_there(ours, head, led_by):
        return True
    if head.stem in MAKES_ANOTHER:
        return head.stem in PLANS and verb.stem in SPOKEN_OF
    if head.is_number or head.folded in COUNTS:
        return not (ours.article and ours.article.folded in _DEFINITE and ours.head.folded.endswith("s"))
    return (
        head.stem in SAME_THING or (verb.stem in GIVING and led_by == "to") or _tells_what(pair, ours.head, head, below)
    )


def _tells_what(pair: Pair, ours: Word, head: Word, below: _Phrase | None) -> bool:
    """Whether a noun only says what the claim's is ("the Corvax vaccine"), or counts it ("bags of")."""
    if below is None:
        return is_name(ours) or stands_for_it(ours, head) or is_in_german(pair.passage.text)
    return below.led_by in ("of", "von") and below.article is None and not is_name(below.head)


_DEFINITE = frozenset("the its their his her all die der den ihre seine alle".split())  # noqa: SIM905


def _is_there(ours: _Phrase, head: Word, led_by: str) -> bool:
    """Whether a noun only says where in the claim's place: "the south of Turkey", "a barn in the forest"."""
    if ours.led_by in PLACED_BY or (ours.led_by in _WAY and led_by in WITHIN):
        return True
    return _is_place(ours.head) and (led_by in WITHIN or (led_by in _OF and head.stem in PARTS_OF_PLACES))


_WAY, _OF = frozenset(["to", "from", "von", "vom"]), frozenset(["of", "von", "vom", "des", "der"])


def _is_place(word: Word) -> bool:
    return word.folded in PLACE_WORDS or canonical(word.text) in PLACES or bool(known(word.text))


def _reason(pair: Pair, ours: _Phrase, theirs: Sequence[_Phrase]) -> Reason:
    text = pair.passage.text
    start = (theirs[0].article or theirs[0].words[0]).start
    small = theirs[-1].small if len(theirs) > 1 else None
    span = Span.cut(text, start, small.end if small else theirs[-1].head.end)
    return Reason(
        comparator="roles",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the source says it of “{span.text}{' …' if small else ''}”",
        claim_spans=(Span(ours.head.start, ours.head.end, ours.head.text),),
        passage_spans=(span,),
    )
