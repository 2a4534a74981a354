"""Polarity: do the two texts assert or deny the same thing?

Levels: *agree* (both assert, or both deny, or a negation meets an opposite word); *one negates* (the words of one stand
under a negation, those of the other do not); *opposite words* ("rose" beside "fell"); *denied* (the passage denies or
debunks what the claim says). All is one parity: negations of the claim xor of the passage xor opposites xor denials.

Source: precision on unseen pairs, Emergent and FEVER-symmetric, 2026: denial .90, negation .74 to .91, opposites
"weak".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.names.shared import unshared_names
from factcheck.stance.predicates.accusations import turned_down
from factcheck.stance.predicates.agreements import both_negate, denied_twice, same_turned_round
from factcheck.stance.predicates.converses import is_no_clash
from factcheck.stance.predicates.denials import both_lack_evidence, compare_unproven, denial_in, denied_by_claim
from factcheck.stance.predicates.factuality import tells_near_miss
from factcheck.stance.predicates.in_place import opposite_in_place
from factcheck.stance.predicates.parities import NEGATION_STRENGTH, clash, span_of
from factcheck.stance.predicates.scope import denies_no_deed
from factcheck.stance.reading.lexicon import LASTING, NEGATORS
from factcheck.stance.reading.negations import (
    Under,
    answers,
    is_predicate,
    negated_in,
    negates,
    negation,
    of_a_verb_of_its_own,
    turns_sentence,
)
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.slots import Alignment, Slot
from factcheck.stance.reading.texts import is_deed, is_light, is_name
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

LEAST_COVERAGE = 0.5
"""Below this share of the claim answered, a negation is about something else. Source: FEVER-symmetric dev."""
VERBATIM = 0.8
"""Share of the claim's words in order from which a negation outside the slots is about something else."""
EASED = 0.1
"""So much less of the claim need be answered where two negations have changed sides."""
_SLOT_WORDS = 4  # a negation of the claim's own clause: "did not yet"
GOVERNED = 0.6
"""Share of the claim answered from which one denied verb decides. Source: FEVER-symmetric dev, 2026-11."""
LEAST_TOPIC = 0.5
"""Share of the claim's words other than names. Source: seed corpus, Emergent tune, 2026-11."""
FACING_TOPIC = 0.6
"""The same where the negation alone is what stands in one text. Source: SICK train, FEVER-symmetric dev, 2026-11."""


_NEARLY_NONE = frozenset(
    [*("few", "little", "slim", "barely", "scarcely", "rarely", "seldom"), *("wenig", "wenige", "kaum", "selten")]
)
_BUT_SOME = frozenset(["a", "quite", "einige", "ein"])
"""What makes some of them: "a few", "ein wenig"."""


def compare_polarity(pair: Pair, alignment: Alignment, *, earlier: bool = False) -> Iterator[Reason]:
    """Yield the parity of the two texts, where enough of the claim is answered.

    `earlier`: the passage is older than the claim, so that what was "not yet" so can be so now. "Few signs" is hardly
    another thing than "no signs", and who is told not to do it may have done it: that is shown, and no conflict.
    """
    yield from compare_unproven(pair)
    for one in _compared(pair, alignment, earlier=earlier):
        degrees = one.polarity is Polarity.OPPOSES and (
            _says_nearly_none(pair.claim.words) != _says_nearly_none(pair.stretch)
        )
        asserts_nothing = one.polarity is Polarity.OPPOSES and (denies_no_deed(pair, one) or _nearly_done(pair))
        yield replace(one, polarity=Polarity.CONTEXT) if degrees or asserts_nothing else one


def _nearly_done(pair: Pair) -> bool:
    """Whether one text says that it was nearly done, which is a way to say that it was not."""
    claim, passage = pair.claim.text, pair.passage.text
    return tells_near_miss(claim, 0, len(claim)) != tells_near_miss(passage, pair.start, pair.end)


def _says_nearly_none(words: Sequence[Word]) -> bool:
    return any(
        word.folded in _NEARLY_NONE and (at == 0 or words[at - 1].folded not in _BUT_SOME)
        for at, word in enumerate(words)
    )


def _compared(pair: Pair, alignment: Alignment, *, earlier: bool) -> Iterator[Reason]:
    predicates = [partner for partner in pair.partners if is_predicate(partner)]
    if pair.coverage < LEAST_COVERAGE or not predicates or (earlier and "yet" in pair.told):
        return
    if both_lack_evidence(pair):
        yield from both_negate(pair, predicates, negated_in(pair)[0])
        return
    facing = _facing(pair, alignment) or _changed_sides(pair, predicates)
    if facing is not None:
        denial = denial_in(pair) or turned_down(pair) or denied_by_claim(pair)
        yield facing if denial is None else denied_twice(facing, denial, ours=denial in pair.claim.words)
    opposite = opposite_in_place(pair, alignment) if facing is None else None
    if opposite is not None:
        yield opposite
    elif facing is None and pair.topic >= LEAST_TOPIC:
        yield from _parity(pair, alignment, predicates)


