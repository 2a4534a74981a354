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
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.lexicon import DENIALS, NEGATIVE_VERBS, NEGATORS
from factcheck.stance.pair import Pair, Partner, answered_in, is_light, is_name, read
from factcheck.stance.shared import unshared_names
from factcheck.stance.slots import Alignment, Slot
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word, stem

NEGATION_STRENGTH = 0.7
OPPOSITE_STRENGTH = 0.6
DENIAL_STRENGTH = 0.75
AGREE_STRENGTH = 0.4
LEAST_COVERAGE = 0.5
"""Below this share of the claim answered, a negation is about something else. Source: FEVER-symmetric dev."""
VERBATIM = 0.8
"""Share of the claim's words in order from which a negation outside the slots is about something else."""
EASED = 0.1
"""So much less of the claim need be answered where two negations have changed sides."""
_SLOT_WORDS = 4  # a negation of the claim's own clause: "did not yet"
_SCOPE = 7  # words that a negator reaches: the verb phrase it stands in
_WIDE_SCOPE = 25  # "at no time …" turns round its whole sentence
LEAST_DENIED = 0.6
"""Share of the claim that the words denied must answer. Source: Emergent tune and the seed corpus, 2026-11."""
GOVERNED = 0.6
"""Share of the claim answered from which one denied verb decides. Source: FEVER-symmetric dev, 2026-11."""
LEAST_TOPIC = 0.5
"""Share of the claim's words other than names. Source: seed corpus, Emergent tune, 2026-11."""
FACING_TOPIC = 0.6
"""The same where the negation alone is what stands in one text. Source: SICK train, FEVER-symmetric dev, 2026-11."""
_ALWAYS = frozenset(["time", "point", "circumstances", "way", "stage"])
_CLAUSE_MARKS = frozenset(",;:.!?()–—")
_SCOPE_ENDS = frozenset(["but", "although", "though", "because", "while", "which", "who", "until"])
_ATTRIBUTES = frozenset(stem(word) for word in ("false", "fake", "bogus", "fabricated", "incorrect", "untrue"))
_REPORTS = frozenset(stem(word) for word in ("claim", "story", "report", "rumor", "rumour", "quote", "statement"))
_COPULAS = frozenset(["is", "was", "are", "were", "be", "been", "as", "isn't"])
_AFTER_ANSWER = frozenset([",", ":", ";", ".", "!"])
_IDIOMS = frozenset(["only", "just", "doubt", "merely", "least"])  # "not only", "no doubt": nothing is negated


Under = dict[int, Word]
"""The places of words under a negation, each with the word that negates it."""


def negated_words(words: Sequence[Word], text: str) -> dict[int, Word]:
    """Return the places of words of `text` that stand under a negation, each with the word that negates it."""
    under: dict[int, Word] = {}
    for at, word in enumerate(words):
        if not negates(words, at, text):
            continue
        wide = at + 1 < len(words) and words[at + 1].folded in _ALWAYS
        last = word
        for follower in words[at + 1 : at + 1 + (_WIDE_SCOPE if wide else _SCOPE)]:
            between = text[last.end : follower.start]
            if follower.folded in _SCOPE_ENDS or (not wide and any(mark in _CLAUSE_MARKS for mark in between)):
                break
            last = follower
            if follower.start in under:
                del under[follower.start]  # a negation under a negation asserts again
            else:
                under[follower.start] = word
    return under


def negated_in(pair: Pair) -> tuple[dict[int, Word], dict[int, Word]]:
    """Return the negated words of the claim, and those of the stretch that answers it."""
    return negations_of(pair.claim.text), _negated_between(pair.passage.text, pair.start, pair.end)


@lru_cache(256)
def negations_of(text: str) -> dict[int, Word]:
    """Return the negated words of a whole text; kept for the texts asked for last, since several comparators ask."""
    return negated_words(read(text).words, text)


@lru_cache(64)
def _negated_between(text: str, start: int, end: int) -> dict[int, Word]:
    return negated_words([word for word in read(text).words if start <= word.start < end], text)


def negation(word: Word) -> bool:
    """Whether the word is one of negation, whatever follows it."""
    return word.folded in NEGATORS or word.folded.endswith("n't") or word.stem in NEGATIVE_VERBS


