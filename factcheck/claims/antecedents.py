"""Keep whom a pronoun can mean: who spoke in the sentences before, and whom those sentences are about.

Method: after centering, the subject of the foregoing main clause is the likeliest antecedent, then who spoke last; who
is only told, met or quoted about is none. The subject of a sentence is read when a pronoun asks for it, and not before.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.claims import grammar
from factcheck.claims.grammar import MASK, Token, is_finite, tokenize
from factcheck.claims.masking import Masked
from factcheck.claims.phrases import NAME_TOKENS
from factcheck.claims.registry import Registry
from factcheck.claims.subjects import main_subject, subject_after
from factcheck.domain import Claimant, Span

SENTENCES = 3  # how far back the subject of a sentence can be meant
_SEVERAL_OR_BODY = frozenset(["they", "them", "their", "it", "its"])
SPEAKERS = 4  # how many different speakers are remembered


@dataclass(slots=True)
class Foregoing:
    """The sentences just read and the speakers so far; `spoken` is the latest first."""

    registry: Registry
    spoken: list[Claimant] = field(default_factory=list)
    _sentences: deque[tuple[Masked, Claimant | None]] = field(default_factory=lambda: deque(maxlen=SENTENCES))

    def spoke(self, claimant: Claimant) -> None:
        """Remember who spoke, where that is known."""
        if self.registry.is_pronoun(claimant.name):
            return
        others = [one for one in self.spoken if one.name != claimant.name]
        self.spoken = [claimant, *others][:SPEAKERS]

    def read(self, sentence: Masked, speaker: Claimant | None) -> None:
        """Remember a sentence with who spoke in it, if anybody did."""
        self._sentences.append((sentence, speaker))

    def forget(self) -> None:
        """Begin a text of its own: a headline is read after the body."""
        self.spoken.clear()
        self._sentences.clear()

    def meant(self, pronoun: str) -> tuple[Claimant, ...]:
        """Return whom a pronoun in the next sentence can mean, the likeliest first."""
        if pronoun.strip().lower() in _SEVERAL_OR_BODY:
            return (*self._group(pronoun.strip().lower()), *self.spoken[:1])
        since = list(self._since())
        subjects = [one for sentence in since for one in self._subjects(sentence)]
        sure = [one for one in subjects if self.registry.gender(one)]
        named = [one for sentence in since for one in self._named(sentence)]
        return (*sure, *self.spoken[:1], *subjects, *named, *self.spoken[1:])

    def _group(self, pronoun: str) -> Iterator[Claimant]:
        """Yield those whom "they" or "it" means: the subject of the nearest sentence whose subject can speak."""
        for sentence in self._since():
            mention = next(_about(sentence), None) or _leading_name(sentence)
            if mention is None:
                continue
            if found := self.registry.group_at(mention, pronoun):
                yield found
                return
            if (person := self.registry.person_at(mention)) is not None:
                yield person  # one person is neither "they" nor "it", and stands before all others
                return

    def _since(self) -> Iterator[Masked]:
        """Yield the sentences since the last speech, the nearest first; that of a speech only where it adjoins one."""
        for sentence, speaker in reversed(self._sentences):
            if speaker is None or _subordinate(sentence, speaker):
                yield sentence
            if speaker is not None:
                return

    def _subjects(self, sentence: Masked) -> Iterator[Claimant]:
        for mention in _about(sentence):
            if found := self.registry.person_at(mention):
                yield found

    def _named(self, sentence: Masked) -> Iterator[Claimant]:
        """Yield the persons that a sentence names outside its quotations."""
        for name in self.registry.names_in(sentence.start, sentence.start + len(sentence.text)):
            person = self.registry.people.get(name.name)
            if person is not None and sentence.text[name.span.start - sentence.start] != MASK:
                yield person.claimant(name.span, "named", 0.6)


def _about(sentence: Masked) -> Iterator[Span]:
    """Yield the subject of a sentence's main clause, and who did it where that is passive ("was praised by Lee")."""
    tokens = tokenize(sentence.text)
    ranges = [main_subject(tokens, len(tokens))]
    ranges += [
        subject_after(tokens, k)
        for k in range(2, len(tokens))
        if tokens[k].lower == "by" and tokens[k - 1].lower.endswith("ed")
    ]
    for low, bare in filter(None, ranges):
        high = _with_name(tokens, bare)
        start, end = tokens[low].start, tokens[high - 1].end
        yield Span(sentence.start + start, sentence.start + end, sentence.text[start:end])


def _leading_name(sentence: Masked) -> Span | None:
    """Return the name at the head of a sentence where a verb in the present may follow ("The Quay Trust | owns")."""
    tokens = tokenize(sentence.text)
    low = int(bool(tokens) and tokens[0].lower == "the")
    high = next((k for k in range(low, len(tokens)) if not tokens[k].capital), len(tokens))
    if high == low or high == len(tokens) or not tokens[high].lower.endswith("s"):
        return None
    start, end = tokens[low].start, tokens[high - 1].end
    return Span(sentence.start + start, sentence.start + end, sentence.text[start:end])


def _with_name(tokens: Sequence[Token], high: int) -> int:
    """Return where a phrase ends with the name in apposition to it ("the bishop of Arle, the poet Ruth Lee")."""
    if high + 2 >= len(tokens) or tokens[high].text != ",":  # a name has two words
        return high
    limit = min(len(tokens), high + 1 + 2 * NAME_TOKENS)
    end = next((k for k in range(high + 1, limit) if not tokens[k].word), limit)
    plain = not any(is_finite(token) for token in tokens[high + 1 : end])
    return end if plain and tokens[end - 1].capital and tokens[end - 2].capital else high


def _subordinate(sentence: Masked, speaker: Claimant) -> bool:
    """Tell whether a speaker stands in a clause beside the main one ("After Lee said it was late, Hill left")."""
    if speaker.mention is None:
        return False
    before = sentence.text[: max(0, speaker.mention.start - sentence.start)].split()
    return bool(before) and before[-1].lower().strip(",") in grammar.CONJUNCTIONS - {"but", "so", "yet", "as"}


__all__ = ["Foregoing"]
