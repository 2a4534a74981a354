"""A pasted statement: who makes it and when, said by the person who pastes it. The text itself stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.claims.transcripts import statement
from factcheck.corpus.readers import ArticleFile
from factcheck.domain import Turn
from factcheck.errors import UsageError


def as_spoken(article: ArticleFile, claimant: str | None, said_on: date | None, published: date | None) -> ArticleFile:
    """Make an article the statement of `claimant`, made on `said_on`; with neither, return it as it is.

    `claimant` wins over speakers that the text names itself. `said_on` alone dates the speakers of a transcript. It is
    also the day that relative dates count from, unless the file or `published` says when it was published.

    Raises:
        UsageError: a day was given and nobody who spoke, or one after the publication that was given.
    """
    if said_on and published and said_on > published:
        raise UsageError(f"--said-on {said_on} is after --published {published}: what is published was said before")
    if claimant is not None and not claimant.strip():
        raise UsageError("--claimant needs a name")
    turns: tuple[Turn, ...]
    if claimant:
        turns = (statement(article.text, " ".join(claimant.split()), said_on),)
    elif said_on and not article.turns:
        raise UsageError("--said-on needs --claimant: this text names no speakers")
    else:
        turns = tuple(replace(turn, said_on=said_on) for turn in article.turns)
    if said_on is None or article.published:
        return replace(article, turns=turns)
    return replace(article, turns=turns, published=said_on, published_from="the option --said-on")
