"""Planted edits: real sentences with one thing changed, judged against the paragraph they were taken from.

`python -m tests.quality.planted --data ../shared/data --seed 1 --sample 300`

A sentence of an archive is taken as a claim: as it is and lightly reworded (both must corroborate); with one number,
date, name, negation, modality or speaker changed (it must conflict, with a reason that names the slot; an edited
modality must get its badge, or conflict); and against the nearest passage of another article of its topic (it must do
neither). Recall: the share of edits that conflict and name the slot. Precision: of the conflicts whose strongest reason
names the slot, the share that are edits of that slot.
"""

from __future__ import annotations

import argparse
import calendar
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.corpus.passages import split_passages
from factcheck.domain import Facet, Judgement, NameKind, Polarity, Reason, Stance
from factcheck.stance import compare
from factcheck.stance.predicates.modality import STRONGER, WEAKER
from factcheck.text.dates.finding import find_dates
from factcheck.text.names.finding import find_names
from factcheck.text.names.sameness import same_name
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.sentences import split_sentences
from factcheck.text.words import split_words
from tests.quality.parts import parts, records
from tests.quality.rows import Row, bootstrap

DOCUMENTS = 300
"""Articles taken unless `--sample` says otherwise; each gives one sentence a slot at most."""
FEWEST_WORDS, MOST_WORDS = 9, 40
SLOTS = ("number", "date", "name", "negation", "speaker")
_FACETS = {
    "number": {Facet.HOW_MANY},
    "date": {Facet.WHEN},
    "name": {Facet.WHO, Facet.WHERE},
    "negation": {Facet.WHAT},
    "speaker": {Facet.WHO},
}


@dataclass(frozen=True, slots=True)
class Planted:
    """A claim made from a sentence: `kind` is the slot edited, or "verbatim", "reworded", "other"."""

    kind: str
    claim: str
    passage: str
    published: date | None
    edit: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A planted claim with its judgement."""

    item: Planted
    judgement: Judgement


def score(data: Path, *, seed: int, sample: int | None) -> list[Row]:
    """Score every archive found under `data/corpora` that keeps topics."""
    rows = []
    for folder in sorted((data / "corpora").glob("*")):
        for part, path in parts(folder):
            documents = [one for one in records(path) if one.get("topic")]
            if documents:
                judged = judge(plant(documents, seed=seed, sample=sample or DOCUMENTS))
                rows.extend(_rows(folder.name, part, judged, seed))
    return rows


def plant(documents: Sequence[dict[str, Any]], *, seed: int, sample: int) -> list[Planted]:
    """Make the claims; the same seed makes the same ones."""
    dice = random.Random(seed)
    chosen = dice.sample(list(documents), min(sample, len(documents)))
    names = _pool(chosen)
    topics = _by_topic(chosen)
    planted: list[Planted] = []
    for document in chosen:
        sentences = list(_sentences(document))
        dice.shuffle(sentences)
        planted.extend(_from(document, sentences, names, topics, dice))
    return planted


def _from(
    document: dict[str, Any],
    sentences: list[tuple[str, str]],
    names: dict[NameKind, list[str]],
    topics: dict[str, list[tuple[str, str]]],
    dice: random.Random,
) -> Iterator[Planted]:
    published = _day(document.get("date") or "")
    if sentences:
        sentence, passage = sentences[0]
        yield Planted("verbatim", sentence, passage, published)
        other = _nearest(sentence, [text for one, text in topics[document["topic"]] if one != document["id"]])
        if other:
            yield Planted("other", sentence, other, published)
    makers: dict[str, Callable[[str], tuple[str, str] | None]] = {
        "reworded": lambda text: reword(text, dice),
        "number": lambda text: edit_number(text, dice),
        "date": lambda text: edit_date(text, dice),
        "name": lambda text: edit_name(text, names, dice),
        "negation": lambda text: edit_negation(text, dice),
        "modality": lambda text: edit_modality(text, dice),
        "speaker": lambda text: edit_speaker(text, names, dice),
    }
    for kind, maker in makers.items():
        found = next(((made, passage) for text, passage in sentences if (made := maker(text))), None)
        if found:
            (claim, edit), passage = found
            yield Planted(kind, claim, passage, published, edit)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None


def _sentences(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the sentences fit to be claims, each with the passage that holds it."""
    for passage in split_passages(document["text"]):
        for start, end in split_sentences(passage.text):
            text = passage.text[start:end].strip()
            plain = text[:1].isupper() and text.endswith(".") and text.count("“") == text.count("”")
            if plain and FEWEST_WORDS <= len(text.split()) <= MOST_WORDS and '"' not in text and "\n" not in text:
                yield text, passage.text


