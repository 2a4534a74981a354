"""Keep whom a pronoun can mean: who spoke in the sentences before, and whom those sentences are about.

Method: after centering, the subject of the foregoing main clause is the likeliest antecedent, then who spoke last; who
is only told, met or quoted about is none. The subject of a sentence is read when a pronoun asks for it, and not before.
Where a paragraph of narration goes on with "she" behind the words of "her editor", she is whom the article is about.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.claims.people.described import GERMAN_SUBJECT, whose_relative
from factcheck.claims.people.pronouns import is_pronoun
from factcheck.claims.people.registry import Registry
from factcheck.claims.people.resolving import group_at, person_at
from factcheck.claims.people.somebody import is_somebody
from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.grammar import MASK, Token, is_finite, tokenize
from factcheck.claims.sentence.masking import Masked
from factcheck.claims.sentence.phrases import NAME_TOKENS
from factcheck.claims.sentence.subjects import main_subject, subject_after
from factcheck.claims.speech.german.phrases import noun_phrase
from factcheck.domain import Claimant, Span
from factcheck.text.names.name_words import is_german_body

PARAGRAPH = 2  # characters between two sentences that stand in two paragraphs, at least
BESIDE_NAME = 60  # characters around a speaker's name in which "her editor" stands
SENTENCES = 3  # how far back the subject of a sentence can be meant
_ONE = frozenset(["he", "she"])
_SUBORDINATES = frozenset(
    ["what", "that", "as", "when", "because", "which", "where", "how", "after", "before", "while"]
)
Pair = tuple[int, int]
Range = tuple[int, int]
_SEVERAL_OR_BODY = frozenset(["they", "them", "their", "it", "its"])
SPEAKERS = 4  # how many different speakers are remembered


@dataclass(slots=True)
class Foregoing:
    """The sentences just read and the speakers so far; `spoken` is the latest first."""

    registry: Registry
    spoken: list[Claimant] = field(default_factory=list)
    _sentences: deque[tuple[Masked, Claimant | None]] = field(default_factory=lambda: deque(maxlen=SENTENCES))

    _ended: int = 0  # where the last speech ended
    _resumed: int = 0  # where the narration behind it began
    _close: set[str] = field(default_factory=set)  # speakers told of as somebody's: "her editor, Ann Lee"

    def spoke(self, claimant: Claimant) -> None:
        """Remember who spoke, where that is known."""
        if is_pronoun(claimant.name):
            return
        others = [one for one in self.spoken if one.name != claimant.name]
        self.spoken = [claimant, *others][:SPEAKERS]

    def read(self, sentence: Masked, speaker: Claimant | None) -> None:
        """Remember a sentence with who spoke in it, if anybody did."""
        if speaker is not None:
            self._ended, self._resumed = sentence.start + len(sentence.text), 0
            if _is_somebody_s(sentence.text, speaker.name):
                self._close.add(speaker.name)
        self._resumed = self._resumed or (sentence.start if speaker is None else 0)
        self._sentences.append((sentence, speaker))

    def forget(self) -> None:
        """Begin a text of its own: a headline is read after the body."""
        self.spoken.clear()
        self._close.clear()
        self._ended = self._resumed = 0
        self._sentences.clear()

    def meant(self, pronoun: str) -> tuple[Claimant, ...]:
        """Return whom a pronoun in the next sentence can mean, the likeliest first."""
        if pronoun.strip().lower() in _SEVERAL_OR_BODY:
            return (*self._group(pronoun.strip().lower()), *self.spoken[:1])
        since = list(self._since())
        main = self._goes_on_with(since, pronoun.strip().lower())
        subjects = [one for sentence in since for one in self._subjects(sentence)]
        sure = [one for one in subjects if self.registry.gender(one)]
        named = [one for sentence in since for one in self._named(sentence)]
        told = [main] if main is not None and self._by_one_close() else []
        german = _german_subject(since[0], pronoun.strip().lower()) if since else None
        told += [german] if german is not None else []
        return (*sure, *told, *self.spoken[:1], *subjects, *named, *self.spoken[1:])

    def is_doubtful(self, pronoun: str, meant: Claimant) -> bool:
        """Tell whether a pronoun may as well mean another: whom the article is about, or their relative just named."""
        word = pronoun.strip().lower()
        if word not in _ONE:
            return False
        since = list(self._since())
        owners = (whose_relative(self.registry, mention) for one in since[:1] for mention in _about(one))
        if any(owner is not None and owner.name == meant.name for owner in owners):
            return True
        main = self._goes_on_with(since, word)
        return main is not None and main.name != meant.name and not self._by_one_close()

    def is_unsettled(self, pronoun: str, meant: Claimant) -> bool:
        """Tell whether "he" or "she" behind a speech may be whoever was named since, as well as who spoke last.

        Where somebody of that gender is the subject since, that person is meant; a name whose gender nothing tells, or
        one that is only told of, leaves it open which of the two is, and so is who goes on after that.
        """
        word = pronoun.strip().lower()
        if word not in _ONE or meant.name not in {one.name for one in self.spoken}:
            return False
        if any(one.name == meant.name for sentence in self._since() for one in self._subjects(sentence)):
            return False
        for sentence, speaker in reversed(self._sentences):
            if speaker is not None and speaker.name == meant.name:
                return False
            named = (one for one in self._named(sentence) if one.name != meant.name)
            left_open = speaker is not None and speaker.name == word
            if left_open or any(self.registry.fits(word, one) for one in named):
                return True
        return False

    def _by_one_close(self) -> bool:
        return bool(self.spoken) and self.spoken[0].name in self._close

    def _goes_on_with(self, since: Sequence[Masked], pronoun: str) -> Claimant | None:
        """Return whom the article is about where a new paragraph of narration behind a speech goes on with "she"."""
        parted = self._resumed - self._ended >= PARAGRAPH
        if not (self.spoken and since and parted and pronoun in _ONE):
            return None
        if any(next((m.text.lower() for m in _about(one)), "") != pronoun for one in since):
            return None
        main = self.registry.main_person(pronoun)
        if main is None or main.name == self.spoken[0].name or self.registry.mentions(self.spoken[0]) > 1:
            return None
        return main.claimant(None, "subject", 0.8)

    def _group(self, pronoun: str) -> Iterator[Claimant]:
        """Yield those whom "they" or "it" means: the subject of the nearest sentence whose subject can speak."""
        for sentence in self._since():
            mention = next(_about(sentence), None) or _leading_name(sentence)
            if mention is None:
                continue
            if found := group_at(self.registry, mention, pronoun):
                yield found
                return
            if (person := person_at(self.registry, mention)) is not None:
                yield person  # one person is neither "they" nor "it", and stands before all others
                return
            if sentence.text[mention.end - sentence.start :].startswith(","):  # "The maker, | Arvo |, denies this"
                yield Claimant(name=mention.text, mention=mention, rule="subject", confidence=0.7)
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
            if owner := whose_relative(self.registry, mention):
                yield owner
            if found := person_at(self.registry, mention):
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


def subject_over(sentence: Masked, pronoun: Pair) -> Pair | None:
    """Return the subject over the clause of "he" or "she": "Lee thanked Arle for what | she | called".

    Of "What worries Lee, | she | said, is" it is whom the sentence begins with.
    """
    tokens = tokenize(sentence.text)
    at = next((k for k, t in enumerate(tokens) if sentence.start + t.start == pronoun[0]), 0)
    if at < 2 or tokens[at].lower not in _ONE:  # noqa: PLR2004
        return None
    if tokens[at - 1].lower in _SUBORDINATES:
        found = main_subject(tokens, at)
    else:
        found = _named_first(tokens, at) if tokens[at - 1].text == "," and tokens[0].lower in ("what", "for") else None
    if found is None or found[1] >= at:
        return None
    return sentence.at(tokens[found[0]].start, tokens[found[1] - 1].end)


def _named_first(tokens: Sequence[Token], end: int) -> Range | None:
    """Return the name that stands first behind a sentence's first word: "What worries | Ann Lee | most, she said"."""
    low = next((k for k in range(1, end) if tokens[k].capital), end)
    high = next((k for k in range(low, end) if not tokens[k].capital), end)
    return (low, high) if low < high else None


