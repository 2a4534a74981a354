"""When something was said: now and not then, on the day of the recording, and "yesterday" within old words."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims

PUBLISHED = date(2024, 11, 14)


def said(text: str) -> list[str | None]:
    return [c.said_on and c.said_on.iso for c in extract_claims(text, published=PUBLISHED).claims]


@pytest.mark.parametrize("verb", ["now says", "says now"])
def test_what_is_said_now_was_not_said_then(verb: str) -> None:
    text = "Ann Reed told the Courier in 2019 that the memo was lost. She {} that it was sold."
    assert said(text.format(verb))[1] == "../2024-11-14"
    assert said(text.format("said"))[1] == "2019-01-01/2019-12-31"


def test_an_interview_was_said_on_the_day_of_its_recording() -> None:
    turns = "\n\nBEN LEE: What does it cost?\n\nANN REED: It costs 598 million.\n\nBEN LEE: And?\n\nANN REED: It rose."
    told = "The interview was recorded on 5 September 2024."
    claims = extract_claims(f"{told}{turns}", published=PUBLISHED).claims
    assert {c.said_on and c.said_on.iso for c in claims if c.claimant} == {"2024-09-05"}
    later = extract_claims(f"{told.replace('2024', '2025')}{turns}", published=PUBLISHED).claims
    assert {c.said_on and c.said_on.iso for c in later if c.claimant} == {"../2024-11-14"}


def test_a_day_in_old_words_counts_from_the_day_they_were_said() -> None:
    told = "“We lost 12 men yesterday,” Reed told the Courier {}."
    [old] = extract_claims(told.format("on 3 June 2019"), published=PUBLISHED).claims
    assert [day.iso for day in old.dates] == ["2019-06-02"]
    [vague] = extract_claims(told.format("three weeks ago"), published=PUBLISHED).claims
    assert not vague.dates
    [new] = extract_claims(told.format("on Wednesday"), published=PUBLISHED).claims
    assert [day.iso for day in new.dates] == ["2024-11-13"] or [day.iso for day in new.dates] == ["2024-11-12"]


def test_the_week_before_some_day_of_a_month_is_no_week_of_the_calendar() -> None:
    text = "Ann Reed said in June that 40 men had died the previous week."
    assert [c.dates for c in extract_claims(text, published=PUBLISHED).claims] == [()]


@pytest.mark.parametrize("line_end", ["\r", "\x0b", "\u2028", "\n", "\r\n"])
def test_a_date_line_is_found_whatever_ends_the_lines(line_end: str) -> None:
    text = line_end.join(["Harbour", "", "ARLE, 14 November 2024 — The council met last Friday.", ""])
    assert extract_claims(text).published == PUBLISHED


def test_a_date_line_with_a_full_stop_stands_alone_in_its_line() -> None:
    assert extract_claims("Brunn, 17.06.2025.\n\nLaut Polizei gab es 41 Unfälle.").published == date(2025, 6, 17)


def test_a_teaser_tells_no_date_of_the_article() -> None:
    body = "It rained.\n\n{}By Tuesday, the police reported that there had been 21 fires in Arle.\n\nMore snow fell."
    teaser = "See also Arle On Edge: City Braces For March Of Mill's Owners "
    assert said(body.format(teaser)) == said(body.format(""))
