"""Dates: what is found, what it resolves to, and what is no date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.dates.finding import find_dates

ANCHOR = date(2023, 6, 8)  # a Thursday


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("On June 2, he spoke.", "2023-06-02"),
        ("Last Friday he left.", "2023-06-02"),
        ("He spoke on Tuesday.", "2023-06-06"),
        ("He will speak on Tuesday.", "2023-06-13"),
        ("It opens this summer.", "2023-06-01/2023-08-31"),
        ("Three weeks ago it rained.", "2023-05-15/2023-05-21"),
        ("They met in mid-May.", "2023-05-11/2023-05-20"),
        ("By the end of 2021 it was over.", "2021-12-01/2021-12-31"),
        ("Sales fell in the third quarter.", "2022-07-01/2022-09-30"),
        ("Yesterday he came.", "2023-06-07"),
        ("Last night the bus was late.", "2023-06-07"),
        ("The boat sank last night.", "2023-06-07"),
        ("At last night's meeting they met.", "2023-06-07"),
        ("It would cost 40% more than it had planned in September.", "2022-09-01/2022-09-30"),
        ("It will cost a third more than planned in October.", "2022-10-01/2022-10-31"),
        ("Sales will be lower than the firm had expected back in November.", "2022-11-01/2022-11-30"),
        ("It had planned to open in September.", "2023-09-01/2023-09-30"),
        ("The opening is planned for September.", "2023-09-01/2023-09-30"),
        ("They meet on 11 and 12 July 2023.", "2023-07-11/2023-07-12"),
        ("On 2 June 2023 it was.", "2023-06-02"),
        ("Filed 2023-06-02 late.", "2023-06-02"),
        ("On September 30, 2022, it was.", "2022-09-30"),
        ("In 2008 it was.", "2008-01-01/2008-12-31"),
        ("It has run since last September.", "2022-09-01/2022-09-30"),
        ("Am 3. Oktober 2021 kam er.", "2021-10-03"),
        ("It cost more than was planned in May.", "2023-05-01/2023-05-31"),
        ("The very next day, February 23, he left.", "2023-02-23"),
        ("The shops were to stay shut until May 20.", "2023-05-20"),
        ("The port will work at full load until, on May 14, the crane arrives.", "2023-05-14"),
        ("In the week ending May 27 the river rose.", "2023-05-27"),
        ("It was planned to open in mid-May.", "2023-05-11/2023-05-20"),
        ("He said the fair was on for 1 and 2 July.", "2023-07-01/2023-07-02"),
        ("Between now and May 17 they can apply.", "2024-05-17"),
        ("It will be worse come January.", "2024-01-01/2024-01-31"),
        ("Cover that starts July 1 is dearer.", "2023-07-01"),
        ("This week’s vote is close.", "2023-06-05/2023-06-11"),
        ("The November elections were close.", "2022-11-01/2022-11-30"),
        ("He won the mostly urban 2016 presidential vote.", "2016-01-01/2016-12-31"),
        ("It grew over the past two years.", "2021-06-08/2023-06-08"),
        ("It will grow over the next five years.", "2023-06-08/2028-06-08"),
        ("Earlier this year it closed.", "2023-01-01/2023-06-08"),
        ("It closes later this week.", "2023-06-08/2023-06-11"),
        ("It rained in the last week of August.", "2022-08-25/2022-08-31"),
        ("Exports fell in October/December.", "2022-10-01/2022-12-31"),
        ("It rose in the first nine months of 2021.", "2021-01-01/2021-09-30"),
        ("It fell in the second half of last year.", "2022-07-01/2022-12-31"),
        ("It reopened on Labor Day.", "2022-09-05"),
        ("He won on Election Day 2020.", "2020-11-03"),
        ("It changed after 9/11.", "2001-09-11"),
        ("The Sept. 11 attacks came first.", "2001-09-11"),
        ("She leads the 2016 presidential race.", "2016-01-01/2016-12-31"),
        ("A law of the 19th century applies.", "1801-01-01/1900-12-31"),
        ("He came over the weekend.", "2023-06-03/2023-06-04"),
        ("Last year's harvest was small.", "2022-01-01/2022-12-31"),
        ("On Monday the mayor announced that the bridge will close.", "2023-06-05"),
        ("By Tuesday the water had fallen and was clear.", "2023-06-06"),
        ("A better-than-expected yield came in May.", "2023-05-01/2023-05-31"),
        ("A new boat will be launched on June 20.", "2023-06-20"),
        ("The board named those who are paid, holders of record June 20.", "2023-06-20"),
        ("She wants to open the debate on Tuesday.", "2023-06-13"),
        ("It shut in the late 1990s.", "1997-01-01/1999-12-31"),
        ("It shut in the mid-'80s.", "1984-01-01/1986-12-31"),
        ("A nineteenth-century barn stood.", "1801-01-01/1900-12-31"),
        ("It was filed on 3/14/2020.", "2020-03-14"),
        ("It was filed on 3/14/20.", "2020-03-14"),
        ("It was a song of ’70s fame.", "1970-01-01/1979-12-31"),
        ("They marched on May Day.", "2023-05-01"),
        ("Debt stood at 4 million at end-2021.", "2021-12-01/2021-12-31"),
        ("A second show opens later this summer.", "2023-06-08/2023-08-31"),
        ("He paid the fee on May five.", "2023-05-05"),
        ("It rained on the first ten days of June 2022.", "2022-06-01/2022-06-10"),
        ("Stocks fell in last year's third quarter.", "2022-07-01/2022-09-30"),
        ("Stocks were low at end-March.", "2023-03-21/2023-03-31"),
        ("Two months from now it will be warm.", "2023-08-01/2023-08-31"),
        ("The choir sang before Easter.", "2023-04-09"),
        ("They meet again by Christmas 2023.", "2023-12-25"),
        ("The post-2016 rules were mild.", "2016-01-01/2016-12-31"),
        ("The drive ended November with a debt.", "2022-11-01/2022-11-30"),
        ("Vergangene Woche kam er.", "2023-05-29/2023-06-04"),
        ("Letzten Freitag kam er.", "2023-06-02"),
        ("Ende Mai kam er.", "2023-05-21/2023-05-31"),
        ("Anfang 2021 kam er.", "2021-01-01/2021-01-31"),
        ("It will be finished by the end of June.", "2023-06-21/2023-06-30"),
        ("He left this past Tuesday.", "2023-06-06"),
        ("He left on Friday of last week.", "2023-06-02"),
        ("The day before yesterday he came.", "2023-06-06"),
        ("They met the week of May 3.", "2023-05-01/2023-05-07"),
        ("The offer expires July Five unless extended.", "2023-07-05"),
        ("Cars sold from May 11 through 20 were few.", "2023-05-11/2023-05-20"),
        ("They vote on Super Tuesday 2016.", "2016-03-01"),
        ("They voted on Martin Luther King Jr. Day.", "2023-01-16"),
        ("She called on Mother's Day.", "2023-05-14"),
        ("Shops were full on Black Friday.", "2022-11-25"),
        ("It is due September one, 2025, at the latest.", "2025-09-01"),
        ("It shut at the end of the second quarter of 2021.", "2021-05-31/2021-06-30"),
        ("It shut early in the 1990s.", "1990-01-01/1993-05-01"),
        ("It was on sale late last summer.", "2022-08-01/2022-08-31"),
        ("An April Ostwick Herald poll was close.", "2023-04-01/2023-04-30"),
        ("A better May jobs report came.", "2023-05-01/2023-05-31"),
        ("It rained in the month of April.", "2023-04-01/2023-04-30"),
        ("It rained in June last year.", "2022-06-01/2022-06-30"),
        ("It rained in the summer of last year.", "2022-06-01/2022-08-31"),
        ("It rained in the summer of 2015.", "2015-06-01/2015-08-31"),
        ("It rained in the second week of May.", "2023-05-08/2023-05-14"),
        ("It closed late in 2021.", "2021-09-01/2021-12-31"),
        ("Output fell in the September-April season.", "2022-09-01/2023-04-30"),
        ("Output fell in the March quarter.", "2023-01-01/2023-03-31"),
        ("Output fell in the April-June 2021 quarter.", "2021-04-01/2021-06-30"),
        ("Output fell in the fourth 2021 quarter.", "2021-10-01/2021-12-31"),
        ("Output fell in the final quarter of 2021.", "2021-10-01/2021-12-31"),
        ("Output fell in the first quarter of fiscal 2021.", "2021-01-01/2021-03-31"),
        ("Output fell in 2021 Q3.", "2021-07-01/2021-09-30"),
        ("Output fell in Q3 FY21.", "2021-07-01/2021-09-30"),
        ("Output fell in the first half of May.", "2023-05-01/2023-05-15"),
        ("Output fell in the first four months.", "2023-01-01/2023-04-30"),
        ("Output fell in the first six weeks of 2021.", "2021-01-01/2021-02-11"),
        ("Second-half 2021 output fell.", "2021-07-01/2021-12-31"),
        ("In '98 the mill shut.", "1998-01-01/1998-12-31"),
        ("It beat 2017's output.", "2017-01-01/2017-12-31"),
        ("It is 2020’s best boat.", "2020-01-01/2020-12-31"),
        ("It fell in FY21.", "2021-01-01/2021-12-31"),
        ("Forecasts for fiscal 2021/22 fell.", "2021-01-01/2022-12-31"),
        ("Grades fell in the 2021-22 school year.", "2021-01-01/2022-12-31"),
        ("It closed before the year 2000.", "2000-01-01/2000-12-31"),
        ("It rained this year and will next.", "2023-01-01/2023-12-31"),
        ("It will rain this year and next.", "2023-01-01/2024-12-31"),
        ("Over the last week it rained.", "2023-06-01/2023-06-08"),
        ("Over the next decade it will rain.", "2023-06-08/2033-06-08"),
        ("Thirty-five years ago it shut.", "1988-01-01/1988-12-31"),
        ("Two or three weeks ago it shut.", "2023-05-15/2023-05-28"),
        ("A year and a half ago it shut.", "2021-12-01/2021-12-31"),
        ("Half a century ago it shut.", "1973-01-01/1973-12-31"),
        ("It rained over the past year and a half.", "2021-12-08/2023-06-08"),
        ("It rained for the past 5 to 8 years.", "2015-06-08/2023-06-08"),
        ("It will rain for the next 30 to 60 days.", "2023-06-08/2023-08-07"),
        ("Sales rose from a year-ago 7 million.", "2022-01-01/2022-12-31"),
        ("Later in the week it rained.", "2023-06-08/2023-06-11"),
        ("For the rest of 2023 it will rain.", "2023-06-08/2023-12-31"),
        ("At year's end it shut.", "2023-12-31"),
        ("It stood at year-end 2021.", "2021-12-31"),
        ("It shut in mid-year.", "2023-05-02/2023-08-31"),
        ("It hired between May and December 2021.", "2021-05-01/2021-05-31 2021-12-01/2021-12-31"),
        ("It hired from September 5 to February 3, 2021.", "2020-09-05 2021-02-03"),
        ("They bought beans for September shipment.", "2023-09-01/2023-09-30"),
        ("Growth in May will help the council.", "2023-05-01/2023-05-31"),
        ("It had meant to file a plan in May.", "2023-05-01/2023-05-31"),
        ("The mayor urged all to stay at home on Tuesday.", "2023-06-13"),
        ("The case goes to trial Monday.", "2023-06-12"),
    ],
)
def test_resolution(text: str, iso: str) -> None:
    assert " ".join(d.iso for d in find_dates(text, anchor=ANCHOR)) == iso


@pytest.mark.parametrize(
    "text",
    [
        "We may march on.",
        "April Smith met June Carter.",
        "We paid 2008 people.",
        "Feb 31 2020 x",
        "USA Today wrote so.",
        "The last night boat is full.",
        "Its last night train ran to Arle.",
        "They met on the last evening of the fair.",
        "The town's last night bus was cancelled.",
    ],
)
def test_words_that_are_no_dates(text: str) -> None:
    assert [d.span.text for d in find_dates(text, anchor=ANCHOR) if d.span and d.precision == "day"] == []


def test_without_an_anchor_only_whole_dates_are_found() -> None:
    found = find_dates("Last Friday, June 2, and 2 June 2021.", anchor=None)
    assert [d.iso for d in found] == ["2021-06-02"]


@given(st.text(max_size=120), st.dates())
def test_spans_hold_for_any_text_and_anchor(text: str, anchor: date) -> None:
    for value in find_dates(text + " on June 30 last week", anchor=anchor):
        assert value.span is not None
        assert (text + " on June 30 last week")[value.span.start : value.span.end] == value.span.text
        assert value.start is not None
        assert value.end is not None
        assert value.start <= value.end


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The November elections were close.", ["November"]),
        ("The second quarter profits fell.", ["second quarter"]),
        ("It fell in the second quarter.", ["the second quarter"]),
        ("It stood empty in the early 1980s.", ["the early 1980s"]),
        ("The 1980s barn stood.", ["1980s"]),
        ("Its loss grew against the same 2019 period.", ["the same 2019 period"]),
        ("The ’60s and ’70s were wet.", ["The ’60s", "’70s"]),
        ("It ran from 1999 to 2004.", ["1999", "2004"]),
        ("It ran between March 9 and March 30.", ["March 9", "March 30"]),
        ("It ran July 18 to 21 and March 30-April 2.", ["July 18 to 21", "March 30-April 2"]),
        ("In May one ship sank.", ["May"]),
        ("It sold 132,000 weeks ago.", []),
        ("It sold well at the end of June.", ["the end of June"]),
    ],
)
def test_an_article_belongs_to_the_date_only_where_the_date_is_the_head(text: str, spans: list[str]) -> None:
    assert [d.span.text for d in find_dates(text, anchor=ANCHOR) if d.span] == spans


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The dam broke on May 3. Two days later the road was gone.", "2023-05-05"),
        ("The dam broke on May 3. The next day the road was gone.", "2023-05-04"),
        ("The dam broke on May 3. That night the road was gone.", "2023-05-03"),
        ("The dam broke on May 3. That same night it rained.", "2023-05-03"),
        ("The dam broke on May 3. It had rained a week earlier.", "2023-04-24/2023-04-30"),
        ("Rain fell in March 2022, more than in the 2019 period.", "2019-03-01/2019-03-31"),
        ("Rain in March 2022 beat the same month a year earlier.", "2021-03-01/2021-03-31"),
        ("The dam broke in 2015. A year later it stood again.", "2016-01-01/2016-12-31"),
        ("The dam broke on May 3. The following morning the road was gone.", "2023-05-04"),
        ("The dam broke on May 3. It had rained the day before.", "2023-05-02"),
        ("The dam broke on May 3. That weekend it rained.", "2023-05-06/2023-05-07"),
        ("The dam broke in 2015. That summer it rained.", "2015-06-01/2015-08-31"),
        ("The dam broke in 2015. It had been mended the year before.", "2014-01-01/2014-12-31"),
        ("It earned much in 2015, up from the prior year.", "2014-01-01/2014-12-31"),
        ("It sold 9 ships in March 2022, and 7 in the same 2019 month.", "2019-03-01/2019-03-31"),
        ("It sold 9 ships in March 2022, and 7 in the same February period.", "2022-02-01/2022-02-28"),
    ],
)
def test_a_date_counted_from_the_one_named_before(text: str, iso: str) -> None:
    assert [d.iso for d in find_dates(text, anchor=ANCHOR)][1:] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "Two days later the road was gone.",
        "That night the road was gone.",
        "The choir meets every Tuesday.",
        "It is out on the first Friday of each month.",
        "The Easter eggs and the Christmas lights sold well.",
        "A few weeks ago it rained.",
        "Its rating rose into the mid-50s.",
        "The day before the vote it rained.",
        "Two days before the vote it rained.",
        "In the first six months of availability it sold well.",
        "It sold well over the last two weeks of the campaign.",
        "The account closes at 1930 GMT.",
        "The index rose to 1987 points.",
        "They marched on Bloody Sunday.",
        "He told Fox News Sunday so.",
        "The studio was sold to 21st Century Fox.",
        "In the summer months it is dry.",
    ],
)
def test_what_no_date_resolves_and_what_recurs_is_left_out(text: str) -> None:
    assert find_dates(text, anchor=ANCHOR) == []


@pytest.mark.parametrize(("text", "iso"), [("Filed 6/22/2026.", "2026-06-22"), ("Filed 22/6/2026.", "2026-06-22")])
def test_strokes_are_read_where_the_order_is_plain(text: str, iso: str) -> None:
    assert [found.iso for found in find_dates(text, anchor=date(2026, 7, 1))] == [iso]


def test_strokes_that_could_be_either_order_are_no_date() -> None:
    assert find_dates("Filed 3/5/2020.", anchor=date(2026, 7, 1)) == []


def test_a_weekday_beside_its_date_is_that_day() -> None:
    found = find_dates("He said so on Saturday, 3 June 2023.", anchor=date(2023, 6, 12))
    assert [one.iso for one in found] == ["2023-06-03", "2023-06-03"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("In the third quarter, ended March 31, it earned less.", "2023-01-01/2023-03-31 2023-03-31"),
        (
            "Its fiscal year began in October 2022. It earned less in the first quarter.",
            "2022-10-01/2022-10-31 2022-10-01/2022-12-31",
        ),
        (
            "It earned less in the current fiscal year, which ends in June.",
            "2022-07-01/2023-06-30 2023-06-01/2023-06-30",
        ),
    ],
)
def test_quarters_are_those_of_the_fiscal_year_that_the_text_dates(text: str, iso: str) -> None:
    assert " ".join(found.iso for found in find_dates(text, anchor=ANCHOR)) == iso


def test_a_paragraph_break_ends_an_expression() -> None:
    assert find_dates("It rained last\n\nweek by week.", anchor=ANCHOR) == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("On 4/5/2020 the bridge closed.", "[2020-04-05,2020-05-04]"),
        ("On 30 February 2020 the bridge closed.", "[]"),
        ("The bridge closed on 31.02.2020.", "[]"),
        ("The bridge closed on February 30.", "[]"),
        ("The bridge closed on 2020-02-31.", "[]"),
        ("The bridge closed on 32 January 2020.", "[]"),
        ("The bridge closed on 29 February 2021.", "[]"),
    ],
)
def test_what_is_no_day_or_two_is_no_month_and_told_where_asked_for(text: str, iso: str) -> None:
    assert [d.iso for d in find_dates(text, anchor=ANCHOR, unresolved=True)] == [iso]
    assert find_dates(text, anchor=ANCHOR) == []
    assert find_dates(text, anchor=None) == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It closed on 4/5/2020 and opened on 13/5/2020.", "2020-05-04"),
        ("It closed on 4/5/2020 and opened on 5/13/2020.", "2020-04-05"),
        ("It closed on 4/5/2020, 5/13/2020 and 13/5/2020.", "[2020-04-05,2020-05-04]"),
        ("It closed on 5/5/2020.", "2020-05-05"),
        ("It closed on 29 February.", "2020-02-29"),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_other_dates(text: str, iso: str) -> None:
    assert find_dates(text, anchor=ANCHOR, unresolved=True)[0].iso == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The members, who were asked, gather in Arle on 11 and 12 August.", "2023-08-11/2023-08-12"),
        ("He said that members who gather in Arle on 11 August were told.", "2023-08-11"),
        ("They were told of it in Arle on 11 August.", "2022-08-11"),
    ],
)
def test_a_verb_in_the_present_keeps_a_date_from_last_year(text: str, iso: str) -> None:
    assert find_dates(text, anchor=ANCHOR)[0].iso == iso


@pytest.mark.parametrize("name", ["Agenda 2030", "Saudi Vision 2030", "Horizon 2020", "Project 2025", "the Expo 2020"])
def test_the_year_in_the_name_of_a_programme_is_no_date(name: str) -> None:
    assert find_dates(f"The ministers praised {name} again.", anchor=ANCHOR) == []


def test_a_year_behind_another_name_is_one() -> None:
    assert [one.iso for one in find_dates("They signed it in Arle 2019.", anchor=ANCHOR)] == ["2019-01-01/2019-12-31"]
