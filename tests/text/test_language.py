"""English and German are told from every other language, and other languages are split by their own marks."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Disposition
from factcheck.text.languages.language import UNSUPPORTED, is_unsupported
from factcheck.text.sentences import split_sentences

OTHER = {
    "Greek": ["Ο δήμος έκλεισε το εργοστάσιο.", "Γιατί το έκανε;", "Κανείς δεν απάντησε."],
    "Arabic": ["أغلقت البلدية المصنع يوم الاثنين.", "لماذا فعلت ذلك؟", "لم يجب أحد."],
    "Chinese": ["市政府周一关闭了工厂。", "为什么？", "没有人回答。"],
    "Japanese": ["市は月曜日に工場を閉鎖した。", "「なぜですか。誰も知らない。」と市長は言った。"],
    "Hindi": ["नगर ने सोमवार को कारखाना बंद किया।", "क्यों?", "किसी ने जवाब नहीं दिया।"],
    "Russian": ["Мэрия закрыла завод в понедельник.", "Почему?", "«Никто не знает. Никто», — сказал мэр."],
    "Spanish": ["El ayuntamiento cerró la fábrica, que era una de las más antiguas.", "¿Por qué?", "¡Nadie sabe!"],
    "French": ["L’usine est fermée, dit la mairie.", "« Nous n’avons plus d’argent. C’est fini. »", "Qui va payer ?"],
    "Italian": ["Il sindaco ha detto che la fabbrica non è più aperta.", "Gli operai sono stati avvisati."],
    "Dutch": ["De fabriek werd gesloten, maar niet voor altijd.", "Het is een van de oudste van het land."],
    "Polish": ["Fabryka została zamknięta, ponieważ była za droga.", "Burmistrz mówi, że jest przez to smutny."],
    "Swedish": ["Fabriken stängdes och det var inte för alltid.", "Det är en av de äldsta som finns på orten."],
}


@pytest.mark.parametrize("language", OTHER)
def test_another_language_is_split_by_its_own_marks(language: str) -> None:
    apart = "" if language in ("Chinese", "Japanese") else " "
    text = apart.join(OTHER[language])
    assert [text[a:b] for a, b in split_sentences(text)] == OTHER[language]


@pytest.mark.parametrize("language", OTHER)
def test_a_sentence_of_another_language_is_said_to_be_unsupported(language: str) -> None:
    apart = "" if language in ("Chinese", "Japanese") else " "
    text = f"The mill at Arle closed on Monday.\n\n{apart.join(OTHER[language])}\n\nSome 340 people lost their jobs.\n"
    found = extract_claims(text)
    assert [claim.verbatim for claim in found.claims] == [
        "The mill at Arle closed on Monday.",
        "Some 340 people lost their jobs.",
    ]
    other = [s for s in found.sentences if s.disposition is Disposition.NOT_CHECKABLE]
    assert [(s.text, s.reason) for s in other] == [(one, UNSUPPORTED) for one in OTHER[language]]


@pytest.mark.parametrize(
    "text",
    [
        "Rafael de la Cruz resigned; Jean-Luc du Pont and Anna van den Berg did not.",
        "The Los Angeles café of El Greco’s owner is shut, he said.",
        "“Nous n’avons plus d’argent pour cela,” said the mayor of Lyon.",
        "Die Stadt hat die Fabrik am Montag geschlossen.",
        "Der Bürgermeister von La Paz sprach über El Niño.",
        "Prices rose.",
        "Beyoncé performs at Fédération Française event",
        "He ate pâté à la carte at the Café de Flore, then left.",
        "12,400 | 15,800",
        "",
    ],
)
def test_names_and_words_of_other_languages_make_no_text_unsupported(text: str) -> None:
    assert not is_unsupported(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a déclaré que la hausse serait limitée à trois pour cent.",
        "Il governo ha approvato il bilancio.",
        "De regering keurde de begroting goed.",
        "Rząd przyjął budżet w środę.",
        "El alcalde confirmó la reducción.",
        "O governo aprovou o orçamento de manhã.",
    ],
)
def test_a_sentence_with_few_small_words_is_of_its_language(text: str) -> None:
    assert is_unsupported(text)
    found = extract_claims(
        f"Prices rose by 12 per cent, the office said on Monday.\n\n{text}\n\nThe mill closed in 2019."
    )
    assert [s.reason for s in found.sentences if s.text == text] == [UNSUPPORTED]
    assert len(found.claims) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Luis de la Torre won.",
        "La Scala reopens Monday.",
        "El Paso Electric shares rose 3 percent.",
        "Maria de los Angeles de la Cruz wins gold.",
        "Café owners protest naïve façade rules",
        "Der Brotpreis stieg um zwölf Prozent.",
    ],
)
def test_names_with_small_words_make_no_sentence_unsupported(text: str) -> None:
    assert not is_unsupported(text)


def test_a_semicolon_is_a_question_in_greek_alone() -> None:
    assert len(split_sentences("The mill closed; The owner left.")) == 1
