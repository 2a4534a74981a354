"""A short sentence in a language that is not read says so, and no name or rare word is a language; ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.stance.tongues import UNREAD, another_tongue

FOREIGN = [
    "Polis üç kişiyi gözaltına aldı.",
    "Governo promete novas escolas.",
    "Tribunalul respinge recursul.",
    "Rechter verwerpt beroep.",
    "Rząd obiecuje nowe szkoły.",
    "Regeringen lovar nya skolor.",
    "Tribunal rechaza recurso.",
    "Governo promette nuove scuole.",
    "Soud zamítl odvolání.",
    "Hallitus lupaa uusia kouluja.",
]
OURS = [
    "Court rejects appeal.",
    "Anna Holm resigned.",
    "Erdoğan met Orbán in Kraków.",
    "Łódź mayor quits.",
    "Kyiv, Lviv, Odesa.",
    "Jan de Vries won.",
    "Wu Zhang sues Baidu.",
    "Firma streicht 400 Stellen.",
    "Łódź wählt Bürgermeisterin.",
    "Waldbrand wütet.",
    "Bayern besiegt Dortmund 4:0.",
    "Hochwasser zerstört Deiche.",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_a_short_sentence_that_is_not_read_has_the_badge_and_no_stance(text: str) -> None:
    judgement = compare(text, text)
    assert UNREAD in judgement.badges
    assert judgement.stance in (Stance.RELATED, Stance.UNRELATED)
    assert UNREAD in compare("The government promised new schools.", text).badges


@pytest.mark.parametrize("text", OURS)
def test_english_and_german_of_names_and_rare_words_are_read(text: str) -> None:
    assert not another_tongue(text, text)


@pytest.mark.parametrize(
    "claim",
    [
        "Mayor Lena Ost owns a casino.",
        "Mayor Lena Ost owns casinos.",
        "Bishop Karl Lind wore a kimono.",
        "Lena Ost eats pasta.",
        "Diego Ruiz hunts pumas.",
        "Mayor Nina Solheim rents villas.",
        "Senator Rossi visits Madrid.",
        "Ivana Horvat runs a sauna.",
        "Luca Moretti chairs Banca Intesa.",
        "Governor Luis Ortega banned bingo.",
        "Marina Silva grows cocoa.",
        "Bruno Costa collects guitars.",
    ],
)
def test_names_alone_make_no_text_foreign(claim: str) -> None:
    assert not another_tongue(claim, f"The claim that {claim[:-1]} is false.")
    assert compare(claim, f"The claim that {claim[:-1]} is false.").stance is Stance.CONFLICTS