def _pool(documents: Sequence[dict[str, Any]]) -> dict[NameKind, list[str]]:
    found: dict[NameKind, set[str]] = defaultdict(set)
    for document in documents:
        for name in find_names(document["text"][:3000]):
            if re.fullmatch(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}", name.name):
                found[name.kind].add(name.name)
    return {kind: sorted(names) for kind, names in found.items()}


def _by_topic(documents: Sequence[dict[str, Any]]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document in documents:
        found[document["topic"]] += [(document["id"], one.text) for one in split_passages(document["text"])[:12]]
    return found


def _nearest(sentence: str, passages: Sequence[str]) -> str:
    words = {word.stem for word in split_words(sentence) if not word.is_stop}
    return max(passages, key=lambda text: len(words & {word.stem for word in split_words(text)}), default="")


# --- edits: each returns the edited sentence and what was changed, or None where the sentence has no such slot --------


def reword(text: str, dice: random.Random) -> tuple[str, str] | None:
    """Change two or three small words that change nothing."""
    changes = [change for change in _REWORDINGS if re.search(change[0], text)]
    dice.shuffle(changes)
    made = text
    for pattern, replacement in changes[:3]:
        made = re.sub(pattern, replacement, made, count=1)
    return (made, made) if len(changes) >= 2 and made != text else None


_REWORDINGS = [
    (r"\bdon’t\b", "do not"),
    (r"\bdon't\b", "do not"),
    (r"\bdidn[’']t\b", "did not"),
    (r"\bisn[’']t\b", "is not"),
    (r"\bsaid\b", "stated"),
    (r"\btold reporters\b", "told journalists"),
    (r" per ?cent\b", "%"),
    (r"(\d)%", r"\1 percent"),
    (r"\bU\.S\.(?= [a-z])", "US"),
    (r"\bmore than\b", "over"),
    (r"\babout (?=\d)", "around "),
    (r"\bbegan\b", "started"),
    (r"\bhelp\b", "assist"),
    (r"\bbuy\b", "purchase"),
    (r"\battempt\b", "try"),
    (r"\blarge\b", "big"),
    (r"\bincluding\b", "among them"),
    (r"\balso \b", ""),
    (r"\bhowever, ", ""),
    (r"\bmany\b", "a lot of"),
    (r"\bneeds\b", "requires"),
    (r"\bwanted\b", "wished"),
    (r"\bdecided\b", "chose"),
    (r"\bshowed\b", "revealed"),
    (r"\bthat the\b", "the"),
    (r", which\b", " which"),
    (r"\bwhile\b", "whereas"),
    (r"\bafter\b", "following"),
    (r"\bgovernment\b", "administration"),
    (r"\bbecause\b", "since"),
]


def edit_number(text: str, dice: random.Random) -> tuple[str, str] | None:
    """Change the digits of one quantity by a fifth or more."""
    found = [one for one in find_quantities(text) if re.search(r"\d", one.span.text)]
    if not found:
        return None
    chosen = dice.choice(found).span
    digits = re.search(r"\d+(?:,\d{3})*(?:\.\d+)?", chosen.text)
    if digits is None:
        return None
    old = digits[0]
    value = float(old.replace(",", ""))
    changed = value * dice.choice((0.4, 0.6, 1.4, 1.7, 2.5))
    new = f"{changed:,.1f}" if "." in old else f"{max(1, round(changed)):,}"
    if float(new.replace(",", "")) == value:
        new = f"{round(value) + 2:,}"
    at = chosen.start + digits.start()
    return text[:at] + new + text[at + len(old) :], new


_MONTHS = list(calendar.month_name)[1:]
_WEEKDAYS = list(calendar.day_name)


def edit_date(text: str, dice: random.Random) -> tuple[str, str] | None:
    """Change a year, a month, a weekday or a day of the month."""
    places = [one.span for one in find_dates(text, anchor=date(2018, 6, 1)) if one.span]
    dice.shuffle(places)
    for place in places:
        year = re.search(r"\b(?:19|20)\d\d\b", place.text)
        if year:
            new = str(int(year[0]) - dice.choice((1, 2, 3, 7)))
            at = place.start + year.start()
            return text[:at] + new + text[at + 4 :], new
        for table in (_WEEKDAYS, _MONTHS):
            word = next((one for one in table if re.search(rf"\b{one}\b", place.text)), None)
            if word:
                new = dice.choice([one for one in table if one != word])
                at = place.start + place.text.index(word)
                return text[:at] + new + text[at + len(word) :], new
    return None


def edit_name(text: str, names: dict[NameKind, list[str]], dice: random.Random) -> tuple[str, str] | None:
    """Put another name of its kind in the place of one."""
    kinds = (NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION)
    found = [
        one
        for one in find_names(text)
        if one.kind in kinds and one.span.start > 0 and not _speaks(text, one.span.start, one.span.end)
    ]
    if not found:
        return None
    chosen = dice.choice(found)
    others = [one for one in names.get(chosen.kind, []) if not same_name(one, chosen.span.text) and one not in text]
    if not others:
        return None
    new = dice.choice(others)
    return text[: chosen.span.start] + new + text[chosen.span.end :], new


_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|has|have|had|would|should|could)\b(?! (?:not|no|never|been no)\b)(?=( [a-z]+)?)"
)
_NEGATED = re.compile(r" not\b(?! (?:only|just|to be))|\bnever ")


