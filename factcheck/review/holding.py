"""Whether a signature counts by the rules of the workspace that asks.

Whoever signed may have had other rules: each person of a team has a `factcheck.toml` of their own. The log stays as it
is; what does not count keeps an article from being ready.
"""

from __future__ import annotations

from factcheck.review.steps import ReviewStep, Workflow

ALONE = "self-signed, and not alone"


def uncounted(
    workflow: Workflow,
    user: str,
    step: ReviewStep,
    *,
    key: str,
    self_signed: bool = False,
    bypassed_by: str = "",
) -> str:
    """Say why the signature of a person under a step counts for nothing; "" if it counts.

    `key`: that signed it, "" if none did; `bypassed_by`: who passed over the rules with it, "" if nobody did.
    """
    if workflow.require_keys and not key:
        return f"signed by {user} without a key, which this workspace asks for"
    if bypassed_by:
        by, may = bypassed_by, workflow.may(bypassed_by, ReviewStep.BYPASS)
        return "" if may else f"signed past the rules by {by}, to whom this workspace does not give the step 'bypass'"
    if not workflow.may(user, step):
        return f"signed by {user}, to whom this workspace does not give the step '{step}'"
    return ALONE if self_signed and not workflow.solo else ""
