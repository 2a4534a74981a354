"""What becomes of the claims of an earlier revision: which claim of the new one takes over the decisions on which.

Compared is the earlier revision as it reads with the accepted wordings that the new one has. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.claims import bounds
from factcheck.claims.accounting import overlapping
from factcheck.claims.wording import open_words
from factcheck.domain import LISTED, Claim, ClaimState, ReviewState, Revision, Sentence, WordingState
from factcheck.review.aligning import Alignment, align, form_of, pair_changed
from factcheck.review.reworded import AsAccepted, as_accepted
from factcheck.review.staging import has_decisions
from factcheck.review.wording import holds
from factcheck.workbench.edited import iso, same_person
from factcheck.workbench.revisions import own_id

if TYPE_CHECKING:
    from factcheck.store.reading import Reader

_STANDING = frozenset({*LISTED, ReviewState.WITHDRAWN})

Known = tuple[Claim, ClaimState]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heir:
    """A claim that takes over the decisions on an `old` one; `reworded`: it has the words that were accepted."""

    old: Claim
    new: Claim
    changed: bool
    by_hand: bool = False
    reworded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What becomes of the claims of an earlier revision, and which `fresh` ones are new."""

    heirs: tuple[Heir, ...]
    fresh: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    orphans: tuple[Claim, ...]


def plan_for(
    reader: Reader, parent: Revision, revision: Revision, sentences: Sequence[Sentence], fresh: Sequence[Claim]
) -> Plan:
    """Say what becomes of each claim of an earlier revision; changes nothing."""
    everything = [(claim, reader.state(claim.id)) for claim in reader.claims(parent.id)]
    before = reader.sentences(parent.id) or ()
    read = as_accepted(parent.text, before, everything, revision.text, sentences)
    compared = _Comparison(parent, revision, read, sentences, fresh)
    heirs, left = _settled(compared, [(c, s) for c, s in everything if s.review_state in _STANDING])
    gone = {compared.place(c) for c, s in everything if s.review_state not in _STANDING}
    free = _free(fresh, heirs, gone)
    more, orphans = _paired(compared, [(c, s) for c, s in left if not compared.was_cut(c, s)], free)
    heirs += more
    taken = {heir.old.id for heir in heirs} | {claim.id for claim in orphans}
    removed = tuple(claim for claim, _ in left if claim.id not in taken)
    extracted = {heir.new.id for heir in heirs if not heir.by_hand}
    new = tuple(c for c in fresh if c.id in extracted or (c in free and not _is_within(c, heirs)))
    return Plan(heirs=tuple(heirs), fresh=new, removed=removed, orphans=tuple(orphans))


class _Comparison:
    """Both revisions, sentence by sentence."""

    def __init__(
        self,
        parent: Revision,
        revision: Revision,
        read: AsAccepted,
        after: Sequence[Sentence],
        fresh: Sequence[Claim],
    ) -> None:
        self.read = read
        self.after = after
        found = align([one.text for one in read.sentences], [one.text for one in after])
        self._places = _places(read.sentences, after, found)
        self._same = found.same
        self.changed = {**found.changed, **{i: found.same[i] for i in read.pieces if i in found.same}}
        """Which sentence took the place of one that was changed, be it as was accepted."""
        self.orphans = found.orphans
        self._revision = revision
        self._other_day = revision.published != parent.published
        self._extracted = {(claim.start, claim.end): claim for claim in fresh}

    def sentences_of(self, claim: Claim) -> list[int]:
        """Return the sentences of the earlier revision that a claim of it stands in."""
        return _sentences_at(self.read.at[claim.id], self.read.sentences)

    def place(self, claim: Claim) -> tuple[int, int] | None:
        """Return where a claim stands now, if all its sentences are the same and follow each other still."""
        now = [self._same.get(i) for i in self.sentences_of(claim)]
        first = now[0] if now else None
        if first is None or now != list(range(first, first + len(now))) or claim.id in self.read.within:
            return None
        at = self.read.at[claim.id]
        start, last = self._places.get(at[0]), self._places.get(at[1] - 1)
        return None if start is None or last is None else (start, last + 1)

    def heir(self, old: Claim) -> Heir | None:
        """Return the claim at the place of an old one: as it is extracted now, or as a person had made it."""
        place = self.place(old)
        if place is None:
            return None
        reworded = old.id in self.read.reworded
        extracted = self._extracted.get(place)
        if extracted:
            changed = not _same_claimant(extracted, old) or self._redated(extracted, old, reworded=reworded)
            changed = changed or (not reworded and form_of(extracted.text).text != form_of(old.text).text)
        else:
            (made,) = bounds.claims_at(self._revision.text, [(place, old)], published=self._revision.published)
            changed = bool(made.dates if reworded else old.dates) and self._other_day
        new = extracted or own_id(made, self._revision)
        changed = changed or old.id in self.read.beside or self._points_elsewhere(old, new)
        return Heir(old=old, new=new, changed=changed, by_hand=extracted is None, reworded=reworded)

    def _points_elsewhere(self, old: Claim, new: Claim) -> bool:
        """Tell whether a claim points back ("denied this") and the sentence before it is another one now."""
        if not open_words(new):
            return False
        here = self.sentences_of(old)[0]
        there = self._same[here]
        before, now = self.read.sentences[:here][-1:], self.after[:there][-1:]
        return [form_of(one.text).text for one in before] != [form_of(one.text).text for one in now]

    def _redated(self, now: Claim, then: Claim, *, reworded: bool) -> bool:
        """Dates within words that were accepted are signed with them, as long as they are read from the same day."""
        if not reworded:
            return _facts(now) != _facts(then)
        return iso(now.said_on) != iso(then.said_on) or (bool(now.dates) and self._other_day)

    def was_cut(self, claim: Claim, state: ClaimState) -> bool:
        """Tell whether a claim's words were to be cut, and are gone from where they stood."""
        if state.wording is None or state.wording.state is not WordingState.CUT:
            return False
        own = self.sentences_of(claim)
        if any(i in self.orphans for i in own):
            return not holds(self._revision.text, claim.verbatim)
        there = [self.after[self.changed[i]].text for i in own if i in self.changed]
        return not any(holds(one, claim.verbatim) for one in there)


