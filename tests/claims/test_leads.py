"""Where the writer's own sources lead: what a note names, and what a note means that only points back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.sources.citations import find_url
from factcheck.claims.sources.leads import HOME_PAGE, NO_ADDRESS, NO_NAME, NOTHING_BEFORE, Lead, follow
from factcheck.domain import Citation, CitationKind, Span


def note(words: str, kind: CitationKind = CitationKind.FOOTNOTE) -> Citation:
    return Citation(anchor=Span(0, 0, ""), kind=kind, target=find_url(words) or words, note=words)


def link(target: str) -> Citation:
    return Citation(anchor=Span(0, 4, "here"), kind=CitationKind.LINK, target=target)


def lead_of(words: str) -> Lead:
    return follow([note(words)])[0]


def test_a_note_gives_its_addresses_files_ids_words_and_days() -> None:
    lead = lead_of(
        "Lind, Harbour report, 3 May 2024, p. 7, https://a.example/x (accessed 9 June 2025); doc 3fa29c0b11aa"
    )
    assert lead.urls == ("https://a.example/x",)
    assert lead.ids == ("3fa29c0b11aa",)
    assert lead.dates == ((date(2024, 5, 3), date(2024, 5, 3)),)
    assert "Harbour report" in lead.words
    assert "p. 7" not in lead.words
    assert "2025" not in lead.words
    assert lead_of("minutes/2024-05.pdf p. 12").files == ("minutes/2024-05.pdf",)
    assert lead_of("Lind (2019), doi:10.1234/ab.5.").urls == ("doi:10.1234/ab.5.",)


def test_every_address_of_a_note_is_followed_up_to_a_limit() -> None:
    assert lead_of("https://a.example/1; https://b.example/2").urls == ("https://a.example/1", "https://b.example/2")
    assert len(lead_of(" ".join(f"https://a.example/{n}" for n in range(90))).urls) == 5


def test_a_link_to_a_file_leads_to_that_file() -> None:
    assert follow([link("../archive/minutes.md#top")])[0].files == ("../archive/minutes.md",)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("See report.", NO_NAME),
        ("p. 12", NO_NAME),
        ("Siehe Bericht, S. 4.", NO_NAME),
        ("Interview with the author, 3 May 2024", NO_NAME),
        ("https://a.example/", HOME_PAGE),
        ("Ibid., p. 3", NOTHING_BEFORE),
        ("See note 9 above.", NOTHING_BEFORE),
        ("Lind, op. cit.", NOTHING_BEFORE),
    ],
)
def test_a_note_that_leads_nowhere_says_why(words: str, why: str) -> None:
    assert lead_of(words).vague == why


def test_a_link_that_is_no_page_leads_nowhere() -> None:
    assert follow([link("mailto:lind@a.example")])[0].vague == NO_ADDRESS
    assert follow([link("#notes")])[0].vague == NO_NAME


@pytest.mark.parametrize(
    ("back", "meant"),
    [
        ("Ibid., p. 3", 2),
        ("Ebd., S. 3", 2),
        ("ibid", 2),
        ("Same source.", 2),
        ("See note 1, p. 9", 1),
        ("Supra note 1.", 1),
        ("Siehe Fn. 1", 1),
        ("Holm, op. cit., p. 4", 1),
        ("Holm, a. a. O.", 1),
    ],
)
def test_a_note_that_points_back_leads_where_that_one_leads(back: str, meant: int) -> None:
    notes = [note("Holm, School yearbook"), note("Lind, Harbour report"), note(back)]
    leads = follow(notes)
    assert leads[2] == leads[meant - 1]
    assert leads[0] != leads[1]


def test_back_is_counted_among_notes_of_its_own_kind() -> None:
    leads = follow([note("Harbour report of Lind"), link("https://a.example/x"), note("Ibid.")])
    assert leads[2] == leads[0]


def test_a_chain_of_notes_leads_to_the_first() -> None:
    leads = follow([note("Harbour report of Lind"), note("Ibid."), note("Ibid., p. 5")])
    assert leads[2] == leads[0]


def test_a_title_with_a_number_is_not_taken_for_a_note() -> None:
    assert "Briefing" in lead_of("Briefing note 7 of the Harbour Board").words


@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_notes_have_a_lead_each(texts: list[str]) -> None:
    leads = follow([note(text) for text in texts])
    assert len(leads) == len(texts)
    assert all(isinstance(hash(lead), int) for lead in leads)
