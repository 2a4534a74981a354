"""Keep who spoke last and how long ago, and resolve a mention to its speaker by whom the sentences before tell of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from factcheck.claims.findings import Findings
from factcheck.claims.people.antecedents import Foregoing, subject_over
from factcheck.claims.people.described import is_aged
from factcheck.claims.people.pronouns import is_pronoun
from factcheck.claims.people.resolving import person_at, resolve
from factcheck.claims.sentence.masking import Masked
from factcheck.claims.speech.attribution import Attribution
from factcheck.domain import Claimant, Span

DOUBT = 0.5  # of the confidence that is left where a pronoun may as well mean somebody else
WITHIN = 0.8  # of the confidence that is left where a pronoun means the subject of its own sentence
CONTINUES = 2  # sentences after which a quotation no longer continues the last speaker's
_NOBODY = frozenset(["it", "one", "this", "these", "everyone", "nobody", "some", "few", "many", "others", "another"])


@dataclass(slots=True)
class Speakers:
    """Who speaks in an article; `last` is the speaker before, `gap` how many sentences ago."""

    known: Findings
    last: Claimant | None = None
    gap: int = 0
    foregoing: Foregoing = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nobody heard."""
        self.foregoing = Foregoing(self.known.registry)

    def spoke(self, claimant: Claimant | None) -> None:
        """Remember who spoke in the sentence just read, if anybody did."""
        if claimant is not None:
            self.last, self.gap = claimant, 0
            self.foregoing.spoke(claimant)

    def forget(self) -> None:
        """Begin a text of its own: nobody spoke before it."""
        self.last, self.gap = None, CONTINUES + 1
        self.foregoing.forget()

    def within(self, sentences: int) -> Claimant | None:
        """Return the last speaker, if they spoke so many sentences ago at most and are somebody; None: nobody did."""
        last = self.last if self.gap <= sentences else None
        return last if last and last.name.lower() not in _NOBODY else None

    def speaker_of(self, one: Attribution, masked: Masked) -> Claimant | None:
        """Return who says what is attributed: a pronoun may mean the subject of its own sentence."""
        if one.mention is None:
            return None
        mention = Span.cut(self.known.text, *one.mention)
        within = subject_over(masked, one.mention) if is_pronoun(mention.text) else None
        above = person_at(self.known.registry, Span.cut(self.known.text, *within)) if within else None
        if above is not None and self.known.registry.fits(mention.text, above):
            return replace(above, mention=mention, rule=one.rule, confidence=round(one.confidence * WITHIN, 3))
        return self.resolve(mention, one.rule, one.confidence)

    def resolve(self, mention: Span, rule: str, confidence: float) -> Claimant:
        """Return the claimant that `mention` names, less surely where a pronoun may as well mean another."""
        pronoun = is_pronoun(mention.text)
        asks = pronoun or is_aged(mention.text)
        heard = self.foregoing.meant(mention.text) if asks else self.foregoing.spoken
        found = resolve(self.known.registry, mention, heard, rule=rule, confidence=confidence)
        if pronoun and self.foregoing.is_unsettled(mention.text, found):
            name, left = mention.text.strip().lower(), round(confidence * DOUBT * DOUBT, 3)
            return Claimant(name=name, mention=mention, rule=rule, confidence=left)
        doubtful = pronoun and self.foregoing.is_doubtful(mention.text, found)
        return replace(found, confidence=round(found.confidence * DOUBT, 3)) if doubtful else found


__all__ = ["CONTINUES", "Speakers"]