def edit_negation(text: str, dice: random.Random) -> tuple[str, str] | None:
    """Take a "not" away, or put one after an auxiliary verb."""
    negated = list(_NEGATED.finditer(text))
    if negated:
        one = dice.choice(negated)
        return text[: one.start()] + text[one.end() :], one[0].strip()
    verbs = [one for one in _AUXILIARY.finditer(text) if not re.search(r"\b(?:no|nor|n[’']t|without)\b", text)]
    if not verbs:
        return None
    one = verbs[0]
    return text[: one.end()] + " not" + text[one.end() :], "not"


_MODALS = {"will": "may", "may": "will", "might": "will", "must": "might", "could": "will"}


def edit_modality(text: str, dice: random.Random) -> tuple[str, str] | None:
    """Make a certainty a possibility, or a possibility a certainty."""
    found = list(re.finditer(r"\b(?:will|may|might|must|could)\b", text))
    if len(found) != 1:
        return None
    one = found[0]
    new = _MODALS[one[0]]
    return text[: one.start()] + new + text[one.end() :], new


_CUES = r"(?:said|says|told|added|argued|warned|wrote|announced|explained|insisted|noted|claimed)"


def _speaks(text: str, start: int, end: int) -> bool:
    return bool(re.match(rf",? {_CUES}\b", text[end:]) or re.search(rf"\b{_CUES} $", text[:start]))


def edit_speaker(text: str, names: dict[NameKind, list[str]], dice: random.Random) -> tuple[str, str] | None:
    """Give the words to another person."""
    found = [
        one for one in find_names(text) if one.kind is NameKind.PERSON and _speaks(text, one.span.start, one.span.end)
    ]
    if not found:
        return None
    chosen = found[0]
    others = [one for one in names.get(NameKind.PERSON, []) if " " in one and not same_name(one, chosen.name)]
    if not others:
        return None
    new = dice.choice(others)
    return text[: chosen.span.start] + new + text[chosen.span.end :], new


# --- judging ----------------------------------------------------------------------------------------------------------


def judge(planted: Sequence[Planted]) -> list[Judged]:
    """Judge each planted claim."""
    return [
        Judged(one, compare(one.claim, one.passage, claim_date=one.published, passage_date=one.published))
        for one in planted
    ]


