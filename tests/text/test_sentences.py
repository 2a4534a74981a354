"""Sentences: where they end, where they do not, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.sentences import split_sentences


def parts(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Brook left. He ran.", ["Mr. Brook left.", "He ran."]),
        ("J. R. Hill paid $3.5 million.", ["J. R. Hill paid $3.5 million."]),
        ("It ended.The town slept.", ["It ended.", "The town slept."]),
        ("She said: “I came. I saw.” Then she left.", ["She said: “I came. I saw.”", "Then she left."]),
        ("“Why now?” Ms Hill asked. Nobody knew.", ["“Why now?” Ms Hill asked.", "Nobody knew."]),
        ("Well... maybe. No... Never.", ["Well... maybe.", "No...", "Never."]),
        ("1. Milk is cheap\n2. Bread is not", ["1. Milk is cheap", "2. Bread is not"]),
        (
            "Am 3. Oktober 2021 kam er. Das kostet 1.000,5 Euro.",
            ["Am 3. Oktober 2021 kam er.", "Das kostet 1.000,5 Euro."],
        ),
        ("„Ich gehe. Sofort.“ Das sagte er z. B. gestern.", ["„Ich gehe. Sofort.“", "Das sagte er z. B. gestern."]),
        ('"This stays open. It ends here.\n\nNext one.', ['"This stays open.', "It ends here.", "Next one."]),
        (
            "The firm moved most of its work in the city to the U.S.\nSenate staff asked why. It was late.",
            ["The firm moved most of its work in the city to the U.S.\nSenate staff asked why.", "It was late."],
        ),
        ("Es kostet 7 Euro. »Das reicht nicht«, sagte er.", ["Es kostet 7 Euro.", "»Das reicht nicht«, sagte er."]),
        ("« Il pleut. Il vente », a dit Anne. Rien.", ["« Il pleut. Il vente », a dit Anne.", "Rien."]),
        ("She lives in the U.S. Anna Berg does not.", ["She lives in the U.S.", "Anna Berg does not."]),
        ("It shut at 5 p.m. Mayor Ann Lee left.", ["It shut at 5 p.m.", "Mayor Ann Lee left."]),
        ("Acme Inc. Tom Reed founded it.", ["Acme Inc.", "Tom Reed founded it."]),
        (
            "The bill doubles U.S. aid to the U.S. Virgin Islands, U.S. Senator Ann Lee said.",
            ["The bill doubles U.S. aid to the U.S. Virgin Islands, U.S. Senator Ann Lee said."],
        ),
        (
            "“Why now?” Anna’s niece, state Sen. Mia Price (D-Arle), asked in May. So.",
            ["“Why now?” Anna’s niece, state Sen. Mia Price (D-Arle), asked in May.", "So."],
        ),
        ("“Why now?” After a pause she asked him in.", ["“Why now?”", "After a pause she asked him in."]),
        (
            "He called it “a farce.” Reed said the plan was late.",
            ["He called it “a farce.”", "Reed said the plan was late."],
        ),
        (
            "The rate will be lowered by the bank on Monday and then\nby\n0.37 point, it said.",
            ["The rate will be lowered by the bank on Monday and then\nby\n0.37 point, it said."],
        ),
        ("“Who knows?” — before he left. He ran.", ["“Who knows?” — before he left.", "He ran."]),
        ("(i) It rained.\n(ii) It snowed.", ["(i) It rained.", "(ii) It snowed."]),
        ("See example.org or example.com today.", ["See example.org or example.com today."]),
    ],
)
def test_boundaries(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_only_the_given_stretch_is_split() -> None:
    text = "One is here. Two is here. Three is here."
    assert [text[a:b] for a, b in split_sentences(text, 13, 25)] == ["Two is here."]


@given(st.text(alphabet=st.sampled_from("aB. !?“”\"'‘’„\n\r1,…«»") | st.characters(), max_size=200))
def test_sentences_cover_every_character_in_order(text: str) -> None:
    covered = [False] * len(text)
    last = 0
    for a, b in split_sentences(text):
        assert last <= a < b
        assert text[a:b] == text[a:b].strip()
        covered[a:b] = [True] * (b - a)
        last = b
    assert all(seen or char.isspace() for seen, char in zip(covered, text, strict=True))


def test_a_german_short_form_of_according_to_ends_no_sentence() -> None:
    text = "Die Brücke ist gem. Gutachten 1.200 m lang. Sie hält."
    assert [text[low:high] for low, high in split_sentences(text)] == [
        "Die Brücke ist gem. Gutachten 1.200 m lang.",
        "Sie hält.",
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("She said so.[1] He left.", ["She said so.[1]", "He left."]),
        ("She said so.¹ He left.", ["She said so.¹", "He left."]),
        ("They agreed.1 He left.", ["They agreed.1", "He left."]),
        ("Version 2.1 is out. Get it.", ["Version 2.1 is out.", "Get it."]),
        ("It was 5 °C. Nobody came.", ["It was 5 °C.", "Nobody came."]),
        ("It took 3 hrs. 20 min. to get there. Fine.", ["It took 3 hrs. 20 min. to get there.", "Fine."]),
    ],
)
def test_notes_scales_and_hours_at_the_end(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in split_sentences(text)] == sentences


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It fell from £11m in 2023.", "NHS rules require it to break even."),
        ("40 boats sank.", "£3m was spent."),
        ("It cost 30 million.", "~40 boats sank."),
        ("The vote ended at 6 p.m.", "Nobody left."),
    ],
)
def test_a_sentence_begins_with_an_acronym_glued_on_or_with_a_sum(first: str, second: str) -> None:
    text = f"{first}{second}" if second.startswith("NHS") else f"{first} {second}"
    assert [text[a:b] for a, b in split_sentences(text)] == [first, second]


@pytest.mark.parametrize("text", ["It cost approx. £4m.", "They paid U.S. $5m.", "See report.PDF for the list."])
def test_an_abbreviation_before_a_sum_ends_nothing(text: str) -> None:
    assert len(split_sentences(text)) == 1


@pytest.mark.parametrize(
    "sentences",
    [
        ["It rose by 4%.", "Analysts had expected 3%."],
        ["The plan failed (again).", "The board resigned."],
        ["They won 3-1.", "A replay is due."],
        ["She moved to the U.S.", "The family followed."],
        ["The sum was paid.", "£3m was left over."],
        ["The club was sold.", "5,000 fans protested."],
        ["The vote was close.", "‘We won,’ said Lee."],
        ["Have you been affected?", "Email us with your story."],
        ["The offer is closed!", "Read the terms."],
    ],
)
def test_sentences_that_a_page_joined_are_parted(sentences: list[str]) -> None:
    text = "".join(sentences)
    assert [text[a:b] for a, b in split_sentences(text)] == sentences


@pytest.mark.parametrize(
    "text",
    [
        "He uses ASP.Net and Node.Js daily.",
        "Read more at arle.example/news?Page=2 today.",
        "The U.S.Senate voted on it.",
        "Some approx.50 people came.",
        "The ratio is 4:1.5 parts to one.",
        "See Fig.12 above for it.",
    ],
)
def test_a_mark_within_a_word_or_an_address_parts_nothing(text: str) -> None:
    assert split_sentences(text) == [(0, len(text))]
