"""Facts that stand in the layout: bullets, fact boxes, tables, headings and captions carry claims like any sentence."""

from __future__ import annotations

import re
from io import BytesIO

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import parse_article
from factcheck.domain import Block, Disposition, Extraction
from factcheck.workbench.revisions import make_revision

HEAD = "Arle builds a weir\n\nThe town of Arle began work on its new weir on Monday, the first since 1954.\n\n"
TAIL = "\n\nThe river trust had asked for the work since the last flood, in which nobody was hurt.\n"

PAGE = "<html><head><title>Arle</title></head><body><article><h1>Arle</h1>{}</article></body></html>"


def claims(text: str) -> list[str]:
    return [claim.verbatim for claim in extract_claims(text).claims]


@pytest.mark.parametrize(
    "label", ["Key points:", "By the numbers", "At a glance", "The weir in brief", "Auf einen Blick"]
)
@pytest.mark.parametrize("mark", ["- ", "• ", "* ", ""])
@pytest.mark.parametrize(
    "line",
    [
        "Trust pays two thirds of the price",
        "Cost: £3.1 million",
        "1,800 tonnes of stone",
        "Work ends in autumn 2027",
        "Three houses have been sold",
    ],
)
def test_a_line_of_a_summary_is_a_claim(label: str, mark: str, line: str) -> None:
    assert line in claims(f"{HEAD}{label}\n\n{mark}No comment\n\n{mark}{line}{TAIL}")


@pytest.mark.parametrize(
    "line",
    [
        "Why the old weir failed",
        "How the trust was founded in 1931",
        "A long wait",
        "Lessons learned",
        "Five things to know about the 3 weirs",
        "Photo 3 of 12",
        "Updated at 14.20 GMT",
        "14:05",
        "4 min read",
        "What comes next?",
    ],
)
def test_a_heading_that_states_nothing_stays_one(line: str) -> None:
    assert line not in claims(f"{HEAD}{line}{TAIL}")


@pytest.mark.parametrize(
    ("line", "claim"),
    [
        ("The trust lost £2 million in 2019", "The trust lost £2 million in 2019"),
        ("2. The first gate opens in May", "The first gate opens in May"),
        ("13:40 Power is out in 4,500 homes", "Power is out in 4,500 homes"),
    ],
)
def test_a_heading_that_is_a_sentence_is_a_claim_behind_its_mark(line: str, claim: str) -> None:
    assert claim in claims(f"{HEAD}{line}{TAIL}")


def test_a_bullet_that_the_text_repeats_is_one_claim_with_two_appearances() -> None:
    found = extract_claims(
        f"{HEAD}Key points\n\n- Arle began work on new weir on Monday\n\n- It costs £3 million{TAIL}"
    )
    main = next(claim for claim in found.claims if claim.verbatim.startswith("The town"))
    assert [one.span.text for one in main.appearances if one.block is Block.HEADING] == [
        "- Arle began work on new weir on Monday"
    ]


def test_a_bullet_with_another_figure_than_the_text_is_a_claim_of_its_own() -> None:
    bullet = "Arle began work on first new weir since 1964"
    assert bullet in claims(f"{HEAD}Key points\n\n- {bullet}\n\n- It costs £3 million{TAIL}")


@pytest.mark.parametrize("label", ["Related materials:", "Most read", "Advertisement", "Recommended"])
def test_a_line_under_a_label_of_other_stories_stays_aside(label: str) -> None:
    line = "The mayor of Orle was fined again for the same speech"
    assert line not in claims(f"{HEAD}{label}\n\n{line}{TAIL}")


@pytest.mark.parametrize(
    ("caption", "stated"),
    [
        ("Workers left the mill on Friday. Some 340 people lost their jobs. Photo: J. Doe", 2),
        ("The old weir, which broke in 1954. Photo: J. Doe", 1),
        ("The weir seen from the bridge. Photo: J. Doe", 0),
        ("Anna Brown, mayor of Arle. Photo: J. Doe", 0),
    ],
)
def test_a_caption_that_tells_more_than_what_is_seen_carries_claims(caption: str, stated: int) -> None:
    figure = f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"
    found = extracted(PAGE.format(f"<p>{HEAD}</p>{figure}<p>{TAIL}</p>"), "a.html")
    inside = [s for s in found.sentences if s.block is Block.CAPTION]
    assert sum(s.disposition is Disposition.CLAIMS for s in inside) == stated
    assert " ".join(s.text for s in inside) == caption


TABLES = {
    "a.md": f"# Visitors\n\n{TAIL}\n| Year | Visitors |\n|---|---|\n| 2021 | 12,400 |\n| 2022 | 15,800 |\n",
    "a.html": PAGE.format(
        f"<p>{HEAD}</p><table><tr><th>Year</th><th>Visitors</th></tr><tr><td>2021</td><td>12,400</td></tr>"
        f"<tr><td>2022</td><td>15,800</td></tr></table><p>{TAIL}</p>"
    ),
}


def extracted(content: str | bytes, name: str) -> Extraction:
    raw = content if isinstance(content, bytes) else content.encode()
    return extract_revision(make_revision(parse_article(raw, name), name, None))


def in_word() -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph("The park counted its visitors, as it does every year.")
    table = document.add_table(rows=3, cols=2)
    for row, cells in enumerate((("Year", "Visitors"), ("2021", "12,400"), ("2022", "15,800"))):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.docx"])
def test_the_row_of_a_table_is_a_claim_with_the_heads_of_its_columns(name: str) -> None:
    found = extracted(in_word() if name == "a.docx" else TABLES[name], name)
    rows = {claim.verbatim: claim.text for claim in found.claims if "|" in claim.verbatim}
    assert rows == {
        "2021 | 12,400": "2021 [Year] | 12,400 [Visitors]",
        "2022 | 15,800": "2022 [Year] | 15,800 [Visitors]",
    }
    assert all(re.sub(r" \[[^]]*\]", "", text) == verbatim for verbatim, text in rows.items())


def test_the_row_of_a_wide_table_is_no_menu_of_the_page() -> None:
    assert "2010 | £820 | 340 | 12" in claims(f"{HEAD}Year | Wage | Jobs | Firms\n\n2010 | £820 | 340 | 12{TAIL}")


def test_a_headline_in_capitals_is_read_like_any_other() -> None:
    assert (
        claims("TRUST BUILDS WEIR FOR £3M\n\nThe river is deep.\n\nIt has two banks.")[0] == "TRUST BUILDS WEIR FOR £3M"
    )


@pytest.mark.parametrize("item", ["No cobalt, nickel or lithium", "Zero emissions in use", "Free of cobalt and nickel"])
def test_an_item_that_tells_what_is_lacking_states_it(item: str) -> None:
    text = f"The battery was shown on Monday.\n\nThe battery:\n\n• 40 cells of iron\n\n• {item}\n\nIt was sold in May."
    assert item in [claim.verbatim for claim in extract_claims(text).claims]


@pytest.mark.parametrize("item", ["• No comment", "No cobalt, nickel or lithium"])
def test_two_words_or_a_heading_state_no_lack(item: str) -> None:
    text = f"The battery was shown in Arle on Monday.\n\n{item}\n\nIt was sold in May."
    assert len(extract_claims(text).claims) == 2
