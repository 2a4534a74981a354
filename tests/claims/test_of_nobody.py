"""In a transcript, what nobody speaks is nobody's: notes on the scene, notes on the text, music."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Disposition

TRANSCRIPT = (
    "MR SMITH: We lost 40 cows in May.\n\n"
    "MS REED: How many cows remain in the herd?\n\nMR SMITH: Some 30 cows remained.\n\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "(The witness withdrew at 11.42 am.)",
        "(The committee adjourned until 2 pm on 4 May.)",
        "[The session resumed at 2 pm.]",
        "(Mr Hill left the room.)",
        "The hearing was adjourned at 12.30 pm.",
        "Whereupon, at 12.30 pm, the hearing was adjourned.",
    ],
)
def test_what_tells_of_the_scene_has_no_speaker(line: str) -> None:
    claim = extract_claims(TRANSCRIPT + line).claims[-1]
    assert (claim.verbatim, claim.claimant) == (line, None)


@pytest.mark.parametrize(
    "line",
    [
        "(We moved to Arle in 1990.)",
        "This interview was filmed in 40 countries.",
        "The meeting was adjourned because we had lost the minutes of 4 May.",
        "The interview lasted 40 minutes.",
    ],
)
def test_what_the_speaker_tells_stays_theirs(line: str) -> None:
    claim = extract_claims(TRANSCRIPT + line).claims[-1]
    assert claim.claimant is not None
    assert claim.claimant.name == "Smith"


@pytest.mark.parametrize(
    "line",
    [
        "This interview was edited for length.",
        "The interview has been condensed and edited for clarity.",
        "*This conversation has been edited.*",
        "Edited for length and clarity by Ann Hill.",
        "♪ [closing theme] ♪",
        "♪ We were young in 1990 ♪",
    ],
)
def test_a_note_on_the_text_and_music_are_set_aside(line: str) -> None:
    found = extract_claims(TRANSCRIPT + line)
    assert found.claims[-1].verbatim == "Some 30 cows remained."
    assert found.sentences[-1].disposition is Disposition.BOILERPLATE


def test_an_article_may_tell_of_an_interview() -> None:
    text = "The film was edited for length in 1990. The interview was watched by 4 million people."
    assert len(extract_claims(text).claims) == 2
