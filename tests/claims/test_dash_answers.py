"""A dash opens the words of somebody else; and who speaks in a transcript tells of others' promises and denials."""

from __future__ import annotations

import pytest

from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import parse_article
from factcheck.domain import Claim
from factcheck.workbench.revisions import make_revision


def claims(text: str, name: str) -> list[Claim]:
    return list(extract_revision(make_revision(parse_article(text.encode(), name), "a", None)).claims)


def who(text: str, name: str) -> list[tuple[str, str]]:
    return [(c.verbatim, c.claimant.name if c.claimant else "") for c in claims(text, name)]


def srt(*cues: str) -> str:
    return "\n".join(
        f"{n}\n00:00:{3 * n:02},000 --> 00:00:{3 * n + 2:02},500\n{cue}\n" for n, cue in enumerate(cues, 1)
    )


@pytest.mark.parametrize("dash", ["– ", "- ", "-", "—"])
def test_a_dash_answer_in_subtitles_is_of_nobody_known(dash: str) -> None:
    text = srt(
        "ANNA BRANDT: The mill will close in March.",
        f"{dash}She promised it to 200 of us.",
        "BEN LEE: We got nothing in April.",
    )
    assert who(text, "a.srt") == [
        ("The mill will close in March.", "Anna Brandt"),
        ("She promised it to 200 of us", ""),
        ("We got nothing in April.", "Ben Lee"),
    ]


def test_a_dash_answer_behind_a_voice_tag_is_of_nobody_known() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anna Brandt>The mill will close in March.</v>\n\n"
    text += "00:04.000 --> 00:06.000\n– She promised it to 200 of us.\n"
    assert who(text, "a.vtt") == [
        ("The mill will close in March.", "Anna Brandt"),
        ("She promised it to 200 of us", ""),
    ]


def test_a_dash_before_a_small_letter_goes_on() -> None:
    text = srt(
        "ANNA BRANDT: The mill will close in March", "— and it lost 3 million euros.", "BEN LEE: We got 4 euros."
    )
    assert who(text, "a.srt")[0] == ("The mill will close in March — and it lost 3 million euros.", "Anna Brandt")


def test_what_is_asked_and_answered_behind_dashes_is_of_nobody_known() -> None:
    text = "ANNA BRANDT: The mill will close.\n– Who will be paid?\n– Each of the 200 workers will be paid.\n\n"
    assert dict(who(text + TURNS, "a.txt"))["Each of the 200 workers will be paid."] == ""


TURNS = "\n\nANNA BRANDT: We will pay every worker 500 euros.\n\nBEN LEE: They paid 40 of them.\n"


def test_a_dash_answer_in_a_transcript_ends_the_turn() -> None:
    text = "ANNA BRANDT: The mill will close in March.\n\nBEN LEE: It lost 3 million euros.\n\n– She promised it to me."
    assert who(text + TURNS, "a.txt") == [
        ("The mill will close in March.", "Anna Brandt"),
        ("It lost 3 million euros.", "Ben Lee"),
        ("She promised it to me", ""),
        ("We will pay every worker 500 euros.", "Anna Brandt"),
        ("They paid 40 of them.", "Ben Lee"),
    ]


@pytest.mark.parametrize("end", [":", "."])
def test_a_list_is_of_who_speaks(end: str) -> None:
    text = f"ANNA BRANDT: There are two parts{end}\n– We close the mill in March.\n– We pay 200 workers.\n\n"
    text += "BEN LEE: It lost 3 million."
    found = dict(who(text + TURNS, "a.txt"))
    assert found["We close the mill in March."] == found["We pay 200 workers."] == "Anna Brandt"


def test_who_speaks_tells_of_what_others_promised() -> None:
    text = "ANNA BRANDT: The mill will close in March.\n\n"
    text += "BEN LEE: The minister promised 400 homes. He said taxes fell by 3%."
    found = {c.verbatim: c for c in claims(text + TURNS, "a.txt")}
    told = found["The minister promised 400 homes"]
    assert told.claimant
    assert (told.claimant.name, told.form, told.content) == ("Ben Lee", "direct", "fact")
    said = found["taxes fell by 3%"]
    assert said.claimant
    assert said.claimant.name != "Ben Lee", "whose words are reported is still quoted"
