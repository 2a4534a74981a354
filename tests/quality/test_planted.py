"""The planted edits change what they say they change, and the same seed plants the same; the sentences are ours."""

from __future__ import annotations

import random

from factcheck.domain import NameKind
from tests.quality.planted import edit_date, edit_modality, edit_name, edit_negation, edit_number, edit_speaker, plant

SENTENCE = (
    "Anna Lind said on Tuesday that the port of Velby will ship 41,200 crates to Norway before the winter of 2024."
)
NAMES = {NameKind.PERSON: ["Peter Holm"], NameKind.PLACE: ["Portugal"], NameKind.ORGANISATION: ["Harbour Union"]}


def test_each_edit_changes_its_own_slot() -> None:
    dice = random.Random(3)
    made = {
        "number": edit_number(SENTENCE, dice),
        "date": edit_date(SENTENCE, dice),
        "name": edit_name(SENTENCE, NAMES, dice),
        "negation": edit_negation(SENTENCE, dice),
        "modality": edit_modality(SENTENCE, dice),
        "speaker": edit_speaker(SENTENCE, NAMES, dice),
    }
    for kind, result in made.items():
        assert result is not None, kind
        edited, change = result
        assert edited != SENTENCE
        assert change in edited
    assert made["speaker"] == (SENTENCE.replace("Anna Lind", "Peter Holm"), "Peter Holm")
    assert made["modality"] == (SENTENCE.replace("will", "may"), "may")


def test_a_sentence_without_the_slot_gives_nothing() -> None:
    dice = random.Random(3)
    plain = "The old ferry crossed the bay and came back at night."
    assert edit_number(plain, dice) is None
    assert edit_date(plain, dice) is None
    assert edit_modality(plain, dice) is None
    assert edit_speaker(plain, NAMES, dice) is None


def test_the_same_seed_plants_the_same() -> None:
    documents = [
        {"id": str(number), "topic": "port", "date": "2024-04-03", "text": f"{SENTENCE} The quay was shut for a week."}
        for number in range(4)
    ]
    assert plant(documents, seed=5, sample=3) == plant(documents, seed=5, sample=3)
    assert plant(documents, seed=5, sample=3) != plant(documents, seed=6, sample=3)
