"""Quantities: value, unit, operator, noun; and what is written in digits but counts nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Operator
from factcheck.text.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "operator", "noun"),
    [
        ("40,000 new homes", 40000, 40000, "", Operator.EQUAL, "homes"),
        ("180-340 thousand rubles", 180000, 340000, "RUB", Operator.RANGE, ""),
        ("between 80% and 90% of voters", 80, 90, "%", Operator.RANGE, "voters"),
        ("from 3 to 5 days", 3, 5, "day", Operator.RANGE, ""),
        ("half a billion euros", 500_000_000, 500_000_000, "EUR", Operator.EQUAL, ""),
        ("no fewer than thirty-one members", 31, 31, "", Operator.AT_LEAST, "members"),
        ("some 19 miles from", 19, 19, "mi", Operator.ABOUT, ""),
        ("rose by 3 percentage points", 3, 3, "pp", Operator.EQUAL, ""),
        ("5.5 per cent", "5.5", "5.5", "%", Operator.EQUAL, ""),
        ("£5,000", 5000, 5000, "GBP", Operator.EQUAL, ""),
        ("$1.2bn", 1_200_000_000, 1_200_000_000, "USD", Operator.EQUAL, ""),
        ("one in five children", 20, 20, "%", Operator.EQUAL, ""),
        ("three out of ten children", 30, 30, "%", Operator.EQUAL, ""),
        ("the other half of the town", 50, 50, "%", Operator.EQUAL, "town"),
        ("1.234.567,50 Euro", "1234567.5", "1234567.5", "EUR", Operator.EQUAL, ""),
        ("2,5 Millionen Euro", 2_500_000, 2_500_000, "EUR", Operator.EQUAL, ""),
        ("about 2000 people", 2000, 2000, "", Operator.ABOUT, "people"),
        ("more than 12,400, by its own count", 12400, 12400, "", Operator.MORE_THAN, ""),
        ("1,700 jobless miners", 1700, 1700, "", Operator.EQUAL, "miners"),
        ("over 1700 jobless young miners", 1700, 1700, "", Operator.MORE_THAN, "miners"),
        ("arrivals topped 31,000", 31000, 31000, "", Operator.MORE_THAN, "arrivals"),
        ("the toll surpassed 900", 900, 900, "", Operator.MORE_THAN, "toll"),
        ("about a 4 percentage point lead", 4, 4, "pp", Operator.ABOUT, ""),
        ("a three-quarters majority", 75, 75, "%", Operator.EQUAL, ""),
        ("nearly two-thirds said so", "66.67", "66.67", "%", Operator.ABOUT, ""),
        ("half a percentage point", "0.5", "0.5", "pp", Operator.EQUAL, ""),
        ("one-fifth of a percent", "0.2", "0.2", "%", Operator.EQUAL, ""),
        ("a 30-billion-euro package", 30_000_000_000, 30_000_000_000, "EUR", Operator.EQUAL, ""),
        ("three or four boats", 3, 4, "", Operator.RANGE, "boats"),
        ("90 pounds of flour", 90, 90, "lb", Operator.EQUAL, "flour"),
        ("the 300 captured by rebels", 300, 300, "", Operator.EQUAL, ""),
        ("half a dozen bakeries", 6, 6, "", Operator.ABOUT, "bakeries"),
        ("a half-dozen boats", 6, 6, "", Operator.ABOUT, "boats"),
        ("two and a half million trees", 2_500_000, 2_500_000, "", Operator.EQUAL, "trees"),
        ("one and a half dozen eggs", 18, 18, "", Operator.ABOUT, "eggs"),
        ("about 1 in 5 bakers", 20, 20, "%", Operator.ABOUT, ""),
        ("one in 10 bakers", 10, 10, "%", Operator.EQUAL, ""),
        ("nine out of 10 bakers", 90, 90, "%", Operator.EQUAL, ""),
        ("Ein Viertel der Bäcker", 25, 25, "%", Operator.EQUAL, ""),
        ("zwei Drittel aller Betriebe", "66.67", "66.67", "%", Operator.EQUAL, ""),
        ("Jeder vierte Bäcker", 25, 25, "%", Operator.EQUAL, ""),
        ("ein halbes Dutzend Läden", 6, 6, "", Operator.ABOUT, "Läden"),
        ("zwei Dutzend Boote", 24, 24, "", Operator.ABOUT, "Boote"),
    ],
)
def test_reads(text: str, low: object, high: object, unit: str, operator: Operator, noun: str) -> None:
    [found] = find_quantities(text)
    assert (found.low, found.high, found.unit, found.operator, found.noun) == (
        Decimal(str(low)),
        Decimal(str(high)),
        unit,
        operator,
        noun,
    )


@pytest.mark.parametrize(
    "text",
    [
        "in 2022",
        "ein Viertel in Wien",
        "jeden zweiten Tag",
        "on 11 and 12 July 2023",
        "June 2, 2023",
        "at 10:30",
        "10am",
        "5 p.m.",
        "Article 5",
        "G20",
        "COVID-19",
        "the 7th",
        "the 1990s",
        "12/07/2023",
        "2023-06-08",
        "between 2019 and 2021",
        "one of them",
        "on Feb. 12",
        "Oct. 3 and 4",
        "the class of ’88",
        "Caption 7",
        "District 14",
        "the 2020 Democrats",
        "",
    ],
)
def test_leaves_alone_what_counts_nothing(text: str) -> None:
    assert find_quantities(text) == []


@given(st.text(alphabet="0123456789.,-–$%€ aofthundredmillion\n", max_size=120))
def test_spans_hold_their_text_and_never_fall(text: str) -> None:
    for one in find_quantities(text):
        assert text[one.span.start : one.span.end] == one.span.text
        assert one.low <= one.high


def test_what_something_rose_to_is_no_end_of_a_range() -> None:
    assert [(str(one.low), one.unit) for one in find_quantities("Completions rose by 12% to 39,145 homes.")] == [
        ("12", "%"),
        ("39145", ""),
    ]
    (between,) = find_quantities("between 10% and 15%")
    assert (between.low, between.high) == (10, 15)


@pytest.mark.parametrize(
    "text",
    [
        "The bill passed 52 to 48.",
        "The bill failed 48 to 52 in the council.",
        "Arle lost 9-14 to Pell.",
        "It was rejected by 210 votes to 218.",
        "A vote of 48 to 52 sank it.",
        "The court split 4–5.",
    ],
)
def test_a_score_is_two_numbers_and_no_range(text: str) -> None:
    assert [one.operator for one in find_quantities(text)] == [Operator.EQUAL, Operator.EQUAL]


@pytest.mark.parametrize(
    "text",
    [
        "It takes 5-7 days.",
        "The firm lost 5 to 7 members.",
        "Voters aged 18 to 24 voted.",
        "It passed 5 to 7 metres below.",
    ],
)
def test_a_range_beside_a_contest_stays_one(text: str) -> None:
    assert [one.operator for one in find_quantities(text)] == [Operator.RANGE]


@pytest.mark.parametrize("text", ["in the first half of 2020", "the second half of the game"])
def test_a_half_that_is_a_period_is_no_share(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize("text", ["killed 3 in 24 hours", "hired 3 in 20,000 shops", "two in ten-day strikes"])
def test_reads_no_share_where_the_second_number_counts_something_else(text: str) -> None:
    assert all(found.unit != "%" for found in find_quantities(text))


def test_a_dot_parts_thousands_in_german_alone() -> None:
    german = find_quantities("Die Stadt zählt 3.500 Einwohner und nicht 38.500, das sind 2.5 Prozent mehr.")
    assert [int(one.low) for one in german[:2]] == [3500, 38500]
    assert float(find_quantities("Gas costs $3.499 a gallon in the state.")[0].low) == 3.499


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("She broke the 400m record in Arle", "400m", 400, "m"),
        ("He ran 800m in the rain", "800m", 800, "m"),
        ("They won the 1,500m in Arle", "1,500m", 1500, "m"),
        ("a tower 90m tall", "90m", 90, "m"),
        ("a 400m loan", "400m", 400_000_000, ""),
        ("The river rose by 3m overnight.", "3m", 3, "m"),
        ("The lake level has dropped by 12m since 2019.", "12m", 12, "m"),
        ("Waves reached 9m.", "9m", 9, "m"),
        ("A 3m flood wall fell", "3m", 3, "m"),
        ("She cleared 2.01m.", "2.01m", "2.01", "m"),
        ("The ship sank in 30m of water.", "30m", 30, "m"),
        ("at a depth of 40m", "40m", 40, "m"),
        ("The 3m flood victims fled.", "3m", 3_000_000, ""),
        ("Water customers rose by 3m.", "3m", 3_000_000, ""),
        ("The population rose by 3m.", "3m", 3_000_000, ""),
        ("a 40m euro wall", "40m euro", 40_000_000, "EUR"),
        ("It paid .5% of it.", ".5%", "0.5", "%"),
        ("It paid CHF 1’200’000 in rent.", "CHF 1’200’000", 1_200_000, "CHF"),
        ("It rose 3pc.", "3pc", 3, "%"),
        ("Fewer than half passed.", "half", 50, "%"),
        ("nach elf Spielen", "elf", 11, ""),
        ("einundzwanzig Euro", "einundzwanzig Euro", 21, "EUR"),
        ("some 12m passengers", "12m", 12_000_000, ""),
        ("two point two million homes", "two point two million", 2_200_000, ""),
        ("four point seven per cent", "four point seven per cent", "4.7", "%"),
        ("3½ years", "3½ years", "3.5", "year"),
        ("120 km/h", "120 km/h", 120, "km/h"),
        ("30km/h", "30km/h", 30, "km/h"),
        ("31 °C", "31 °C", 31, "°C"),
        ("31 degrees Celsius", "31 degrees Celsius", 31, "°C"),
        ("minus 12 degrees", "minus 12 degrees", -12, "degree"),
        ("a result of -£4 million", "-£4 million", -4_000_000, "GBP"),
        ("a result of −$3.5bn", "−$3.5bn", -3_500_000_000, "USD"),
        ("a result of €-4m", "€-4m", -4_000_000, "EUR"),
        ("the result (-£4m)", "-£4m", -4_000_000, "GBP"),
        ("roads - £4m", "£4m", 4_000_000, "GBP"),
        ("a mid-€3 price", "€3", 3, "EUR"),
        ("14 square miles", "14 square miles", 14, "mi²"),
        ("25 basis points", "25 basis points", 25, "bp"),
        ("3 lakh voters", "3 lakh", 300_000, ""),
        ("Rs 2.5 crore", "Rs 2.5 crore", 25_000_000, "INR"),
        ("₹3 lakh crore", "₹3 lakh crore", 3_000_000_000_000, "INR"),
        ("A$5m", "A$5m", 5_000_000, "AUD"),
        ("500 MWh", "500 MWh", 500, "MWh"),
        ("a fine of 5p", "5p", 5, "penny"),
    ],
)
def test_scales_units_and_lengths_are_told_apart(text: str, span: str, value: object, unit: str) -> None:
    [found] = find_quantities(text) if " in " not in text else find_quantities(text)[:1]
    assert (found.span.text, found.low, found.unit) == (span, Decimal(str(value)), unit)


def test_a_share_has_no_noun_of_the_number_behind_it() -> None:
    assert [(one.span.text, one.noun) for one in find_quantities("The price rose 15% in two years")] == [
        ("15%", ""),
        ("two years", ""),
    ]


@pytest.mark.parametrize(
    ("text", "span", "low", "unit", "operator", "noun"),
    [
        ("Die Bahn strich 3.500 Stellen und das Land zahlt", "3.500", 3500, "", Operator.EQUAL, "Stellen"),
        ("Das kostet die Stadt 3,5 Mio. Euro.", "3,5 Mio. Euro", 3_500_000, "EUR", Operator.EQUAL, ""),
        ("Die Firma machte 4,2 Mrd. € Gewinn", "4,2 Mrd. €", 4_200_000_000, "EUR", Operator.EQUAL, ""),
        ("Die Quote stieg um 0,3 Prozentpunkte", "0,3 Prozentpunkte", "0.3", "pp", Operator.EQUAL, ""),
        ("Mehr als zwei Millionen Menschen sind ohne Strom", "zwei Millionen", 2_000_000, "", ">", "Menschen"),
        ("Das Dorf hat knapp 300 Häuser und eine Kirche", "300", 300, "", Operator.ABOUT, "Häuser"),
        ("Die Halle fasst bis zu 800 Gäste und ist neu", "800", 800, "", Operator.AT_MOST, "Gäste"),
        ("Fast die Hälfte der Betriebe", "Hälfte", 50, "%", Operator.ABOUT, ""),
        ("Die Stadt kaufte 12 Hektar und ein Haus", "12 Hektar", 12, "ha", Operator.EQUAL, ""),
        ("zwischen 20 und 30 Prozent der Stimmen", "20 und 30 Prozent", 20, "%", Operator.RANGE, ""),
    ],
)
def test_german_numbers(text: str, span: str, low: object, unit: str, operator: str, noun: str) -> None:
    [found] = find_quantities(text)
    assert (found.span.text, found.low, found.unit, found.operator, found.noun) == (
        *(span, Decimal(str(low)), unit),
        *(operator, noun),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt hat am 10. Januar den Umbau beschlossen.",
        "Das ist der 10. Umbau und nicht der letzte.",
        "Der Umbau begann im 2. Quartal und ist teuer.",
        "Die Werke waren 2021 geschlossen und sind es nicht mehr.",
        "Der Zug fährt um 12.30 Uhr und ist voll.",
    ],
)
def test_german_ordinals_years_and_hours_count_nothing(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("NKr1.9bn", 1_900_000_000, "NOK"),
        ("HK$3m", 3_000_000, "HKD"),
        ("A$40", 40, "AUD"),
        ("£88m", 88_000_000, "GBP"),
        ("Rs 40 crore", 400_000_000, "INR"),
        ("Rs3 lakh", 300_000, "INR"),
        ("CHF 3m", 3_000_000, "CHF"),
        ("SEK40m", 40_000_000, "SEK"),
        ("R40m", 40_000_000, "ZAR"),
        ("300 Kč", 300, "CZK"),
        ("1.2bn zł", 1_200_000_000, "PLN"),
        ("3m PLN", 3_000_000, "PLN"),
        ("2.5m Czech koruna", 2_500_000, "CZK"),
        ("40 million Australian dollars", 40_000_000, "AUD"),
        ("20 kr", 20, "kr"),
    ],
)
def test_currencies_stand_before_a_number_and_behind_it(text: str, value: int, unit: str) -> None:
    [found] = find_quantities(f"The board paid {text} for it.")
    assert (found.span.text, found.low, found.unit) == (text, value, unit)


@pytest.mark.parametrize("text", ["They try 30 of them.", "All 30 came, and no cop 30 saw.", "The R40 is a road."])
def test_a_word_that_is_no_code_is_no_currency(text: str) -> None:
    assert all(not found.unit for found in find_quantities(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A million and a half people", 1_500_000, 1_500_000),
        ("two million and a half", 2_500_000, 2_500_000),
        ("two and a half million", 2_500_000, 2_500_000),
        ("Two to three million people", 2_000_000, 3_000_000),
        ("five to six thousand workers", 5000, 6000),
        ("three or four hundred people", 300, 400),
        ("two to three people", 2, 3),
        ("two hundred to three thousand people", 200, 3000),
        ("1.2e6 cells", 1_200_000, 1_200_000),
    ],
)
def test_a_scale_belongs_to_all_it_multiplies(text: str, low: int, high: int) -> None:
    [found] = find_quantities(text)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("words", "operator"),
    [
        ("Not fewer than", Operator.AT_LEAST),
        ("never less than", Operator.AT_LEAST),
        ("not under", Operator.AT_LEAST),
        ("no more than", Operator.AT_MOST),
        ("did not exceed", Operator.AT_MOST),
        ("not in excess of", Operator.AT_MOST),
        ("nicht weniger als", Operator.AT_LEAST),
        ("fewer than", Operator.LESS_THAN),
    ],
)
def test_a_bound_that_is_denied_is_the_opposite_one(words: str, operator: Operator) -> None:
    assert find_quantities(f"{words} 300 people")[0].operator is operator


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("Wages rose by 5 percent to 25 percent.", [5, 25], "%"),
        ("The levy went up 2 per cent to 12 per cent.", [2, 12], "%"),
        ("Sales fell by £5m to £25m.", [5_000_000, 25_000_000], "GBP"),
        ("The index fell 20 to 1,480.", [20, 1480], ""),
        ("Output rose from 5 to 25.", [5, 25], ""),
        ("The rate fell from 25 to 5 percent.", [25, 5], "%"),
        ("Debt grew in the year to March from 3 to 8 million euros.", [3_000_000, 8_000_000], "EUR"),
        ("Die Quote stieg von 5 auf 7 Prozent.", [5, 7], "%"),
        ("The vote count rose from 40 to 48.", [40, 48], ""),
    ],
)
def test_a_change_and_its_level_and_two_levels_are_no_range(text: str, values: list[int], unit: str) -> None:
    found = find_quantities(text)
    assert [(one.low, one.unit, one.operator) for one in found] == [(v, unit, Operator.EQUAL) for v in values]


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose by 5 to 20 percent.",
        "Sales rose by 10% to 15%.",
        "Fares could rise by $5 to $15.",
        "Output rose by 5 to 25 million barrels.",
        "Children aged from 5 to 12 came.",
        "From 5 to 25 people came.",
    ],
)
def test_what_may_be_either_end_stays_a_range(text: str) -> None:
    assert [one.operator for one in find_quantities(text)] == [Operator.RANGE]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It was 10 degrees below zero.", -10, "degree"),
        ("It was minus 5 degrees below zero.", -5, "degree"),
        ("Es waren minus 5 Grad unter null.", -5, "degree"),
        ("minus 5 degrees Celsius", -5, "°C"),
        ("-10 °C", -10, "°C"),
        ("It was 10 degrees below normal.", 10, "degree"),
        ("a 40-per-cent rise", 40, "%"),
        ("a 25-basis-point rise", 25, "bp"),
        ("a quarter-point cut", "0.25", "pp"),
        ("a 3.5-fold increase", "3.5", "times"),
        ("Sales rose tenfold", 10, "times"),
        ("twice as many people", 2, "times"),
        ("a 40-year-old man", 40, "year"),
        ("the 5,000-strong force", 5000, ""),
        ("a 1,000-square-mile park", 1000, "mi²"),
    ],
)
def test_reads_what_is_joined_by_hyphens_or_told_in_a_word(text: str, value: float | str, unit: str) -> None:
    [found] = find_quantities(text)
    assert (found.low, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It was 5 to 10 degrees below zero.", -10, -5),
        ("It was between 15 and 20 degrees below zero.", -20, -15),
        ("Nights of 12-18 degrees below zero are rare.", -18, -12),
        ("It was 8 degrees below zero to 3 degrees below zero.", -8, -3),
        ("It was 8 degrees below zero to 3 degrees in the sun.", -8, 3),
        ("It was 5 to 10 degrees below average.", 5, 10),
    ],
)
def test_what_is_below_zero_is_so_at_both_ends(text: str, low: int, high: int) -> None:
    [found] = find_quantities(text)
    assert (found.low, found.high, found.operator) == (low, high, Operator.RANGE)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The number rose from 500 to 3 million.", [500, 3_000_000]),
        ("The fund grew from 900 to 2 billion dollars.", [900, 2_000_000_000]),
        ("Die Zahl stieg von 300 auf 2 Millionen.", [300, 2_000_000]),
        ("The group went from 12 to 2 million members.", [12_000_000, 2_000_000]),
        ("The group went from 40 to 2 million members.", [40, 2_000_000]),
        ("Sales fell from 2 to 3 million.", [2, 3_000_000]),
        ("The number rose from 2 to 3 million.", [2_000_000, 3_000_000]),
        ("The fund grew from 15 to 900 billion dollars.", [15_000_000_000, 900_000_000_000]),
        ("The number fell from 500 to 3 million.", [500_000_000, 3_000_000]),
        ("The number rose from 5,000 to 3 million.", [5_000, 3_000_000]),
    ],
)
def test_a_level_shares_the_scale_of_the_next_where_the_change_then_goes_as_told(text: str, values: list[int]) -> None:
    assert [one.low for one in find_quantities(text)] == values


@pytest.mark.parametrize(
    "text", ["Agenda 2030", "Vision 2030", "COP26", "COP 26", "Euro 96", "Apollo 11", "Agenda 21", "He voted twice."]
)
def test_a_number_in_a_name_counts_nothing(text: str) -> None:
    assert find_quantities(f"The talks on {text} failed.") == []


def test_a_number_counts_nothing_behind_the_next_article() -> None:
    assert find_quantities("A million and a half fled the city.")[0].noun == ""
    assert find_quantities("They found 40 of the workers.")[0].noun == "workers"


def test_a_sum_of_money_is_no_length() -> None:
    assert [one.low for one in find_quantities("It fell to £88m from £100m away.")] == [88_000_000, 100_000_000]
