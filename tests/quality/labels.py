"""The labels of the stance sets, and the stance that each stands for."""

from __future__ import annotations

from factcheck.domain import Stance

GOLD = {
    "SUPPORTS": Stance.CORROBORATES,
    "REFUTES": Stance.CONFLICTS,
    "for": Stance.CORROBORATES,
    "against": Stance.CONFLICTS,
    "observing": Stance.RELATED,
    "ENTAILMENT": Stance.CORROBORATES,
    "CONTRADICTION": Stance.CONFLICTS,
    "NEUTRAL": Stance.RELATED,
    "SUPPORT": Stance.CORROBORATES,
    "UNDERMINE": Stance.CONFLICTS,
    "support": Stance.CORROBORATES,
    "conflict": Stance.CONFLICTS,
    "mixed": Stance.RELATED,
    "agree": Stance.CORROBORATES,
    "disagree": Stance.CONFLICTS,
    "discuss": Stance.RELATED,
    "unrelated": Stance.UNRELATED,
}
