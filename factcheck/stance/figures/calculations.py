"""A claim beside what a formula over a table gives: does the result bear the claim's figure out?

Levels: *fits* (the figure is the result, as exactly as it is said); *differs* (another figure for what the formula
measures); *another way* (a rise that is a fall); *per cent for points* (the figure fits, but the formula gives
percentage points and the claim per cent, or the reverse); *not compared* (the claim has no figure of that kind, several
that differ, or denies it); *of another* (a name or a year of the claim that no label of the table has: the cell of
another row takes no side). Which other words of the claim the table does not have stands under `missing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.domain import Calculation, Facet, Judgement, Polarity, Reason, Span, Stance, Target
from factcheck.errors import InputError
from factcheck.stance.figures.giving import finer, gives, in_its_unit, places_of, shortened
from factcheck.stance.figures.said import Said, figures_said, quantities_beside, says_direction
from factcheck.stance.reading.german_verbs import is_in_german, is_known_verb
from factcheck.stance.reading.lexicon import is_verb
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.slots import names_in
from factcheck.text.quantities.counted import looks_plural
from factcheck.text.tables.figures import read_figure
from factcheck.text.tables.scales import scale_by
from factcheck.text.words import Word, split_words

ENGINE = "calculations/5"
FITS_STRENGTH, DIFFERS_STRENGTH = 0.8, 0.8
CELL_STRENGTH, YEAR_STRENGTH = 0.4, 0.2
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Compared:
    """A result beside the claim's words: the judgement, and to how many decimals the claim asks to round."""

    judgement: Judgement
    places: int


def judge_calculation(words: str, made: Calculation, figure: str = "") -> Compared:
    """Judge a claim by a calculation. `figure`: words of the claim that name the figure meant, where it has several.

    Raises:
        InputError: these words do not stand in the claim, or hold no figure of the result's kind.
    """
    asked = figures_said(words, made.unit, change=made.change)
    meant = _meant(words, figure, asked) if figure else asked
    reason, said = _compared(words, meant, made)
    beside = list(_cells_beside(words, meant, made))
    others = quantities_beside(words, [one.span for one in meant])
    answered = len(beside) == len(others) and len(meant) <= 1
    beside += _years(words, made)
    missing = list(_missing(words, made, [span for one in (reason, *beside) for span in one.claim_spans]))
    elsewhere = _of_another(words, missing, made)
    stance = Stance.RELATED if elsewhere else _stance(reason, answered=answered)
    beside += elsewhere
    rest = (1.0 - FITS_STRENGTH) / (len(Stance) - 1)
    return Compared(
        Judgement(
            stance=stance,
            target=Target.SO,
            scores={one: FITS_STRENGTH if one is stance else round(rest, 4) for one in Stance},
            confidence=FITS_STRENGTH,
            reasons=(reason, *beside),
            missing=tuple(missing),
        ),
        places_of(said, made),
    )


def _meant(words: str, figure: str, asked: Sequence[Said]) -> list[Said]:
    start = words.casefold().find(figure.strip().casefold())
    if start < 0 or not figure.strip():
        raise InputError("these words do not stand in the claim", hint="copy them from the claim", subject=figure)
    end = start + len(figure.strip())
    found = [one for one in asked if one.span.start < end and start < one.span.end]
    if not found:
        kinds = "; ".join(f"“{one.span.text}”" for one in asked)
        hint = f"the claim has: {kinds}" if kinds else "the claim has none at all"
        raise InputError("holds no figure of the kind that the formula gives", hint=hint, subject=figure)
    return found


def _compared(words: str, asked: Sequence[Said], made: Calculation) -> tuple[Reason, Said | None]:
    """Return the reason that the result gives, and the figure it is about."""
    if not asked:
        return _other_kind(words, made), None
    fitting = [one for one in asked if one.fits(in_its_unit(one, made))]
    if not fitting and len({(one.low, one.high) for one in asked}) > 1:
        several = ", ".join(f"“{one.span.text}”" for one in asked)
        message = f"{gives(made, None)}; the claim has {several}, and none of them fits: name the one that is meant"
        return _reason(Polarity.CONTEXT, message, *(one.span for one in asked)), None
    one = fitting[0] if fitting else asked[0]
    polarity, more = _way(words, one, made, fits=bool(fitting))
    message = f"the claim says {one.span.text}; {gives(made, one if fitting else finer(one))}{more}"
    return _reason(polarity, message, one.span), one