def _parity(pair: Pair, alignment: Alignment, predicates: list[Partner]) -> Iterator[Reason]:
    """Yield at most one reason: the parity of the words that both texts have, where no slot decides it."""
    counted = any(word.is_number for word in (*pair.missing, *pair.near)) and any(
        word.is_number for word in pair.stretch
    )
    if counted or (not alignment.close and unshared_names(pair)):
        return  # another figure or another name, another event
    under = claim_under, passage_under = negated_in(pair)
    both = [one for one in predicates if one.claim.start in claim_under and one.passage.start in passage_under]
    if alignment.share >= VERBATIM and not any(one.kind == "opposite" for one in predicates):
        claim_under, passage_under = _outside_slots(claim_under, passage_under, alignment)
    turned = _turned_round(predicates, claim_under, passage_under)
    if turned is not None:
        yield same_turned_round(turned)
    if turned is not None or _half_answered(pair, claim_under, passage_under):
        return
    denial = denial_in(pair) or turned_down(pair)
    if denial is not None:  # the "not" of "not guilty of" is told by the denial
        passage_under = {at: word for at, word in passage_under.items() if word.start != denial.start}
    elif both and _deny_one_verb(pair, under):
        yield from both_negate(pair, both, under[0])
        return
    opposing = _opposing(pair, predicates, (claim_under, passage_under), denial)
    heads = _heads(pair.stretch, passage_under)
    governed = pair.coverage >= GOVERNED and not denial and any(one.passage.start in heads for one in opposing)
    if 2 * len(opposing) > len(predicates) or governed or _decisive(pair, opposing, (claim_under, passage_under)):
        yield clash(opposing, claim_under, passage_under, denial)
    elif both and not opposing:
        yield from both_negate(pair, both, under[0])


def _outside_slots(claim_under: Under, passage_under: Under, alignment: Alignment) -> tuple[Under, Under]:
    """Return what stands under a negation of one text that no slot holds: the slots have said all there is of others.

    Where both texts have one outside of them, it is one that both have in the same place.
    """
    judged = [slot for slot in alignment.slots if len(slot.passage) <= _SLOT_WORDS]
    mine = {word.start for slot in judged for word in slot.claim}
    other = {word.start for slot in judged for word in slot.passage}
    ours, theirs = (
        {at: word for at, word in under.items() if word.start not in inside}
        for under, inside in ((claim_under, mine), (passage_under, other))
    )
    return ({}, {}) if ours and theirs else (ours, theirs)


def _opposing(pair: Pair, predicates: list[Partner], under: tuple[Under, Under], denial: Word | None) -> list[Partner]:
    """Return the words that one text asserts and the other denies."""
    crossed = sum(one.kind == "opposite" for one in pair.partners)
    if crossed and crossed % 2 == 0:
        return []  # "exports rose" beside "imports fell": two opposites are another thing, or the same turned round
    found = [one for one in predicates if _clashes(one, *under) != bool(denial) and not is_no_clash(pair, one)]
    if any(_only_says_which(pair, one) for one in found):
        return []
    if any(map(is_deed, pair.missing)):  # what was done is not told: "rejected calls for" beside "there will be no"
        found = [one for one in found if one.kind == "opposite" or denial or one.passage.start not in under[1]]
    apart = [] if denial else of_a_verb_of_its_own(pair, under[1])
    found = [one for one in found if under[1].get(one.passage.start) not in apart]
    return [one for one in found if denial or one.passage.start in under[1] or _asserts(pair, one)]


def _changed_sides(pair: Pair, predicates: list[Partner]) -> Reason | None:
    """Return the clash of "this, not that" beside "that, not this": what one text denies the other asserts, twice."""
    if min(pair.coverage, pair.topic) < VERBATIM - EASED or any(one.kind == "opposite" for one in predicates):
        return None
    ours, theirs = negated_in(pair)
    lost = [one for one in predicates if one.claim.start in ours and one.passage.start not in theirs]
    gained = [one for one in predicates if one.claim.start not in ours and one.passage.start in theirs]
    if not lost or not gained:
        return None
    one, other = lost[0], gained[0]
    if _deny_one_verb(pair, (ours, theirs)):
        return None  # "was never ratified by the senate", "the senate never ratified it"
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES,
        strength=NEGATION_STRENGTH,
        message=f"the claim denies “{one.claim.text}”, not “{other.claim.text}”; the source has it the other way round",
        claim_spans=(span_of(one.claim), span_of(other.claim)),
        passage_spans=(span_of(one.passage), span_of(other.passage)),
    )


