"""The limits of `corpus search` and `corpus list`, and what is said of what they leave out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.articles import Day
from factcheck.cli.corpus_words import Language
from factcheck.cli.output import say
from factcheck.domain import EVERYWHERE, Candidate, Within
from factcheck.reports.cells import counted as in_number
from factcheck.reports.cells import shown_line

if TYPE_CHECKING:
    from factcheck.corpus import Corpus

F = TypeVar("F", bound=Callable[..., Any])
LOOKED_AT = 200
"""Passages that are looked at to tell what limits left out."""


def limit_options(function: F) -> F:
    """Add --publisher, --author, --since, --until and --language."""
    for option in (
        click.option("--language", type=Language(), metavar="LANGUAGE", help="In this language: de, German."),
        click.option("--until", type=Day(), metavar="DATE", help="Published on this day or before."),
        click.option("--since", type=Day(), metavar="DATE", help="Published on this day or later."),
        click.option("--author", default="", metavar="NAME", help="By this author; a part of the name is enough."),
        click.option("--publisher", default="", metavar="NAME", help="Of this publisher."),
    ):
        function = option(function)
    return function


def as_spelt(documents: Corpus, within: Within, author: str) -> Within:
    """Return the limits with the publisher as it is spelt in the corpus, and the documents of the author."""
    from factcheck.corpus.left_out import same_names

    if within.publisher:
        spelt = same_names(within.publisher, documents.publishers())
        within = replace(within, publisher=spelt[0] if spelt else within.publisher)
    return replace(within, sources=tuple(one.id for one in documents.by_author(author))) if author else within


def tell_left_out(documents: Corpus, found: Sequence[Candidate], within: Within, text: str, author: str) -> None:
    """Say what was left out where nothing is left, and where accents were."""
    from factcheck.corpus.left_out import accented, counted_out, keeps_accents

    phrases = within.phrases
    if found and any(map(accented, phrases)) and not any(keeps_accents(phrases, c.passage.text) for c in found):
        say("no passage has these words with their accents: these have them without, or as another word")
    if found:
        return
    if author and not within.sources:
        say(f"no document is by an author called {author!r}")
    tell_publisher(documents, within.publisher)
    if replace(within, phrases=()) != EVERYWHERE:
        wide = documents.search_within(Within(phrases=phrases), text, LOOKED_AT)
        out = counted_out((one.source for one in wide), within)
        told = ", ".join(f"{number} {why}" for why, number in out.most_common())
        say(f"without these limits {in_number(len(wide), 'passage')} would be found{f': {told}' if told else ''}")


def tell_publisher(documents: Corpus, name: str) -> None:
    """Say that nothing is of a publisher, and who may have been meant."""
    from factcheck.corpus.left_out import near_names, same_names

    names = documents.publishers() if name else []
    if name and not same_names(name, names):
        near = ", ".join(map(shown_line, near_names(name, names)))
        say(f"no document is of a publisher called {name!r}" + (f"; near: {near}" if near else ""))