def negates(words: Sequence[Word], at: int, text: str) -> bool:
    """Whether the word there turns round what follows it ("not only" does not)."""
    word = words[at]
    if word.folded == "no" and text[word.end : word.end + 1] in _AFTER_ANSWER:
        return False  # "No, they do not" is an answer
    if text[word.end : word.end + 1] == "-" or (at and words[at - 1].folded == "or"):
        return False  # "no-go", "non-stop", "whether or not"
    if word.folded in NEGATORS or word.folded.endswith("n't"):
        return at + 1 >= len(words) or words[at + 1].folded not in _IDIOMS
    return word.stem in NEGATIVE_VERBS and at + 1 < len(words) and words[at + 1].folded in ("to", "from")


def compare_polarity(pair: Pair, alignment: Alignment, *, earlier: bool = False) -> Iterator[Reason]:
    """Yield at most one reason: the parity of the two texts, where enough of the claim is answered.

    `earlier`: the passage is older than the claim, so that what was "not yet" so can be so now.
    """
    predicates = [partner for partner in pair.partners if _is_predicate(partner)]
    if pair.coverage < LEAST_COVERAGE or not predicates or (earlier and "yet" in pair.told):
        return
    facing = _facing(pair, alignment) or _changed_sides(pair, predicates)
    if facing is not None:
        yield facing
    if facing is not None or pair.topic < LEAST_TOPIC:
        return
    if any(word.is_number for word in (*pair.missing, *pair.near)) or (not alignment.close and unshared_names(pair)):
        return  # another figure or another name, another event
    claim_under, passage_under = negated_in(pair)
    if alignment.share >= VERBATIM and not any(one.kind == "opposite" for one in predicates):
        claim_under = passage_under = {}  # the slots have said all there is of negations
    turned = _turned_round(predicates, claim_under, passage_under)
    if turned is not None:
        yield _same_turned_round(turned)
    if turned is not None or _half_answered(pair, claim_under, passage_under):
        return
    denial = _denial(pair)
    opposing = _opposing(pair, predicates, (claim_under, passage_under), denial)
    heads = _heads(pair.stretch, passage_under)
    governed = pair.coverage >= GOVERNED and not denial and any(one.passage.start in heads for one in opposing)
    if 2 * len(opposing) > len(predicates) or governed or _decisive(opposing, claim_under, passage_under):
        yield _clash(opposing, claim_under, passage_under, denial)
    elif claim_under and passage_under and any(one.claim.start in claim_under for one in predicates):
        yield _agreement(predicates, claim_under)


def _opposing(pair: Pair, predicates: list[Partner], under: tuple[Under, Under], denial: Word | None) -> list[Partner]:
    """Return the words that one text asserts and the other denies."""
    found = [one for one in predicates if _clashes(one, *under) != bool(denial)]
    if any(_only_says_which(pair, one) for one in found):
        return []
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
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES,
        strength=NEGATION_STRENGTH,
        message=f"the claim denies “{one.claim.text}”, not “{other.claim.text}”; the source has it the other way round",
        claim_spans=(_span(one.claim), _span(other.claim)),
        passage_spans=(_span(one.passage), _span(other.passage)),
    )


def _heads(words: Sequence[Word], under: dict[int, Word]) -> set[int]:
    """Return the places of the first words of content after each negation: the verbs it denies."""
    heads: dict[int, int] = {}
    for word in words:
        if word.start in under and not word.is_stop and not is_light(word):
            heads.setdefault(under[word.start].start, word.start)
    return set(heads.values())


def clashes_somewhere(pair: Pair) -> bool:
    """Whether a verb of the claim is denied in one text alone: it forbids corroboration."""
    ours, theirs = negated_in(pair)
    heads, our_heads = _heads(pair.stretch, theirs), _heads(pair.claim.words, ours)
    return any(
        _is_predicate(one) and _clashes(one, ours, theirs)
        for one in pair.partners
        if one.kind == "opposite" or one.passage.start in heads or one.claim.start in our_heads
    )


def _asserted(pair: Pair, negator: Word) -> bool:
    """Whether the passage asserts the verb that a negation of the claim denies, if it has that verb."""
    verb = next((one for one in pair.partners if one.claim.start > negator.start and _is_predicate(one)), None)
    return verb is None or _asserts(pair, verb)


def _only_says_which(pair: Pair, partner: Partner) -> bool:
    """Whether the verb only says which one is meant: "need" in "everything a president needs is there"."""
    sides = ((pair.claim.text, partner.claim), (pair.passage.text, partner.passage))
    return any(_ONE_MEANT.search(text, max(0, word.start - _ONE_MEANT_REACH), word.start) for text, word in sides)


