"""The annotated text shows every sentence and claim in place; what is printed as JSON fits the published schema."""

from __future__ import annotations

import json
import re
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import parse_article
from factcheck.demo import ARTICLE
from factcheck.domain import (
    Block,
    BoundCitation,
    Citation,
    CitationKind,
    Claim,
    Content,
    Disposition,
    Extraction,
    Form,
    Sentence,
    Span,
)
from factcheck.reports.annotated import annotated_lines
from factcheck.reports.as_json import to_json
from factcheck.reports.schema import EXTRACTION, identifier_of, schema_of
from factcheck.workbench.revisions import make_revision
from tests.reports import make_schema

MARKDOWN = b"""---
date: 2024-05-02
---
# Ferry to stop

The ferry stops in October.[^1] "We lost about 4.5 million euros last year," said Ada Holm, its director, on Monday.

## What comes next

Is there a bus? It has [30 seats](https://b.example/a).

[^1]: Minutes, p. 4.
"""


def extraction() -> Extraction:
    return extract_revision(make_revision(parse_article(MARKDOWN, "a.md"), "a.md", None))


def shown(found: Extraction, columns: int = 100) -> str:
    return "".join(annotated_lines(found, columns))


def test_the_text_stands_in_order_with_its_claims_numbered_in_place() -> None:
    assert shown(extraction()).splitlines() == [
        "3 claims, 6 sentences, 3 set aside",
        "",
        "heading        Ferry to stop",
        "claims         [1: The ferry stops in October. :1]",
        'claims         [2: "We lost about 4.5 million euros last year," :2] said Ada Holm, its director, on',
        "               Monday.",
        "heading        What comes next",
        "question       Is there a bus?",
        "claims         [3: It has 30 seats. :3]",
        "",
        "2 of the writer's own sources",
        "claim 1",
        "    writer's footnote: Minutes, p. 4.",
        "claim 3",
        "    writer's link on '30 seats': https://b.example/a",
    ]


def make(start: int, end: int, text: str) -> Claim:
    words = text[start:end]
    return Claim(
        id=f"{start}-{end}", start=start, end=end, verbatim=words, text=words, form=Form.NONE, content=Content.FACT
    )


def sentence(start: int, end: int, text: str) -> Sentence:
    return Sentence(start=start, end=end, text=text[start:end], block=Block.BODY, disposition=Disposition.CLAIMS)


def test_claims_inside_each_other_and_over_two_sentences_can_be_told() -> None:
    text = "One two three.Four five."
    found = Extraction(
        sentences=(sentence(0, 14, text), sentence(14, 24, text)),
        claims=(make(0, 24, text), make(4, 7, text), make(4, 13, text), make(14, 18, text)),
    )
    assert [line[15:] for line in shown(found).splitlines()[2:]] == [
        "[1: One [3: [2: two :2] three :3].",
        "[4: Four :4] five. :1]",
    ]


def test_hostile_text_is_harmless_and_nothing_is_lost() -> None:
    text = "\x1b[31mThe\u202e [red]ferry[/] has 40 seats.\r Next."
    citation = Citation(anchor=Span(0, 0, ""), kind=CitationKind.COMMENT, target="\x1b]0;x\x07\u202e", author="\u202eA")
    found = Extraction(
        sentences=(sentence(0, len(text), text),), claims=(), citations=(BoundCitation(citation=citation),)
    )
    printed = shown(found, 40)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", printed)
    assert "[red]ferry[/]" in printed
    assert "no claim" in printed


@given(st.text(max_size=200), st.integers(20, 200))
def test_every_word_of_the_text_is_printed(text: str, columns: int) -> None:
    found = extract_claims(text)
    printed = shown(found, columns)
    for claim_number in range(1, len(found.claims) + 1):
        assert printed.count(f"[{claim_number}:") >= 1
        assert printed.count(f":{claim_number}]") >= 1


# --- the schema -------------------------------------------------------------------------------------------------------


def closed(schema: dict[str, object]) -> dict[str, object]:
    """The schema, strict: what it does not name must not be there."""
    copy: dict[str, object] = json.loads(json.dumps(schema))
    definitions = copy["$defs"]
    assert isinstance(definitions, dict)
    for part in [copy, *definitions.values()]:
        if "properties" in part:
            part["additionalProperties"] = False
    return copy


@pytest.mark.parametrize("name", ["a.md", "demo", "transcript"])
def test_real_output_fits_the_schema(name: str) -> None:
    found = extraction()
    if name == "demo":
        found = extract_claims(ARTICLE.read_text(), published=date(2024, 11, 14))
    elif name == "transcript":
        article = parse_article(b"ADA (0:12): It has 40 seats.\nBO (0:20): I met the Dutch minister.\n", "t.txt")
        found = extract_revision(make_revision(article, "t.txt", None))
    assert found.claims
    schema = closed(json.loads(schema_of(EXTRACTION)))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(to_json(found)), schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize(
    ("path", "value"), [(("claims", 0, "form"), "shouted"), (("claims", 0, "start"), "0"), (("citations",), None)]
)
def test_wrong_output_does_not_fit(path: tuple[str | int, ...], value: object) -> None:
    output = json.loads(to_json(extraction()))
    inner = output
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(output, json.loads(schema_of(EXTRACTION)))


def test_the_shipped_schema_is_that_of_the_domain() -> None:
    assert schema_of(EXTRACTION) == make_schema.text(EXTRACTION), "run `python -m tests.reports.make_schema`"
    assert json.loads(schema_of(EXTRACTION))["$id"] == identifier_of(EXTRACTION)


def test_what_is_in_no_supported_language_is_told() -> None:
    found = extract_claims("Le maire a annoncé la fermeture du pont. Il a coûté quatre millions d’euros.")
    assert next(annotated_lines(found, 80)) == (
        "0 claims, 2 sentences, 2 set aside (2 in a language that is not supported: add their claims by hand)\n\n"
    )
