"""A teaser put anywhere into an article changes none of its claims."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Disposition

PUBLISHED = date(2024, 6, 8)
TEASER = "See also Seven cafés closed in Northam after the flood"


def told(text: str) -> list[tuple[object, ...]]:
    return [
        (c.verbatim, c.claimant and c.claimant.name, c.form, c.content, c.said_on and c.said_on.iso)
        for c in extract_claims(text, published=PUBLISHED).claims
    ]


def aside(text: str) -> list[str]:
    sentences = extract_claims(text, published=PUBLISHED).sentences
    return [s.text for s in sentences if s.disposition is Disposition.TEASER]


@pytest.mark.parametrize(
    "line",
    [
        "See also Thousands of protesters in Hong Kong undeterred by tear gas and water.",
        "See also Mayor releases a report on the old mill, firing back at her critics.",
        "See also: Council votes to close the harbour for good.",
        "SEE ALSO: Bakers Fear For Their Trade After New Tax.",
    ],
)
@pytest.mark.parametrize("where", ["{0}\n\n{1}", "{1}\n\n{0}", "{1}\n{0}", "{1} {0}", "{0}\n{1}"])
def test_a_teaser_with_a_full_stop_is_set_aside_whole(line: str, where: str) -> None:
    body = "Paul Dorn told The Courier on Monday that no bus will be cut before May. The road was closed for days."
    text = f"It was cold in the valley.\n\n{where.format(line, body)}\n\nMore snow fell on the town."
    assert aside(text) == [line]
    assert told(text) == told(f"It was cold in the valley.\n\n{body}\n\nMore snow fell on the town.")


@pytest.mark.parametrize("line", ["See also Bakers win prize in Arle.", "Read more: The Mill And Its Owners"])
def test_a_teaser_with_a_line_of_text_below_it_ends_with_its_line(line: str) -> None:
    text = f"{line}\nThat's because it is.\n\nIt was cold in the valley and snow fell for days."
    assert aside(text) == [line]


def test_speech_over_two_paragraphs_goes_on_past_a_teaser() -> None:
    said = "“It is late,” Ann Reed said. “But we will hold a vote to save the old bridge.", "“It was built in 1931.”"
    assert told(f"{said[0]}\n\n{TEASER}\n\n{said[1]}") == told("\n\n".join(said))
    assert {who for _, who, *_ in told("\n\n".join(said))} == {"Ann Reed"}


def test_a_long_teaser_makes_no_speech_another_occasion() -> None:
    long = " ".join(["See also Seven cafés closed in Northam"] + ["after the flood of the century"] * 6)
    first = "Ann Reed said on Monday that the dam holds. "
    second = "Reed said that the quay had been closed by then."
    between = "\n\n".join(f"It rained in the town of Arle for {k} hours." for k in range(20, 52))
    plain = f"{first}{between} {second}"
    assert len(between) + len(long) > 1500 > len(between) + 60  # the reach of an occasion
    assert told(f"{first}{between}\n\n{long}\n\n{second}")[-1] == told(f"{first}{between}\n\n{second}")[-1]
    assert told(plain)[-1][:2] == ("the quay had been closed by then", "Ann Reed")


def test_the_lines_of_a_summary_state_something_on_both_sides_of_a_teaser() -> None:
    lines = ["Key points", "- The mill was closed in 1990", "- Lee: the council lost 40 jobs"]
    body = "It was cold in the valley and snow fell for days. The road to Arle was closed."
    plain = "\n".join(["A headline about the mill", "", *lines, "", body])
    with_teaser = plain.replace(lines[2], f"{TEASER}\n{lines[2]}")
    assert told(with_teaser) == told(plain)
    assert any("40 jobs" in str(one[0]) for one in told(plain))


def test_a_date_line_behind_a_teaser_is_one() -> None:
    body = "WILMINGTON, Del. – Ann Reed is in the race for the office of mayor."
    text = f"The race begins\n\n{TEASER}\n{body}\n\nIt was cold."
    found = extract_claims(text, published=PUBLISHED)
    assert [s.text for s in found.sentences if s.disposition is Disposition.DATELINE] == ["WILMINGTON, Del. –"]
    assert "Ann Reed is in the race for the office of mayor." in [c.verbatim for c in found.claims]


@pytest.mark.parametrize(
    "curly",
    [
        "“They will say it is late. It is not. ‘Even so it counts,’ they say… “It is another matter, and it is late.”",
        "He said “it is late and “nobody came” to the hall. It rained.",
        "“I stood still to calm it,’’ Ann Reed said of the day. It rained.",
    ],
)
def test_quotations_in_quotations_are_read_by_either_shape_of_marks(curly: str) -> None:
    straight = curly.translate(str.maketrans("“”’‘", "\"\"''"))
    more = "\n\n“And the road is closed,” Paul Dorn said."
    spans = [
        [(c.start, c.end, c.form, c.claimant and c.claimant.name) for c in extract_claims(text).claims]
        for text in (curly + more, straight + more.replace("“", '"').replace("”", '"'))
    ]
    assert spans[0] == spans[1]


@pytest.mark.parametrize("marks", ["’’", "''", "’'", "'’"])
def test_two_single_marks_close_a_quotation_whatever_their_shape(marks: str) -> None:
    [claim] = extract_claims(f'"I stood still to calm it,{marks} Ann Reed said.').claims
    assert claim.verbatim == f'"I stood still to calm it,{marks}'


def test_a_signed_quotation_with_another_left_open_in_it_is_one_by_either_shape_of_marks() -> None:
    curly = "It rained.\n\n“The road is open… “It is late and nobody came.”\n\nAnn Reed, The Courier\n\nIt was cold."
    for text in (curly, curly.replace("“", '"').replace("”", '"')):
        first = extract_claims(text).claims[0]
        assert first.end - first.start == len("“The road is open… “It is late and nobody came.”")
        assert first.claimant
        assert first.claimant.name.startswith("Ann Reed")


BODY = (
    "Paul Dorn told The Courier on Monday that no bus will be cut before May.\n\n"
    "The road to Arle was closed for days, the council said.\n\n“It was built in 1931,” said Ann Reed."
)


@pytest.mark.parametrize(
    "cue", ["See also ", "See also: ", "READ MORE: ", "MORE: ", "Related: ", "Lesen Sie auch: ", "Mehr zum Thema: "]
)
@pytest.mark.parametrize("where", ["{0}{1}", "{0} {1}", "{0}\n{1}", "{0}\n\n{1}"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_cue_glued_behind_a_paragraph_with_or_without_a_blank_changes_no_claim(cue: str, where: str, at: int) -> None:
    paragraphs = BODY.split("\n\n")
    paragraphs[at] = where.format(paragraphs[at], f"{cue}Seven cafés closed in Northam after the flood")
    assert told("\n\n".join(paragraphs)) == told(BODY)


@pytest.mark.parametrize(
    "text", ["“Read More Books” is her campaign, Ann Reed said.", "Sir Thomas More: a life was sold for £9."]
)
def test_words_of_a_cue_that_point_to_no_story_stay(text: str) -> None:
    assert not aside(f"It was cold in the valley. {text} More snow fell.")


def test_the_words_of_the_article_tell_where_its_paragraph_begins() -> None:
    article = (
        "Border Patrol agents found 40 people near Arle on Monday. The Border Patrol agents had been asked to help.\n\n"
        "“We were lost for days,” said Ann Reed, one of those who were found. The council thanked the agents of the "
        "Border Patrol for their work, and said that nobody was hurt. It has paid for food and blankets since then.\n\n"
        "{}Border Patrol agents say the numbers dropped when the new fence was built."
    )
    teaser = "See also Mayor protests with airline workers in Detroit "
    assert told(article.format(teaser)) == told(article.format(""))


def test_speech_left_open_goes_on_with_who_speaks_behind_a_teaser() -> None:
    first = "Mayor Bo Lind called the plan “a gamble”.\n\n“The first boat leaves at seven."
    second = "“It is always full, and it carries 120 people,” Ann Marsh said."
    plain = f"{first}\n\n{second}"
    for joined in (f"{first} {TEASER}\n\n{second}", f"{first}\n{TEASER}\n\n{second}"):
        assert told(joined) == told(plain)
    assert [who for words, who, *_ in told(plain) if "seven" in str(words)] == ["Ann Marsh"]


@pytest.mark.parametrize(
    "joined", ["14 November 2024 See also: Quay fees rise", "14 November 2024\nSee also: Quay fees rise"]
)
def test_a_date_line_before_a_teaser_is_one(joined: str) -> None:
    found = extract_claims(f"Bridge closes\n\n{joined}\n\nThe bridge was closed on Monday. It cost £4m.")
    assert found.published == date(2024, 11, 14)
    assert [c.verbatim for c in found.claims] == ["The bridge was closed on Monday.", "It cost £4m."]


def test_a_teaser_names_nobody_who_answers() -> None:
    body = "\n\nQ: When did you begin?\nA: I began in 1994.\n\nQ: And now?\nA: Now there are 47 pairs of gulls."
    assert told(f"The man who counts\nSee also: Who is Ben Holt?{body}") == told(f"The man who counts{body}")
