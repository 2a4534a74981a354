"""The words of a claim in another order, or on the other side of a verb, bear nothing out; rewordings do."""

from __future__ import annotations

import random

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare

SENTENCES = (
    "The harbour board of Tessen approved a loan of 3 million crowns for the new crane on Thursday.",
    "Residents of the old quarter complained about the noise of the trams that pass the market at night.",
    "Der Gemeinderat von Morn beschloss am Dienstag nach langer Debatte den Umbau der alten Schule am Markt.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("seed", range(8))
def test_a_shuffled_sentence_is_not_borne_out_by_the_sentence(sentence: str, seed: int) -> None:
    words = sentence.split()
    random.Random(seed).shuffle(words)
    assert compare(" ".join(words), sentence).stance is not Stance.CORROBORATES


@pytest.mark.parametrize("sentence", SENTENCES)
def test_neither_is_one_read_backwards_nor_every_second_word_of_it(sentence: str) -> None:
    words = sentence.split()
    assert compare(" ".join(reversed(words)), sentence).stance is not Stance.CORROBORATES
    assert compare(" ".join(words[::2]), sentence).stance is not Stance.CORROBORATES


@pytest.mark.parametrize("seed", range(8))
def test_shuffled_words_contradict_nothing_either(seed: int) -> None:
    sentence = (
        "The union did not accept the offer of the shipyard in Tessen because the pay was too low for the welders."
    )
    words = sentence.split()
    random.Random(seed).shuffle(words)
    assert compare(" ".join(words), sentence).stance is Stance.RELATED


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_sentence_itself_is(sentence: str) -> None:
    assert compare(sentence, sentence).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The senate of Oru adopted the fishing law on 9 May.",
            "The fishing law was adopted by the senate of Oru on 9 May.",
        ),
        (
            "Police in Brast detained two pickpockets on Sunday.",
            "On Sunday, two pickpockets were detained in Brast by police.",
        ),
        ("The crew refused to sail before the storm passed.", "Before the storm passed, the crew refused to sail."),
        (
            "Because of the frost, growers in Velde lost half of their cherries.",
            "Growers in Velde lost half of their cherries because of the frost.",
        ),
        (
            "Der Senat von Oru verabschiedete am 9. Mai das Fischereigesetz.",
            "Das Fischereigesetz wurde am 9. Mai vom Senat von Oru verabschiedet.",
        ),
        (
            "Nach dem Sturm verließen viele Fischer den Hafen von Brast.",
            "Viele Fischer verließen nach dem Sturm den Hafen von Brast.",
        ),
        ("Der Konzern entließ 300 Arbeiter in Tessen.", "In Tessen entließ der Konzern 300 Arbeiter."),
    ],
)
def test_a_passive_a_fronted_clause_and_a_moved_adverbial_are(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Doyle called Kemp a coward in the debate on 4 May.", "Kemp called Doyle a coward in the debate on 4 May."),
        (
            "Ostrey told the Lunden Herald that 12 ships had sailed.",
            "The Lunden Herald told Ostrey that 12 ships had sailed.",
        ),
        ("Half of Norvians support Pelham.", "Half of Pelham support Norvians."),
        (
            "Brandt nannte Keller einen Lügner, berichteten 3 Zeitungen.",
            "Keller nannte Brandt einen Lügner, berichteten 3 Zeitungen.",
        ),
    ],
)
def test_two_who_change_sides_of_a_verb_are_not_even_beside_a_figure(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Rents in Velde rose from 31 per cent to 38 per cent.",
            "Rents in Velde rose from 38 per cent to 31 per cent.",
        ),
        ("Holm led the club from 1991 to 2003.", "Holm led the club from 2003 to 1991."),
        ("Der Anteil der Pendler stieg von 12 auf 15 Prozent.", "Der Anteil der Pendler stieg von 15 auf 12 Prozent."),
    ],
)
def test_figures_that_change_their_ends_contradict(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.CONFLICTS
    assert any(one.polarity is Polarity.OPPOSES for one in judged.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The ferry goes from Tessen to Karst.", "The ferry goes from Karst to Tessen."),
        ("Der Zug fährt von Tessen nach Karst.", "Der Zug fährt von Karst nach Tessen."),
    ],
)
def test_a_route_the_other_way_is_another_route(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.RELATED
    assert any(one.comparator == "roles" for one in judged.reasons)


def test_a_rise_told_backwards_with_its_ends_in_place_is_the_same() -> None:
    judged = compare(
        "Unemployment in Karst rose from 4 per cent to 6 per cent in 2022.",
        "In 2022, unemployment in Karst rose to 6 per cent from 4 per cent.",
    )
    assert judged.stance is Stance.CORROBORATES
