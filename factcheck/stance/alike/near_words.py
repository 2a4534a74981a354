"""Two words that a stem, a spelling or a dictionary takes for one, and that say two things: "employer" and "employee".

Levels: *the same, or not told*; *another* (the source has the other word of a pair, and the claim's nowhere in the
stretch), which forbids corroboration. Asked only of what would else be called corroborated: what stands for a word is
chosen to find passages, where a word too many costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.stand_ins import are_body_and_staff
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.text.words import Word, fold

STRENGTH = 0.5
_TABLE = """
father dad stepfather | mother mum mom stepmother
husband groom | wife bride
widow widowed | widower
actor | actress
minister | ministry ministries
councillor councilor | council
refugee | refuge
referee | reference referendum
robber | robbery
burglar | burglary
buyer | purchase
lender | loan bank
borrower | loan debt
named appointed appoint installed | nominated nominee nomination nominate
extradited extradition extradite | expelled deported deportation
policy policies | police
university universities | universe
general | generation
author | authority authorities
commune | communist | community communities
object | objective
opera | operation
organ | organisation organization
county counties | country countries
statue | statute
collision | collusion
conservation | conversation
infection infected | injection injected | inspection inspected
explosion | implosion
resolution | revolution
emission | mission | commission
bridge | bride
widow | window
prince | price
contract | contact
desert | dessert
personal | personnel
principal | principle
statement | state
moral | morale
causal | casual
started start | stated
founded | funded
protested protest | protected
expanded extended | expended
defeated | defected | detected
repealed | revealed | repeated
invested | infested
indicted | indicated
revised | revived
prescribed | proscribed
charged | changed
inflation | inflammation
trial | trail
"""


def _groups() -> Mapping[str, Mapping[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for number, line in enumerate(_TABLE.strip().splitlines()):
        for group, words in enumerate(line.split("|")):
            for word in words.split():
                found.setdefault(fold(word), {})[number] = group
    return found


_GROUPS = _groups()
_ENDINGS = (("er", "ee"), ("or", "ee"), ("man", "woman"), ("men", "women"))
_PERSONS = frozenset(["spokesman", "spokeswoman", "spokesmen", "spokeswomen"])
"""Who says the same for the same body, whoever it is."""
_SHORTEST = 2  # letters before such an ending
_SOME = frozenset(["some", "few", "many", "most", "several", "other", "both", "all", "no", "those", "these"])
_SIDES = ("claim", "passage")
_HOW = frozenset(["drown", "drowns", "drowned"])
"""What tells how somebody died, and is more than a source has that tells of the death alone."""


def compare_near_words(pair: Pair) -> Reason | None:
    """Return a reason where a word of the source answers one of the claim that is only near to it."""
    for one in pair.partners:
        ours, theirs = one.claim.folded, one.passage.folded
        if ours == theirs or one.kind not in ("same", "synonym", "spelling") or ours in pair.told:
            continue
        if are_body_and_staff(one.claim, one.passage) and _are_all(pair, one):
            continue
        more = ours in _HOW and theirs not in _HOW
        if more or _are_paired(ours, theirs) or _is_no_slip(one) or _differ_in_table(pair, ours, theirs):
            return Reason(
                comparator="wording",
                facet=Facet.WHAT,
                polarity=Polarity.CONTEXT,
                strength=STRENGTH,
                message=f"differs: {one.claim.text} / {one.passage.text}",
                claim_spans=(Span(one.claim.start, one.claim.end, one.claim.text),),
                passage_spans=(Span(one.passage.start, one.passage.end, one.passage.text),),
            )
    return None


def _are_all(pair: Pair, one: Partner) -> bool:
    """Whether neither of two words is told of some only: "three councillors", "Labour councillors", "former judges"."""
    ours = _told_before(pair.claim.words, one.claim)
    theirs = _told_before(pair.stretch, one.passage)
    stems = [word.stem for word in (ours, theirs) if word is not None and not word.is_stop]
    some = any(word is not None and (word.is_number or word.folded in _SOME) for word in (ours, theirs))
    return not some and (not stems or (len(stems) == len(_SIDES) and stems[0] == stems[1]))


def _told_before(words: Sequence[Word], word: Word) -> Word | None:
    at = next((place for place, each in enumerate(words) if each.start == word.start), 0)
    return words[at - 1] if at else None


def _are_paired(ours: str, theirs: str) -> bool:
    """Whether two words name the two sides of something: "employer" and "employee", "chairman" and "chairwoman"."""
    if ours in _PERSONS and theirs in _PERSONS:
        return False
    one, other = _bare(ours), _bare(theirs)
    return any(
        first.endswith(left)
        and second.endswith(right)
        and first.removesuffix(left) == second.removesuffix(right)
        and len(second) - len(right) >= _SHORTEST
        for left, right in _ENDINGS
        for first, second in ((one, other), (other, one))
    )


def _is_no_slip(one: Partner) -> bool:
    """Whether two words of nearly one spelling begin with other letters: "reported" is no slip for "deported"."""
    small = one.claim.text[0].islower() and one.passage.text[0].islower()
    return one.kind == "spelling" and small and one.claim.folded[0] != one.passage.folded[0]


def _differ_in_table(pair: Pair, ours: str, theirs: str) -> bool:
    left, right = _of_table(ours), _of_table(theirs)
    classes = [number for number in left.keys() & right.keys() if left[number] != right[number]]
    return any(
        not any(_of_table(word).get(number) == left[number] for word in pair.told if word in _GROUPS)
        for number in classes
    )


def _of_table(word: str) -> Mapping[int, int]:
    return _GROUPS.get(word) or _GROUPS.get(_bare(word), {})


def _bare(word: str) -> str:
    """Return a word without the "s" of a plural."""
    return word if word.endswith("ss") else word.removesuffix("s")