def named_slot(reason: Reason) -> str:
    """Return the slot that a reason names."""
    if reason.comparator == "speakers":
        return "speaker"
    return next((slot for slot, facets in _FACETS.items() if reason.facet in facets), "")


def _against(one: Judged) -> list[Reason]:
    if one.judgement.stance is not Stance.CONFLICTS:
        return []
    return [reason for reason in one.judgement.reasons if reason.polarity is Polarity.OPPOSES]


def right(one: Judged) -> bool:
    """Whether the judgement is what the kind asks for."""
    kind, stance = one.item.kind, one.judgement.stance
    if kind in ("verbatim", "reworded"):
        return stance is Stance.CORROBORATES
    if kind == "other":
        return stance in (Stance.RELATED, Stance.UNRELATED)
    if kind == "modality":
        badged = any(badge in (WEAKER, STRONGER) for badge in one.judgement.badges)
        return badged and stance is not Stance.CORROBORATES
    return any(kind in _slots(reason) for reason in _against(one))


def _slots(reason: Reason) -> set[str]:
    """Return every slot a reason may be said to name: a speaker's name is a name too."""
    slot = named_slot(reason)
    return {"name", "speaker"} if slot in ("name", "speaker") else {slot}


def _recall(kind: str) -> Callable[[Sequence[Judged]], float]:
    return lambda some: _mean([right(one) for one in some if one.item.kind == kind])


def _precision(slots: Sequence[str]) -> Callable[[Sequence[Judged]], float]:
    def of(some: Sequence[Judged]) -> float:
        fired = [one for one in some if (against := _against(one)) and named_slot(against[0]) in slots]
        return _mean([one.item.kind in slots for one in fired])

    return of


def _precision_of(stance: Stance, kinds: Sequence[str]) -> Callable[[Sequence[Judged]], float]:
    return lambda some: _mean([one.item.kind in kinds for one in some if one.judgement.stance is stance])


def _mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


MEASURES: dict[str, Callable[[Sequence[Judged]], float]] = {
    **{f"{slot}: recall": _recall(slot) for slot in (*SLOTS, "modality")},
    **{f"{kind}: right": _recall(kind) for kind in ("verbatim", "reworded", "other")},
    **{f"{slot}: precision": _precision([slot]) for slot in ("number", "date", "negation")},
    "name or speaker: precision": _precision(["name", "speaker"]),
    "precision of conflicts": _precision_of(Stance.CONFLICTS, (*SLOTS, "modality")),
    "precision of corroborates": _precision_of(Stance.CORROBORATES, ("verbatim", "reworded")),
}


def _rows(name: str, part: str, judged: Sequence[Judged], seed: int) -> list[Row]:
    return [
        Row(name, part, f"planted {measure}", of(judged), *bootstrap(judged, of, seed=seed), len(judged))
        for measure, of in MEASURES.items()
    ]


def main() -> None:
    """Print the figures, and with `--wrong KIND` what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=DOCUMENTS)
    parser.add_argument("--wrong", help="show what went wrong with this kind, or `all`")
    options = parser.parse_args()
    for folder in sorted((options.data / "corpora").glob("*")):
        for part, path in parts(folder):
            documents = [one for one in records(path) if one.get("topic")]
            if not documents:
                continue
            judged = judge(plant(documents, seed=options.seed, sample=options.sample))
            for one in judged if options.wrong else ():
                if options.wrong in (one.item.kind, "all") and not right(one):
                    print(_shown(one))
            for row in _rows(folder.name, part, judged, options.seed):
                print(f"{row.set} {row.measure}: {row.value:.3f} ({row.low:.3f}-{row.high:.3f})")


def _shown(one: Judged) -> str:
    reasons = "; ".join(f"{reason.comparator} {reason.polarity} {reason.message}" for reason in one.judgement.reasons)
    missing = ", ".join(span.text for span in one.judgement.missing)
    aligned = one.judgement.aligned.text if one.judgement.aligned else one.item.passage[:200]
    head = f"[{one.item.kind} {one.item.edit!r}] {one.judgement.stance}: {reasons} [missing {missing}]"
    return f"{head}\n    C {one.item.claim}\n    P {aligned}"


if __name__ == "__main__":
    main()
