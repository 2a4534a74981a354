"""What of a scraped page is no claim: credits, notes on authors and updates, offers, announcements, guesses."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.page.furniture import furniture
from factcheck.domain import Block, Disposition

HEAD = "Mill closes\n\nThe mill in Arle was closed on Monday after 90 years.\n\n"
TAIL = "\n\nSome 40 people lost their work in May."


def dispositions(line: str) -> set[Disposition]:
    """Return what became of a line between two paragraphs of an article."""
    low, high = len(HEAD), len(HEAD) + len(line)
    return {s.disposition for s in extract_claims(HEAD + line + TAIL).sentences if low <= s.start < high}


@pytest.mark.parametrize(
    "line",
    [
        "(Jim Lee/The Courier)",
        "Jim Lee / The Courier",
        "Jim Lee/Reuters Workers leave the mill in Arle for the last time.",
        "A woman waits outside the mill in Arle, by the gate. (Photo: J. Lee/ The Courier)",
        "Workers cross the bridge at the mill in Arle, May 3, 2019. REUTERS/Jim Lee",
        "Image Workers at the gate of the mill. Credit... Jim Lee/The Courier",
    ],
)
def test_a_credit_makes_its_line_a_caption(line: str) -> None:
    assert dispositions(line) == {Disposition.CAPTION}


@pytest.mark.parametrize(
    "line",
    [
        "A woman waits outside the mill in Arle, where the gate was closed. (Photo: J. Lee/ The Courier)",
        "Image Workers were told at the gate of the mill. Credit... Jim Lee/The Courier",
    ],
)
def test_a_caption_that_states_something_is_a_caption_with_a_claim(line: str) -> None:
    low = len(HEAD)
    inside = [s for s in extract_claims(HEAD + line + TAIL).sentences if low <= s.start < low + len(line)]
    assert {s.block for s in inside} == {Block.CAPTION}
    assert inside[0].disposition is Disposition.CLAIMS


@pytest.mark.parametrize(
    "line",
    [
        "Editor’s note: All our coverage of the mill is free.",
        "This article has been updated with the number of workers.",
        "We will update this post as we learn more.",
        "Get the news of the valley delivered daily to your inbox. Sign up here.",
        "A photo posted by the mill in May 2019",
    ],
)
def test_what_a_paper_says_of_itself_is_boilerplate(line: str) -> None:
    assert dispositions(line) == {Disposition.BOILERPLATE}


def test_a_note_on_the_author_is_boilerplate_at_the_end_only() -> None:
    note = "Rita Pohl is a reporter for The Courier."
    last = extract_claims(f"{HEAD}Some 40 people lost their work.\n\n{note}").sentences[-1]
    assert last.disposition is Disposition.BOILERPLATE
    assert dispositions(note) == {Disposition.CLAIMS}


@pytest.mark.parametrize(
    "line",
    [
        "The town will become a member of the league in 2020.",
        "The mill shut in 2019 and the dam was sold (Jim Lee said so).",
        "The photo of the mill was posted by Reuters on Monday.",
    ],
)
def test_text_that_only_resembles_furniture_is_kept(line: str) -> None:
    assert dispositions(line) == {Disposition.CLAIMS}


@pytest.mark.parametrize(
    "line",
    [
        "It is unclear whether the mill will be sold.",
        "The question is what the valley will live on.",
        "With a dog and a hat.",
        "Just two weeks after the flood.",
        "7 years ago.",
    ],
)
def test_announcements_guesses_and_fragments_are_not_checkable(line: str) -> None:
    assert dispositions(line) == {Disposition.NOT_CHECKABLE}


@pytest.mark.parametrize(
    "line",
    [
        "The mill may be sold for £4m.",
        "Workers may not enter the mill.",
        "The mill, which may be sold, was built in Arle.",
        "It may have been shut because the boiler was broken.",
        "Repairs cost £4m.",
        "In most towns farmers dislike the levy.",
    ],
)
def test_what_can_be_looked_up_is_kept(line: str) -> None:
    assert dispositions(line) == {Disposition.CLAIMS}


def test_a_line_that_lost_its_last_stop_is_no_heading() -> None:
    assert dispositions("The mill was sold in 2019. Nobody told the town") == {Disposition.CLAIMS}


@pytest.mark.parametrize(
    "note",
    [
        "An earlier version of this article misstated the age of Ann Lee. She is 54.",
        "Correction: Ann Lee is 54, and not 45.",
        "Editor’s note: A previous version of the story said the mill was sold.",
        "This story has been corrected to show that the mill was sold in June.",
    ],
)
def test_a_correction_is_no_claim_of_the_story(note: str) -> None:
    extraction = extract_claims(f"The mill was closed in May after a fire.\n\n{note}")
    assert [claim.verbatim for claim in extraction.claims] == ["The mill was closed in May after a fire."]
    assert extraction.sentences[-1].disposition is Disposition.BOILERPLATE


def test_a_correction_behind_a_sentence_of_the_story_is_set_aside_alone() -> None:
    text = "The mill was closed in May. An earlier version of this story said that it closed in June."
    assert [claim.verbatim for claim in extract_claims(text).claims] == ["The mill was closed in May."]


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of the bill said that mills are safe.",
        "The article was amended by the council in 1988 to protect fishers.",
        "The correction of the plan took four years.",
    ],
)
def test_what_only_speaks_of_versions_and_corrections_stays(text: str) -> None:
    assert extract_claims(text).claims


@pytest.mark.parametrize(
    "line",
    [
        "Emphasis added.",
        "(Italics in the original.)",
        "All bolding is mine.",
        "Hervorhebungen von mir.",
        "This story was first published in The Courier on May 3.",
        "We have updated this article with what the mayor answered.",
    ],
)
def test_what_the_writer_says_of_the_text_is_no_claim(line: str) -> None:
    assert dispositions(line) == {Disposition.BOILERPLATE}


@pytest.mark.parametrize(
    "line",
    [
        "Some 3 million people have until Friday to sign up for health insurance.",
        "Four in ten people in Arle hold a share this year.",
        "Copyright law was changed by the council in 2020.",
        "Watching over the mayor as he signed were two farmers from Arle.",
        "Most popular among voters was the plan to sell the mill.",
        "The mayor paid for an advertisement in The Courier in May.",
        "Getty Images was sued by a painter in 2023.",
        "This story was told by farmers in 1900.",
        "The emphasis was on the schools of Arle in 2019.",
    ],
)
def test_news_that_speaks_of_what_pages_offer_is_kept(line: str) -> None:
    assert dispositions(line) == {Disposition.CLAIMS}


@pytest.mark.parametrize(
    "line",
    ["Sign up for our newsletter and get it daily.", "Share this with a friend.", "Watch live: the mill is sold"],
)
def test_what_a_page_offers_is_boilerplate(line: str) -> None:
    assert dispositions(line) == {Disposition.BOILERPLATE}


@pytest.mark.parametrize(
    "line",
    [
        "The firm was sued by Getty Images.",
        "He was accused of breaching copyright by copying 400 pages.",
        "A photo by Ann Lee sold for £3m.",
        "A video posted by police showed the crash.",
        "Updates to the law took effect in May.",
        "An earlier version of this law was struck down in 1998.",
        "The clerks may follow their conscience on marriage.",
        "Newsletters cost the party £2m.",
        "Advertisements for gambling were banned in 2020.",
        "Reporting by the Gazette led to the inquiry.",
        "More videos were released on Monday.",
        "Watch sales rose last year.",
    ],
)
def test_what_news_reports_of_pages_and_pictures_is_text(line: str) -> None:
    assert furniture(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "A photo posted by Ann Lee (@annlee) on May 3, 2015",
        "Photograph by Ann Lee.",
        "Follow Ann Lee on Twitter.",
        "All rights reserved.",
        "Reporting by Ann Lee; editing by Bo Carr.",
        "Watch the video here.",
    ],
)
def test_what_a_page_says_of_itself_is_none(line: str) -> None:
    assert furniture(line) is not None


@pytest.mark.parametrize(
    "line",
    ["Media contact: Pekka Holm, +358 40 123 4567, press@arle.example", "Pressekontakt: Ute Holm, presse@arle.example"],
)
def test_whom_to_ask_is_no_text(line: str) -> None:
    assert dispositions(line) == {Disposition.BOILERPLATE}


def test_a_byline_with_points_and_a_reading_time_dates_the_article() -> None:
    found = extract_claims("Weir to cost more\n\nBy Lena Ford · 7 June 2024 · 5 min read\n\nThe weir costs £3m." + TAIL)
    assert found.published is not None
    assert found.published.isoformat() == "2024-06-07"
    assert not any("Lena Ford" in claim.verbatim for claim in found.claims)


@pytest.mark.parametrize(
    "line",
    [
        "Das Gespräch führte Alan Reeve.",
        "Die Fragen stellten Eva Lund und Max Ohm.",
        "The author’s book, Tides, is published by Orm Press.",
        "Buy this book for £18",
        "Order a copy for £12.99",
        "Press office: 020 7946 0199",
        "Notes to editors",
        "My fellow citizens,",
        "Liebe Mitbürgerinnen und Mitbürger,",
    ],
)
def test_what_a_text_says_of_itself_or_to_its_reader_is_no_claim(line: str) -> None:
    text = (
        f"The pier\n\nThe council closed the pier in May. It had 40 berths.\n\n{line}\n\nThe pier was built in 1902.\n"
    )
    assert [claim.verbatim for claim in extract_claims(text).claims] == [
        "The council closed the pier in May.",
        "It had 40 berths.",
        "The pier was built in 1902.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The book was published by Orm Press in 2019 and sold 40,000 copies.",
        "My fellow citizens voted for it in 2019.",
        "Contact with the ship was lost at noon.",
        "The interview was led by Alan Reeve, who was paid £900.",
    ],
)
def test_what_only_sounds_like_it_is_one(sentence: str) -> None:
    text = f"The pier\n\nThe council closed the pier in May.\n\n{sentence}\n"
    assert sentence in [claim.verbatim for claim in extract_claims(text).claims]


@pytest.mark.parametrize(
    ("line", "disposition"),
    [
        (
            "The opinions expressed by columnists are their own and do not represent the views of the Courier.",
            Disposition.BOILERPLATE,
        ),
        ("The views expressed in this column are those of the author alone.", Disposition.BOILERPLATE),
        (
            "Add Arle Mill as an interest to stay up to date on the latest Arle Mill news from the Courier.",
            Disposition.BOILERPLATE,
        ),
        ("(Also on the Courier: What if Holt loses …)", Disposition.BOILERPLATE),
        ("The views expressed by Mr Holt are his own, the union said in May.", Disposition.CLAIMS),
        ("Also on Monday: the council closed the school in Arle.", Disposition.CLAIMS),
    ],
)
def test_whose_opinions_are_printed_is_no_claim_unless_somebody_says_so(line: str, disposition: Disposition) -> None:
    assert dispositions(line) == {disposition}