def _is_of_an_aside(pair: Pair, negator: Word, *, ours: bool) -> bool:
    """Whether what a negation of either side denies only says which one is meant."""
    after = (one for one in pair.partners if (one.claim if ours else one.passage).start > negator.start)
    verb = next((one for one in after if _is_predicate(one)), None)
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


def _same_turned_round(turned: Partner) -> Reason:
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.SUPPORTS,
        strength=AGREE_STRENGTH,
        message=f"“{turned.claim.text}” and “{turned.passage.text}” say the same, one of them being negated",
        claim_spans=(_span(turned.claim),),
        passage_spans=(_span(turned.passage),),
    )


def _facing(pair: Pair, alignment: Alignment) -> Reason | None:
    """Return the clash of a negation that stands in a slot of one text and faces none in the other."""
    if not alignment.close or pair.topic < FACING_TOPIC:
        return None
    lone: list[tuple[Word, bool]] = []
    for slot in alignment.slots:
        ours_alone = _negators(slot.claim, pair.claim.words, pair.claim.text)
        if ours_alone and not _differ(slot) and not any(negation(word) for word in slot.passage):
            lone += [(word, True) for word in ours_alone]  # "did not" beside an aside: "Holm, 29, of Oslo, …"
            continue
        if len(slot.passage) > _SLOT_WORDS or _differ(slot):
            continue  # a clause of its own; or another word stands there ("closed", "not allowed")
        answered = {one.passage.start for one in pair.partners}
        denied = next((at for at, word in enumerate(slot.passage) if negation(word)), 0)
        if any(_tells(word) and word.start not in answered for word in slot.passage[denied:]):
            continue  # it denies a word of its own: "not allowed" beside "closed"
        lone += [(word, True) for word in _negators(slot.claim, pair.claim.words, pair.claim.text)]
        lone += [(word, False) for word in _negators(slot.passage, pair.stretch, pair.passage.text)]
    if len(lone) % 2 == 0 or any(one.kind == "opposite" for one in pair.partners):
        return None
    word, ours = lone[0]
    if ours and any(_differ(slot) for slot in alignment.slots if slot.narrow):
        return None  # "not a French film" beside "an American film"
    if ours and not _asserted(pair, word):
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
        claim_spans=(_span(word),) if ours else (),
        passage_spans=() if ours else (_span(word),),
    )


def _differ(slot: Slot) -> bool:
    sides = (slot.claim, slot.passage)
    return all(any(_tells(word) for word in side) for side in sides)


def _tells(word: Word) -> bool:
    return not (word.is_stop or is_light(word) or negation(word))


def _negators(words: Sequence[Word], whole: Sequence[Word], text: str) -> list[Word]:
    """Return the negations that stand in a side of a slot; a "not" alone there is one even before "only"."""
    alone = len(words) == 1 and words[0].folded in NEGATORS
    return [word for word in words if alone or negates(whole, whole.index(word), text)]


def _half_answered(pair: Pair, claim_under: dict[int, Word], passage_under: dict[int, Word]) -> bool:
    """Whether the claim negates something of which a part has no partner: "not a French film" beside "a film"."""
    answered = {partner.claim.stem for partner in pair.partners}
    rest = [word for word in pair.claim.content if word.start in claim_under and word.stem not in answered]
    return bool(rest) and not any(partner.passage.start in passage_under for partner in pair.partners)


def _is_predicate(partner: Partner) -> bool:
    named = is_name(partner.claim) or (partner.claim.text[0].isupper() and partner.passage.text[0].isupper())
    return not (named or partner.claim.is_number)


_CROSSED = frozenset(["opposite", "turned"])


def _clashes(partner: Partner, claim_under: dict[int, Word], passage_under: dict[int, Word]) -> bool:
    negated = (partner.claim.start in claim_under) != (partner.passage.start in passage_under)
    return negated != (partner.kind in _CROSSED)


def _decisive(opposing: list[Partner], claim_under: dict[int, Word], passage_under: dict[int, Word]) -> bool:
    """Whether opposite words alone decide: they stand for the claim's predicate even where other words agree."""
    return any(one.kind == "opposite" for one in opposing) and not (claim_under or passage_under)


