"""What is yet to come, what is counted from a date, weeks beyond a weekday, halves, and weekdays that name a day."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import FindingKind
from factcheck.text.dates.finding import find_dates

ANCHOR = date(2021, 3, 10)  # a Wednesday


def told(text: str, anchor: date | None = ANCHOR) -> list[str]:
    return [one.iso for one in find_dates(text, anchor=anchor)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The shop will close in January.", "2022-01-01/2022-01-31"),
        ("The shop closed in January.", "2021-01-01/2021-01-31"),
        ("The shop will not open until January.", "2022-01-01/2022-01-31"),
        ("The ban is in force until January.", "2022-01-01/2022-01-31"),
        ("The ban was in force until January.", "2021-01-01/2021-01-31"),
        ("The shop closes in November.", "2021-11-01/2021-11-30"),
        ("The shop closed in November.", "2020-11-01/2020-11-30"),
        ("Bids are due by January 15.", "2022-01-15"),
        ("Papers must be in by January 31.", "2022-01-31"),
        ("The deadline for bids is December 1.", "2021-12-01"),
        ("The deadline was December 1.", "2020-12-01"),
        ("The ministers meet on Thursday.", "2021-03-11"),
        ("The ministers met on Thursday.", "2021-03-04"),
        ("The hearing is scheduled for Friday.", "2021-03-12"),
        ("The bridge will close on March 5.", "2021-03-05"),
        ("The council adopted a plan on Thursday to drain the pond.", "2021-03-04"),
        ("The council adopted plans on Thursday.", "2021-03-04"),
        ("The council will adopt a plan on Thursday.", "2021-03-11"),
        ("The firm plans on opening the pool on Thursday.", "2021-03-11"),
        ("The tenants will be told by Christmas.", "2021-12-25"),
        ("It will be said by Easter, they hope.", "2021-04-04"),
        ("The tenants were told at Christmas.", "2020-12-25"),
        ("The January figures will help the council.", "2021-01-01/2021-01-31"),
    ],
)
def test_a_verb_that_governs_a_date_tells_whether_it_is_yet_to_come(text: str, iso: str) -> None:
    assert told(text) == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The council meets on Monday week.", "2021-03-22"),
        ("The strike begins a week on Monday.", "2021-03-22"),
        ("The trial opens on Tuesday fortnight.", "2021-03-30"),
        ("He came a week last Tuesday.", "2021-03-02"),
        ("He left two weeks after June 5, 2020.", "2020-06-19"),
        ("It opens three days before April 6.", "2021-04-03"),
        ("He left the day after June 5, 2020.", "2020-06-06"),
        ("He left a month after the 5 June 2019 vote.", "2019-07-01/2019-07-31"),
        ("Sales fell in H1 2022.", "2022-01-01/2022-06-30"),
        ("Sales fell in 2H21.", "2021-07-01/2021-12-31"),
        ("Sales fell in 3Q 2020.", "2020-07-01/2020-09-30"),
        ("It opened on 12.05.20.", "2020-05-12"),
        ("It has been open since 12.05.20.", "2020-05-12"),
        ("Die Brücke ist offen (12.05.20).", "2020-05-12"),
        ("He left the week before Christmas 2020.", "2020-12-18/2020-12-24"),
        ("He left in the week after June 5, 2020.", "2020-06-06/2020-06-12"),
        ("He left a week after June 5, 2020.", "2020-06-12"),
        ("He left one week before Christmas 2020.", "2020-12-18"),
        ("Im ersten Halbjahr 2020 sank der Absatz.", "2020-01-01/2020-06-30"),
        ("Übermorgen tagt der Rat.", "2021-03-12"),
        ("Morgen wird in der Stadt gewählt.", "2021-03-11"),
        ("Das Werk schließt im Oktober.", "2021-10-01/2021-10-31"),
        ("Das Werk schloss im Oktober.", "2020-10-01/2020-10-31"),
        ("Er sagte der Zeitung, die Brücke werde Ende Juni gesperrt.", "2021-06-21/2021-06-30"),
    ],
)
def test_what_is_counted_from_a_day_or_a_half(text: str, iso: str) -> None:
    assert told(text) == [iso]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("He left two days after Friday, June 5, 2020.", ["2020-06-07", "2020-06-05"]),
        ("He left the day before Friday, 5 June 2020.", ["2020-06-04", "2020-06-05"]),
        ("He left the week after Friday, June 5, 2020.", ["2020-06-06/2020-06-12", "2020-06-05"]),
        ("He left two days after June 5, 2020, a Friday.", ["2020-06-07", "2020-06-05"]),
        ("He left two days after June 5, 2020, a Sunday.", ["2020-06-07", "2020-06-07"]),
        ("He left two days after June 5, 2020, a Monday.", ["2020-06-07", "2021-03-08"]),  # of neither
        ("He left on Sunday, two days after June 5, 2020.", ["2020-06-07", "2020-06-07"]),
        ("He left on Friday, June 5, 2020.", ["2020-06-05", "2020-06-05"]),
    ],
)
def test_what_is_counted_from_a_weekday_is_counted_from_its_day(text: str, isos: list[str]) -> None:
    assert told(text) == isos


@pytest.mark.parametrize(
    "text",
    [
        "It runs macOS 10.12.16 and later.",
        "The fault was mended in version 10.11.12, which is out.",
        "The release v10.12.16 is out.",
        "The patch (10.11.12) is out.",
        "Der Fehler ist in der Version 10.11.12 behoben.",
        "Die Regel steht in Ziffer 10.11.12 und ist alt.",
    ],
)
def test_a_version_is_no_day(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    ["Version 1.10.2 was out.", "He is strong in the Monday week’s news.", "H1 rose.", "Am Morgen sank der Kurs."],
)
def test_what_looks_like_one_and_is_none(text: str) -> None:
    assert "2021-03-22" not in told(text)
    assert not any(iso.startswith(("2002", "2021-03-11")) for iso in told(text))


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("On Tuesday, November 3, the council voted.", ["2020-11-03", "2020-11-03"]),
        ("The council’s vote: Wednesday, 3 November.", ["2021-11-03", "2021-11-03"]),
        ("On Wednesday, 3 November, the council voted.", ["2020-11-03", "2020-11-03"]),
        ("He spoke on Friday. March 4 was a holiday.", ["2021-03-05", "2021-03-04"]),
    ],
)
def test_a_weekday_tells_the_year_of_its_day(text: str, isos: list[str]) -> None:
    assert told(text) == isos


@pytest.mark.parametrize(
    ("day", "weekday"),
    [
        ("Tuesday, March 4, 2024,", "Tuesday"),
        ("Tuesday 4 March 2024", "Tuesday"),
        ("March 4, 2024, a Friday,", "Friday"),
        ("4 March 2024 (Sunday)", "Sunday"),
    ],
)
def test_a_weekday_that_is_not_that_of_its_day_is_a_finding(day: str, weekday: str) -> None:
    for published in (date(2024, 3, 10), None):
        claims = extract_claims(f"The council closed the bridge on {day} after a fire.", published=published).claims
        [finding] = [one for claim in claims for one in claim.findings]
        assert finding.kind is FindingKind.DATE
        assert weekday in finding.message
        assert "2024-03-04 is a Monday" in finding.message


def test_the_finding_is_told_where_the_day_is_that_of_what_was_said() -> None:
    text = "The council said on Tuesday, March 4, 2024, that the bridge is closed for repairs."
    [claim] = extract_claims(text, published=date(2024, 3, 10)).claims
    assert [one.kind for one in claim.findings] == [FindingKind.DATE]


@pytest.mark.parametrize(
    "text",
    [
        "The council closed the bridge on Monday, March 4, 2024, after a fire.",
        "On March 4, 2024, the bridge was closed; on Tuesday it opened.",
        "The bridge closed on Tuesday. March 4, 2024 was a holiday.",
    ],
)
def test_a_weekday_that_agrees_or_stands_apart_is_none(text: str) -> None:
    claims = extract_claims(text, published=date(2024, 3, 10)).claims
    assert [one for claim in claims for one in claim.findings] == []
