"""Subtitles: who speaks in a cue that names nobody."""

from __future__ import annotations

import pytest

from factcheck.corpus.readers.article import text_article
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


CUES = """1
00:00:01,000 --> 00:00:04,000
SMITH: The bridge cost 40 million euros.

2
{damaged}
JONES: It carries 20,000 cars a day.
"""


@pytest.mark.parametrize(
    ("damaged", "time"),
    [
        ("00:00:05,000 -> 00:00:08,000", "00:00:05"),
        ("00:00:05,000 —> 00:00:08,000", "00:00:05"),
        ("00:00:05,000 - -> 00:00:08,000", "00:00:05"),
        ("00:00:05,000 → 00:00:08,000", "00:00:05"),
        ("00:00:05,000 00:00:08,000", "00:00:05"),
        ("00:00:05 --> 00:00:08", "00:00:05"),
        ("00:00:05,000", "00:00:05"),
        ("00:00:05,000 -->", "00:00:05"),
        ("00:00:05,000 -&gt; 00:00:08,000", "00:00:05"),
        ("00:00:0x,000 --> 00:00:08,000", ""),
        ("--> 00:00:08,000", ""),
    ],
)
def test_a_damaged_time_code_keeps_its_words_and_is_told_of(damaged: str, time: str) -> None:
    found = read_subtitles(CUES.format(damaged=damaged), "a.srt")
    assert found.text == "SMITH: The bridge cost 40 million euros.\n\nJONES: It carries 20,000 cars a day."
    assert [marker.locator for marker in found.markers] == ["00:00:01", time][: 1 + bool(time)]
    assert [(notice.path, "line 6" in notice.reason) for notice in found.notices] == [("a.srt", True)]


@pytest.mark.parametrize(
    "source",
    [
        "00:00:01,000 --> 00:00:04,000\n\nThe bridge is old.",  # a blank line behind the time code
        "00:00:01,000 --> 00:00:04,000\nIt is long.\n\n2\nThe bridge is old.",
        "00:00:01,000 --> 00:00:04,000\nIt is long.\n\nTHE TIMES: 00:05:00 said the clock.\nThe bridge is old.",
        "00:00:01,000 --> 00:00:04,000 line:1 The bridge is old.",
        "The bridge is old.\n00:00:01,000 --> 00:00:04,000\nIt is long.",
    ],
)
def test_words_without_a_time_code_are_kept(source: str) -> None:
    found = read_subtitles(source)
    assert "The bridge is old." in found.text
    assert len(found.notices) == 1


@pytest.mark.parametrize(
    "source",
    [
        "1\n00:00:01,000 --> 00:00:04,000\nIt is 12:30 now.\n10:30\n42\n",
        "WEBVTT\nKind: x\n\nNOTE it\n\nSTYLE\nx\n\nintro\n00:01.000 --> 00:02.000 line:1\nIt is 12:30 now.\n10:30\n42",
        "1\n00:00:01,000 --> 00:00:04,000\nIt is 12:30 now.\n10:30\n2\n00:00:05,000 --> 00:00:06,000\n42\n",
    ],
)
def test_figures_that_are_shown_are_no_time_codes(source: str) -> None:
    found = read_subtitles(source)
    assert found.text == "It is 12:30 now. 10:30 42"
    assert found.notices == ()


def test_a_voice_holds_to_the_end_of_its_cue() -> None:
    found = read_subtitles(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>It is.\nIt is long.\n\n00:03.000 --> 00:04.000\n<v Ann>So.</v> No"
    )
    assert [turn.speaker for turn in found.turns] == ["Ann"]
    assert found.text == "Ann: It is. It is long. So.\n\nNo"


def test_the_same_words_of_another_speaker_are_kept() -> None:
    found = read_subtitles(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>It is old.\n\n00:03.000 --> 00:04.000\n<v Bob>It is old.\n"
    )
    assert [turn.speaker for turn in found.turns] == ["Ann", "Bob"]


def test_a_dash_ends_the_turn_of_who_spoke_before() -> None:
    cues = [
        "SMITH: We lost 40 cows.",
        "REED: How many remain?",
        "SMITH: Only 20 remain.",
        "- But half of them died.\n- That is not true.",
        "They were sold in June.",
        "REED: The other 20 were sold.",
    ]
    source = "".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{cue}\n\n" for n, cue in enumerate(cues, 1))
    article = text_article(source, "subtitles", "a.srt", ())
    assert article is not None
    spoken = [(turn.speaker, article.text[turn.start : turn.end].strip()) for turn in article.turns]
    assert spoken[2:] == [("Smith", "Only 20 remain."), ("Reed", "The other 20 were sold.")]


@pytest.mark.parametrize(
    "label", ["RUTH BANE, SHIPYARD DIRECTOR", "Ruth Bane, director of the yard", "Ruth Bane", "- RUTH BANE, DIRECTOR"]
)
def test_a_speaker_with_an_office_begins_a_turn(label: str) -> None:
    cues = [f"{name}: {words}" for name, words in (("NILS ADLER", "It hired 850."), (label, "We pay 12 percent."))]
    srt = "\n\n".join(f"{k}\n00:00:0{k},000 --> 00:00:0{k + 1},000\n{cue}" for k, cue in enumerate(cues, 1))
    found = text_article(srt, "subtitles", "a.srt", ())
    assert found is not None
    assert [turn.speaker for turn in found.turns] == ["Nils Adler", "Ruth Bane"]


ROLLING = """WEBVTT
Kind: captions
Language: en

00:00:01.200 --> 00:00:03.400 align:start position:0%
{blank}
the<00:00:01.500><c> mill</c><00:00:01.900><c> has</c>

00:00:03.400 --> 00:00:03.410 align:start position:0%
the mill has
{blank}

00:00:03.410 --> 00:00:06.000 align:start position:0%
the mill has
340<00:00:04.000><c> workers</c>
"""


@pytest.mark.parametrize("blank", [" ", "\t", "  ", "&nbsp;"])
def test_captions_that_roll_with_a_blank_line_first_are_whole(blank: str) -> None:
    found = read_subtitles(ROLLING.format(blank=blank))
    assert found.notices == ()
    assert found.text == "the mill has 340 workers"
    assert [(marker.start, marker.locator) for marker in found.markers] == [(0, "00:00:01"), (13, "00:00:03")]
