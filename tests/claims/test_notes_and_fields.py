"""What a transcriber noted, labels with an office and its bearer, subtitles with one label, fields, time stamps."""

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.transcripts import extract_spoken
from factcheck.claims.turns import find_turns
from factcheck.domain import Extraction, Marker

PUBLISHED = date(2024, 6, 20)


def subtitles(text: str) -> Extraction:
    turns, _ = find_turns(text, subtitles=True)
    return extract_spoken(text, turns, (Marker(start=0, locator="00:00:01"),), published=PUBLISHED)


HEARING = """CHAIR (Alice Monroe): We have lost 40 million pounds since 2019.
DEPUTY MINISTER (Tom Hale): The loss was 12 million pounds.
CHAIR: The auditors counted 31 million.
MONROE: They counted twice in May."""


def test_a_label_names_an_office_and_who_holds_it() -> None:
    found = [(c.claimant.name, c.claimant.office) for c in extract_claims(HEARING).claims if c.claimant]
    assert found == [("Alice Monroe", "Chair"), ("Tom Hale", "Deputy Minister"), *[("Alice Monroe", "Chair")] * 2]


def test_brackets_behind_a_name_are_no_name() -> None:
    text = (
        "Mr Hale (Leeds North): The road cost 4 million pounds.\n"
        "The Minister for Roads (Ida Quennell): It cost 3 million pounds.\n"
        "Mr Hale: It cost 4 million pounds."
    )
    assert [c.claimant.name for c in extract_claims(text).claims if c.claimant] == ["Hale", "Ida Quennell", "Hale"]


@pytest.mark.parametrize("note", ["[applause]", "(MUSIC)", "[gentle music]", "♪ la la ♪"])
def test_a_sound_is_nobodys_words(note: str) -> None:
    found = subtitles(f"We lost 40 homes in the flood. {note} Nobody warned us in time.")
    assert [c.verbatim for c in found.claims] == ["We lost 40 homes in the flood.", "Nobody warned us in time."]
    assert note in [s.text for s in found.sentences]


def test_one_label_tells_who_speaks_in_subtitles() -> None:
    text = "ANNA BELL: We lost 40 homes. The river rose in May."
    assert [c.claimant.name for c in subtitles(text).claims if c.claimant] == ["Anna Bell", "Anna Bell"]


ROVERS = (
    "Rovers hold on\n\nRovers beat City on Saturday after two late goals.\n\n“We were lucky,” coach Dan Frey said.\n\n"
)


@pytest.mark.parametrize("line", ["Attendance: 8,412", "Final score: 3-1 after 90 minutes", "Turnout: 41 percent"])
def test_a_figure_in_the_last_line_is_a_claim(line: str) -> None:
    assert extract_claims(ROVERS + line).claims[-1].verbatim == line


@pytest.mark.parametrize("line", ["Tickets: 0113 496 0000", "Photo: Dan Frey", "Admission: 12 euros"])
def test_a_service_line_is_none(line: str) -> None:
    assert line not in [c.verbatim for c in extract_claims(ROVERS + line).claims]


BLOG = """Live: bridge collapse in Halm

10:42am
Mayor says 14 people were hurt
The mayor, Ann Holt, says 14 people were hurt when the bridge fell.

10:15am
Police close the harbour road
Police have closed the harbour road until Friday."""


def test_a_time_stamp_states_nothing() -> None:
    assert not [c.verbatim for c in extract_claims(BLOG, published=PUBLISHED).claims if c.verbatim[0].isdigit()][1:]


def test_a_stamped_line_is_the_claim_of_its_entry() -> None:
    text = BLOG.replace("10:42am\n", "10:42 ").replace("10:15am\n", "10:15 ")
    assert len(extract_claims(text, published=PUBLISHED).claims) == 2
