"""A passage in another script or language says so, shows what both texts name, and leads to no stance."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare, compare_article
from factcheck.stance.tongues import LANGUAGE, SCRIPT, TOO_LONG, UNREAD

CLAIM = "The council of Marby sold the two ferries for 400,000 euros in May 2019."


@pytest.mark.parametrize(
    ("passage", "badge", "shared"),
    [
        ("Der Rat von Marby hat die zwei Fähren im Mai 2019 nicht für 400.000 Euro verkauft.", LANGUAGE, "Marby"),
        ("Le conseil de Marby n'a pas vendu les deux ferries pour 400,000 euros.", LANGUAGE, "400,000"),
        ("El ayuntamiento de Marby no vendió los dos barcos por 400,000 euros.", LANGUAGE, "400,000"),
        ("Rada Marby sprzedała dwa promy za 400,000 euro w maju 2019 roku.", LANGUAGE, "400,000"),
        ("Совет города продал два парома за 400,000 евро в 2019 году.", SCRIPT, "400,000"),
        ("市議会は2019年に二隻のフェリーを売却した。", SCRIPT, ""),
    ],
)
def test_another_tongue_is_told_and_leads_to_no_stance(passage: str, badge: str, shared: str) -> None:
    judgement = compare(CLAIM, passage, passage_date=date(2019, 6, 1))
    assert badge in judgement.badges
    assert judgement.stance in (Stance.RELATED, Stance.UNRELATED)
    assert judgement.confidence < 0.5
    assert not shared or shared in [span.text for one in judgement.reasons for span in one.claim_spans]


def test_an_article_in_another_language_has_no_confident_stance() -> None:
    article = "Der Rat von Marby hat die zwei Fähren verkauft. Das war im Mai, und die Stadt ist nicht froh. " * 30
    judgement = compare_article(CLAIM, article)
    assert LANGUAGE in judgement.badges
    assert judgement.confidence < 0.5


@pytest.mark.parametrize(
    "passage",
    [
        "Marby: 400,000 euros.",  # in no language
        "The council sold the ferry “Le Grand Large” of the line to Oslo.",
        "The two ferries were sold, and the council of Marby was paid 400,000 euros for them.",
    ],
)
def test_one_language_is_not_taken_for_two(passage: str) -> None:
    assert not {LANGUAGE, SCRIPT} & set(compare(CLAIM, passage).badges)


@pytest.mark.parametrize(
    ("claim", "denied"),
    [
        ("Le conseil a approuvé le budget de la ville.", "Le conseil n'a pas approuvé le budget de la ville."),
        ("De raad heeft de begroting goedgekeurd.", "De raad heeft de begroting niet goedgekeurd."),
        ("El consejo aprobó el presupuesto.", "El consejo no aprobó el presupuesto."),
        ("Президент подписал закон во вторник.", "Президент не подписал закон во вторник."),
        ("议会批准了预算。", "议会没有批准预算。"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_two_texts_in_a_language_that_is_not_read_say_so(claim: str, denied: str, turned: bool) -> None:
    judgement = compare(denied, claim) if turned else compare(claim, denied)
    assert UNREAD in judgement.badges
    assert judgement.stance in (Stance.RELATED, Stance.UNRELATED)
    assert judgement.confidence < 0.5


def test_two_german_texts_are_compared() -> None:
    claim = "Der Rat hat die zwei Fähren von Marby im Mai verkauft."
    assert compare(claim, claim).stance is Stance.CORROBORATES


def test_a_declared_translation_is_compared_as_usual() -> None:
    passage = "Der Rat von Marby hat die zwei Fähren nicht für 400.000 Euro verkauft."
    assert not compare(CLAIM, passage, translated=True).badges


def test_a_book_is_no_claim_and_leads_to_no_stance() -> None:
    book = " ".join(f"{CLAIM} The clerk of ward {number} said so." for number in range(600))
    judgement = compare(book, CLAIM)
    assert judgement.stance is Stance.RELATED
    assert TOO_LONG in judgement.badges
    assert judgement.confidence < 0.5
    assert len(judgement.reasons) < 10  # each name once, however often it stands there


def test_a_name_in_another_script_is_no_other_name() -> None:
    passage = CLAIM.replace("Marby", "Марби")
    assert compare(CLAIM, passage).stance is not Stance.CONFLICTS
    assert compare(passage, CLAIM).stance is not Stance.CONFLICTS
    assert compare(CLAIM, CLAIM.replace("Marby", "Ostwick")).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("Das Parlament billigte das Gesetz.", "Das Parlament billigte das Gesetz.", Stance.CORROBORATES),
        ("Das Gericht bestätigte das Urteil.", "Das Gericht hob das Urteil auf.", Stance.CONFLICTS),
    ],
)
def test_a_short_german_sentence_with_two_articles_is_read(claim: str, passage: str, stance: Stance) -> None:
    judged = compare(claim, passage)
    assert judged.stance is stance
    assert UNREAD not in judged.badges