def _settled(compared: _Comparison, standing: Sequence[Known]) -> tuple[list[Heir], list[Known]]:
    """Return the heirs of the claims whose sentences are the same, and the claims that are left."""
    heirs: list[Heir] = []
    left: list[Known] = []
    for claim, state in standing:
        heir = compared.heir(claim)
        if heir is None or (heir.changed and state.removal):
            left.append((claim, state))
        else:
            heirs.append(heir)
    return heirs, left


def _paired(compared: _Comparison, left: Sequence[Known], free: Sequence[Claim]) -> tuple[list[Heir], list[Claim]]:
    """Pair the claims of sentences that were changed; return heirs, and the decided claims that cannot be placed."""
    heirs: list[Heir] = []
    orphans: list[Claim] = []
    for i in range(len(compared.read.sentences)):
        old = [(c, s) for c, s in left if compared.sentences_of(c)[:1] == [i] and s.removal is None]
        unsure = i in compared.orphans
        if i in compared.changed:
            there = compared.changed[i]
            new = [c for c in free if _sentences_at((c.start, c.end), compared.after)[:1] == [there]]
            pairs = pair_changed([c.verbatim for c, _ in old], [c.verbatim for c in new])
            led = {**pairs.same, **pairs.changed}
            heirs += [Heir(old=old[a][0], new=new[b], changed=True) for a, b in led.items()]
            old = [old[a] for a in pairs.orphans]
            unsure = True
        orphans += [claim for claim, state in old if unsure and has_decisions(state)]
    return heirs, orphans


def _is_within(claim: Claim, heirs: Sequence[Heir]) -> bool:
    """Tell whether a claim is a part of words that were signed before they stood here."""
    made = (heir.new for heir in heirs if heir.by_hand and heir.reworded and not heir.changed)
    return any(one.start <= claim.start and claim.end <= one.end for one in made)


def _places(before: Sequence[Sentence], after: Sequence[Sentence], found: Alignment) -> dict[int, int]:
    """Map each character of a sentence that is the same to where it stands now."""
    places: dict[int, int] = {}
    for i, j in found.same.items():
        here, there = form_of(before[i].text).places, form_of(after[j].text).places
        places |= {before[i].start + a: after[j].start + b for a, b in zip(here, there, strict=True)}
    return places


def _sentences_at(at: tuple[int, int], sentences: Sequence[Sentence]) -> list[int]:
    return [i for i, one in enumerate(sentences) if one.start < at[1] and at[0] < one.end]


def _facts(claim: Claim) -> tuple[Any, ...]:
    return iso(claim.said_on), [one.iso for one in claim.dates]


def _same_claimant(one: Claim, other: Claim) -> bool:
    return same_person(one.claimant, other.claimant)


def _free(fresh: Sequence[Claim], heirs: Sequence[Heir], gone: Iterable[tuple[int, int] | None]) -> list[Claim]:
    """Return the claims that nobody is the heir of, but those in whose place a person had put others."""
    taken = {heir.new.id for heir in heirs}
    replaced = set(gone)
    made = [heir.new for heir in heirs if heir.by_hand]
    return [
        claim
        for claim in fresh
        if claim.id not in taken
        and not ((claim.start, claim.end) in replaced and overlapping(made, claim.start, claim.end))
    ]
