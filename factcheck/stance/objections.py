"""What else forbids to call a claim corroborated: asked last, and only of what all the rest lets pass.

Its words may stand in the source in another order, under another small word, the other way round, away from their
place, or as what did not happen. So it costs nothing for the passages that bear nothing out, which are most.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.domain import Polarity, Reason, Stance
from factcheck.stance.alike.near_words import compare_near_words
from factcheck.stance.alike.word_order import FEW, compare_order, compare_shaken
from factcheck.stance.dates.other_times import told_of_another_occasion, told_of_earlier
from factcheck.stance.dates.over import told_as_over
from factcheck.stance.figures.from_to import compare_ends
from factcheck.stance.figures.other_role import other_role
from factcheck.stance.figures.part_of_whole import of_a_part
from factcheck.stance.figures.some_of_all import less_than_all
from factcheck.stance.matrix.parts import touch
from factcheck.stance.names.another_person import another_object, another_person
from factcheck.stance.names.doers import another_doer, is_named_behind
from factcheck.stance.names.named_for_it import named_for_it
from factcheck.stance.names.namesakes import another_of_the_name
from factcheck.stance.names.numerals import leaves_out_numeral
from factcheck.stance.names.other_heads import under_another_head
from factcheck.stance.names.own_date import dates_another
from factcheck.stance.names.own_place import in_its_place
from factcheck.stance.names.sides import compare_sides
from factcheck.stance.names.voices import only_teller
from factcheck.stance.predicates.allegations import held_by_counsel
from factcheck.stance.predicates.contrasted import compare_contrast
from factcheck.stance.predicates.converses import lost_by_winner
from factcheck.stance.predicates.distanced import compare_distance
from factcheck.stance.predicates.not_done import not_done
from factcheck.stance.predicates.outcomes import foreseen_alone
from factcheck.stance.predicates.small_words import badge_of, compare_small_words
from factcheck.stance.predicates.unreal import compare_reality, tells_fiction
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment


def settle(
    stance: Stance,
    pair: Pair,
    alignment: Alignment,
    reasons: list[Reason],
    *,
    claim_date: date | None = None,
    translated: bool = False,
) -> tuple[Stance, list[Reason], tuple[str, ...]]:
    """Return the stance with its reasons and further badges, given what can be objected to corroboration.

    An objection that opposes contradicts the claim. Words shaken up, and a work of fiction, conflict with nothing; a
    ruling stands. A translation (`translated`) has an order of its own.
    """
    if stance not in _BOLD or any(one.comparator == "rulings" for one in reasons):
        return stance, reasons, ()
    if stance is Stance.CONFLICTS:
        shaken = None if translated else compare_shaken(pair, fewest=FEW)
        apart = tells_fiction(pair) or shaken or of_a_part(pair, reasons, Polarity.OPPOSES)
        apart = apart or _of_somebody_else(pair, reasons) or _of_another_occasion(pair, reasons, claim_date)
        apart = apart or held_by_counsel(pair, [one for one in reasons if one.polarity is Polarity.OPPOSES])
        told = [] if apart is None or apart in reasons else [apart]
        return (Stance.RELATED, [*map(_as_context, reasons), *told], ()) if apart else (stance, reasons, ())
    quoted = any(one.comparator == "quotations" and one.polarity is Polarity.SUPPORTS for one in reasons)
    found = _objections(pair, alignment, reasons, quoted=quoted, translated=translated)
    if not found:
        return stance, reasons, ()
    opposed = any(one.polarity is Polarity.OPPOSES for one in found)
    return Stance.CONFLICTS if opposed else Stance.RELATED, [*reasons, *found], _badges_of(found)


_BOLD = frozenset([Stance.CORROBORATES, Stance.CONFLICTS])


def _as_context(one: Reason) -> Reason:
    return replace(one, polarity=Polarity.CONTEXT) if one.polarity is Polarity.OPPOSES else one


def _doer(pair: Pair) -> Reason | None:
    """Return that another one did it, but for one whom only a numeral that a text leaves out tells apart."""
    found = another_doer(pair)
    same = found and leaves_out_numeral(found.claim_spans[0].text, found.passage_spans[0].text)
    return None if same else found


def _of_somebody_else(pair: Pair, reasons: list[Reason]) -> Reason | None:
    """Return that the passage contradicts it of another than the claim's, unless that is what differs itself."""
    against = [one for one in reasons if one.polarity is Polarity.OPPOSES]
    if any(one.comparator in _OWN for one in against):
        return None
    found = (
        another_of_the_name(pair, contradicted=True)
        or another_person(pair)
        or another_object(pair)
        or (None if is_named_behind(pair) else _doer(pair))
    )
    if found is None or any(touch(found.claim_spans[0], span) for one in against for span in one.claim_spans):
        return None
    return found


def _of_another_occasion(pair: Pair, reasons: list[Reason], claim_date: date | None) -> Reason | None:
    """Return that the passage contradicts it of another occasion than the claim's, where no words of anybody differ."""
    against = [one for one in reasons if one.polarity is Polarity.OPPOSES]
    return (
        None if any(one.comparator in _OWN for one in against) else told_of_another_occasion(pair, against, claim_date)
    )


_OWN = frozenset(["quotations", "speakers", "roles"])
"""Comparators that say themselves of whom they are."""


def _objections(
    pair: Pair, alignment: Alignment, reasons: list[Reason], *, quoted: bool, translated: bool
) -> list[Reason]:
    found = [
        compare_distance(pair) or compare_reality(pair) or compare_contrast(pair),
        lost_by_winner(pair),
        *([] if quoted else [_of_another(pair) or under_another_head(pair)]),
        other_role(pair, reasons),
        foreseen_alone(pair, reasons),
        *([] if quoted else [told_as_over(pair) or told_of_earlier(pair, reasons)]),
        of_a_part(pair, reasons, Polarity.SUPPORTS) or less_than_all(pair),
    ]
    if pair.claim.text.strip(" .") not in pair.aligned.text:  # a copy has every word in its place
        found += [
            compare_ends(pair),
            compare_small_words(pair, alignment),
            compare_sides(pair),
            compare_near_words(pair),
            None if translated else in_its_place(pair) or dates_another(pair),
            None if translated else compare_order(pair, alignment),
        ]
    return [one for one in found if one is not None]


def _of_another(pair: Pair) -> Reason | None:
    """Return that the passage tells it of another than the claim, or that it was not done."""
    return (
        another_of_the_name(pair)
        or _doer(pair)
        or only_teller(pair)
        or not_done(pair)
        or another_person(pair)
        or named_for_it(pair)
    )


def _badges_of(objected: list[Reason]) -> tuple[str, ...]:
    """Return the badges of what was objected: that the source says less than the claim, or more."""
    found = (badge_of(one) for one in objected if one.comparator == "small words" and one.polarity is Polarity.CONTEXT)
    return tuple(one for one in found if one)
