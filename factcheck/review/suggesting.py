"""What the program suggests of a passage that a person takes for corroborating: told in a line, never in the way."""

from __future__ import annotations

from factcheck.domain import ClaimState, Evidence, Judgement, Polarity, Stance
from factcheck.text.display import display_line

LONGEST_WHY = 160
"""Characters of why something is suggested: two lines of a terminal; the claim's page has all of it."""
_NOTHING = "nothing in the passage could be compared"


def suggested_otherwise(item: Evidence, state: ClaimState, name: str = "") -> str:
    """Say what is suggested of evidence that would be taken for corroborating, and why; "" where it is just that.

    Where a person judged it, what they said counts before the suggestion. `name`: what the evidence is called, else
    its own name.
    """
    called, decided = name or state.name_of(item.id), state.stances.get(item.id)
    if decided:
        judged = f"{called} was judged {decided.stance} by {display_line(decided.user)}, not corroborating"
        return "" if decided.stance is Stance.CORROBORATES else judged
    suggested = item.judgement.stance
    if suggested is Stance.CORROBORATES:
        return ""
    return (
        f"{called} is suggested as {suggested}, not as corroborating: {display_line(_why(item.judgement), LONGEST_WHY)}"
    )


def _why(judgement: Judgement) -> str:
    """Return the strongest reason that does not speak for the claim, and which words of it are not in the passage."""
    reasons = sorted(judgement.reasons, key=lambda one: -one.strength)
    held = next((one.message for one in reasons if one.polarity is not Polarity.SUPPORTS), "")
    absent = ", ".join(repr(span.text) for span in judgement.missing)
    missing = f"not in the passage: {absent}" if absent else ""
    return "; ".join(filter(None, (held, *judgement.badges[:1], missing))) or _NOTHING
