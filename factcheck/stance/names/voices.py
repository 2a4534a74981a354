"""Active and passive: "the government signed the treaty" beside "the treaty was signed by the government".

What the words of a text do in it is told from the verb outwards, over the small words that go with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.negations import negation
from factcheck.stance.reading.pair import ALIKE, Pair, Partner
from factcheck.stance.words.partisans import FOLDED_SIDES
from factcheck.text.words import Word, stem

STRENGTH = 0.5
BEING = frozenset(["was", "were", "is", "are", "been", "be", "being"])
_HELPING = BEING | frozenset(
    """has have had did does do also then later first who which eventually itself ever""".split()  # noqa: SIM905
)
_REACH = 8
"""Words behind a verb among which "by" names the one who did it, and the object stands."""
_CLAUSE_MARKS = frozenset(",;:()“”„—–")

OWNING = frozenset("own owns owned belong belongs belonged besitzt besaß gehört gehörte".split())  # noqa: SIM905
"""Verbs that mean much the same without being told of the same side: who owns it does not belong to it."""


def is_helping(word: Word) -> bool:
    """Whether a word goes with a verb, and may stand between it and its subject: "has", "never", "finally"."""
    return word.folded in _HELPING or word.folded.endswith("ly") or negation(word)


def is_passive(words: Sequence[Word], at: int) -> bool:
    """Whether the verb at a place stands in the passive: behind "was", or with a "by" right behind it."""
    helping = takewhile(is_helping, reversed(words[:at]))
    return any(word.folded in BEING for word in helping) or (at + 1 < len(words) and words[at + 1].folded == "by")


_SAYS = r"(?:sa(?:id|ys?)|announced|reported|confirmed|added|stated|told [a-z]+|wrote)"
_BEHIND_COMMA = re.compile(rf",[”\"“]?(?P<said> (?:according to|{_SAYS}))?(?: [\w’'-]+){{0,3}}? \Z")
_SPEAKING = re.compile(rf"(?: [\w’'-]+){{0,4}}? {_SAYS}\b")
_DONE_BY_OFFICE = frozenset(
    map(
        stem,
        """arrested detained fined charged indicted sentenced convicted acquitted jailed imprisoned dismissed fired
        sacked hired suspended recalled seized confiscated impounded questioned searched raided evacuated
        deported expelled released banned revoked summoned stopped rescued""".split(),  # noqa: SIM905
    )
)
"""What police, prosecutors, courts and firms do, and tell of as "three men were arrested, police said"."""

_KILLED = stem("killed")
"""What an army does to those that it fights: "six rebels were killed, the army said"."""


def tells_behind(text: str, verb: Word, teller: Word) -> bool:
    """Whether a word behind a verb only says what is told: "were arrested, police said", "…, according to police"."""
    between = _BEHIND_COMMA.search(text, verb.end, teller.start)
    return between is not None and (between["said"] is not None or _SPEAKING.match(text, teller.end) is not None)


def is_turned_by_voice(pair: Pair) -> bool:
    """Whether one text says in the passive what the other one says in the active, of the same two sides of a verb.

    Or of the act of an office, of which that office only tells in the passive: "three men were arrested, police said".
    """
    if any(_is_own_act(words, verb) for words, verb, _ in _tellers(pair)):
        return True
    if ("by" in pair.told) == ("by" in pair.claim.vocabulary):
        return False
    ours = (pair.claim.words, pair.claim.text), (pair.stretch, pair.passage.text)
    met = [one for one in pair.partners if one.kind in ALIKE]
    active, passive = ours if "by" in pair.told else ours[::-1]
    sides = (0, 1) if "by" in pair.told else (1, 0)
    return any(_is_turned(active, passive, verb, met, sides) for verb in met)


def only_teller(pair: Pair) -> Reason | None:
    """Return that who does it in the claim only tells of it in the passage: "12 were killed, the army said"."""
    for words, verb, teller in _tellers(pair):
        if words is pair.stretch and not _is_own_act(words, verb):
            return Reason(
                comparator="modality",
                facet=Facet.WHO,
                polarity=Polarity.CONTEXT,
                strength=STRENGTH,
                message=f"the source does not say that “{teller.text}” did it, only that it was said",
                passage_spans=(Span(teller.start, teller.end, teller.text),),
            )
    return None


def _tellers(pair: Pair) -> Iterator[tuple[Sequence[Word], Word, Word]]:
    """Yield the words that have it in the passive, the verb, and who tells of it and does it in the other text."""
    met = [one for one in pair.partners if one.kind in ALIKE] if "," in pair.claim.text + pair.aligned.text else []
    for words, text, sides in (
        (pair.stretch, pair.passage.text, [(one.claim, one.passage) for one in met]),
        (pair.claim.words, pair.claim.text, [(one.passage, one.claim) for one in met]),
    ):
        active = pair.claim.words if words is pair.stretch else pair.stretch
        for does, done in sides:
            if not is_passive(words, words.index(done)) or is_passive(active, active.index(does)):
                continue
            doers = (other for one, other in sides if one.start < does.start and other.start > done.end)
            teller = next((one for one in doers if tells_behind(text, done, one)), None)
            if teller is not None:
                yield words, done, teller


def _is_own_act(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb tells what is the act of an office or firm, with nobody named who did it."""
    at = words.index(verb)
    fought = verb.stem == _KILLED and not FOLDED_SIDES.isdisjoint(word.folded for word in words[:at])
    named = any(word.folded == "by" for word in words[at + 1 :][:_REACH])
    return (fought or verb.stem in _DONE_BY_OFFICE) and not named


_Side = tuple[Sequence[Word], str]


def _is_turned(active: _Side, passive: _Side, verb: Partner, met: Sequence[Partner], sides: tuple[int, int]) -> bool:
    """Whether who does it stands before a verb and behind its "by", and what it is done to the other way round.

    `sides`: the place in a pair of words of that of the active text, and of that of the passive one.
    """
    both = [(one.claim, one.passage) for one in met]
    to_passive = {words[sides[0]].start: words[sides[1]].start for words in both if words[0] is not verb.claim}
    words, text = active
    at = words.index((verb.claim, verb.passage)[sides[0]])
    subject = next((word for word in reversed(words[:at]) if not is_helping(word)), None)
    objects = _behind(words, text, at)
    words, text = passive
    at = words.index((verb.claim, verb.passage)[sides[1]])
    behind = _behind(words, text, at)
    by = next((place for place, word in enumerate(behind) if word.folded == "by"), None)
    if by is None or subject is None or not is_passive(words, at):
        return False
    agents = {word.start for word in behind[by + 1 :]}
    done_to = next((word.start for word in reversed(words[:at]) if not is_helping(word)), None)
    found = [to_passive.get(word.start) for word in objects]
    return to_passive.get(subject.start) in agents and done_to is not None and done_to in found


def _behind(words: Sequence[Word], text: str, at: int) -> list[Word]:
    """Return the words behind a verb up to a mark of a clause."""
    found: list[Word] = []
    last = words[at]
    for word in words[at + 1 : at + 1 + _REACH]:
        if not _CLAUSE_MARKS.isdisjoint(text[last.end : word.start]):
            break
        found.append(word)
        last = word
    return found
