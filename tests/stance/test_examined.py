"""Found by writing pairs before running them, issue 4 line by line; the examples here are others of the same kinds."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Brill Mills made a loss of €2.4bn in 2022.", "Brill Mills made a loss of €2.38 billion in 2022."),
        ("The reservoir holds 36 million litres.", "The reservoir holds 35.7 million litres."),
        ("The wall is 5.3 metres high.", "The wall is 5.27 metres high."),
    ],
)
def test_a_figure_is_the_same_rounded_at_its_last_digit(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
    assert compare(passage, claim).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Brill Mills made a loss of €2.4bn in 2022.", "Brill Mills made a loss of €2.31 billion in 2022."),
        ("The choir has 140 singers.", "The choir has 138 singers."),
        ("The council owes 20,000 crowns.", "The council owes 15,000 crowns."),
    ],
)
def test_what_rounds_to_something_else_or_is_counted_exactly_differs(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("done", "planned"),
    [
        ("The tunnel opened in 2019.", "The tunnel was to open in 2016."),
        ("The stadium cost £80 million.", "The stadium was expected to cost £55 million."),
        ("The depot closed in August.", "The depot may close in July."),
        ("The ring road opened in 2021.", "The ring road will open in 2018."),
    ],
)
def test_a_plan_and_what_came_of_it_are_no_conflict(done: str, planned: str) -> None:
    assert compare(done, planned).stance is Stance.RELATED
    assert compare(planned, done).stance is Stance.RELATED


def test_two_plans_and_two_outcomes_conflict() -> None:
    assert compare("The tunnel will open in 2019.", "The tunnel will open in 2016.").stance is Stance.CONFLICTS
    assert compare("The tunnel opened in 2019.", "The tunnel opened in 2016.").stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The drivers walked out in Norden.", "The porters did not walk out in Norden."),
        ("The tunnel was closed to cyclists in May.", "The viaduct was not closed to cyclists in May."),
        ("Finland won the bandy final against Norway.", "Norway won the bandy final against Finland."),
        ("Most pupils like the canteen.", "Some pupils like the canteen."),
        ("Brackmere had 8,150 voters in 2020.", "Town | Year | Voters\nCorrin | 2020 | 8,150\nHalm | 2020 | 4,020"),
    ],
)
def test_what_is_told_of_another_or_of_fewer_has_no_side(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("All ferries to Corrin were late on Friday.", "Only three ferries to Corrin were late on Friday."),
        ("Every clinic in Halm was open at Easter.", "Just two clinics in Halm were open at Easter."),
        ("Alle Läden in Ostheim waren am Montag zu.", "Nur zwei Läden in Ostheim waren am Montag zu."),
    ],
)
def test_only_so_many_are_not_all(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council accepted the loan.", "The council met the lenders. It rejected the loan."),
        ("The baths in Halm reopened in June.", "The baths in Halm are being rebuilt. They stayed closed in June."),
    ],
)
def test_a_pronoun_goes_on_with_whom_the_sentence_before_told_of(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("“We sold … the docks,” said Holt.", "“We sold barges. We never sold the docks,” said Holt."),
        ("“I … broke the law,” said Holt.", "“I warned him. He broke the law,” said Holt."),
        ("“I broke the law,” said Holt.", "“I warned him. He broke the law,” said Holt."),
        ("“It will … hurt the town,” said Holt.", "“It will not cost much, but it may hurt the town,” said Holt."),
    ],
)
def test_quoted_words_that_are_put_together_bear_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("“We will build … for the young,” said Holt.", "“We will build,” Holt said, “all year, for the young.”"),
        ("“It is safe … We tested it,” said Holt.", "“It is safe. That took years. We tested it,” said Holt."),
    ],
)
def test_quoted_words_that_are_only_shortened_stand_there(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


def test_a_denial_of_one_part_of_joined_words_is_no_conflict() -> None:
    passage = "“We never sold barges. They asked about the docks,” said Holt."
    assert compare("“We sold … about the docks,” said Holt.", passage).stance is Stance.RELATED


def test_an_ellipsis_in_the_place_of_a_not_alters_the_quotation() -> None:
    judged = compare("“The docks are … for sale,” Holt said.", "“The docks are not for sale,” Holt said.")
    assert judged.stance is Stance.CONFLICTS
    assert "it leaves out “not”" in judged.reasons[0].message


GERMAN = ("Der Kreistag nahm die Vorlage im Juni an.", "Der Kreistag hat die Vorlage im Juni angenommen.")


@pytest.mark.parametrize("claim", GERMAN)
def test_a_german_verb_in_two_parts_is_the_verb_in_one(claim: str) -> None:
    for passage in GERMAN:
        assert compare(claim, passage).stance is Stance.CORROBORATES
    for passage in ("Im Juni lehnte der Kreistag die Vorlage ab.", "Der Kreistag nahm die Vorlage im Juni nicht an."):
        assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Das Fest in Halm fand am Sonntag statt.", "Am Sonntag hat in Halm das Fest stattgefunden."),
        ("Die Zahl der Gäste stieg im Mai auf 4.000.", "Auf 4.000 ist die Zahl der Gäste im Mai gestiegen."),
    ],
)
def test_german_verbs_are_known_in_all_their_forms(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The ferry carries 90 lorries.", "The ferry carries 90 lorries a day."),
        ("Die Klinik entlässt 40 Pfleger.", "Die Klinik könnte 40 Pfleger entlassen."),
        ("Die Klinik entließ 40 Pfleger.", "Die Klinik hat angeblich 40 Pfleger entlassen."),
    ],
)
def test_a_rate_or_a_possibility_bears_out_no_plain_count(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


def test_another_bearer_in_german_is_no_conflict() -> None:
    judged = compare("Halm hat Schulden von 7 Millionen Euro.", "Der Landkreis hat Schulden von 9 Millionen Euro.")
    assert judged.stance is Stance.RELATED


def test_english_words_that_german_has_too_make_no_text_german() -> None:
    assert compare("Four die in blast.", "Four die in blast at the mill.").stance is Stance.CORROBORATES