def _deny_one_verb(pair: Pair, under: tuple[Under, Under]) -> bool:
    """Whether the first words that the two texts deny are one word, whatever stands behind it."""
    ours, theirs = _heads(pair.claim.words, under[0]), _heads(pair.stretch, under[1])
    return any(one.claim.start in ours and one.passage.start in theirs for one in pair.partners)


def _heads(words: Sequence[Word], under: dict[int, Word]) -> set[int]:
    """Return the places of the first words of content after each negation, the verbs it denies.

    Where it turns round its sentence, whom the verb is of stands before it: any of them can be the verb.
    """
    wide = {word.start for at, word in enumerate(words) if turns_sentence(words, at)}
    heads: dict[int, set[int]] = {}
    for word in words:
        if word.start in under and not (word.is_stop or is_light(word)):
            negator = under[word.start].start
            if negator in wide or negator not in heads:
                heads.setdefault(negator, set()).add(word.start)
    return set().union(*heads.values())


def clashes_somewhere(pair: Pair, alignment: Alignment | None = None) -> bool:
    """Whether a verb of the claim is denied in one text alone: it forbids corroboration.

    `alignment`: of a passage that follows the claim word for word, whose slots have told of the negations in them.
    """
    ours, theirs = negated_in(pair)
    if alignment is not None and alignment.verbatim:
        ours, theirs = _outside_slots(ours, theirs, alignment)
    heads = _heads(_verbs(pair.stretch), theirs) if theirs else set()
    our_heads = _heads(_verbs(pair.claim.words), ours) if ours else set()
    return any(
        is_predicate(one) and _clashes(one, ours, theirs)
        for one in pair.partners
        if one.kind == "opposite" or one.passage.start in heads or one.claim.start in our_heads
    )


def _verbs(words: Sequence[Word]) -> list[Word]:
    """Return the words without adverbs and names: "not formally bound", "not up to the United Nations to impose"."""
    return [word for word in words if not (word.folded.endswith("ly") or is_name(word))]


def _asserted(pair: Pair, negator: Word) -> bool:
    """Whether the passage asserts the verb that a negation of the claim denies, if it has that verb."""
    verb = next((one for one in pair.partners if one.claim.start > negator.start and is_predicate(one)), None)
    return verb is None or _asserts(pair, verb)


def _has_verb(pair: Pair, negator: Word) -> bool:
    """Whether the passage has the verb that a negation of the claim denies: "told the passengers", "not paid"."""
    under = negated_in(pair)[0]
    denied = [word for word in pair.claim.content if under.get(word.start) == negator and not word.is_number]
    head = next((word for word in denied if _tells(word) and not word.folded.endswith("ly")), None)
    return head is None or is_name(head) or any(one.claim.stem == head.stem for one in pair.partners)


def _only_says_which(pair: Pair, partner: Partner) -> bool:
    """Whether the verb only says which one is meant: "need" in "everything a president needs is there"."""
    sides = ((pair.claim.text, partner.claim), (pair.passage.text, partner.passage))
    return any(_ONE_MEANT.search(text, max(0, word.start - _ONE_MEANT_REACH), word.start) for text, word in sides)


def _is_of_an_aside(pair: Pair, negator: Word, *, ours: bool) -> bool:
    """Whether what a negation of either side denies only says which one is meant."""
    after = (one for one in pair.partners if (one.claim if ours else one.passage).start > negator.start)
    verb = next((one for one in after if is_predicate(one)), None)
    return verb is not None and _only_says_which(pair, verb)


_ONE_MEANT = re.compile(
    r"\b(?:everything|anything|something|nothing|all|what|whatever)(?: that)?"
    r" (?:an?|the|its|his|her|our|your|their|my|we|you|they|he|she|it|I)(?: [\w’'-]+){0,2} $",
    re.IGNORECASE,
)
_ONE_MEANT_REACH = 60  # characters


def _asserts(pair: Pair, partner: Partner) -> bool:
    """Whether the passage says of something that it does so: "supporters" and "pressed them to support" do not."""
    ours, theirs = partner.claim, partner.passage
    if theirs.folded.endswith(_NOUNS) and not ours.folded.endswith(_NOUNS):
        return False
    if theirs.folded == "including" and ours.folded != "including":
        return False
    return _follows_to(pair.claim.text, ours) or not _follows_to(pair.passage.text, theirs)


_NOUNS = ("ers", "er", "ors", "or", "ity", "ities")
"""How nouns end that name who does it, or a quality that is only spoken of: "questions of its legality"."""


def _follows_to(text: str, word: Word) -> bool:
    return text[max(0, word.start - 3) : word.start].casefold() == "to "


