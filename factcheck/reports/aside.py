"""What a list leaves out, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What a list leaves out: claims that a person replaced or withdrew, sentences that carry no claim.

    `filtered`: claims that do not fit what was asked for; `withheld`: listed ones some of whose words may not leave,
    since they name a source that is not open.
    """

    superseded: int = 0
    withdrawn: int = 0
    sentences: int = 0
    filtered: int = 0
    withheld: int = 0

    def __str__(self) -> str:
        parts = (
            (self.superseded, "superseded"),
            (self.withdrawn, "withdrawn"),
            (self.sentences, "sentence set aside" if self.sentences == 1 else "sentences set aside"),
            (self.filtered, "claim by the filters" if self.filtered == 1 else "claims by the filters"),
        )
        told = [f"{number} {word}" for number, word in parts if number]
        return ", ".join([*told, *[withheld_in_words(self.withheld)] * bool(self.withheld)])


def withheld_in_words(claims: int) -> str:
    """Say of how many claims words were withheld."""
    return f"words of {claims} {'claim' if claims == 1 else 'claims'} that name a confidential source"
