"""What may not stand in a dossier: paths, and words that tell a source."""

from __future__ import annotations

import pytest

from factcheck.domain import Event
from factcheck.reports.dossier.redaction import WITHHELD, Redaction, folder_of, portable_path, portable_target, runs_of
from factcheck.reports.log_lines import in_words
from tests.factory import NOON


@pytest.mark.parametrize(
    ("path", "portable"),
    [
        ("/home/ann/archive/report.txt", "report.txt"),
        ("/home/ann/archive/rows.csv#12", "rows.csv#12"),
        ("~/archive/report.txt", "report.txt"),
        ("../../ann/report.txt", "report.txt"),
        ("C:\\Users\\ann\\report.txt", "report.txt"),
        ("\\\\server\\share\\report.txt", "report.txt"),
        ("file:///home/ann/report.txt", "report.txt"),
        ("archive/report.txt", "report.txt"),
        ("people/anna-the-leaker/scan.txt", "scan.txt"),
        ("snapshots/anna/scan.txt", "scan.txt"),
        ("report.txt", "report.txt"),
        ("snapshots/ab/abcd/1.warc.gz", "snapshots/ab/abcd/1.warc.gz"),
        ("https://a.example/b/c?id=7", "https://a.example/b/c?id=7"),
        ("https://ann:pass@a.example/b?token=abcdef0123456789", "https://REMOVED@a.example/b?token=REMOVED"),
        ("", ""),
    ],
)
def test_a_path_means_the_same_everywhere(path: str, portable: str) -> None:
    assert portable_path(path) == portable


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("/a/b/c.txt", "/a/b"),
        ("C:\\a\\b.txt", "C:\\a"),
        ("a/b.txt", "a"),
        ("snapshots/ab/abcd/1.warc.gz", ""),
        ("https://a.example/b", ""),
        ("c.txt", ""),
    ],
)
def test_the_folder_of_a_path_of_this_machine(path: str, folder: str) -> None:
    assert folder_of(path) == folder


@pytest.mark.parametrize(
    ("target", "left"),
    [
        ("people/anna-the-leaker/scan.txt", "scan.txt"),
        ("/home/ann/scan.txt", "scan.txt"),
        ("Holt and/or Maren, 2019/20", "Holt and/or Maren, 2019/20"),
        ("stats.example/homes/2024.html", "stats.example/homes/2024.html"),
        ("AC/DC", "AC/DC"),
        ("report.txt", "report.txt"),
    ],
)
def test_of_what_a_writer_named_only_a_file_is_cut(target: str, left: str) -> None:
    assert portable_target(target) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("see /srv/desk/in/report.txt, p. 3", "see report.txt, p. 3"),
        ("see /home/ann/x/report.txt", "see report.txt"),
        ("(~/x/report.txt)", "(report.txt)"),
        ("C:\\Users\\ann\\report.txt has it", "report.txt has it"),
        ("https://a.example/2024/11/report is it", "https://a.example/2024/11/report is it"),
        ("and/or 12/13/14, 1/2 of a/b/c", "and/or 12/13/14, 1/2 of a/b/c"),
        ("so said a/k/a Smith", "so said a/k/a Smith"),
    ],
)
def test_folders_are_cut_off_what_people_wrote_and_nothing_else_is(text: str, left: str) -> None:
    assert Redaction(folders=("/srv/desk",)).own_words(text) == left


SAID = "the quay cost us nine million crowns and nobody dared to say so"
RULE = Redaction(labels=frozenset(["talk at the heliotrope"]), runs=runs_of(SAID), named=lambda text: "Holt" in text)


@pytest.mark.parametrize(
    "text",
    [
        "It stands in TALK AT THE HELIOTROPE",
        "Holt says so",
        "They say: “the quay cost us, nine million crowns!”",
        "cost us nine million crowns and so on",
    ],
)
def test_words_that_tell_a_source_are_withheld_as_a_whole(text: str) -> None:
    assert RULE.own_words(text) == WITHHELD


@pytest.mark.parametrize("text", ["nine million crowns", "The quay cost nine million crowns", "a talk at the mill", ""])
def test_words_that_tell_none_stay(text: str) -> None:
    assert RULE.own_words(text) == text


def event(kind: str, **body: object) -> Event:
    link = {"seq": 1, "prev": "0" * 64, "digest": "1" * 64, "schema": 1}
    return Event(at=NOON, user="alice", kind=kind, subject="c1", revision="r1", body=body, **link)


@pytest.mark.parametrize(
    "body",
    [
        {"rationale": "Holt says so"},
        {"person": "Holt", "channel": "call"},
        {"waiting": {"on": [{"who": "Holt"}]}},
        {"claimant": {"name": "Holt", "office": ""}, "text": "[Holt:] it rose"},
        {
            "cited": [
                {"citation": "ab", "reason": "found by title (Talk at the Heliotrope)", "evidence": [], "sources": []}
            ]
        },
    ],
)
def test_words_in_any_part_of_an_event_are_looked_at_whatever_its_kind(body: dict[str, object]) -> None:
    shown, why = RULE.shown(event("of-a-later-day", **body))
    assert "Holt" not in str(shown)
    assert WITHHELD in str(shown)
    assert why == "source that is not open"


@pytest.mark.parametrize(
    "body",
    [
        {"rating": "confirmed", "rationale": "the register"},
        {"words": ["Holt"], "items": ["name:0"], "evidence": "e", "reason": ""},
        {"title": "Holt resigns", "path": "article.txt", "text": "ab" * 32},
        {"search": {"terms": [{"text": "Holt", "weight": 1.25}]}, "evidence": ["e"]},
        {"event": 7},
    ],
)
def test_an_event_that_tells_nothing_is_whole(body: dict[str, object]) -> None:
    assert RULE.shown(event("verdict", **body)) == (body, "")


def test_only_the_path_of_an_event_is_cut() -> None:
    shown, why = RULE.shown(event("revision", title="A", path="/home/ann/a.txt"))
    assert (shown, why) == ({"title": "A", "path": "a.txt"}, "path of a machine")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("calculated", {"evidence": "e1", "expression": "C2-B2", "rounded": "5", "unit": "km", "output": "ab"}),
        ("evidence-added", {"evidence": "e1", "sort": "call", "person": "Holt"}),
        ("fetched", {"sources": ["s1"], "asked": "https://holt.example/", "url": "", "became": "Holt", "status": 200}),
    ],
)
def test_an_event_on_a_source_that_is_not_open_is_still_told_in_words_without_any_of_its_own(
    kind: str, body: dict[str, object]
) -> None:
    rule = Redaction(evidence=frozenset(["e1"]), sources=frozenset(["s1"]))
    shown, why = rule.shown(event(kind, **body))
    told = in_words(event(kind, **shown))
    assert why == "source that is not open"
    assert not any(word in told.casefold() for word in ("c2", "km", "5", "holt"))
