"""The date lines of press releases and of interviews, which date an article and are no part of its first claim."""

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.page.published import find_published

LEAD = "Acme Corp. opened a plant with 300 workers in the valley."


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("DAYTON, Ohio, Oct. 2, 2024 /PRNewswire/ --", "2024-10-02"),
        ("ST. LOUIS, Mo., March 12, 2023 /PRNewswire/ --", "2023-03-12"),
        ("DAYTON, Ohio – October 2, 2024 –", "2024-10-02"),
        ("NEW YORK--(BUSINESS WIRE)--Oct. 2, 2024--", "2024-10-02"),
        ("SAN FRANCISCO & TOKYO--(BUSINESS WIRE)--May 3, 2022--", "2022-05-03"),
        ("BIEL/BIENNE, 10 June 2024 –", "2024-06-10"),
        ("LEEDS/YORK, June 3, 2024 (Reuters) -", "2024-06-03"),
        ("LONDON and PARIS, 4 May 2023 /CNW/ -", "2023-05-04"),
        ("DAYTON, OHIO (October 2, 2024) –", "2024-10-02"),
        ("Oct. 2, 2024 /PRNewswire/ --", "2024-10-02"),
    ],
)
def test_the_date_line_of_a_press_release_is_no_claim(line: str, iso: str) -> None:
    text = f"Acme opens a plant\n\n{line} {LEAD}\n"
    published = find_published(text)
    assert published is not None
    assert published.iso == iso
    assert extract_claims(text).claims[0].verbatim == LEAD


@pytest.mark.parametrize(
    "line",
    [
        "Interview by Sofia Brandt, 12 September 2024",
        "Text by Ann Lee | 12 September 2024",
        "Words: Ann Lee, 12 September 2024",
        "Interview: Sofia Brandt, 12 September 2024",
        "Reporting by Ann Lee and Bo Dahl, Sept. 12, 2024",
        "Story by Sofia Brandt on 12 September 2024",
    ],
)
def test_a_byline_may_tell_the_kind_of_text(line: str) -> None:
    text = f"Acme opens a plant\n\n{line}\n\n{LEAD}\n"
    published = find_published(text)
    assert published is not None
    assert published.iso == "2024-09-12"
    assert [claim.verbatim for claim in extract_claims(text).claims] == [LEAD]


@pytest.mark.parametrize(
    "text",
    [
        "DAYTON, Ohio – October 2, 2014 – was the day that changed it.",
        "The firm opened in Dayton, Ohio, Oct. 2, 2014 – a great day.",
        "Lee was born in Dayton, Ohio, October 2, 1950 – and grew up there.",
        "Acme Corp, founded October 2, 1950, opened a plant.",
        "Photo by Ann Lee, 12 September 1990\n\nAcme opened a plant with 300 workers.",
    ],
)
def test_a_day_that_is_told_is_no_date_line(text: str) -> None:
    assert find_published(text) is None


@pytest.mark.parametrize(
    "line",
    [
        *("Marlow, May 12, 2024.", "Marlow, 12 May 2024.", "NEW MARLOW, Ohio, May 12, 2024.", "Talheim, 12. Mai 2024."),
        *("Talheim, den 12. Mai 2024.", "Talheim, 12.05.2024.", "Talheim (12.05.2024) -", "Marlow (May 12, 2024):"),
        *("Talheim (dpa, 12.05.2024) –", "Marlow (12 May 2024).", "Bad Talheim, 12. Mai 2024."),
    ],
)
def test_a_place_and_a_whole_date_closed_by_a_stop_date_what_follows(line: str) -> None:
    found = extract_claims(f"{line} {LEAD}")
    assert found.published is not None
    assert found.published.isoformat() == "2024-05-12"
    assert found.claims[0].verbatim == LEAD


@pytest.mark.parametrize(
    "text",
    [
        "Lee was born in Marlow, May 12, 1994. The council had 3 seats.",
        "Ann Lee (12 May 1994) was born in Marlow.",
        "Marlow, May 12, 1994. Photo: Ann Lee",
    ],
)
def test_another_date_behind_a_place_dates_no_article(text: str) -> None:
    assert find_published(text) is None
