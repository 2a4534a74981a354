"""Transcripts and statements: the speaker is the claimant, offsets stay, and articles are not taken for transcripts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims, extract_unspoken
from factcheck.claims.transcripts import extract_revision, statement
from factcheck.claims.turns import find_turns
from factcheck.domain import Claim, Disposition, Extraction, Form, Revision, Turn


def revision(text: str, **given: object) -> Revision:
    turns, markers = find_turns(text)
    made = Revision(id="r", article="a", title="", text=text, path="t.txt", turns=turns, markers=markers)
    return replace(made, **given)  # type: ignore[arg-type]


def read(text: str, **given: object) -> Extraction:
    return extract_revision(revision(text, **given))


def said(extraction: Extraction) -> list[tuple[str, str]]:
    return [(c.claimant.name if c.claimant else "", c.verbatim) for c in extraction.claims]


def claim(extraction: Extraction, words: str) -> Claim:
    return next(c for c in extraction.claims if words in c.verbatim)


DEBATE = """Debate of the ward council, 14 November 2024

JANE SMITH: We cut taxes by 12% in 2023. I closed no school.
The deficit fell to 3 million euros.

TOM MCBRIDE (D): The deficit rose to 9 million. The treasurer Paul Dorn said that the school closed in 2022.

MODERATOR: Is that true?

