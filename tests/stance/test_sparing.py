"""What is asked of a passage only where its words stand there: to ask less may never change what is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.stance.figures.bearer import _may_lead, _slots
from factcheck.stance.names.shared import marks_of
from factcheck.stance.predicates.cues import cues_of, kinds_told
from factcheck.stance.predicates.denials import _is_none_of_it, both_lack_evidence
from factcheck.stance.reading.lexicon import opposites
from factcheck.stance.reading.negations import may_negate, negations_of
from factcheck.stance.reading.pair import align
from factcheck.stance.reading.slots import alike, comparable
from factcheck.stance.reading.texts import folded_of, read, words_between, words_read
from factcheck.stance.rulings.reviewed import RATING_OF_ITS_OWN, statements_ruled_on
from factcheck.text.words import STOP_WORDS, split_words

_WORDS = """
    Marby council said it would not sell the two ferries no one denied hoax untrue never failed to didn't won’t May may
    made up? “quoted” according to reports US U.S. 1,200 7th O’Neill rule out see eye to eye Lithuanian capital"""
_TEXTS = st.lists(st.sampled_from([*_WORDS.split(), ".", "?", "\n"]), max_size=14).map(" ".join)
_NAMES = st.sampled_from(
    [
        *("Kyiv", "Kiev", "Zelensky", "Selenskyj", "Anna Lind", "A. Lind", "Lind", "NATO", "North Atlantic Treaty"),
        *("United States", "US", "Americans", "Denmark", "Danish", "The Hague", "Tim Roth", "Timothy Roth", "Marby"),
        *("World Health Organization", "WHO", "Kobane", "Kobani", "Mr Holm", "Anders Holm", "Europe", "European"),
    ]
)


@given(_TEXTS)
def test_the_kinds_of_cues_are_those_that_are_counted(text: str) -> None:
    words = read(text).words
    assert kinds_told(words, text) == {kind for kind, times in cues_of(words, text).items() if times}


@given(_TEXTS)
def test_a_text_that_may_not_negate_negates_nothing(text: str) -> None:
    assert may_negate(read(text)) or not negations_of(text)


@given(_NAMES, st.lists(_NAMES, min_size=1, max_size=4))
def test_a_name_that_none_of_the_others_may_be_is_none_of_them(name: str, others: list[str]) -> None:
    likely = any(alike(name, other) or comparable(name, other) for other in others)
    assert marks_of(others).may_have(name) or not likely


@given(_TEXTS)
def test_a_text_that_is_not_kept_is_read_as_one_that_is(text: str) -> None:
    assert words_read(text) == read(text).words
    assert read(text).content_stems == {word.stem for word in read(text).content}


@given(_TEXTS)
def test_what_a_spelling_tells_of_a_word_is_told_of_each(text: str) -> None:
    for word in split_words(text):
        assert word.is_stop == (word.folded in STOP_WORDS and word.text != "May")
        assert word.is_number == word.text[0].isdigit()
    assert ("May" in folded_of(split_words(text))) == ("May" in text.split())


@given(
    st.lists(st.sampled_from(["Rating: False.", "RULING – true", "We rate this", "Mostly True", "rated", "a", "\n"]))
)
def test_every_rating_that_the_pattern_knows_is_found(words: list[str]) -> None:
    text = " ".join(words)
    assert len(statements_ruled_on(text)) == len(RATING_OF_ITS_OWN.findall(text))


_TOLD = st.lists(
    st.sampled_from(
        [
            *(
                "The",
                "the",
                "ferry",
                "car",
                "park",
                "harbour",
                "firm",
                "teachers",
                "nurses",
                "She",
                "it",
                "Marby",
                "Halm",
            ),
            *(
                "opened",
                "closed",
                "cost",
                "sold",
                "rose",
                "fell",
                "in",
                "May",
                "1960",
                "no",
                "evidence",
                "sign",
                "that",
            ),
            *("nothing", "to", "suggest", "was", "new", ",", ".", "."),
        ]
    ),
    min_size=3,
    max_size=18,
).map(" ".join)


@given(_TOLD, _TOLD)
def test_where_nothing_can_stand_for_what_leads_the_claim_nothing_does(claim: str, passage: str) -> None:
    pair = align(claim, passage)
    for bounds in pair.passage.sentences:
        assert _may_lead(pair, bounds) or not [*_slots(pair, bounds, ((), ()), leading=True)]


@given(_TOLD, _TOLD)
def test_two_texts_lack_evidence_where_each_of_them_says_so(claim: str, passage: str) -> None:
    pair = align(claim, passage)
    said = [any(_is_none_of_it(words, at) for at in range(len(words))) for words in (pair.claim.words, pair.stretch)]
    assert both_lack_evidence(pair) == all(said)


@given(_TOLD, _TOLD)
def test_a_word_without_its_like_finds_its_opposite(claim: str, passage: str) -> None:
    pair = align(claim, passage)
    taken = {one.passage.stem for one in pair.partners}
    for word in pair.missing:
        assert not any(opposites(word.stem, one.stem) for one in pair.stretch if one.stem not in taken)


@given(_TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_words_between_two_places_are_those_that_begin_there(text: str, start: int, end: int) -> None:
    words = read(text).words
    assert words_between(words, start, end) == tuple(word for word in words if start <= word.start < end)