def _turned_round(
    predicates: list[Partner], claim_under: dict[int, Word], passage_under: dict[int, Word]
) -> Partner | None:
    """Return a word that is answered by its opposite under a negation: "disagree" beside "do not see eye to eye"."""
    crossed = (one for one in predicates if one.kind == "opposite")
    return next((one for one in crossed if not _clashes(one, claim_under, passage_under)), None)


def _facing(pair: Pair, alignment: Alignment) -> Reason | None:
    """Return the clash of a negation that stands in a slot of one text and faces none in the other."""
    if not alignment.close or pair.topic < FACING_TOPIC:
        return None
    lone: list[tuple[Word, bool]] = []
    for slot in alignment.slots:
        ours_alone = _negators(slot.claim, pair.claim.words, pair.claim.text)
        if ours_alone and not _differ(slot, pair) and not any(negation(word) for word in slot.passage):
            lone += [(word, True) for word in ours_alone]  # "did not" beside an aside: "Holm, 29, of Oslo, …"
            continue
        if len(slot.passage) > _SLOT_WORDS or _differ(slot, pair):
            continue  # a clause of its own; or another word stands there ("closed", "not allowed")
        answered = {one.passage.start for one in pair.partners}
        denied = next((at for at, word in enumerate(slot.passage) if negation(word)), 0)
        if any(_tells(word) and word.start not in answered for word in slot.passage[denied:]):
            continue  # it denies a word of its own: "not allowed" beside "closed"
        lone += [(word, True) for word in _negators(slot.claim, pair.claim.words, pair.claim.text)]
        lone += [(word, False) for word in _negators(slot.passage, pair.stretch, pair.passage.text)]
    apart = of_a_verb_of_its_own(pair, negated_in(pair)[1]) if lone else []
    lone = [(word, ours) for word, ours in lone if ours or word not in apart]
    if len(lone) % 2 == 0 or any(one.kind == "opposite" for one in pair.partners):
        return None
    word, ours = lone[0]
    if ours and any(_differ(slot, pair) for slot in alignment.slots if slot.narrow):
        return None  # "not a French film" beside "an American film"
    if ours and not (_asserted(pair, word) and _has_verb(pair, word)):
        return None
    if _is_of_an_aside(pair, word, ours=ours):
        return None
    side = "the claim negates it" if ours else "the source negates it"
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES,
        strength=NEGATION_STRENGTH,
        message=f"{side} (“{word.text}”); the {'source' if ours else 'claim'} asserts it",
        claim_spans=(span_of(word),) if ours else (),
        passage_spans=() if ours else (span_of(word),),
    )


def _differ(slot: Slot, pair: Pair) -> bool:
    """Whether words stand on both sides that say something, and are not two forms of one ("upheld", "not uphold")."""
    facing = {one.claim.start: one.passage.start for one in pair.partners if one.kind != "opposite"}
    theirs = {word.start for word in slot.passage if _tells(word)}
    same = {ours: facing[ours] for ours in (word.start for word in slot.claim) if facing.get(ours) in theirs}
    ours = {word.start for word in slot.claim if _tells(word)}
    return bool(ours - same.keys()) and bool(theirs - set(same.values()))


def _tells(word: Word) -> bool:
    return not (word.is_stop or is_light(word) or negation(word) or word.folded in LASTING)


def _negators(words: Sequence[Word], whole: Sequence[Word], text: str) -> list[Word]:
    """Return the negations that stand in a side of a slot; a "not" alone there is one even before "only"."""
    alone = len(words) == 1 and words[0].folded in NEGATORS and not answers(words[0], text)
    return [word for word in words if alone or negates(whole, whole.index(word), text)]


def _half_answered(pair: Pair, claim_under: dict[int, Word], passage_under: dict[int, Word]) -> bool:
    """Whether the claim negates something of which a part has no partner: "not a French film" beside "a film"."""
    answered = {partner.claim.stem for partner in pair.partners}
    rest = [word for word in pair.claim.content if word.start in claim_under and word.stem not in answered]
    return bool(rest) and not any(partner.passage.start in passage_under for partner in pair.partners)


_CROSSED = frozenset(["opposite", "turned"])


def _clashes(partner: Partner, claim_under: dict[int, Word], passage_under: dict[int, Word]) -> bool:
    negated = (partner.claim.start in claim_under) != (partner.passage.start in passage_under)
    return negated != (partner.kind in _CROSSED)


def _decisive(pair: Pair, opposing: list[Partner], under: tuple[Under, Under]) -> bool:
    """Whether opposite words alone decide: they stand for the claim's predicate even where other words agree.

    A negation in another sentence of the passage leaves them as they are.
    """
    return not under[0] and any(
        one.kind == "opposite" and not any(start <= at < end for at in under[1])
        for one in opposing
        for start, end in [sentence_at(pair.passage.sentences, one.passage.start) or (pair.start, pair.end)]
    )