def _german_subject(sentence: Masked, pronoun: str) -> Claimant | None:
    """Return who the subject at the head of a German sentence is, where its article has the pronoun's gender."""
    tokens = tokenize(sentence.text)
    phrase = noun_phrase(tokens, 0) if tokens and tokens[0].lower in _ARTICLES.get(pronoun, ()) else None
    if phrase is None:
        return None
    low, high = phrase[0] + 1, phrase[1]
    opened = next((k for k in range(low, high) if tokens[k].text == "„"), high)
    words = sentence.text[tokens[low].start : tokens[opened - 1].end] if low < opened else ""
    head = words.split()[-1].lower() if words else ""
    speaks = is_german_body(head) or head.endswith(_BODIES) or is_somebody(words)
    if not speaks:
        return None
    span = Span(sentence.start + tokens[low].start, sentence.start + tokens[opened - 1].end, words)
    return Claimant(name=words, mention=span, rule=GERMAN_SUBJECT, confidence=0.7)


_BODIES = ("initiative", "partei", "fraktion", "bündnis", "konzern", "unternehmen", "firma", "gemeinde", "präsidium")
_ARTICLES = {"er": ("der", "ein"), "sie": ("die", "eine"), "es": ("das", "ein")}


def _leading_name(sentence: Masked) -> Span | None:
    """Return the name at the head of a sentence where a verb in the present may follow ("The Quay Trust | owns")."""
    tokens = tokenize(sentence.text)
    low = int(bool(tokens) and tokens[0].lower == "the")
    high = next((k for k in range(low, len(tokens)) if not tokens[k].capital), len(tokens))
    if high == low and low:
        return _described_with_name(sentence, tokens)
    if high == low or high == len(tokens) or not tokens[high].lower.endswith("s"):
        return None
    start, end = tokens[low].start, tokens[high - 1].end
    return Span(sentence.start + start, sentence.start + end, sentence.text[start:end])


