"""The words a rule needs: leaving out rules that cannot match must never lose a date."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.dates.timex import words
from factcheck.text.dates.timex.grammar import GRAMMAR, rules_for

_CALENDAR = (
    *(
        "the end of",
        "the first quarter of",
        "mid-",
        "early",
        "late",
        "the first half of",
        "the rest of",
        "remainder of",
    ),
    *(
        "2019",
        "1990s",
        "’60s",
        "'80s",
        "2019/20",
        "2019-2021",
        "2019-05-03",
        "3.5.2019",
        "on 03.12.98",
        "H1 2020",
        "1HFY20",
        "2H of 2019",
        "3rd",
        "14",
        "9/11",
        "Q3",
        "FY",
    ),
    *("ago", "earlier", "later", "before", "by", "until", "vor", "year-end", "this morning", "the weekend", "prior"),
    *(
        "fiscal",
        "calendar",
        "years",
        "weeks",
        "months",
        "month",
        "week",
        "quarter",
        "decade",
        "19th century",
        "the",
        "of",
    ),
    *("this", "last", "next", "past", "coming", "in", "since", "between", "and", "from", "to", "a", "two", "three"),
    *("that night", "the same", "that", "day", "the following", "the next", "from now", "nineteenth century"),
    *("days of", "first", "the same period", "a year ago", "one", "six", "the 2019 period", "the year-ago quarter"),
    *("every", "pre-2016", "3/14/2020", "the late 1990s", "the early '80s", "and next", "over", "previous"),
    *("and", "half", "or", "century", "centuries", "mid", "mid-year", "year's end", "the year", "told", "before."),
    *("FY21", "'98", "Super", "Cinco de Mayo", "weekend", "that same", "report", "-", "months", "school", "rest of"),
    *("vergangene", "letzten", "Woche", "Jahr", "Anfang", "Ende", "Mitte", "in drei Tagen", "two years earlier"),
    *("attacks", "yesterday", "Last night", "heute", "deadline", "/", "-"),
    *("On the 11th.", "On 45 March", "On March 32", "the 80s", "’90s", "the mid-’60s", "on", "the", "21st", "s"),
    *words.HOLIDAY_NAMES,
    *(word.capitalize() for word in (*words.MONTHS, *words.WEEKDAYS)),
    *words.SEASONS,
)
texts = st.lists(st.sampled_from(_CALENDAR), min_size=1, max_size=8).map(" ".join)


@given(texts)
def test_no_rule_that_matches_is_left_out(text: str) -> None:
    tried = {id(rule) for rule in rules_for(text, 0, len(text))}
    matching = [rule.name for rule in GRAMMAR if rule.pattern.search(text) and id(rule) not in tried]
    assert matching == []


def test_text_without_any_word_of_the_calendar_leaves_few_rules() -> None:
    text = "The council of Ostwick agreed to repair the harbour wall."
    assert len(rules_for(text, 0, len(text))) == 0


def test_a_decade_is_looked_for_only_where_tens_are_told() -> None:
    def tried(text: str) -> set[str]:
        return {rule.name for rule in rules_for(text, 0, len(text))}

    assert "short-decade" not in tried("The mayor's plan for 40 bins, and the town's 80 trees.")
    assert "short-decade" in tried("It closed in the 80s.")


def test_the_space_behind_a_sentence_changes_no_rule() -> None:
    text = "The mill closed in May 2019. \n"
    assert rules_for(text, 0, len(text)) == rules_for(text, 0, len(text.rstrip()))