def _way(words: str, one: Said, made: Calculation, *, fits: bool) -> tuple[Polarity, str]:
    """Return which way a comparison points, with what else has to be said."""
    fell = made.result < 0
    unsure = _other_thing(one, made) or ("" if fits else _unsure(one, made))
    if unsure:
        return Polarity.CONTEXT, unsure
    if list(negations_of(words)):
        return Polarity.CONTEXT, "; the claim denies something, so a person has to tell which way that points"
    if (made.change or fell) and one.direction and (one.direction < 0) is not fell and made.result != 0:
        return Polarity.OPPOSES, f", {'a fall' if fell else 'a rise'}, where the claim says “{one.verb}”"
    if fits and fell and not one.direction:
        return Polarity.CONTEXT, ", a fall; the claim does not say which way"
    return (Polarity.SUPPORTS if fits else Polarity.OPPOSES), ""


def _other_thing(one: Said, made: Calculation) -> str:
    """Say what else than the claim's figure the formula measures; "" where it is the same."""
    if one.unit.startswith("rank") and one.unit != made.unit:
        return "; that counts from the other end (the third value of RANK)"
    if one.changed and made.unit in ("%", "ratio") and not (made.change or _is_bare(made)):
        return "; that is a proportion, and the claim says a change"
    return ""


def _unsure(one: Said, made: Calculation) -> str:
    """Say why a result that does not fit contradicts nothing; "" where it does."""
    if one.unit and not made.unit:
        return f"; the table does not say that its figures are {one.unit}"
    if _is_within_cell(one, made):
        return f"; the table counts in {made.cells[0].scale}, so that it cannot tell"
    return ""


def _is_bare(made: Calculation) -> bool:
    """Whether the result is a cell as it stands: the table may have worked out a change itself."""
    return len(made.cells) == 1 and made.cells[0].value == made.result


def _is_within_cell(one: Said, made: Calculation) -> bool:
    """Whether a figure is finer than its cell, which is rounded to thousands or millions, and may be the same."""
    cell = made.cells[0] if _is_bare(made) else None
    read = read_figure(cell.text) if cell is not None and cell.scale else None
    if cell is None or read is None:
        return False
    step = Decimal(1).scaleb(int(read.value.as_tuple().exponent)) * scale_by(cell.scale)
    return one.step < step and abs(abs(made.result) - one.low) <= step / 2


def _other_kind(words: str, made: Calculation) -> Reason:
    """Return the reason where the claim has no figure of the result's kind: per cent are no percentage points."""
    mixed = {"%": "pp", "pp": "%"}.get(made.unit)
    for one in figures_said(words, mixed, change=made.change) if mixed else ():
        both = f"the claim says {one.span.text}; {gives(made, one)}"
        if one.fits(made.result) and made.result != 0 and not list(negations_of(words)):
            return _reason(Polarity.OPPOSES, f"{both}: per cent and percentage points are not the same", one.span)
        return _reason(Polarity.CONTEXT, f"{both}: per cent and percentage points are not compared", one.span)
    return _reason(Polarity.CONTEXT, f"{gives(made, None)}; the claim has no figure to hold against that")


def _cells_beside(words: str, meant: Sequence[Said], made: Calculation) -> Iterator[Reason]:
    """Yield a reason for each other figure of the claim that a cited cell has ("to 39,145")."""
    for other in quantities_beside(words, [one.span for one in meant]):
        cell = next((c for c in made.cells if other.unit in ("", c.unit) and other.fits(c.value)), None)
        if cell is not None:
            message = f"the claim says {other.span.text}; {cell.cell} has {cell.text}"
            yield _reason(Polarity.SUPPORTS, message, other.span, strength=CELL_STRENGTH)


def _years(words: str, made: Calculation) -> Iterator[Reason]:
    """Yield a reason for each year of the claim that stands at a cited cell."""
    for word in split_words(words):
        if not _YEAR.fullmatch(word.text):
            continue
        cell = next((c for c in made.cells if word.text in (one.text for one in split_words(c.label))), None)
        if cell is not None:
            span = Span(word.start, word.end, word.text)
            message = f"the table has {word.text} at {cell.cell}"
            yield replace(_reason(Polarity.SUPPORTS, message, span, strength=YEAR_STRENGTH), facet=Facet.WHEN)


def _stance(reason: Reason, *, answered: bool) -> Stance:
    """Return the stance: figures of the claim that neither the result nor a cell answers forbid to corroborate."""
    if reason.polarity is Polarity.OPPOSES:
        return Stance.CONFLICTS
    return Stance.CORROBORATES if reason.polarity is Polarity.SUPPORTS and answered else Stance.RELATED


