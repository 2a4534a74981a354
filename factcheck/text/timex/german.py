"""German expressions that have no like in the other kinds: "vergangene Woche", "Ende Mai"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.text import periods
from factcheck.text.periods import Period
from factcheck.text.timex.months import month
from factcheck.text.timex.rules import Reading, Rule, part_named, rule, shifted, word_set
from factcheck.text.timex.words import STEP_DE, STEPS_DE, WEEKDAYS, M, W, Y


def german_step(r: Reading) -> Period | None:
    """Read "vergangene Woche", "letzten Freitag"."""
    if r.anchor is None:
        return None
    step = STEP_DE[r.groups["step"].lower()]
    if "w" in r.groups:
        number = WEEKDAYS[r.groups["w"].lower()]
        return periods.weekday(r.anchor, number, forward=step >= 0, strict=step != 0)
    return shifted(r.anchor, r.groups["u"], step)


def german_part(r: Reading) -> Period | None:
    """Read "Ende Mai", "Anfang 2021"."""
    if "j" in r.groups:
        whole: Period | None = periods.year(int(r.groups["j"]))
    else:
        whole = month(replace(r, groups={name: word for name, word in r.groups.items() if name != "part"}))
    return periods.part_of(whole, part_named(r.groups["part"].lower())) if whole else None


RULES: tuple[Rule, ...] = (
    rule(
        "german-step",
        rf"\b(?P<step>{STEPS_DE})\s(?:(?P<u>Woche|Monat|Jahr|Quartal)(?:s|es)?|(?P<w>{W}))\b",
        german_step,
        word_set(" ".join(STEP_DE)),
    ),
    rule(
        "german-part",
        rf"\b(?P<part>[Aa]nfang|[Mm]itte|[Ee]nde)\s(?:(?P<m>{M})(?:\s(?P<y>{Y})\b)?|(?P<j>{Y})\b)",
        german_part,
        word_set("anfang mitte ende"),
    ),
)
