"""Ages: on the names sheet, and where the dates beside them say otherwise."""

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.people.names_sheet import names_sheet
from factcheck.domain import FindingKind

PUBLISHED = date(2024, 9, 1)


def _findings(text: str) -> list[str]:
    claims = extract_claims(text, published=PUBLISHED).claims
    return [one.message for claim in claims for one in claim.findings if one.kind is FindingKind.DATE]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Lee, born 3 May 1931, died 19 July 2024, aged 92.", "from 3 May 1931 to 19 July 2024 are 93 years, not 92"),
        (
            "Ann Lee was born on 3 May 1931 in Arle and died on 19 July 2024 at the age of 92.",
            "from 3 May 1931 to 19 July 2024 are 93 years, not 92",
        ),
        ("Ann Lee, who was born in 1931, died in 2024, aged 94.", "from 1931 to 2024 are 92 or 93 years, not 94"),
        ("The bridge, built in 1998, is 22 years old.", "from 1998 to 2024-09-01 are 25 or 26 years, not 22"),
        ("The bridge was built in 1998. It is 22 years old.", "from 1998 to 2024-09-01 are 25 or 26 years, not 22"),
        ("The 22-year-old bridge, opened in 1998, is safe.", "from 1998 to 2024-09-01 are 25 or 26 years, not 22"),
        ("The firm is 22 years old and was founded in 1998.", "from 1998 to 2024-09-01 are 25 or 26 years, not 22"),
    ],
)
def test_an_age_that_the_dates_contradict_is_a_finding(text: str, message: str) -> None:
    assert _findings(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Lee, born 3 May 1931, died 19 July 2024, aged 93.",
        "Ann Lee, who was born in Arle in 1931, died in 2024, aged 92.",
        "Lee, born 3 May 1931, died 19 July 2024. His brother Bo died aged 92.",
        "Lee, born 3 May 1931, died 19 July 2024, leaving a son aged 62.",
        "Lee, born in 1931, married a 40-year-old teacher.",
        "Lee, born in 1931, has a son, Bo. He is 40 years old.",
        "Lee was born in 1931. The school is now 40 years old.",
        "The school, opened in 1998, has a 12-year-old head girl.",
        "The bridge was built in 1998. It was 22 years old when it fell.",
        "The bridge was built in 1998. It is 26 years old.",
        "The bridge was built in 1998. It is 22 miles from Arle.",
    ],
)
def test_an_age_of_another_or_of_another_time_is_none(text: str) -> None:
    assert _findings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, 44, said no.",
        "Ann Lee, aged 44 and deaf, said no.",
        "Mayor Ann Lee (aged 44) said no.",
        "Ann Lee, who is 44, said no.",
        "Ann Lee, a 44-year-old farmer, said no.",
        "The 44-year-old farmer Ann Lee said no.",
        "Ann Lee is 44 years old.",
        "Ann Lee died in Arle on Monday aged 44.",
        "Ann Lee passed away at the age of 44.",
        "Ann Lee, 44 and Bo Dahl were hurt.",
    ],
)
def test_the_sheet_tells_an_age(text: str) -> None:
    assert [row.ages for row in names_sheet(text) if row.name == "Ann Lee"] == [("44",)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, 1,200 others and a dog left.",
        "Ann Lee, 40 miles away, said no.",
        "Ann Lee, 30 of whose cows died, said no.",
        "Ann Lee died and her son, aged 44, left.",
    ],
)
def test_a_number_behind_a_name_is_no_age(text: str) -> None:
    assert [row.ages for row in names_sheet(text) if row.name == "Ann Lee"] == [()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The plane carried 212 passengers and 18 crew, a total of 240.", 1),
        ("It has 212 men and 18 women, 240 in all.", 1),
        ("It employs 1,234 men and 2,345 women, totalling 3,679.", 1),
        ("The plane carried 212 passengers and 18 crew, a total of 230.", 0),
        ("It employs 1,234 men and 2,345 women, totalling 3,579.", 0),
        ("There were 200 passengers and 18 crew, a total of 220.", 0),
        ("They gave 1.2 million and 2.4 million, a total of 3.7 million.", 0),
    ],
)
def test_a_sum_is_as_exact_as_its_figures(text: str, found: int) -> None:
    findings = [one for claim in extract_claims(text).claims for one in claim.findings]
    assert [one.kind for one in findings] == [FindingKind.SUM] * found