def _of_another(words: str, missing: Sequence[Span], made: Calculation) -> list[Reason]:
    """Return that the cells may be of another row or table: what the claim names, or its year, is not theirs."""
    names = [*_names(words), *_opening_name(words, made)]
    named = [name for name in names if any(name.start <= one.start < name.end for one in missing)]
    whole = [name for name in named if _has_none_of(name, missing)]
    years = [one for one in missing if _YEAR.fullmatch(one.text)]
    if not (whole or years):
        return []
    told = ", ".join(f"“{one.text}”" for one in (*whole, *years))
    labels = "; ".join(dict.fromkeys(f"{one.cell} is {one.label}" for one in made.cells if one.label))
    message = f"nothing that the table calls the cells by has {told}{f' ({shortened(labels)})' if labels else ''}"
    return [_reason(Polarity.CONTEXT, message, *whole, *years)]


def _names(words: str) -> list[Span]:
    """Return the names of a claim; of German, whose nouns all have capitals, those of several words or behind "in"."""
    found = names_in(words)
    if not (is_in_german(words) or (_GERMAN.search(words) and not _ENGLISH.search(words))):
        return list(found)
    return [one for one in found if " " in one.text or _BEFORE_NAME.search(words, 0, one.start)]


def _opening_name(words: str, made: Calculation) -> list[Span]:
    """Return the word that a claim opens with, where it can only be who did it and a cell is called something else.

    A capital tells nothing there, so a verb has to follow, and no word of a label stand in the claim.
    """
    told = split_words(words)[:2]
    if len(told) < 2 or told[0].is_stop or not told[0].text[:1].isupper():  # noqa: PLR2004 - the word and its verb
        return []
    if not _is_bare(made) or looks_plural(told[0].text.casefold()):  # "Prices went up"
        return []
    there = {word.stem for word in split_words(words)}
    labels = [split_words(label) for cell in made.cells for label in cell.label.split("; ")]
    foreign = any(_is_named(label) and there.isdisjoint([word.stem for word in label]) for label in labels)
    verb = told[1].is_stop or is_verb(told[1].folded) or is_known_verb(told[1].folded)
    return [Span(told[0].start, told[0].end, told[0].text)] if foreign and verb else []


def _is_named(label: Sequence[Word]) -> bool:
    """Whether a label begins like a name, and is no total, whatever else it says."""
    return bool(label) and label[0].text[:1].isupper() and label[0].folded not in _TOTALS


_TOTALS = frozenset("all total overall sum insgesamt gesamt summe".split())  # noqa: SIM905
_GERMAN = re.compile(
    r"\b(?:der|die|das|den|dem|des|jede[rsnm]?|je|von|pro|es|gab|Prozent|steht|stehen|liegt|hat|wurden?)\b|[äöüß]",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|of|is|are|was|were|by|and|has|have|had|there|for)\b", re.IGNORECASE)
"""Small words that tell the language of a claim that is too short for `is_in_german`."""
_BEFORE_NAME = re.compile(r"\b(?:in|aus|nach|von|bei|für|laut|gegen|zwischen)\s\Z", re.IGNORECASE)


def _has_none_of(name: Span, missing: Sequence[Span]) -> bool:
    """Whether no word of a name stands among the labels: a part of it is enough ("Dr Anna Lind" for "Lind")."""
    words = [word for word in split_words(name.text) if not word.is_stop]
    starts = {one.start for one in missing}
    return all(name.start + word.start in starts for word in words)


def _missing(words: str, made: Calculation, told: Sequence[Span]) -> Iterator[Span]:
    """Yield the words of the claim that neither the table's labels nor a reason answers."""
    labels = " ".join([made.about, *(f"{cell.table} {cell.label}" for cell in made.cells)])
    there = {word.stem for word in split_words(labels)}
    for word in split_words(words):
        compared = any(span.start <= word.start < span.end for span in told)
        moved = made.change and says_direction(word.text)
        if not (word.is_stop or compared or moved or word.stem in there):
            yield Span(word.start, word.end, word.text)


def _reason(polarity: Polarity, message: str, *spans: Span, strength: float = FITS_STRENGTH) -> Reason:
    return Reason(
        comparator="calculations",
        facet=Facet.HOW_MANY,
        polarity=polarity,
        strength=strength,
        message=message,
        claim_spans=spans,
    )
