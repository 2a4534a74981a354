"""What one sentence of a passage says of another thing bears out nothing of the claim, and contradicts nothing."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The bridge cost £4 million.", "The bridge was opened by the mayor. The car park cost £2 million."),
        ("The bridge cost £4 million.", "The bridge was opened. It rained all day. The car park cost £2 million."),
        (
            "The museum attracted 40,000 visitors last year.",
            "The museum stands beside the castle. The castle attracted 60,000 visitors last year.",
        ),
        (
            "Harwick police arrested 12 people on Saturday.",
            "Harwick police were busy. Border guards arrested 30 people on Saturday.",
        ),
        (
            "Unemployment in Norland fell to 4.2 per cent in June.",
            "Unemployment in Norland was discussed. Inflation fell to 3.1 per cent in June.",
        ),
        (
            "The hospital opened in 1998.",
            "The hospital lies in the north of the city. The school next to it opened in 2004.",
        ),
        ("The library closed on 3 March 2021.", "The library was old. The swimming pool closed on 7 April 2021."),
        ("The airline cancelled 80 flights.", "The airline apologised to travellers. A rival cancelled 40 flights."),
        ("Anna Holt was fined 500 pounds.", "Anna Holt appeared in court. Her brother was fined 900 pounds."),
        (
            "Ostwick council gave £5 million to the hospital in March.",
            "The hospital was full. Ostwick council gave £3 million to the school in March.",
        ),
        ("Ostwick has 12,000 inhabitants.", "Ostwick lies on the coast. Halm, the next town, has 12,000 inhabitants."),
        (
            "The company paid no tax in 2020.",
            "The company is based in Lund. Its rival paid 3 million crowns in tax in 2020.",
        ),
        (
            "Anna Holt verdient 5000 Euro im Monat.",
            "Anna Holt ist Lehrerin. Ihr Mann verdient 7000 Euro im Monat.",
        ),
        (
            "Rents in Halm rose by 5 per cent.",
            "Rents in the capital rose by 9 per cent. In Halm they were not counted.",
        ),
        (
            "The dam was built by a Swedish firm.",
            "The dam was opened in 1971. The road to it was built by a Danish firm.",
        ),
        ("The council rejected the budget.", "The council met on Monday. The parish accepted the budget."),
        ("The minister resigned on Tuesday.", "The minister gave a speech. Her deputy did not resign on Tuesday."),
        ("Maria Holt won the election.", "Maria Holt stood for mayor. Peter Lang won the election."),
        (
            "Die Brücke kostete 4 Millionen Euro.",
            "Die Brücke wurde im Mai eröffnet. Das Parkhaus kostete 6 Millionen Euro.",
        ),
    ],
)
def test_what_is_told_of_another_is_only_related_and_named(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.RELATED
    assert not [one for one in judged.reasons if one.polarity is Polarity.OPPOSES]
    (told,) = [one for one in judged.reasons if one.message.startswith("the claim says it of")]
    assert claim[told.claim_spans[0].start :].startswith(told.claim_spans[0].text)
    assert passage[told.passage_spans[0].start :].startswith(told.passage_spans[0].text)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The bridge cost £4 million.", "The bridge was opened in May. It cost £2 million."),
        ("The bridge cost £4 million.", "The bridge was opened in May. The structure cost £2 million."),
        (
            "The bridge at Tarn cost £4 million.",
            "The mayor opened the bridge at Tarn in May. According to the mayor, it cost £2 million.",
        ),
        ("Norvik employs 300 people in Lund.", "Norvik opened a plant in Lund. The company employs 900 people there."),
        ("Storm Elna killed 14 people.", "Storm Elna hit the coast on Friday. The storm killed 9 people, police said."),
        ("Peter Lang was born in 1961.", "Peter Lang is a Danish painter. The artist was born in 1958."),
        ("Ostwick has 12,000 inhabitants.", "Ostwick lies on the coast. The town has 15,000 inhabitants."),
        (
            "Anna Holt chairs the committee with 12 members.",
            "Anna Holt was elected last year. The senator chairs the committee with 15 members.",
        ),
        ("The mayor earns £90,000 a year.", "The mayor was elected. Documents show that she earns £75,000 a year."),
        ("Die Brücke kostete 4 Millionen Euro.", "Die Brücke wurde im Mai eröffnet. Sie kostete 6 Millionen Euro."),
    ],
)
def test_what_stands_for_the_claims_subject_contradicts_it(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Maria Holt won the election.", "Maria Holt stood for mayor. She won the election."),
        ("Norvik employs 300 people in Lund.", "Norvik opened a plant in Lund. The company employs 300 people there."),
        ("Storm Elna killed 14 people.", "Storm Elna hit the coast on Friday. It killed 14 people, police said."),
        ("Peter Lang was born in 1961.", "Peter Lang is a Danish painter. The artist was born in 1961."),
    ],
)
def test_what_stands_for_the_claims_subject_bears_it_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
