"""What the index is asked: queries built from terms and limits through the library's API, and the schema of its rows.

Its own parser is not used: it fails on ordinary text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import tantivy

from factcheck.domain import Term, Within
from factcheck.text.languages.stems import ALGORITHMS, OTHERWISE, asked_words

ANALYSER = "whitespace"
TITLE_WEIGHT = 0.5
"""A word in the title counts half as much again. Source: to be measured with the ranking issue; small on purpose."""
MANY_PASSAGES = 10_000
"""From so many on, a word that more than half of the passages have is not asked for: by the formula of BM25 it tells
nothing (its weight is 0 or less: Robertson and Zaragoza 2009, 3.1), and to go through it takes longest. Search over a
million passages, one word in all titles: 95th percentile 9.1 ms with it, 5.2 ms without, the same 50 (2026-11)."""


def _made() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("source", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", tokenizer_name=ANALYSER, index_option="freq")
    builder.add_text_field("text", tokenizer_name=ANALYSER, index_option="position")
    for name in ("publisher", "tier", "language"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("published", indexed=True, fast=True)
    for name in ("reference", "start", "end", "place"):
        builder.add_integer_field(name, fast=True)
    builder.add_text_field("locator", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


SCHEMA = _made()
"""What is kept of a passage, and what can be asked for."""


def _algorithms(searcher: Any) -> list[str]:  # noqa: ANN401 - tantivy's own type
    """Return the algorithms by which the texts are stemmed; English always, which stands in for what is not known."""
    held = {code: searcher.doc_freq("language", code) for code in ALGORITHMS}
    return list(dict.fromkeys([OTHERWISE, *(ALGORITHMS[code] for code, number in held.items() if number)]))


def query_of(terms: Sequence[Term], within: Within, searcher: Any) -> tantivy.Query | None:  # noqa: ANN401 - tantivy's
    """Return a query for an OR of terms within some limits; None where nothing can be found."""
    algorithms = _algorithms(searcher)
    clauses = _clauses(terms, algorithms, searcher)
    limits = [tantivy.Query.const_score_query(limit, 0.0) for limit in _limits(within, algorithms)]
    if not limits:
        # Nothing but an OR: then the library passes over what cannot be among the best.
        return tantivy.Query.boolean_query(clauses) if clauses else None
    scored = [(tantivy.Occur.Must, tantivy.Query.boolean_query(clauses))] if clauses else []
    return tantivy.Query.boolean_query([*((tantivy.Occur.Must, limit) for limit in limits), *scored])


def _clauses(terms: Sequence[Term], algorithms: Sequence[str], searcher: Any) -> list[tuple[tantivy.Occur, Any]]:  # noqa: ANN401
    """Return what to look for, without the words that tell nothing, unless all are such."""
    asked = [word for term in terms for word in _words(term, algorithms)]
    if searcher.num_docs >= MANY_PASSAGES:
        most = searcher.num_docs // 2
        asked = [word for word in asked if 0 < searcher.doc_freq(word[0], word[1]) <= most] or asked
    return [(tantivy.Occur.Should, tantivy.Query.boost_query(is_in(f, w, "freq"), weight)) for f, w, weight in asked]


def _limits(within: Within, algorithms: Sequence[str]) -> Iterator[tantivy.Query]:
    for field, value in (
        ("publisher", within.publisher.casefold()),
        ("tier", str(within.tier or "")),
        ("language", within.language.casefold()),
    ):
        if value:
            yield is_in(field, value)
    if within.since or within.until:
        since, until = day_number(within.since or date.min), day_number(within.until or date.max)
        yield tantivy.Query.range_query(SCHEMA, "published", tantivy.FieldType.Integer, since, until)
    if within.sources:
        yield _any([is_in("source", source) for source in within.sources])
    for phrase in within.phrases:
        yield _phrase(phrase, algorithms)


def _phrase(phrase: str, algorithms: Sequence[str]) -> tantivy.Query:
    """Return a query for the words beside one another, in the forms that a text of any one language has them in."""
    forms = dict.fromkeys(tuple(one[0] for one in asked_words(phrase, [algorithm])) for algorithm in algorithms)
    return _any([_beside(words) for words in forms if words])


def _beside(words: Sequence[str]) -> tantivy.Query:
    if len(words) > 1:
        return tantivy.Query.phrase_query(SCHEMA, "text", list(words))
    return is_in("text", words[0], "freq")


def _words(term: Term, algorithms: Sequence[str]) -> Iterator[tuple[str, str, float]]:
    """Yield the fields in which to look for a term, the form to look for, and what it counts there."""
    forms = [form for forms in asked_words(term.text, algorithms) for form in forms]
    for field, weight in (("text", term.weight), ("title", term.weight * TITLE_WEIGHT)):
        for form in forms:
            yield field, form, weight


def _any(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])


def is_in(field: str, value: str, option: str = "basic") -> tantivy.Query:
    """Return a query for one value of a field, which keeps as much of it as `option` says."""
    return tantivy.Query.term_query(SCHEMA, field, value, index_option=option)


def day_number(day: date) -> int:
    """Return a day as a number in the same order: 20240229."""
    return day.year * 10_000 + day.month * 100 + day.day