JANE SMITH: The school reopened in May.
"""


def test_speakers_are_claimants_of_what_they_say_themselves() -> None:
    found = said(read(DEBATE))
    assert ("Jane Smith", "We cut taxes by 12% in 2023.") in found
    assert ("Jane Smith", "The deficit fell to 3 million euros.") in found
    assert ("Tom McBride", "The deficit rose to 9 million.") in found
    assert ("Jane Smith", "The school reopened in May.") in found


def test_the_public_function_reads_transcripts_too() -> None:
    assert extract_claims(DEBATE) == read(DEBATE)


def test_who_is_quoted_in_a_turn_stays_the_claimant() -> None:
    quoted = claim(read(DEBATE), "the school closed in 2022")
    assert quoted.claimant
    assert "Dorn" in quoted.claimant.name


def test_labels_are_set_aside_and_point_to_the_speaker() -> None:
    extraction = read(DEBATE)
    labels = [s.text for s in extraction.sentences if s.text.endswith(":")]
    assert labels == ["JANE SMITH:", "TOM MCBRIDE (D):", "MODERATOR:", "JANE SMITH:"]
    assert all(s.disposition is Disposition.HEADING for s in extraction.sentences if s.text in labels)
    own = claim(extraction, "12%")
    assert own.form is Form.DIRECT
    assert own.claimant
    assert own.claimant.mention
    assert own.claimant.mention.text == "JANE SMITH:"
    assert claim(extraction, "I closed").text == "I [Jane Smith] closed no school."


def test_offsets_count_in_the_text_as_it_is() -> None:
    extraction = read(DEBATE)
    for one in (*extraction.claims, *extraction.sentences):
        words = one.verbatim if isinstance(one, Claim) else one.text
        assert DEBATE[one.start : one.end] == words
    assert "".join("".join(s.text.split()) for s in extraction.sentences) == "".join(DEBATE.split())


@pytest.mark.parametrize(
    ("text", "speakers", "times"),
    [
        ("Smith (00:12): We built 400 homes.\nJones (00:45): They built 200.", ["Smith", "Jones"], ["00:12", "00:45"]),
        ("[00:12] Smith: We built it.\n[01:02:45] Smith: It stands.", ["Smith", "Smith"], ["00:12", "01:02:45"]),
        ("Smith 00:12: We built it.\nSmith 00:45: It stands.", ["Smith", "Smith"], ["00:12", "00:45"]),
        ("Q. Where were you?\nA. I was in Ostwick.\nQ: Why?\nA: To vote.", ["Q", "A", "Q", "A"], []),
        ("ADA O'NEIL: We built it.\n\nU.S. ENVOY: It stands.", ["Ada O'Neil", "U.S. Envoy"], []),
        (
            "Ada Holm: We built it.\nBo Lind: No.\nHolm: Yes.\nLind: No!",
            ["Ada Holm", "Bo Lind", "Ada Holm", "Bo Lind"],
            [],
        ),
        ("Ada Holm: So?\nBo Lind: No.\nAH: Yes.\nBL: No!", ["Ada Holm", "Bo Lind", "Ada Holm", "Bo Lind"], []),
        ("JANE\u00a0SMITH:\u00a0We built it.\r\nTOM:\u00a0No.", ["Jane Smith", "Tom"], []),
        ("Speaker 1: We built it.\nSPEAKER 2: No.\nSpeaker 1: Yes.", ["Speaker 1", "Speaker 2", "Speaker 1"], []),
        ("MACLEOD: I met Ms MacLeod’s aunt.\nCBO: It costs more.", ["MacLeod", "CBO"], []),
    ],
)
def test_the_ways_in_which_transcripts_name_speakers(text: str, speakers: list[str], times: list[str]) -> None:
    turns, markers = find_turns(text)
    assert [turn.speaker for turn in turns] == speakers
    assert [marker.locator for marker in markers] == times


def test_time_codes_are_kept_as_locators() -> None:
    extraction = read("Smith (00:12): We built 400 homes last year.\nJones (00:45): They built 200 homes.")
    assert [c.locator for c in extraction.claims] == ["00:12", "00:45"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor had one answer: no.\n\nNote: this text was changed.\n\nSource: the council.\n\nNote: again.",
        "NOTE: This was changed.\nCONTACT: The press office.\nPHONE: 01.\nEMAIL: a@b.example",
        "Ada Holm: the woman behind the ferry\n\nThe ferry has run since 1931.\n\nIt will stop.",
        "ADVERTISEMENT: Buy now.\nADVERTISEMENT: Buy now.\nADVERTISEMENT: Buy now.\nThe ferry stops.",
        "It opens at 10:30 and closes at 11:45: too early, they say.\n12:00 is noon.",
        "",
        "A: one.",
    ],
)
def test_an_article_is_no_transcript(text: str) -> None:
    assert find_turns(text) == ((), ())
    assert read(text) == extract_claims(text) == extract_unspoken(text)


def test_a_given_claimant_wins_over_labels_in_the_text() -> None:
    text = "NOTES BY: We cut taxes by 12%.\nMEMO TO: We built 400 homes."
    extraction = read(text, turns=(statement(text, "Jane Smith", None),), markers=())
    assert {c.claimant.name for c in extraction.claims if c.claimant} == {"Jane Smith"}


STATEMENT = "We cut taxes by 12%. I built 400 homes last year. The treasurer Paul Dorn said that 9 of them are empty."


def test_a_statement_has_its_claimant_and_day() -> None:
    turn = statement(STATEMENT, "Jane Smith", date(2024, 3, 2))
    extraction = read(STATEMENT, turns=(turn,), published=date(2024, 3, 2))
    own, quoted = claim(extraction, "400 homes"), claim(extraction, "empty")
    assert own.claimant
    assert (own.claimant.name, own.claimant.rule) == ("Jane Smith", "given")
    assert own.said_on
    assert own.said_on.iso == "2024-03-02"
    assert quoted.claimant
    assert "Dorn" in quoted.claimant.name


lines = st.lists(
    st.sampled_from(["ANN: It is so.", "BO (0:12): No.", "Q. So?", "\u2029", "x: y", " ", "ANN:", "Ç: ", "\r"])
)


@given(lines.map("\n".join) | st.text(max_size=80))
def test_any_text_keeps_its_characters_and_order(text: str) -> None:
    extraction = read(text)
    for one in extraction.claims:
        assert text[one.start : one.end] == one.verbatim
    for sentence in extraction.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
    starts = [s.start for s in extraction.sentences]
    assert starts == sorted(starts)


@given(lines.map("\n".join))
def test_turns_follow_each_other(text: str) -> None:
    turns, markers = find_turns(text)
    edges = [edge for turn in turns for edge in (turn.label.start if turn.label else turn.start, turn.start, turn.end)]
    assert edges == sorted(edges)
    assert all(isinstance(turn, Turn) and turn.speaker for turn in turns)
    assert all(0 <= marker.start < len(text) for marker in markers)


RALLY = (
    "SENATOR ANN HOLM: We cut taxes by 12 percent.\n"
    "PAUL DORN: You raised them twice. (LAUGHTER) I think it was three times.\n"
    "ANN HOLM: Police said 40 people came to that rally\n"
    "[APPLAUSE]\n"
    "PAUL DORN: Senator Holm said in May that the mill is safe."
)


def test_what_is_said_in_a_transcript_is_no_heading_and_no_word_to_the_reader() -> None:
    found = [(c.claimant.name, c.verbatim) for c in extract_claims(RALLY).claims if c.claimant]
    assert found == [
        ("Ann Holm", "We cut taxes by 12 percent."),
        ("Paul Dorn", "You raised them twice."),
        ("Paul Dorn", "I think it was three times."),
        ("Police", "40 people came to that rally"),
        ("Ann Holm", "the mill is safe"),
    ]


def test_a_title_of_a_label_is_the_speakers_office() -> None:
    first = extract_claims(RALLY).claims[0]
    assert first.claimant is not None
    assert (first.claimant.name, first.claimant.office) == ("Ann Holm", "Senator")


@pytest.mark.parametrize("note", ["(LAUGHTER)", "[APPLAUSE]"])
def test_what_a_transcriber_noted_is_no_claim(note: str) -> None:
    assert note in {s.text for s in extract_claims(RALLY).sentences if s.disposition is Disposition.NOT_CHECKABLE}


@pytest.mark.parametrize(
    "intro",
    [
        "We spoke to Sofia Marl, who runs the Arle museum.",
        "Sofia Marl has run the Arle museum since 2012. She spoke to Ben Oake.",
        "Interview by Ben Oake\n\nSofia Marl runs the Arle museum.",
    ],
)
@pytest.mark.parametrize("mark", [":", "."])
def test_the_answers_of_an_interview_are_of_whom_the_introduction_names(intro: str, mark: str) -> None:
    asked = (
        f"Q{mark} How many came?\n\nA{mark} We had 40,000 visitors.\n\nQ{mark} And now?\n\nA{mark} We lost 3 million."
    )
    turns, _ = find_turns(f"{intro}\n\n{asked}")
    assert [turn.speaker for turn in turns] == ["interviewer", "Sofia Marl"] * 2


def test_answers_stay_without_a_name_where_the_introduction_names_two_or_none() -> None:
    turns = "Q: How many came?\n\nA: We had 40,000 visitors.\n\nQ: And now?\n\nA: We lost 3 million."
    for intro in ("Ann Lee and Tom Hill run the museum.", "The museum is in Arle."):
        assert [turn.speaker for turn in find_turns(f"{intro}\n\n{turns}")[0]] == ["Q", "A", "Q", "A"]


def test_a_long_line_behind_a_label_is_read_once() -> None:
    end = "\n\nThe council meets again soon and it is to vote then.\n\nThe end is near for them all.\n"
    for said in ("A" + " a" * 20_000, "A" + " a" * 20_000 + "."):  # the first took hours
        text = f"The council met on Monday.\n\nIt was late and the mayor left at once.\n\nAnn Lee: {said}{end}"
        assert [turn.speaker for turn in find_turns(text)[0]] == ["Ann Lee"] * said.endswith(".")


QUESTIONS = (
    "The woman who counts\n\nQ: When did you begin?\nA: I began in 1994.\n\nQ: And now?\nA: Now there are 47 pairs."
)


@pytest.mark.parametrize("above", [QUESTIONS, "The woman who counts\n\nQ: When?\n\nA: I began in 1994."])
def test_an_article_goes_on_below_its_questions_and_answers(above: str) -> None:
    below = "Amelia Frost is 61.\n\n“We count at dawn,” said Bo Lind. The council employs 14 people."
    found = extract_claims(f"{above}\n\n{below}").claims
    who = {c.verbatim: c.claimant and c.claimant.name for c in found}
    assert who["I began in 1994."] == "A"
    assert who["Amelia Frost is 61."] is None
    assert who["“We count at dawn,”"] == "Bo Lind"
    assert who["The council employs 14 people."] is None


def test_an_answer_may_have_a_second_paragraph() -> None:
    found = extract_claims(f"{QUESTIONS}\n\nBut last year we counted 60 pairs.").claims
    assert found[-1].claimant is not None
    assert found[-1].claimant.name == "A"
