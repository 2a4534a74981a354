"""Layout: what is set aside, under which name, and that the text around it keeps its claims."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.page.layout import find_pieces
from factcheck.domain import Block, Disposition

BODY = "The dam was finished in 1931 and holds nine million litres."


def test_a_date_on_the_first_line_is_a_dateline_and_the_next_line_the_headline() -> None:
    found = extract_claims(f"14 November 2024\n\nArle votes to mend its dam\n\n{BODY}\n\nIt rained.")
    assert [s.block for s in found.sentences][:3] == [Block.DATELINE, Block.HEADLINE, Block.BODY]


@pytest.mark.parametrize("head", ["LEEDS, March 3, 2021 (Wire) - ", "LEEDS, 3 March 2021 - ", "OSLO, June 1 (Wire) - "])
def test_a_place_with_a_date_is_a_dateline_and_does_not_speak(head: str) -> None:
    found = extract_claims(f"{head}The mayor, Anna Brown, said that the dam holds nine million litres.")
    assert found.sentences[0].block is Block.DATELINE
    assert [claim.claimant.name for claim in found.claims if claim.claimant] == ["Anna Brown"]


@pytest.mark.parametrize(
    ("glued", "aside", "disposition"),
    [
        (
            f"{BODY} The dam seen from the quay. Photo: Ann Reed",
            "The dam seen from the quay. Photo: Ann Reed",
            "caption",
        ),
        (f"{BODY}\nPhotograph: Ann Reed/Arle Press", "Photograph: Ann Reed/Arle Press", "caption"),
        (f"{BODY} See also Seven cafés closed in Northam", "See also Seven cafés closed in Northam", "teaser"),
        (f"{BODY}\nStory continued below", "Story continued below", "boilerplate"),
        (
            f"{BODY}\nReporting by Ann Reed; Editing by Paul Dorn",
            "Reporting by Ann Reed; Editing by Paul Dorn",
            "boilerplate",
        ),
        (f"{BODY}\nHome | News | Sport | Weather | Shop", "Home | News | Sport | Weather | Shop", "boilerplate"),
        (
            f"{BODY}\nEnlarge this image toggle caption Ann Reed",
            "Enlarge this image toggle caption Ann Reed",
            "boilerplate",
        ),
    ],
)
def test_scraping_noise_is_set_aside(glued: str, aside: str, disposition: str) -> None:
    found = extract_claims(f"A headline about the dam\n\n{glued}\n\nIt rained on Monday.")
    assert {s.text: s.disposition for s in found.sentences}[aside] is Disposition(disposition)
    assert BODY in [c.verbatim for c in found.claims]


@pytest.mark.parametrize(
    ("text", "speaker", "office"),
    [
        (
            "“Some 120 of our pupils cross it daily.” Rosa Pell Head teacher of Quay School",
            "Rosa Pell",
            "Head teacher of Quay School",
        ),
        ("“The vote was a farce from its start to its end.”\n\n- Rosa Pell", "Rosa Pell", ""),
        ("“The vote was a farce from its start to its end.”\n\nRosa Pell, The Courier", "Rosa Pell", "The Courier"),
    ],
)
def test_the_caption_or_signature_of_a_quotation_is_its_speaker(text: str, speaker: str, office: str) -> None:
    [_, only] = extract_claims(f"{BODY} It rained.\n\n{text}").claims[-2:]
    assert only.claimant is not None
    assert (only.claimant.name, only.claimant.office) == (speaker, office)


@pytest.mark.parametrize(
    "text", ["It is hard to imagine Arle without its dam.", "Perhaps it was all in vain.", "We must do more."]
)
def test_an_evaluation_is_not_checkable(text: str) -> None:
    [only] = extract_claims(text).sentences
    assert only.disposition is Disposition.NOT_CHECKABLE


def test_an_announcement_is_no_label() -> None:
    found = extract_claims("He told his guests, to loud applause:\n\n“It is done, and it was done well.”")
    assert found.sentences[0].block is Block.BODY
    assert [c.claimant.name for c in found.claims if c.claimant] == ["He"]


@pytest.mark.parametrize(
    ("glued", "kept"),
    [
        ("See also Northam Bakers Win National Prize Ruth Pell opened the new hall on Monday.", "Ruth Pell opened"),
        ("See also Fire destroys old mill About 370 people had to leave their homes.", "About 370"),
        ("Read also Why Cafés Close In Northam Early on, the council had hoped for more.", "Early on"),
        ("See also Bakers fear for their trade Council leader Ruth Pell said it was late.", "it was late"),
        ("See also Floods in Arle: What We Know “We were afraid,” said Ruth Pell.", "“We were afraid,”"),
    ],
)
def test_a_headline_glued_to_the_front_of_a_paragraph_is_parted_from_it(glued: str, kept: str) -> None:
    found = extract_claims(f"A headline about the dam\n\n{BODY}\n\n{glued}\n\nIt rained on Monday.")
    assert [c.verbatim for c in found.claims if c.verbatim.startswith(kept)] != []
    assert [s.block for s in found.sentences if s.text.startswith(("See also", "Read also"))] == [Block.TEASER]


def claims_around(line: str) -> list[str]:
    text = f"A headline about the weather\n\n{BODY}\n\n{line}\n\nIt rained on Monday."
    return [claim.verbatim for claim in extract_claims(text).claims]


def test_a_teaser_of_two_sentences_alone_on_its_line_is_set_aside_whole() -> None:
    assert claims_around("Read more: Cafés are closing. What will be left?") == [BODY, "It rained on Monday."]


def test_a_headline_in_title_case_under_a_label_is_no_claim() -> None:
    noise = "Most read\n\n‘A Shock For All’: Mayor Leaves The Town Hall In Northam"
    assert claims_around(noise) == [BODY, "It rained on Monday."]


def test_a_photo_credit_does_not_take_the_sentence_before_it() -> None:
    found = extract_claims(f"A headline about the dam\n\nIt rained. {BODY} Photo: Ann Reed / Arle Press\n\nIt stopped.")
    assert BODY in [c.verbatim for c in found.claims]


@pytest.mark.parametrize(
    "line",
    [
        'poster="https://example.org/media/arle.jpg" preload="none" controls="controls">',
        "https://example.org/videos/storm-closes-three-bridges was shown",
        "pic.twitter.com/Ab12Cd34",
        '<iframe src="https://example.org/a" width="640"></iframe>',
    ],
)
def test_markup_and_addresses_are_no_claims(line: str) -> None:
    assert claims_around(line) == [BODY, "It rained on Monday."]


def test_markup_before_and_behind_a_paragraph_leaves_its_claim() -> None:
    found = extract_claims(
        f'{BODY}\n\nposter="https://example.org/a.jpg" The dam leaks, police said. https://t.co/Ab12'
    )
    assert found.claims[-1].verbatim == "The dam leaks"


def test_an_embedded_post_is_said_by_who_signed_it() -> None:
    post = "The dam is safe and nobody has to leave. https://t.co/Ab12Cd — Ruth Pell (@ruthpell) June 3, 2020"
    claim = extract_claims(f"{BODY}\n\n{post}").claims[-1]
    assert claim.verbatim == "The dam is safe and nobody has to leave."
    assert claim.claimant is not None
    assert claim.claimant.name == "Ruth Pell"


def test_a_headline_that_the_page_repeats_is_one_claim_with_two_appearances() -> None:
    headline = "Storm closes three old bridges in Arle as rivers rise to their highest level for twenty years and more"
    body = "A storm closed three old bridges in Arle, where rivers rose to the highest level for twenty years."
    found = extract_claims(f"{headline}\n\n{headline} | The Courier\n\n{body}")
    assert [c.verbatim for c in found.claims] == [body]
    assert [a.span.text for a in found.claims[0].appearances] == [headline]


def test_the_place_and_agency_before_the_first_paragraph_are_no_part_of_its_claim() -> None:
    found = extract_claims(f"A headline about the dam\n\nARLE (AP) - {BODY}\n\nIt rained on Monday.")
    assert found.claims[0].verbatim == BODY
    assert [s.text for s in found.sentences if s.block is Block.DATELINE] == ["ARLE (AP) -"]


def test_speech_that_sounds_like_a_call_to_subscribe_is_kept() -> None:
    quotation = "“Ann leads the guild and has led it for all these years, and I follow him in what he says,”"
    assert quotation in claims_around(f"{quotation} Rosa Pell said.")


def test_a_form_of_the_page_is_set_aside_whatever_its_length() -> None:
    form = (
        "Newsletter Sign Up Continue reading the main story Please verify you're not a robot by clicking the box. "
        "Invalid email address. Please re-enter. You must select a newsletter to subscribe to. Emails bring news, "
        "updates and promotions from The Courier. You may opt-out at any time. You agree to receive special offers."
    )
    lead, rest = "The council will close the bridge in June, Ada Reed said.", "The works cost £4 million."
    text = f"3 May 2024\n\n{lead}\n\n{form}\n\n{rest}\n"
    found = extract_claims(text)
    assert {s.disposition for s in found.sentences if s.text in form} == {Disposition.BOILERPLATE}
    assert any("£4 million" in claim.verbatim for claim in found.claims)
    said = "“You may opt-out at any time,” Reed said of the special offers, and 40 people did so last week."
    assert extract_claims(f"3 May 2024\n\nThe council met on Monday in Harwick.\n\n{said}\n").claims


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_section_heading_in_quotation_marks_is_no_claim(marks: str) -> None:
    heading = f"{marks[0]}Nobody told us{marks[1]}"
    extraction = extract_claims(f"The vote was held on Monday.\n\n{heading}\n\nThe council met again on Tuesday.")
    assert [c.verbatim for c in extraction.claims] == [
        "The vote was held on Monday.",
        "The council met again on Tuesday.",
    ]
    assert [s.disposition for s in extraction.sentences if s.text == heading] == [Disposition.HEADING]


def test_a_short_quotation_that_is_signed_is_a_claim() -> None:
    extraction = extract_claims("The vote was held on Monday.\n\n“Nobody told us”\n\n- Ann Lee\n\nIt passed nothing.")
    assert ("“Nobody told us”", "Ann Lee") in [(c.verbatim, c.claimant and c.claimant.name) for c in extraction.claims]


@pytest.mark.parametrize("head", ["", "14 November 2024\n\n"])
def test_the_only_line_of_a_text_is_its_statement_without_a_full_stop_too(head: str) -> None:
    found = extract_claims(f"{head}Ben Moor said the river rose by 3 metres")
    assert [(c.verbatim, c.claimant and c.claimant.name) for c in found.claims] == [
        ("the river rose by 3 metres", "Ben Moor")
    ]


def test_lines_without_a_full_stop_stay_headings_where_they_state_nothing() -> None:
    assert not extract_claims("Quay vote\n\nThe long way back\n\nWhy the mill was shut\n\nA new owner").claims


@pytest.mark.parametrize("place", [0, 1])
def test_a_teaser_behind_a_signed_quotation_or_its_signature_changes_no_claim(place: int) -> None:
    lines = [
        "“The bridge was closed for a year, and nobody said why.”",
        "Ruth Pell, The Courier",
        "Fares on the ferry rose twice",
    ]
    more = [f"{line} See also Seven cafés closed in Northam" if k == place else line for k, line in enumerate(lines)]
    plain, glued = (
        [(c.verbatim, c.claimant.name if c.claimant else "") for c in extract_claims("\n\n".join([BODY, *text])).claims]
        for text in (lines, more)
    )
    assert glued == plain
    assert plain[-2][1] == "Ruth Pell"
    assert plain[-1][0] == "Fares on the ferry rose twice"


@pytest.mark.parametrize(
    ("first", "below", "headline"),
    [
        ("The mayor of Northport resigned on Tuesday after a vote.", "The council will elect a successor.", False),
        ("Four schools closed in 2019.", "Three of them were sold. Parents had objected.", False),
        ("“We lost a third of our members,” Ann Lee said.", "The union has 40,000 members now.", False),
        ("Der Bürgermeister ist am Dienstag zurückgetreten.", "Der Rat wählt im Juni.", False),
        ("Council closes four schools.", "The council closed four of its schools in 2019, it said on Monday.", True),
        ("Mayor Of Northport Resigns After Vote.", "She had led it since 2015, and will leave in June.", True),
        ("Council closes four schools", "Parents objected on Monday.", True),
        ("Who won the debate?", "The two met on Monday.", True),
    ],
)
def test_a_first_line_with_a_full_stop_is_a_headline_only_if_it_is_told_again(
    first: str, below: str, headline: bool
) -> None:
    pieces = find_pieces(f"{first}\n\n{below}\n\nMore was not known on Monday.")
    assert (pieces[0].block is Block.HEADLINE) is headline


@pytest.mark.parametrize("cue", ["See also", "Related:", "READ MORE:", "Read next:", "Related stories:"])
@pytest.mark.parametrize("apart", [" ", "\n\n"])
@pytest.mark.parametrize(
    "headline",
    [
        "Town seeks 'quiet' nights, says Ann Ruth Pell, who chairs the board",
        "Why Mayor Ruth Pell Says The Town Is Ready To Build",
    ],
)
def test_whom_a_teaser_names_changes_no_claimant(cue: str, apart: str, headline: str) -> None:
    first, second = "The hall opened in May", "“It was late,” Pell said on Monday. The ministry paid."
    plain = extract_claims(f"{first}.\n\n{second}\n\nMore snow fell.")
    glued = extract_claims(f"{first}.{apart}{cue} {headline}\n\n{second}\n\nMore snow fell.")
    told = [[(c.verbatim, c.claimant and c.claimant.name) for c in found.claims] for found in (plain, glued)]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    "byline", ["By Sam Poole", "By Sam Poole and Ann Lee", "By Sam Poole, Local Democracy Reporter"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_byline_right_under_the_headline_is_no_part_of_a_claim(byline: str, gap: str) -> None:
    text = f"Rovers stun United with 4 late goals\n{byline}{gap}Rovers scored 4 goals in 9 minutes on Saturday."
    claims = extract_claims(text).claims
    assert [claim.verbatim for claim in claims] == ["Rovers scored 4 goals in 9 minutes on Saturday."]
    assert claims[0].claimant is None


def test_a_line_that_only_begins_like_a_byline_stays_text() -> None:
    text = "Rovers stun United\n\nThe council closed 9 of its 40 schools, and\nBy Monday 300 pupils had moved to Arle."
    assert any("By Monday 300 pupils" in claim.verbatim for claim in extract_claims(text).claims)
