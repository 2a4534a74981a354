"""Properties of every extraction: teasers, the shape of quotation marks and a second run change no claim."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.domain import Claim
from tests.bench.growing import PIECES
from tests.counting import calls_of

SENTENCES = [
    "“The road is open,” said Ann Reed.",
    "Paul Dorn told The Courier that “no bus will be cut” before May.",
    "“We have to wait,” the mayor’s aide said, “until the ice melts.”",
    "She called it “a very good day” for all.",
    "According to police, three cars burned on 2 June.",
    "The dam holds nine million litres.",
    "On Monday the firm said it would appeal, and prices fell by 3%.",
    "“Is it enough?” he asked. “I doubt that it is.”",
    "Don’t the voters’ wishes count?",
]
HEADLINES = ["Seven cafés closed in Northam", "Bakers win prize", "Fire destroys old mill at Arle"]
PARAGRAPHS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=4)
PUBLISHED = date(2024, 6, 8)


def what(claim: Claim, text: str) -> tuple[object, ...]:
    speaker = claim.claimant.name if claim.claimant else None
    return claim.verbatim, speaker, claim.form, claim.content, claim.said_on.iso if claim.said_on else None


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, st.sampled_from(HEADLINES), st.data())
def test_see_also_changes_no_claim(paragraphs: list[list[str]], headline: str, data: st.DataObject) -> None:
    lines = [" ".join(sentences) for sentences in paragraphs]
    at = data.draw(st.integers(0, len(lines) - 1))
    glued = list(lines)
    alone = data.draw(st.booleans())
    glued[at] += f"\n\nSee also {headline}" if alone else f" See also {headline}"
    plain, other = "\n\n".join(lines), "\n\n".join(glued)
    before = [what(c, plain) for c in extract_claims(plain, published=PUBLISHED).claims]
    after = [what(c, other) for c in extract_claims(other, published=PUBLISHED).claims]
    assert before == after


@pytest.mark.parametrize(
    "headline", [*HEADLINES, "Mayor resigns over harbour deal", "Storm leaves thousands without power"]
)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_see_also_at_the_front_changes_no_claim(headline: str, sentence: str) -> None:
    plain, glued = (f"It was cold.\n\n{front}{sentence}\n\nMore snow fell." for front in ("", f"See also {headline} "))
    before = [what(c, plain) for c in extract_claims(plain, published=PUBLISHED).claims]
    after = [what(c, glued) for c in extract_claims(glued, published=PUBLISHED).claims]
    assert before == after


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_curly_and_straight_marks_change_no_claim(paragraphs: list[list[str]]) -> None:
    curly = "\n\n".join(" ".join(sentences) for sentences in paragraphs)
    straight = curly.translate(str.maketrans("“”’", '""\''))
    spans = [
        [
            (c.start, c.end, c.form, c.claimant.mention.start if c.claimant and c.claimant.mention else None)
            for c in found.claims
        ]
        for found in (extract_claims(text, published=PUBLISHED) for text in (curly, straight))
    ]
    assert spans[0] == spans[1]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from([*SENTENCES, "\n", "“", '"', "’", ":", ",", " said", "Lee", "(", "—", "¤"])
        | st.text(max_size=5)
    )
)
def test_spans_hold_and_nothing_is_lost_in_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = extract_claims(text)
    covered = {at for s in found.sentences for at in range(s.start, s.end)}
    assert all(at in covered for at, char in enumerate(text) if not char.isspace())
    assert all(text[c.start : c.end] == c.verbatim for c in found.claims)
    assert found == extract_claims(text)


@pytest.mark.parametrize(
    "piece",
    [
        "It rained on Monday. See also Cats win a prize. ",
        "It rained. Photo: Ann Reed. ",
        "Lee left and also said it was late and then also said ",
        "Lee and Hill and ",
        "a.a",
        "Read more: Cats Win Prize The dog left. ",
        "and also went and then also came ",
        "Lee, who said, ",
    ],
)
def test_a_pattern_repeated_in_one_line_is_read_to_its_end(piece: str) -> None:
    text = piece * 300
    assert extract_claims(text).sentences[-1].end == len(text.rstrip())


LINEAR = 5.0  # four times the text may take so many times as many calls; what is quadratic takes sixteen


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    calls = []
    for length in (4_000, 16_000):
        text = (piece * (length // len(piece) + 1))[:length]
        calls.append(calls_of(lambda text=text: extract_claims(text)))
    assert calls[1] < LINEAR * calls[0]


@pytest.mark.parametrize(
    "curly",
    [
        "The mayor’s critics called the plan ‘a waste’ and ‘the council’s worst idea since 1999’.",
        "The farmers’ union called the deal ‘a farce’.",
        "In the ’90s the town had ‘300 boats’, Ann Reed claimed.",
    ],
)
def test_single_marks_of_either_shape_change_no_claim(curly: str) -> None:
    straight = curly.translate(str.maketrans("‘’", "''"))
    spans = [[(c.start, c.end, c.form) for c in extract_claims(text).claims] for text in (curly, straight)]
    assert spans[0] == spans[1] != []
