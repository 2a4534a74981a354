"""Subtitles: who speaks in a cue that names nobody."""

from __future__ import annotations

import pytest

from factcheck.corpus.readers.subtitles import read_subtitles

VOICES = """WEBVTT

00:01.000 --> 00:02.000
<v Anna Brown>The mill employs 340 people.

00:03.000 --> 00:04.000
It was founded in 1911.

00:05.000 --> 00:06.000
<v {second}>It closed

00:07.000 --> 00:08.000
in May 2019.

00:09.000 --> 00:10.000
{last}
"""


@pytest.mark.parametrize(
    ("second", "last", "speakers"),
    [
        ("Tom Berg", "It was old.", {"Anna Brown": 2, "Tom Berg": 2}),
        ("Tom Berg", ">> Who was there?", {"Anna Brown": 2, "Tom Berg": 1}),
        ("Anna Brown", "It was old.", {"Anna Brown": 2}),  # who tags each cue leaves the others to somebody else
    ],
)
def test_a_cue_without_a_voice_goes_on_with_the_speaker_where_tags_mark_changes(
    second: str, last: str, speakers: dict[str, int]
) -> None:
    found = read_subtitles(VOICES.format(second=second, last=last))
    told = [turn.speaker for turn in found.turns]
    sentences = {
        name: sum(found.text[t.start : t.end].count(".") for t in found.turns if t.speaker == name) for name in told
    }
    assert sentences == speakers