def _described_with_name(sentence: Masked, tokens: Sequence[Token]) -> Span | None:
    """Return the name in apposition at the head of a sentence: "The maker, | Arvo Ltd |, contradicts this"."""
    comma = next((k for k in range(1, min(len(tokens), NAME_TOKENS)) if tokens[k].text == ","), 0)
    high = next((k for k in range(comma + 1, len(tokens)) if not tokens[k].capital), len(tokens))
    closed = high + 1 < len(tokens) and tokens[high].text == "," and tokens[high + 1].lower.endswith("s")
    if not comma or high == comma + 1 or not closed:
        return None
    start, end = tokens[comma + 1].start, tokens[high - 1].end
    return Span(sentence.start + start, sentence.start + end, sentence.text[start:end])


def _with_name(tokens: Sequence[Token], high: int) -> int:
    """Return where a phrase ends with the name in apposition to it ("the bishop of Arle, the poet Ruth Lee")."""
    if high + 2 >= len(tokens) or tokens[high].text != ",":  # a name has two words
        return high
    limit = min(len(tokens), high + 1 + 2 * NAME_TOKENS)
    end = next((k for k in range(high + 1, limit) if not tokens[k].word), limit)
    plain = not any(is_finite(token) for token in tokens[high + 1 : end])
    return end if plain and tokens[end - 1].capital and tokens[end - 2].capital else high


def _is_somebody_s(sentence: str, name: str) -> bool:
    """Tell whether a speaker is told of as somebody's: "Her editor, Ann Lee", "Ann Lee, Hill’s agent"."""
    at = sentence.find(name.rsplit(maxsplit=1)[-1])
    if at < 0:
        return False
    end = at + len(name.rsplit(maxsplit=1)[-1])
    return bool(_WHOSE.search(sentence[max(0, at - BESIDE_NAME) : at]) or _WHOSE_BEHIND.match(sentence, end))


_WHOSE = re.compile(r"\b(?:[Hh]er|[Hh]is|[A-Z][\w-]+[’']s?)\s(?:[a-z-]+\s){0,4}[a-z-]+,?\s(?:[A-Z][\w.’'-]*\s){0,3}$")
_WHOSE_BEHIND = re.compile(r",\s(?:her|his|[A-Z][\w-]+[’']s?)\s[a-z]")


def _subordinate(sentence: Masked, speaker: Claimant) -> bool:
    """Tell whether a speaker stands in a clause beside the main one ("After Lee said it was late, Hill left")."""
    if speaker.mention is None:
        return False
    before = sentence.text[: max(0, speaker.mention.start - sentence.start)].split()
    return bool(before) and before[-1].lower().strip(",") in grammar.CONJUNCTIONS - {"but", "so", "yet", "as"}


__all__ = ["Foregoing", "subject_over"]
