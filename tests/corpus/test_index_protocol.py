"""What every index must do (`domain.CorpusIndex`): the embedded one, one in memory, and one on a cluster later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from factcheck.corpus.index import PassageIndex
from factcheck.domain import CorpusIndex, Indexed, Passage, Source, Term, Tier, Within
from tests.corpus.memory_index import MemoryIndex

IMPLEMENTATIONS: dict[str, Callable[[Path], CorpusIndex]] = {
    "tantivy": PassageIndex,
    "memory": lambda _: MemoryIndex(),
}


@pytest.fixture(params=IMPLEMENTATIONS)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CorpusIndex]:
    made = IMPLEMENTATIONS[request.param](tmp_path / "index")
    yield made
    made.close()


def indexed(name: str, *passages: str, **fields: object) -> Indexed:
    places, at = [], 0
    for number, text in enumerate(passages, start=1):
        places.append(Passage(text=text, start=at, end=at + len(text), locator=f"paragraph {number}"))
        at += len(text) + 2
    source = Source(id=name, digest=name, origin=name, **fields)  # type: ignore[arg-type]
    return Indexed(source=source, passages=tuple(places), reference=reference(name))


def reference(name: str) -> int:
    """Return what the store would know a source by: as large as it may be."""
    return 2**63 - 1 - int.from_bytes(name.encode()[:3])


FERRY = indexed(
    "ferry",
    "The ferry crosses the lake at noon.",
    "The harbour wall is high.",
    publisher="Lake Post",
    published=date(2023, 5, 4),
    language="en",
    tier=Tier.PRIMARY,
)
BUS = indexed(
    "bus",
    "A bus waits at the harbour; a wall hides it from the lake.",
    publisher="Shore News",
    published=date(2024, 2, 29),
    language="de",
)
UNDATED = indexed("undated", "A lake without a ferry and without any bus.")


@pytest.fixture
def filled(index: CorpusIndex) -> CorpusIndex:
    index.add([FERRY, BUS, UNDATED])
    index.commit()
    return index


def terms(*words: str) -> list[Term]:
    return [Term(text=word) for word in words]


def sources(index: CorpusIndex, words: str, within: Within | None = None) -> list[str]:
    found = index.search(terms(*words.split()), 10, within) if within else index.search(terms(*words.split()), 10)
    names = {reference(name): name for name in ("ferry", "bus", "undated", "boat")}
    return [names[one.reference] for one in found]


def test_what_was_added_is_found_with_its_place(filled: CorpusIndex) -> None:
    (found,) = filled.search(terms("noon"), 5)
    assert (found.reference, found.start, found.end, found.locator) == (reference("ferry"), 0, 35, "paragraph 1")
    assert found.bm25 > 0


def test_the_best_come_first_and_no_more_than_asked(filled: CorpusIndex) -> None:
    found = filled.search(terms("bus", "harbour", "wall"), 10)
    assert found[0].reference == reference("bus")
    assert [one.bm25 for one in found] == sorted((one.bm25 for one in found), reverse=True)
    assert filled.search(terms("bus", "harbour", "wall"), 1) == found[:1]
    assert filled.search(terms("bus"), 0) == []


def test_a_term_that_weighs_more_counts_more(filled: CorpusIndex) -> None:
    heavy = filled.search([Term(text="noon", weight=4.0), Term(text="bus")], 5)
    assert heavy[0].reference == reference("ferry")


def test_nothing_asked_for_finds_nothing(filled: CorpusIndex) -> None:
    assert filled.search([], 5) == []
    assert filled.search(terms("zebra"), 5) == []
    assert filled.search(terms("", '":( *', "x" * 70_000), 5) == []


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (Within(publisher="lake post"), {"ferry"}),
        (Within(language="DE"), {"bus"}),
        (Within(tier=Tier.PRIMARY), {"ferry"}),
        (Within(since=date(2023, 5, 4)), {"ferry", "bus"}),
        (Within(until=date(2023, 5, 4)), {"ferry"}),
        (Within(since=date(2024, 2, 29), until=date(2024, 2, 29)), {"bus"}),
        (Within(sources=("bus", "undated", "nowhere")), {"bus", "undated"}),
        (Within(phrases=("harbour wall",)), {"ferry"}),
        (Within(phrases=("the lake", "at the harbour")), {"bus"}),
        (Within(phrases=("noon",)), {"ferry"}),
        (Within(publisher="lake post", language="de"), set()),
    ],
)
def test_a_search_stays_within_its_limits(filled: CorpusIndex, within: Within, expected: set[str]) -> None:
    assert set(sources(filled, "lake harbour wall ferry bus noon", within)) == expected


def test_limits_alone_find_all_within_them(filled: CorpusIndex) -> None:
    found = filled.search([], 10, Within(phrases=("harbour wall",)))
    assert [(one.reference, one.bm25) for one in found] == [(reference("ferry"), 0.0)]


def test_limits_leave_the_scores_as_they_are(filled: CorpusIndex) -> None:
    everywhere = {(f.reference, f.start): f.bm25 for f in filled.search(terms("lake", "harbour"), 10)}
    for one in filled.search(terms("lake", "harbour"), 10, Within(publisher="Shore News")):
        assert one.bm25 == pytest.approx(everywhere[one.reference, one.start])


def test_nothing_counts_before_it_is_committed(index: CorpusIndex) -> None:
    index.add([FERRY])
    assert sources(index, "ferry") == []
    index.commit(more=True)
    index.delete(["ferry"])
    assert sources(index, "ferry") == ["ferry"]
    index.commit()
    assert sources(index, "ferry") == []


def test_what_is_added_again_replaces_what_was_there(filled: CorpusIndex) -> None:
    filled.add([indexed("ferry", "The ferry sank.")])
    filled.commit()
    assert (sources(filled, "sank"), sources(filled, "noon")) == (["ferry"], [])
    assert filled.stats().passages == 3


def test_the_last_of_several_before_a_commit_counts(index: CorpusIndex) -> None:
    index.add([FERRY])
    index.add([indexed("ferry", "The ferry sank.")])
    index.delete(["bus"])
    index.add([BUS])
    index.add([UNDATED])
    index.delete(["undated"])
    index.commit()
    assert (sources(index, "noon"), sources(index, "sank"), sources(index, "bus")) == ([], ["ferry"], ["bus"])


def test_what_is_deleted_twice_or_never_was_there_is_passed_over(filled: CorpusIndex) -> None:
    filled.delete(["ferry", "ferry", "nowhere"])
    filled.commit()
    assert sources(filled, "ferry") == ["undated"]


def test_the_passages_of_a_document_are_given_in_order(filled: CorpusIndex) -> None:
    assert [(one.start, one.locator) for one in filled.get("ferry")] == [(0, "paragraph 1"), (37, "paragraph 2")]
    assert list(filled.get("nowhere")) == []


@pytest.mark.parametrize(
    "locator",
    [
        *("line 7", "record 12", "page 1", "paragraph 0", "page 007", "page 1234567890", "page ٣", "page -3", "Page 3"),
        *("00:01:12", "", "page", "row 3", "page 3, table 1", "paragraph 3 ", "Seite\n3", "page 2\n"),
    ],
)
def test_a_place_is_given_as_it_was(index: CorpusIndex, locator: str) -> None:
    passage = Passage(text="The ferry crosses the lake at noon.", start=70_000_000, end=70_000_035, locator=locator)
    other = Passage(text="The ferry sank.", start=70_000_040, end=70_000_055, locator="02:00:00")
    source = Source(id="ferry", digest="ferry", origin="ferry")
    index.add([Indexed(source=source, passages=(passage, other), reference=0)])
    index.commit()
    (found,) = index.search(terms("noon"), 5)
    assert (found.reference, found.start, found.end, found.locator) == (0, 70_000_000, 70_000_035, locator)
    assert [one.locator for one in index.get("ferry")] == [locator, "02:00:00"]


def test_the_passages_are_counted(filled: CorpusIndex) -> None:
    assert filled.stats().passages == 4


def test_what_was_not_committed_is_dropped_on_closing(index: CorpusIndex) -> None:
    index.add([FERRY])
    index.close()
    index.commit()
    assert sources(index, "ferry") == []


def test_the_embedded_index_keeps_what_was_committed_and_says_its_size(tmp_path: Path) -> None:
    first = PassageIndex(tmp_path / "index")
    first.add([FERRY])
    first.commit()
    first.add([BUS])
    first.close()
    again = PassageIndex(tmp_path / "index", lost=lambda: pytest.fail("it was made anew"))
    assert (sources(again, "ferry"), sources(again, "bus")) == (["ferry"], [])
    assert again.stats().size > 0
    assert not again.damaged()


def test_in_a_large_index_a_word_that_most_passages_have_is_asked_for_only_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = PassageIndex(tmp_path / "index")
    boat = indexed("boat", "A boat on the lake.")
    held.add([FERRY, boat, UNDATED])
    held.commit()
    assert sources(held, "lake noon") == ["ferry", "boat", "undated"]
    monkeypatch.setattr("factcheck.corpus.index_queries.MANY_PASSAGES", 4)
    assert sources(held, "lake noon") == ["ferry"]
    assert set(sources(held, "lake")) == {"ferry", "boat", "undated"}
    held.close()


def test_a_reader_finds_what_another_process_committed_or_built_anew_since(tmp_path: Path) -> None:
    reader, writer = PassageIndex(tmp_path / "index"), PassageIndex(tmp_path / "index")
    asked = [Term(text="harbour", weight=1.0)]
    for expected, change in (
        (0, lambda: None),
        (2, lambda: writer.add([FERRY, BUS])),
        (1, lambda: writer.delete(["bus"])),
        (0, writer.clear),
        (1, lambda: writer.add([BUS])),
    ):
        change()
        writer.commit()
        assert len(reader.search(asked, 5)) == len(reader.search(asked, 5)) == expected
    reader.close()
    writer.close()
