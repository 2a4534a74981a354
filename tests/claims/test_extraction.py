"""From an article to its claims: who, when, which form, what is set aside, and the properties of every extraction."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.claims.page.published import find_published
from factcheck.domain import Block, Claim, Content, Disposition, Extraction, Form, LayoutHint

ARTICLE = """ date 2024-03-14 Mayor Hill admits that the new bridge will open late

The bridge over the Arle will open two years late, said Joan Hill, mayor of Arlebrook, in an interview with The Courier.

On March 11, council treasurer Paul Dorn said that the work has cost 40 million euros, and the county will pay half.

See also Seven cafés closed in Northam We must finish this before winter Joan Hill Mayor of Arlebrook

According to him, the delay was “nobody’s fault.”

The minister urged residents to be patient. Is that enough?

The first pillar was built in 1998.

Subscribe to our newsletter
"""


def extraction() -> Extraction:
    return extract_claims(ARTICLE)


def claim(words: str) -> Claim:
    return next(c for c in extraction().claims if words in c.verbatim)


def test_the_date_line_anchors_and_is_reported() -> None:
    assert extraction().published == date(2024, 3, 14)
    assert extraction().published_from == "text"
    assert extract_claims(ARTICLE, published=date(2020, 1, 1)).published_from == "given"


def test_speaker_after_the_content() -> None:
    found = claim("two years late")
    assert found.verbatim == "The bridge over the Arle will open two years late"
    assert found.claimant is not None
    assert (found.claimant.name, found.claimant.office) == ("Joan Hill", "mayor of Arlebrook")
    assert found.form is Form.INDIRECT
    assert found.medium.startswith("The Courier")
    assert found.said_on is not None
    assert found.said_on.iso == "../2024-03-14"


def test_a_sentence_is_split_at_and_with_a_subject_of_its_own() -> None:
    first, second = claim("40 million"), claim("county will pay")
    assert first.verbatim == "the work has cost 40 million euros"
    assert second.verbatim == "the county will pay half"
    assert second.content is Content.PREDICTION
    assert first.said_on is not None
    assert first.said_on.iso == "2024-03-11"
    assert [q.unit for q in first.quantities] == ["EUR"]


def test_teaser_and_caption_are_set_aside_and_the_quotation_keeps_its_speaker() -> None:
    found = claim("before winter")
    assert found.verbatim == "We must finish this before winter"
    assert found.form is Form.DIRECT
    assert found.claimant is not None
    assert found.claimant.name == "Joan Hill"
    aside = {s.text: s.disposition for s in extraction().sentences}
    assert aside["See also Seven cafés closed in Northam"] is Disposition.TEASER
    assert aside["Joan Hill Mayor of Arlebrook"] is Disposition.CAPTION
    assert aside["Subscribe to our newsletter"] is Disposition.BOILERPLATE
    assert aside["Is that enough?"] is Disposition.QUESTION


def test_narration_is_a_claim_without_claimant() -> None:
    found = claim("first pillar")
    assert found.form is Form.NONE
    assert found.claimant is None
    assert found.verbatim == "The first pillar was built in 1998."
    assert [d.iso for d in found.dates] == ["1998-01-01/1998-12-31"]


def test_a_headline_that_repeats_the_body_is_an_appearance() -> None:
    appearing = [c for c in extraction().claims if c.appearances]
    assert len(appearing) == 1
    assert appearing[0].appearances[0].block is Block.HEADLINE


def test_a_format_hint_wins() -> None:
    text = "The council met.\n\nIt voted for the plan."
    found = extract_claims(text, layout=[LayoutHint(start=0, end=16, block=Block.HEADING)])
    assert [s.disposition for s in found.sentences] == [Disposition.HEADING, Disposition.CLAIMS]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“It works,” police said.", "police", "“It works,”"),
        ("It works, two people briefed on the talks said.", "two people briefed on the talks", "It works"),
        ("“It works,” he said. “It is fine.”", "he", "“It works,”"),
        ("A town spokesman told reporters on Monday that it works well.", "a town spokesman", "it works well"),
        ("According to police, three cars burned.", "police", "three cars burned"),
    ],
)
def test_any_noun_phrase_may_speak(text: str, speaker: str, content: str) -> None:
    first = extract_claims(text).claims[0]
    assert first.claimant is not None
    assert first.claimant.name == speaker
    assert first.verbatim == content


def test_curly_and_straight_marks_give_the_same_spans() -> None:
    curly = "“The road is open,” said Ann Reed. She called it “a very good day” for all."
    straight = curly.replace("“", '"').replace("”", '"')
    spans = [[(c.start, c.end) for c in extract_claims(t).claims] for t in (curly, straight)]
    assert spans[0] == spans[1]


@pytest.mark.parametrize("text", ["", " \n\t", "\x1b[31m", "[/b]", "\ud800", "?" * 50, "“" * 50])
def test_odd_texts_are_read(text: str) -> None:
    assert extract_claims(text).sentences is not None


PIECES = st.sampled_from(
    [
        "The mayor said ",
        "“It is so,” ",
        "See also ",
        "On June 2, ",
        "Joan Hill Mayor ",
        "NATO ",
        "\n\n",
        ". ",
        "he told ",
        '"',
        "’",
        ", and ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join))
def test_every_extraction_accounts_for_the_whole_text(text: str) -> None:
    found = extract_claims(text, published=date(2024, 3, 14))
    assert found == extract_claims(text, published=date(2024, 3, 14))
    last, covered = 0, set()
    for sentence in found.sentences:
        assert last <= sentence.start < sentence.end
        assert text[sentence.start : sentence.end] == sentence.text
        covered |= set(range(sentence.start, sentence.end))
        last = sentence.end
        overlapping = [c for c in found.claims if c.start < sentence.end and c.end > sentence.start]
        assert (sentence.disposition is Disposition.CLAIMS) == bool(overlapping)
    assert all(i in covered for i, char in enumerate(text) if not char.isspace())
    for one in found.claims:
        assert text[one.start : one.end] == one.verbatim
        assert 0 <= one.check_worthiness <= 1
        for span in (*one.quotations, *(n.span for n in one.names), *(q.span for q in one.quantities)):
            assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        (" date 2023-06-08 A headline", "2023-06-08"),
        ("LONDON, June 8, 2023 (Wire) - It rained.", "2023-06-08"),
        ("Title\nPublished 3 May 2021\n\nText", "2021-05-03"),
        ("Title\n\n8 June 2023\n\nText", "2023-06-08"),
    ],
)
def test_date_lines(text: str, iso: str) -> None:
    found = find_published(text)
    assert found is not None
    assert found.iso == iso


def test_a_date_in_the_text_is_no_date_line() -> None:
    assert find_published("The bridge opened on 3 May 2021 in the rain.") is None


def test_a_year_in_a_relative_clause_does_not_date_the_words() -> None:
    text = "Reed, whose boat sank in 2009, said that the harbour was closed."
    (found,) = [c for c in extract_claims(text).claims if "harbour" in c.verbatim]
    assert found.said_on is None or found.said_on.start is None


def test_a_german_speaker_after_kritisierte_is_named() -> None:
    text = "„Wir haben den Vertrag niemals gesehen“, kritisierte Jana Brandt."
    (found,) = extract_claims(text).claims
    assert found.claimant is not None
    assert found.claimant.name == "Jana Brandt"


def test_a_day_is_inherited_by_what_is_said_soon_after_and_not_by_what_is_said_far_below() -> None:
    first = "Anna Lind said on Monday that the bridge will close. “It is old,” Lind said."
    between = "The bridge is long and was built of stone. " * 40
    claims = extract_claims(f"{first} {between}“It has a crack,” Lind said.", published=date(2024, 3, 14)).claims
    told, soon, late = [c for c in claims if c.claimant]
    assert told.said_on is not None
    assert (told.said_on.iso, told.said_on.inherited) == ("2024-03-11", False)
    assert soon.said_on is not None
    assert (soon.said_on.iso, soon.said_on.inherited) == ("2024-03-11", True)
    assert late.said_on is not None
    assert late.said_on.iso == "../2024-03-14"


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("Anna Lind, who was elected on 3 May 2019, said that the bridge will close.", None),
        ("Anna Lind, who became mayor on May 3, 2019, said on Tuesday that the bridge will close.", "2024-03-12"),
        ("“The law is unjust,” said Anna Lind, who was elected on 3 May 2019.", None),
        ("“It will close,” said Anna Lind, whose firm was founded on 3 May 2011, on Monday.", "2024-03-11"),
        ("The mayor criticised the law, which was passed on 3 May 2019.", None),
        ("“The law is unjust,” said Anna Lind in a letter that was published on 3 May 2019.", "2019-05-03"),
        ("In a speech that she gave on 3 May 2019, Anna Lind said that the bridge will close.", "2019-05-03"),
        ("Anna Lind, who spoke on 3 May 2019, said that the bridge will close.", "2019-05-03"),
    ],
)
def test_a_date_in_an_aside_is_that_of_its_event(text: str, said_on: str | None) -> None:
    found = next(c for c in extract_claims(text, published=date(2024, 3, 14)).claims if c.cue)
    assert found.said_on is not None
    assert (found.said_on.iso if found.said_on.start else None) == said_on


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("Anna Lind will open the quay on Saturday, and said that the bridge will close.", None),
        ("The council voted on Monday to close the quay, and Lind said that the bridge is old.", None),
        ("Anna Lind bought the quay on Monday and said that the bridge is old.", None),
        ("Anna Lind, the author of a report published in May 2018, said that the bridge is old.", None),
        ("A report published in May 2018 said that the bridge is old.", "2018-05-01/2018-05-31"),
        ("According to a report published in May 2018, the bridge is old.", "2018-05-01/2018-05-31"),
        ("In a speech on repairs that were made in May 2018, Lind said that the bridge is old.", None),
        ("In a report published in May 2018, Lind said that the bridge is old.", "2018-05-01/2018-05-31"),
        ("“The bridge is old,” Anna Lind said before leaving the council in May 2018.", None),
        ("Anna Lind says last week she crossed the bridge by night.", None),
        ("Anna Lind said that the bridge will close on Saturday.", None),
        ("Anna Lind said this week that the bridge is old.", "2024-03-11/2024-03-14"),
        ("Anna Lind promised to open the quay on Monday.", None),
        ("Anna Lind criticised the 2018 law on bridges.", None),
        ("Anna Lind criticised Monday’s ruling.", None),
        ("In 2018, Anna Lind told the council that the bridge is old.", "2018-01-01/2018-12-31"),
        ("On Monday in Arle, as the council met, Anna Lind said that the bridge is old.", "2024-03-11"),
        ("Anna Lind, in a speech on Monday, said that the bridge is old.", "2024-03-11"),
        ("Anna Lind told voters at a Monday night rally that the bridge is old.", "2024-03-11"),
        ("Anna Lind on Monday called the bridge a disgrace and suggested that it should close.", "2024-03-11"),
        ("Sales fell, and on Monday Anna Lind said that the bridge is old.", "2024-03-11"),
    ],
)
def test_a_date_is_that_of_the_saying_only_in_the_clause_of_its_verb(text: str, said_on: str | None) -> None:
    dated = [c for c in extract_claims(text, published=date(2024, 3, 14)).claims if c.cue]
    assert dated
    for claim in dated:
        assert claim.said_on is not None
        assert (claim.said_on.iso if claim.said_on.start else None) == said_on


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday, Anna Lind will say that the bridge is old.",
        "Anna Lind said on 20 March that the bridge is old.",
        "Anna Lind said on 20 March 2024 that the bridge is old. “It will close,” she said.",
    ],
)
def test_nothing_was_said_after_it_was_published(text: str) -> None:
    published = date(2024, 3, 14)
    for claim in extract_claims(text, published=published).claims:
        assert claim.said_on is not None
        assert claim.said_on.end is not None
        assert claim.said_on.end <= published


def test_words_of_years_ago_do_not_date_what_the_speaker_says_below() -> None:
    text = "Anna Lind said in May 2018 that the quay is old. “It has a crack,” Lind said.\n\n“It is closed,” Lind said."
    then, there, now = extract_claims(text, published=date(2024, 3, 14)).claims
    assert [c.said_on.iso for c in (then, there, now) if c.said_on] == [
        "2018-05-01/2018-05-31",
        "2018-05-01/2018-05-31",
        "../2024-03-14",
    ]


@pytest.mark.parametrize(("end", "kept"), [("U.S.", "U.S."), ("town.", "town")])
def test_the_last_stop_of_initials_is_not_the_sentences(end: str, kept: str) -> None:
    (claim,) = extract_claims(
        f"Senator Moe said the bill would double the number of workers allowed into the {end}"
    ).claims
    assert claim.verbatim.endswith(f"into the {kept}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill burnt down in 2019.",
        "The court upheld the ban.",
        "Farmers withdrew the petition in May.",
        "Nine in ten agree with that.",
        "Historians still debate the cause of the fire.",
        "Members of the council approach the wreck every week.",
        "Islanders hold a majority in the lower house.",
    ],
)
def test_what_happens_is_a_claim_whatever_its_verb(sentence: str) -> None:
    found = extract_claims(f"The day in short\n\n{sentence}")
    assert [claim.verbatim for claim in found.claims] == [sentence]


@pytest.mark.parametrize(
    "words", ["Others in the hall.", "Plans for the harbour.", "Councillors and the oldest club of all."]
)
def test_a_plural_without_a_verb_is_none(words: str) -> None:
    assert not extract_claims(f"The day in short\n\n{words}").claims


def test_a_first_line_of_two_sentences_is_no_headline() -> None:
    found = extract_claims("Anna Berg opened the bridge on Tuesday. It has 40 lamps.\n\nThe mill burnt down in 2019.\n")
    assert [sentence.block for sentence in found.sentences] == [Block.BODY] * 3
    assert len(found.claims) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Lindau, 5. November 2024",
        "Radio Ambleton, 5 November 2024",
        "Aired on 5 November 2024",
        "Tue 5 Nov 2024 10.30 GMT",
        "Updated 10:22 AM EST, Tue November 5, 2024",
        "Last modified on 5 November 2024",
        "LEEDS (AP) — 5 November 2024 — The council met.",
        "For immediate release: 5 November 2024",
        "(5 November 2024)",
    ],
)
def test_a_date_line_is_read_in_the_forms_of_desks(line: str) -> None:
    found = find_published(
        f"Bridge opens\n\n{line}\n\nThe council opened the bridge, and Anna Berg said so on Tuesday.\n"
    )
    assert found is not None
    assert found.start == date(2024, 11, 5)


@pytest.mark.parametrize("line", ["On 5 November 2024 the council met in Leeds.", "The war began on 5 November 2024"])
def test_a_date_in_a_sentence_is_no_date_line(line: str) -> None:
    assert find_published(f"Bridge opens\n\n{line}\n\nAnna Berg said so on Tuesday.\n") is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The council approved the plans on Tuesday.", date(2024, 3, 12)),
        ("The council rejected the plan on Monday.", date(2024, 3, 11)),
        ("The children were to return on Friday.", date(2024, 3, 15)),
        ("A hearing was set for 3 June.", date(2024, 6, 3)),
        ("The trial was scheduled for 3 June.", date(2024, 6, 3)),
        ("The case was adjourned to 3 June.", date(2024, 6, 3)),
        ("He was bailed to appear on 3 June.", date(2024, 6, 3)),
    ],
)
def test_what_was_fixed_lies_ahead_and_what_was_done_behind(sentence: str, day: date) -> None:
    found = extract_claims(f"The day in short\n\n{sentence}", published=date(2024, 3, 14))
    assert [value.start for claim in found.claims for value in claim.dates] == [day]


@pytest.mark.parametrize(
    "sentence",
    ["Look, the players have not been paid.", "Remember that the council lost 4 million.", "Prices doubled."],
)
def test_a_statement_is_listed_however_it_is_opened(sentence: str) -> None:
    assert [c.verbatim for c in extract_claims(f"The day in short\n\n{sentence}").claims] == [sentence]


def test_what_asks_the_reader_to_do_something_is_none() -> None:
    assert not extract_claims("The day in short\n\nLook at this picture.\n\nRemember to vote.").claims
