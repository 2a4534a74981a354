"""A person's own words in an event: they stand outside the log, behind a salted digest, so that they can be erased."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

OWN_WORDS: Mapping[str, tuple[str, ...]] = {
    "verdict": ("rationale",),
    "wording-proposed": ("wording",),
    "wording-settled": ("wording", "reason"),
    "ticked": ("reason",),
    "original": ("wording", "translator"),
    "waived": ("reason",),
    "submitted": ("exception",),
    "signed": ("exception", "bypass"),
    "withdrawn": ("reason",),
    "returned": ("comment",),
    "disputed": ("position", "held"),
    "settled": ("reason",),
    "closed": ("reason", "wording"),
    "claim-withdrawn": ("reason",),
    "dropped": ("reason",),
}
"""Which parts of an event's body are a person's own words, by its kind. An empty one stands in the log as it is."""

SALTED_WORDS = "salted"
"""The name under which the log has the digest of such words. Events of earlier versions have the words themselves."""


class Words(str):
    """Words of a person, as they are read; `digest` (salted) stands for them in the log, also once they are erased."""

    __slots__ = ("digest",)
    digest: str

    def __new__(cls, text: str, digest: str) -> Words:  # noqa: PYI034 - it is no subclass's
        """Return words that the log knows by a digest."""
        made = super().__new__(cls, text)
        made.digest = digest
        return made

    def __reduce__(self) -> tuple[type[Words], tuple[str, str]]:
        """Let them be copied and pickled with their digest."""
        return Words, (str(self), self.digest)


def digest_in(value: object) -> str:
    """Return the digest by which a part of a logged event's body names words; "" if it names none."""
    if isinstance(value, Mapping) and value.keys() == {SALTED_WORDS}:
        return str(value[SALTED_WORDS])
    return ""


def words_in(body: Mapping[str, Any]) -> Iterator[tuple[str, Words]]:
    """Yield the parts of an event's body that are a person's own words and stand outside the log."""
    yield from ((part, one) for part, one in body.items() if isinstance(one, Words))


def has_words(body: Mapping[str, Any]) -> bool:
    """Whether an event's body has such words."""
    return any(type(one) is Words for one in body.values())


def plain(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the body of an event with such words as mere text."""
    return {**body, **{part: str(one) for part, one in words_in(body)}}
