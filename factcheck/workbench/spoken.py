"""The words of people beside an exported log, which has salted digests of them: each with the salt that proves it.

A rationale, a reason, a comment, a position, a wording; no note and no contact, which leave the workspace in no export.
Words that were erased have neither text nor salt, and an event in the log says that they were.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.domain import ERASED
from factcheck.domain.words import digest_in
from factcheck.review.kinds import Kind
from factcheck.store.canonical import canonical, parsed
from factcheck.store.log import digest_of
from factcheck.workbench.auditing import exported_lines

if TYPE_CHECKING:
    from factcheck.store.reading import Reader

_FIELDS = {"event": int, "part": str, "digest": str, "salt": str, "text": str}


def words_of(reader: Reader, lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a line of JSON for each part of an event that is a person's own words. `lines`: of the log as exported."""
    kept = {row["digest"]: row for row in reader.private_rows()}
    for event in map(json.loads, lines):
        for part, digest in named_in(event):
            row = kept.get(digest, {"salt": "", "text": ERASED})
            told = {"event": event["seq"], "part": part, "digest": digest, "salt": row["salt"], "text": row["text"]}
            yield canonical(told) + b"\n"


def named_in(event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the parts of an event, as it was read from JSON, that are words which stand outside, with their digests."""
    for part, one in sorted(event["body"].items()):
        if digest := digest_in(one):
            yield part, digest


def wrong_words(log: Path, words: Path) -> str:
    """Hold exported words against the log that was exported with them; "" or the first fault in words.

    The log has to verify. None may be missing, be others, or be shown that an event says were erased.

    Raises:
        InputError: a file cannot be read.
    """
    return next(_wrong_words(log, words), "")


def _wrong_words(log: Path, words: Path) -> Iterator[str]:
    due: dict[tuple[int, str], str] = {}
    erased: set[str] = set()
    for event in map(parsed, exported_lines(log)):
        if isinstance(event, dict):
            due |= {(event["seq"], part): digest for part, digest in named_in(event)}
            erased.update(event["body"]["texts"] if event["kind"] == Kind.ERASED else ())
    for number, line in enumerate(exported_lines(words), start=1):
        told = parsed(line)
        if not isinstance(told, dict) or {name: type(one) for name, one in told.items()} != _FIELDS:
            yield f"line {number} of the words is none that was exported"
            return
        place = f"the words of event {told['event']} ({told['part']})"
        if due.pop((told["event"], told["part"]), "") != told["digest"]:
            yield f"{place} are of no such event, or stand there twice"
        elif told["digest"] in erased:
            if (told["salt"], told["text"]) != ("", ERASED):
                yield f"{place} were erased, and are there again"
        elif digest_of({"salt": told["salt"], "text": told["text"]}) != told["digest"]:
            yield f"{place} differ from what was written"
    for seq, part in due:
        yield f"the words of event {seq} ({part}) are missing"
