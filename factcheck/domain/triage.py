"""What decides in which order claims are worked on: priority, tags, and the person whose answer is waited for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

RISKY_TAGS = ("legal", "living-person", "minor")
"""The tags that make a claim riskier; every other one only sorts."""


class Priority(StrEnum):
    """How soon a claim has to be checked, as a person says."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """That `user` waits for the answer of a person, asked by a channel (call, mail, meeting), until `due`.

    The log holds a salted digest of `person`, not the name.
    """

    user: str
    at: datetime
    person: str
    channel: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """How a claim was sorted. `wait`: None where nobody waits for anybody."""

    priority: Priority = Priority.NORMAL
    tags: tuple[str, ...] = ()
    wait: Wait | None = None
