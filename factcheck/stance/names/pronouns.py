"""A pronoun two sentences on, and what it stands for: "The Holm plant is new. It lies in Skei. It employs 400".

The last sentence tells of the plant, and no sentence has both. It is put beside what its pronoun stands for, all else
of the passage blanked out in place. Only where one thing can be meant: every sentence between goes on with the same
pronoun, the claim's subject is that of the first one (or all that a person does something to), and no other person, or
no other body and no object, stands there that the pronoun could be of.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.domain import NameKind, Reason, Span
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.pair import Pair, answered_stems
from factcheck.stance.reading.texts import is_light, is_name, words_between
from factcheck.text.names.finding import find_names
from factcheck.text.names.gazetteer import FIRST_NAMES
from factcheck.text.names.sameness import same_name
from factcheck.text.words import Word

_PERSONS = {"he": "his", "she": "her"}
_THINGS = {"it": "its"}
_GERMAN = {"er": "sein", "sie": "ihr", "es": "sein"}
_POSSESSIVE = {**_PERSONS, **_THINGS, **_GERMAN}
_ARTICLE = {"er": "der", "sie": "die", "es": "das"}
_DETERMINERS = frozenset(
    """a an the its his her this that these those another some many several der die das den dem ein eine einen einem
    einer seine seinen ihre ihren""".split()  # noqa: SIM905
)
_NO_OBJECT_AFTER = frozenset(
    """in on at of to for from with by near off along across over under between after before during since until as than
    is was are were be been has had have and or
    im am an auf bei mit von vom zu zum zur aus nach vor seit bis für durch über unter als ist war hat hatte und oder
    wurde wird""".split()  # noqa: SIM905
)
"""Words behind which a noun with an article is no object of a verb that the next "it" could be of."""
_FEWEST_BETWEEN = 2


def with_antecedent(pair: Pair) -> str | None:
    """Return the passage with all blanked out, in place, but a sentence that a pronoun opens and what that stands for.

    None where no such sentence tells of the claim.
    """
    if pair.passage.vocabulary.isdisjoint(_POSSESSIVE):
        return None
    sentences = pair.passage.sentences
    for at in range(_FEWEST_BETWEEN, len(sentences)):
        first = _opener(pair, at)
        if first is None or first.folded not in _POSSESSIVE:
            continue
        begins = at - 1
        while begins and _goes_on(pair, begins, first.folded):
            begins -= 1
        subject = _subject(pair, sentences[at]) if at - begins >= _FEWEST_BETWEEN else ()
        span = _antecedent(pair, subject, begins, first) if subject else None
        if span is not None:
            text, (_, end) = pair.passage.text, sentences[at]
            told = text[span[0] : span[1]]
            return " " * span[0] + told + " " * (first.end - span[1]) + text[first.end : end] + " " * (len(text) - end)
    return None


def in_place(reasons: list[Reason], passage: str) -> list[Reason]:
    """Return the reasons with what they point at in the passage as it stands there."""
    return [
        replace(one, passage_spans=tuple(Span.cut(passage, span.start, span.end) for span in one.passage_spans))
        for one in reasons
    ]


def _opener(pair: Pair, at: int) -> Word | None:
    start, end = pair.passage.sentences[at]
    return next(iter(words_between(pair.passage.words, start, end)), None)


def _goes_on(pair: Pair, at: int, pronoun: str) -> bool:
    """Whether a sentence opens with the same pronoun, or with what is of it: "Its roof …"."""
    word = _opener(pair, at)
    if word is None:
        return False
    mine = _POSSESSIVE[pronoun]
    return word.folded in (pronoun, mine) or (pronoun in _GERMAN and word.folded == f"{mine}e")


def _subject(pair: Pair, sentence: tuple[int, int]) -> tuple[Word, ...]:
    """Return the words of the claim before its figures and what the sentence answers, where that says something."""
    told = answered_stems(pair, *sentence)
    content = pair.claim.content
    first = next((at for at, word in enumerate(content) if word.stem in told or word.is_number), 0)
    said = [word for word in content[first:] if word.stem in told and not (is_name(word) or word.is_number)]
    return content[:first] if any(not is_light(word) for word in said) else ()


def _antecedent(pair: Pair, subject: tuple[Word, ...], at: int, pronoun: Word) -> tuple[int, int] | None:
    """Return the bounds of what a pronoun stands for in a sentence, where nothing else there can be meant."""
    start, end = pair.passage.sentences[at]
    words = words_between(pair.passage.words, start, end)
    places = _run(words, {word.stem for word in subject})
    if places is None:
        return None
    before, after = words[: places[0]], words[places[1] :]
    bounds = words[places[0]].start, words[places[1] - 1].end
    persons = {
        one.name
        for one in find_names(pair.passage.text)
        if one.kind is NameKind.PERSON and start <= one.span.start < pronoun.start
    }
    opens = all(word.is_stop or word.folded in _DETERMINERS for word in before)
    name = pair.passage.text[bounds[0] : bounds[1]]
    if pronoun.folded in _PERSONS or (pronoun.folded in _GERMAN and persons):
        alone = bool(persons) and all(same_name(one, name) or one in name for one in persons)
        return bounds if opens and alone else None
    if pronoun.folded in _ARTICLE and (not before or before[-1].folded != _ARTICLE[pronoun.folded]):
        return None
    if any(map(_is_known, persons)) and opens and any(one in name or name in one for one in persons):
        return None  # a person is no "it"
    done_to = len(persons) == 1 and all(map(_is_known, persons)) and sum(map(_is_said, before)) == 1
    if not (opens or done_to):
        return None
    return None if _has_object(after) or _has_rival(pair, start, end, bounds) else bounds


def _is_known(person: str) -> bool:
    """Whether a name is surely that of a person: firms are told by two words with capitals, too."""
    return person.split(maxsplit=1)[0].casefold() in FIRST_NAMES


def _is_said(word: Word) -> bool:
    return word.text.islower() and not word.is_stop


def _run(words: tuple[Word, ...], stems: set[str]) -> tuple[int, int] | None:
    """Return the first and last place of a run of words that has all stems, with none but small words between."""
    places = [at for at, word in enumerate(words) if word.stem in stems]
    if {words[at].stem for at in places} != stems:
        return None
    first, last = places[0], places[-1] + 1
    inside = all(word.is_stop or word.stem in stems for word in words[first:last])
    return (first, last) if inside else None


def _has_object(words: tuple[Word, ...]) -> bool:
    """Whether a thing is named as what is done to: "bought a ship", and not "lies on the coast"."""
    return any(
        word.folded in _DETERMINERS and (at == 0 or words[at - 1].folded not in _NO_OBJECT_AFTER)
        for at, word in enumerate(words)
    )


def _has_rival(pair: Pair, start: int, end: int, bounds: tuple[int, int]) -> bool:
    """Whether another body, or a name of an unknown kind, stands in the sentence: it could be of that one."""
    return any(
        start <= one.span.start < end
        and not (bounds[0] <= one.span.start < bounds[1])
        and not (one.kind is NameKind.PLACE or (one.kind is NameKind.PERSON and _is_known(one.name)))
        and not _is_in_place(pair.passage.text, one.span.start)
        for one in find_names(pair.passage.text)
    ) and not is_in_german(pair.passage.text)


def _is_in_place(text: str, at: int) -> bool:
    """Whether a name stands behind a word of place: "in Skei", of which nobody need know that it is a town."""
    return text[max(0, at - 3) : at].lower().endswith(("in ", "im ", "at "))