def _denial(pair: Pair) -> Word | None:
    """Return the word by which the passage denies what the claim says, unless the claim has such a word too."""
    if any(word.stem in DENIALS for word in pair.claim.words):
        return None
    return next((word for at, word in enumerate(pair.stretch) if _denies(pair, at)), None)


_EVIDENCE = "evidence"
"""Where there is none that it is so, the source denies it, unless the claim itself speaks of evidence."""


def _denies(pair: Pair, at: int) -> bool:
    """Whether the word denies the claim: "fake passports", "Hoax?" and a denial of something else do not."""
    word = pair.stretch[at]
    start, end = sentence_at(pair.passage.sentences, word.start) or (pair.start, pair.end)
    before = pair.stretch[at - 1].folded if at else ""
    if word.folded == _EVIDENCE and _EVIDENCE not in pair.claim.vocabulary:
        return before in NEGATORS and answered_in(pair, word.end, end) >= LEAST_DENIED
    asked = pair.passage.text[word.end : word.end + 2].strip().startswith("?")
    if asked or word.stem not in DENIALS or _undone(pair, at):
        return False
    if word.folded == "wrong":
        return False  # "wrongly" denies; "wrong" passes judgement
    if word.stem in _ATTRIBUTES:
        follower = pair.stretch[at + 1].stem if at + 1 < len(pair.stretch) else ""
        return (follower in _REPORTS or before in _COPULAS) and answered_in(pair, start, end) >= LEAST_DENIED
    denied = (start, word.start) if before in _COPULAS else (word.end, end)
    return answered_in(pair, *denied) >= LEAST_DENIED or _denies_of_itself(pair, word, *denied)


def _denies_of_itself(pair: Pair, denial: Word, start: int, end: int) -> bool:
    """Whether who is said to deny it is the claim's subject: "Holm, the minister, denied that he had resigned"."""
    if pair.missing or pair.near or start < denial.end:
        return False
    subject = [one.claim.start for one in pair.partners if one.passage.start < denial.start]
    rest = [one for one in pair.partners if start <= one.passage.start < end]
    told = [one.claim.start for one in rest if _is_predicate(one) and not is_light(one.claim)]
    return bool(subject and told) and max(subject) < min(told) and len(subject) + len(rest) == len(pair.partners)


def _undone(pair: Pair, at: int) -> bool:
    """Whether the denial is itself denied: "hard to deny", "nobody denies", "there is no denying"."""
    return any(word.folded in _UNDOING or negation(word) for word in pair.stretch[max(0, at - _SHORT) : at])


_UNDOING = frozenset(["hard", "difficult", "impossible", "few"])
_SHORT = 2  # words before a denial that can undo it


def _clash(
    opposing: list[Partner], claim_under: dict[int, Word], passage_under: dict[int, Word], denial: Word | None
) -> Reason:
    one = next((each for each in opposing if each.kind == "opposite"), opposing[0])
    negator = passage_under.get(one.passage.start) or claim_under.get(one.claim.start)
    if denial is not None:
        message, strength = f"the source denies it (“{denial.text}”)", DENIAL_STRENGTH
        marks: tuple[Word, ...] = (denial,)
    elif one.kind == "opposite":
        message, strength = (
            f"the claim says “{one.claim.text}”; the source says “{one.passage.text}”",
            OPPOSITE_STRENGTH,
        )
        marks = (one.passage,)
    elif one.passage.start in passage_under:
        message, strength = (
            f"the source negates it: “{negator.text if negator else ''} … {one.passage.text}”",
            NEGATION_STRENGTH,
        )
        marks = (negator or one.passage, one.passage)
    else:
        message = (
            f"the claim negates it (“{negator.text if negator else ''} … {one.claim.text}”); the source asserts it"
        )
        strength, marks = NEGATION_STRENGTH, (one.passage,)
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES,
        strength=strength,
        message=message,
        claim_spans=(_span(one.claim),),
        passage_spans=tuple(_span(mark) for mark in marks),
    )


def _agreement(predicates: list[Partner], claim_under: dict[int, Word]) -> Reason:
    one = next(each for each in predicates if each.claim.start in claim_under)
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.SUPPORTS,
        strength=AGREE_STRENGTH,
        message=f"both negate it (“{one.claim.text}”)",
        claim_spans=(_span(one.claim),),
        passage_spans=(_span(one.passage),),
    )


def _span(word: Word) -> Span:
    return Span(word.start, word.end, word.text)
