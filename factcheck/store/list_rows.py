"""The rows of the claim list: which columns they are made of, and each made of its values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.domain import CLAIMANT, SAID_ON, CitedStatus, ClaimState, ClaimSummary, Content, Form, ReviewState
from factcheck.errors import StorageError
from factcheck.store.dialects import Dialect
from factcheck.store.encoding import decode

_COLUMNS = {
    "article": "r.article",
    "end": 'c."end"',
    **dict.fromkeys(("review_state", "rating", "rationale", "checker", "reviewer", "self_signed"), "s.{}"),
    **dict.fromkeys(("corroborates", "conflicts", "related", "judged", "notes", "cited_source"), "s.{}"),
    **dict.fromkeys(("assigned", "bypass", "signed_with", "priority", "tags", "waiting_until", "closing"), "s.{}"),
    **dict.fromkeys(
        ("wording", "wording_state", "waived", "waived_by", "held", "position", "exception", "rated"), "s.{}"
    ),
    **dict.fromkeys(("rating_label", "rating_letter", "falls_short", "was_searched"), "s.{}"),
    "source_state": "'' AS source_state",  # the workbench knows
    "citations": "(SELECT count(*) FROM claim_citation x WHERE x.claim = c.id) AS citations",
}
"""Where the fields of a row of the claim list are; the others are columns of the claim, by their own names."""

_SUMMARY = (
    f"SELECT {', '.join(_COLUMNS.get(name, 'c.{}').format(name) for name in ClaimSummary._fields)}, {{}}"  # noqa: S608 - our own words
    " FROM article a JOIN revision r ON {} JOIN claim c ON c.revision = r.id"
    " JOIN claim_state s ON s.claim = c.id"
)

_FORMS: Mapping[str, Form] = {str(one): one for one in Form}
_CONTENTS: Mapping[str, Content] = {str(one): one for one in Content}
_CITED: Mapping[str, CitedStatus | None] = {"": None, **{str(one): one for one in CitedStatus}}
_STATES: Mapping[str, ReviewState] = {str(one): one for one in ReviewState}

_ID, _FORM, _CONTENT, _STATE, _CITED_SOURCE, _SOURCE_STATE, *_TRUE_OR_FALSE = map(
    ClaimSummary._fields.index,
    (
        "id",
        "form",
        "content",
        "review_state",
        "cited_source",
        "source_state",
        "self_signed",
        "falls_short",
        "was_searched",
    ),
)


def corrected(dialect: Dialect) -> str:
    """Return the column that has the whole fold of a claim which a person corrected; all of them would be slow."""
    return f"CASE WHEN {dialect.corrected} THEN s.payload END AS corrected"


def summary_sql(dialect: Dialect, *, earlier: bool = False) -> str:
    """Return the query of the whole list, to which a condition and an order are added.

    `earlier`: also of the claims of earlier revisions.
    """
    return _SUMMARY.format(corrected(dialect), "r.article = a.id" if earlier else "r.id = a.latest")


def summary_of(values: Sequence[Any]) -> ClaimSummary:
    """Make a row of the claim list of the values of its row."""
    *fields, fold = values
    try:  # not `damage_told`: ten thousand rows would pay for its context; nor `Form(…)`, six times as slow
        fields[_FORM] = _FORMS[fields[_FORM]]
        fields[_CONTENT] = _CONTENTS[fields[_CONTENT]]
        fields[_STATE] = _STATES[fields[_STATE]]
        fields[_CITED_SOURCE] = _CITED[fields[_CITED_SOURCE]]
    except KeyError as error:
        raise StorageError(
            f"the row of claim {fields[_ID]} is damaged", hint="put a backup back: `factcheck restore FILE --force`"
        ) from error
    fields[_SOURCE_STATE] = None
    for place in _TRUE_OR_FALSE:
        fields[place] = bool(fields[place])
    summary = ClaimSummary._make(fields)
    return _as_corrected(summary, decode(ClaimState, fold)) if fold else summary


def _as_corrected(row: ClaimSummary, state: ClaimState) -> ClaimSummary:
    if who := state.corrections.get(CLAIMANT):
        row = row._replace(claimant=who.claimant.name if who.claimant else "", text=who.text)
    if when := state.corrections.get(SAID_ON):
        row = row._replace(said_on=when.said_on.iso if when.said_on else "")
    return row
