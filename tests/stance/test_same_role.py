"""Another name in the same role: in another voice or order it contradicts what is done once, and nothing else."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare

DIFFERS = [
    (
        "Marta Kovacs was elected mayor of Debrin in 2019.",
        "In 2019 the voters of Debrin elected Peter Halas as mayor.",
    ),
    ("The Debrin film prize was won by Lena Aas.", "Olga Vinter won the Debrin film prize on Saturday."),
    (
        "Siemens acquired the pump maker Hydrola for €90 million.",
        "Pump maker Hydrola was acquired by Bosch for €90 million.",
    ),
    ("Judge Rita Solano convicted Brandt in May 2020.", "Brandt was convicted by Judge Hugh Tanner in May 2020."),
    (
        "The congress of the European Lung Society took place in Lisbon in June 2022.",
        "In June 2022 the congress of the European Lung Society took place in Helsinki.",
    ),
    (
        "Customs officers arrested Milan Duric in Rijeka on Tuesday.",
        "Milan Duric was arrested in Zadar on Tuesday, customs officers said.",
    ),
    ("The firm Norlag has its headquarters in Bergen.", "Norlag, headquartered in Stavanger, makes rope."),
    ("The opera house in Velm was designed by Ines Prado.", "Carl Ostrom designed the opera house in Velm."),
    (
        "Henrik Lund founded the charity Brightwell in 1998.",
        "Brightwell, a charity, was founded by Agnes Moor in 1998.",
    ),
    ("The novel The Salt Road was written by Clara Dunn.", "Hugo Prentice wrote the novel The Salt Road."),
    ("In 2018 Toyota bought the start-up Lumotive.", "The start-up Lumotive was bought by Honda in 2018."),
    (
        "Anna Bergqvist was named head coach of Malmby in July 2021.",
        "In July 2021 Malmby named Sofia Ek as head coach.",
    ),
    ("The World Chess Cup was held in Tbilisi in 2017.", "In 2017 the World Chess Cup was held in Baku."),
    ("The painter Egon Marr was born in Linz in 1890.", "In 1890 the painter Egon Marr was born in Graz."),
    (
        "The senator was shot by Luis Ortega in Quito in 1974.",
        "In 1974 Pablo Reyes shot the senator in Quito.",
    ),
    ("The trade talks were hosted by Norway in March.", "In March Denmark hosted the trade talks."),
    ("Novera is based in Zurich.", "Novera, based in Geneva, makes hearing aids."),
    ("The 2015 Halden rally was won by Jari Niemi.", "Tomas Brek won the 2015 Halden rally."),
    ("The Debrin film prize was won by Lena Aas.", "The winner of the Debrin film prize was Olga Vinter."),
    (
        "The Debrin film prize was won by Lena Aas in 2019.",
        "Olga Vinter, the winner of the Debrin film prize in 2019, thanked the jury.",
    ),
    ("The founder of Brightwell is Henrik Lund.", "Brightwell was founded by Agnes Moor."),
    ("Clara Dunn wrote the novel The Salt Road.", "The author of the novel The Salt Road is Hugo Prentice."),
    ("Maria Soto directed the 1999 film Blue Harbour.", "The 1999 film Blue Harbour was directed by Ken Ito."),
    ("The truce was signed in Doha on 3 June.", "On 3 June the truce was signed in Cairo."),
    (
        "Tesla's plant in Grünheide was opened by Olaf Scholz in March 2022.",
        "In March 2022 Robert Habeck opened Tesla's plant in Grünheide.",
    ),
]
BOTH_CAN_BE = [
    ("Volvo sued Celltra in March.", "Celltra was sued by Renault in March."),
    ("Marta Kovacs visited Debrin in 2019.", "In 2019 Debrin was visited by Peter Halas."),
    ("Police arrested Milan Duric on Tuesday.", "On Tuesday Ivan Peric was arrested by police."),
    ("Siemens acquired the pump maker Hydrola.", "Bosch wanted to acquire the pump maker Hydrola."),
    ("The film was directed by Ines Prado.", "The film was produced by Carl Ostrom."),
    ("President Kallas signed the law on Monday.", "On Monday the law was signed by Estonia."),
    (
        "Helen Aird was appointed chief executive of Forthline in 2021.",
        "In 2021 Forthline appointed Gordon Pryce as its finance director.",
    ),
    ("Norlag has an office in Bergen.", "Norlag, with an office in Stavanger, runs forty ferries."),
    ("Police arrested two men in Rijeka on Tuesday.", "Two men were arrested in Zadar on Tuesday, police said."),
    ("The band played in Oslo in May.", "In May the band played in Bergen."),
    ("Elon Musk bought Twitter in 2022.", "Twitter was bought by X Holdings in 2022."),
    ("Chelsea signed Marco Dias in July.", "In July Marco Reus was signed by Chelsea."),
    ("The treaty was signed by Peru in 2003.", "In 2003 Chile signed the treaty."),
    ("Ana Ruiz won the 2020 Halm marathon.", "The 2020 Halm women's marathon was won by Eva Berg."),
    ("Volvo bought Celltra.", "Celltra was bought by Renault in 1999."),
    ("Volvo bought Celltra in 2020.", "Celltra's battery arm was bought by Renault in 2020."),
    ("Volvo bought Celltra in 2020.", "A stake of Celltra was bought by Renault in 2020."),
    ("Labour won 40 seats in Halm.", "In Halm 40 seats were won by the Liberals."),
    ("The Taliban killed a soldier in Kabul in 2012.", "In 2012 a soldier was killed in Kabul by Isis."),
    ("The summit of the Union was held in Nairobi in 2024.", "The 2023 summit of the Union was held in Accra."),
    ("Roe chaired the committee.", "The committee was previously chaired by Kay."),
    ("The Halm bridge was built by Strabag.", "Kovo built the approach to the Halm bridge."),
    ("Brazil won the World Cup in 2002.", "In 2002 Germany won silver at the World Cup."),
    ("The Debrin film prize was won by Lena Aas.", "The winner of the Debrin film prize thanked Olga Vinter."),
    ("Henrik Lund founded the charity Brightwell.", "Agnes Moor met the founder of the charity Brightwell."),
    (
        "Henrik Lund founded the charity Brightwell.",
        "Agnes Moor, daughter of the founder of the charity Brightwell, resigned.",
    ),
    ("Henrik Lund founded the charity Brightwell.", "Agnes Moor is a co-founder of the charity Brightwell."),
    ("Lena Aas won the Debrin film prize.", "Olga Vinter is a former winner of the Debrin film prize."),
    ("Lena Aas won the Debrin film prize.", "Olga Vinter was one of the winners of the Debrin film prize."),
]


@pytest.mark.parametrize(("claim", "passage"), DIFFERS)
def test_another_name_in_the_role_of_what_is_done_once_conflicts(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.CONFLICTS, judged.reasons
    assert any(one.polarity is Polarity.OPPOSES and one.message.startswith("differs: ") for one in judged.reasons)


@pytest.mark.parametrize(("claim", "passage"), BOTH_CAN_BE)
def test_of_what_is_done_more_than_once_both_can_be_so(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance in (Stance.RELATED, Stance.UNRELATED)


def test_what_is_not_done_once_is_still_there_to_see() -> None:
    judged = compare("Volvo sued Celltra in March.", "Celltra was sued by Renault in March.")
    assert ("differs: Volvo / Renault", Polarity.CONTEXT) in [(one.message, one.polarity) for one in judged.reasons]
