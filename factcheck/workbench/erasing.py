"""Erasing personal words for good: what there is of them, what stays, and the event that says they are gone.

Words stand outside the log, behind salted digests, or in rows of evidence that it names by digest. They are erased
there and in every copy that a later revision took over; the chain stays as it is. What stands in the log itself (names
of people who decided, words of the article, whatever versions before 0021 wrote) is never changed: `named_in_log` says
where a name stands in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from factcheck.domain import BY_HAND, ERASED, Claim, ClaimState, Event, Evidence, Passage, Sensitivity, Source
from factcheck.domain.words import OWN_WORDS, Words, words_in
from factcheck.errors import GuardError, InputError, StateError
from factcheck.reports.dossier.redaction import portable_digest
from factcheck.review.binding import binding, holds, is_submitted, to_submit
from factcheck.review.fold import in_force
from factcheck.review.kinds import Kind
from factcheck.review.steps import ReviewStep, check_permitted
from factcheck.store.encoding import decode
from factcheck.text.names.finding import find_names
from factcheck.workbench.auditing import rows_digest
from factcheck.workbench.begun import NOTHING_BEGUN, Forgotten, forget
from factcheck.workbench.folding import PRIVATE, digests_of, folded, history, refresh
from factcheck.workbench.naming_still import naming_still
from factcheck.workbench.verifying import fault_of
from factcheck.workbench.withholding import names_withheld, person_of, told_in

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.store.writing import Transaction
    from factcheck.workbench import Workbench

NOTE, PERSON, CONTACT, BROUGHT = "note", "person waited for", "contact", "evidence brought by hand"
"""The kinds of personal words, as the log names them; of decisions it is the name of the part of their body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """Personal words of one event or row. `kind`: what they are; `text` or `evidence`: the digest or id that has them.

    `name`: of the contact or of who is waited for, "" where there is none; `claim`: which one it is of.
    """

    claim: str
    kind: str
    words: str
    name: str = ""
    text: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How many words were erased, on how many claims; what was begun; `still`: events that go on naming the people."""

    erased: int
    claims: int
    begun: Forgotten = NOTHING_BEGUN
    still: int = 0


def all_personal(reader: Reader) -> Iterator[Personal]:
    """Yield all personal words of a workspace, of earlier revisions and of what was undone, too; copies count anew."""
    kept = {row["digest"]: row["text"] for row in reader.private_rows()}
    for event in reader.events(kinds=(*PRIVATE, *OWN_WORDS)):
        yield from _of_event(event, kept)
    for row in reader.brought():
        item: Evidence = decode(Evidence, row["payload"])
        if not item.is_erased:
            yield _of_evidence(item)


def _of_event(event: Event, kept: Mapping[str, str]) -> Iterator[Personal]:
    """Yield the words of an event that are still there. `kept`: by digest."""
    claim = claim_of(event)
    if event.kind in PRIVATE and (digest := event.body[PRIVATE[event.kind]]) in kept:
        words, waits = kept[digest], event.kind == Kind.WAITING
        name = words if waits else ""
        yield Personal(claim=claim, kind=PERSON if waits else NOTE, words=words, name=name, text=digest)
    for part, said in words_in(event.body):
        if said.digest in kept:
            yield Personal(claim=claim, kind=part, words=str(said), text=said.digest)


def claim_of(event: Event) -> str:
    """Return the claim that a person's words are about."""
    return str(event.body["claim"]) if event.kind == Kind.DROPPED else event.subject


def _of_evidence(item: Evidence) -> Personal:
    source, words = item.candidate.source, item.candidate.passage.text
    is_contact = source.sensitivity is Sensitivity.CONFIDENTIAL
    told = f"{source.title}, {item.candidate.locator}: {words}"
    kind, name = (CONTACT, source.title) if is_contact else (BROUGHT, "")
    return Personal(claim=item.claim, kind=kind, words=told, name=name, evidence=item.id)


def of_person(reader: Reader, names: Sequence[str]) -> tuple[Personal, ...]:
    """Return the personal words in which a person is named, in whatever spelling; `names`: all that they go by.

    Raises:
        InputError: a name has no word.
    """
    is_named = _named(names)
    return tuple(one for one in all_personal(reader) if is_named(one.words))


def partly_named(reader: Reader, names: Sequence[str]) -> tuple[Personal, ...]:
    """Return the personal words that have a part of a person's name alone, which may be somebody else's."""
    is_named, parts = _named(names), names_withheld(names)
    told = ((one, told_in(one.words)) for one in all_personal(reader) if not is_named(one.words))
    return tuple(one for one, words in told if any(name.is_told_by(words) for name in parts))


def copied(reader: Reader, names: Sequence[str]) -> tuple[Evidence, ...]:
    """Return the evidence out of documents that names a person: a copy, which stays when its document is removed."""
    is_named = _named(names)
    rows = (decode(Evidence, row["payload"]) for row in reader.payloads("evidence"))
    found = (one for one in rows if not one.is_erased and not one.candidate.source.id.startswith(BY_HAND))
    return tuple(one for one in found if is_named(f"{one.candidate.source.title}: {one.candidate.passage.text}"))


def _names(words: Iterable[Personal], names: Sequence[str]) -> tuple[str, ...]:
    """Return what the people go by whose words these are."""
    own = [one.name for one in words if one.name]
    told = [name.name for title in own for name in find_names(title)]
    return tuple(dict.fromkeys((*names, *own, *map(person_of, own), *told)))


def _named(names: Sequence[str]) -> Callable[[str], bool]:
    looked_for = names_withheld(names)
    if not looked_for or len(looked_for) < len({name.strip() for name in names}):
        raise InputError("this name has no word that could be looked for", hint="write the name")

    def is_named(text: str) -> bool:
        told = told_in(text)
        return any(name.is_named_by(told) for name in looked_for)

    return is_named


def named_in_log(reader: Reader, names: Sequence[str]) -> tuple[Event, ...]:
    """Return the events that have a person's name in them, which the log keeps."""
    is_named = _named(names)
    return tuple(event for event in reader.events() if any(map(is_named, (event.user, *_texts(event.body)))))


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    if isinstance(value, Words):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from (name, *_texts(one))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def of_claim(
    reader: Reader, claim: str, *, note: int = 0, waiting: bool = False, evidence: str = "", event: int = 0
) -> tuple[Personal, ...]:
    """Return single words of a claim: a note by its number (from 1), who is or was waited for, or a piece of evidence.

    `event`: the number of a decision, of what it says in words.

    Raises:
        InputError: there are none.
    """
    found: list[Personal] = []
    events = history(reader, claim, reader.claim(claim)[1])
    if event:
        said = [digest for one in events if one.seq == event for digest in digests_of(one)]
        kept = reader.private_texts(said)
        found += [words for one in events if one.seq == event for words in _of_event(one, kept)]
    if note:
        notes = [event.body["text"] for event in in_force(events) if event.kind == Kind.NOTE]
        found += _behind(reader, claim, NOTE, notes[note - 1 : note])
    if waiting:
        people = [event.body["person"] for event in events if event.kind == Kind.WAITING and event.body["person"]]
        found += _behind(reader, claim, PERSON, people)
    if evidence:
        mine = [item for item in reader.evidence(claim) if item.id == evidence and not item.is_erased]
        found += map(_of_evidence, mine)
    if not found:
        raise InputError(
            "has no such words, or they are erased", hint=f"`factcheck claim show {claim}`", subject=f"claim {claim}"
        )
    return tuple(found)


def _behind(reader: Reader, claim: str, kind: str, digests: Sequence[str]) -> Iterator[Personal]:
    for digest, words in reader.private_texts(digests).items():
        yield Personal(claim=claim, kind=kind, words=words, name=words if kind == PERSON else "", text=digest)


def check_erase(bench: Workbench, reason: str, words: Sequence[Personal], names: Sequence[str] = ()) -> None:
    """Refuse to erase without the right or a reason, or with one that would keep in the log what is to go.

    Raises:
        GuardError: says which.
    """
    check_permitted(bench.workflow, bench.user, ReviewStep.ERASE)
    if not reason.strip():
        raise GuardError("to erase takes a reason", hint="say why, without the words and the name")
    told, known = told_in(reason), names_withheld(_names(words, names))
    quoted = any(one.words.strip().casefold() in reason.casefold() for one in words)
    if quoted or any(name.is_told_by(told) for name in known):  # also by a part: "Maren asked us to"
        raise GuardError(
            "the reason says what is to be erased, and the log keeps a reason for good",
            hint="give one without the name and the words",
        )


def erase(bench: Workbench, words: Sequence[Personal], reason: str, names: Sequence[str] = ()) -> Done:
    """Erase personal words with all copies, sign what says so, and let nothing of them be left in the file.

    What was signed or submitted with them stands, if it stood before. What anybody began to write and did not save goes
    with them. `names`: the person's, who is not to be told in `reason`.

    Raises:
        GuardError: this user may not, or there is no reason that can be kept.
        StateError: the log or a row does not verify: what is left could not be held against anything.
        BusyError: the words are out of every row, but another process keeps the file from being written anew.
    """
    check_erase(bench, reason, words, names)
    if fault := fault_of(bench.store):
        raise StateError(f"the log does not verify: {fault}", hint="restore factcheck.db from a backup")
    with bench.signing(Kind.ERASED) as tx:
        still = {event.seq for event in naming_still(bench, words, names)}  # by the words that are still there
        links = _Links(tx)
        by_claim: dict[str, list[Personal]] = {}
        for one in dict.fromkeys(copy for word in words for copy in links.copies(word)):
            by_claim.setdefault(one.claim, []).append(one)
        tx.erase_private([one.text for told in by_claim.values() for one in told if one.text])
        known = _names(words, names)
        stays = {event.seq for event in named_in_log(tx, known)} if known else set[int]()
        chance: dict[str, str] = {}
        for claim, told in by_claim.items():
            _erase_on(bench, tx, claim, told, {"reason": reason.strip(), "named": sorted(stays | still)}, chance)
        for claim in links.with_heirs(by_claim):
            refresh(tx, claim)
    bench.store.clean()
    begun = forget(bench.workspace, _is_meant(words, names))
    erased, others = sum(map(len, by_claim.values())), len(still - stays)
    return Done(erased=erased, claims=len(by_claim), begun=begun, still=others)


def begun_with(bench: Workbench, words: Sequence[Personal], names: Sequence[str] = ()) -> Forgotten:
    """Count what people began and did not save that would be erased with some words."""
    return forget(bench.workspace, _is_meant(words, names), only_count=True)


def _is_meant(words: Sequence[Personal], names: Sequence[str]) -> Callable[[str], bool]:
    """Return what tells whether a text that was begun is to go: it names the person, or has the words in it."""
    is_named = _named(names) if names else lambda _: False
    said = {one.words.strip() for one in words if one.text and one.words.strip()}
    return lambda text: is_named(text) or any(one in text for one in said)


class _Links:
    """Which claims and pieces of evidence of different revisions are one and the same."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._claims: dict[str, set[str]] = {}
        self._evidence: dict[str, set[str]] = {}
        self._subjects = {
            digest: claim_of(event)
            for event in reader.events(kinds=(*PRIVATE, *OWN_WORDS), as_logged=True)
            for digest in digests_of(event)
        }
        self._said: dict[str, frozenset[str]] = {}
        for event in reader.events(kinds=(Kind.CARRIED,)):
            _join(self._claims, event.body["from"], event.subject)
            for old, new in zip(event.body["of"], event.body["evidence"], strict=True):
                _join(self._evidence, old, new)

    def copies(self, one: Personal) -> Iterator[Personal]:
        """Yield words with all their copies."""
        if one.text:
            first = self._subjects.get(one.text, one.claim)
            bound = one.kind not in {NOTE, PERSON}  # else no signature is on it
            heirs = sorted(self._claims.get(first, {first}) - {first}) if bound else ()
            yield from (replace(one, claim=c) for c in (first, *heirs) if c == first or one.text in self._said_of(c))
            return
        here = self._claims.get(one.claim, {one.claim})
        wanted = self._evidence.get(one.evidence, {one.evidence})
        for claim in here:
            for item in self._reader.evidence(claim):
                if item.id in wanted and not item.is_erased:
                    yield replace(one, claim=claim, evidence=item.id)

    def _said_of(self, claim: str) -> frozenset[str]:
        """Return the digests of the words that the decisions on a claim have, taken over or not."""
        if claim not in self._said:
            events = history(self._reader, claim, self._reader.claim(claim)[1])
            self._said[claim] = frozenset(digest for event in events for digest in digests_of(event))
        return self._said[claim]

    def with_heirs(self, claims: Iterable[str]) -> Iterator[str]:
        """Yield claims, and those of other revisions that share their decisions, each once."""
        yield from dict.fromkeys(one for claim in claims for one in sorted(self._claims.get(claim, {claim})))


def _join(groups: dict[str, set[str]], one: str, other: str) -> None:
    both = groups.get(one, {one}) | groups.get(other, {other})
    groups.update(dict.fromkeys(both, both))


def _erase_on(
    bench: Workbench,
    tx: Transaction,
    claim: str,
    told: Sequence[Personal],
    how: Mapping[str, Any],
    chance: dict[str, str],
) -> None:
    """Erase the words of one claim, and append what says so. `chance`: what origins that tell are called since."""
    made, revision, sentence = tx.claim(claim)
    before, state = {item.id: item for item in tx.evidence(claim)}, tx.state(claim)
    gone = [one.evidence for one in told if one.evidence]
    after = {**before, **{item: _without_words(before[item], chance) for item in gone}}
    tx.replace_evidence(after[item] for item in gone)
    rows = tx.payloads("evidence", claim=claim) if gone else ()
    of = [row["id"] for row in rows]
    body = {
        "what": sorted({one.kind for one in told}),
        "texts": [one.text for one in told if one.text],
        "evidence": gone,
        "of": of,
        "rows": rows_digest(of, rows) if gone else "",
        "portable": [portable_digest(after[item]) for item in gone],
        **how,
        **_standing(state, folded(tx, claim)[0], made, sentence, (before, after)),
    }
    tx.append(
        at=bench.now(),
        user=bench.user,
        kind=Kind.ERASED,
        subject=claim,
        revision=revision,
        body=body,
        key=bench.key_for(tx, Kind.ERASED),
        anywhere=True,
    )


def _standing(
    state: ClaimState,
    bare: ClaimState,
    made: Claim,
    sentence: str,
    evidence: tuple[Mapping[str, Evidence], Mapping[str, Evidence]],
) -> dict[str, str]:
    """Return what a sign-off and a submission hold with once the words are gone, if they hold now.

    `bare`: the state without the words; `evidence`: with its words, and without.
    """
    corrected = state.corrected(made)
    before, after = evidence
    signed = bool(state.sign_off) and holds(state, corrected, sentence, before)
    version = state.sign_off.version if state.sign_off else 0
    submitted = is_submitted(state, corrected, sentence, before)
    return {
        "signed": binding(corrected, sentence, bare, after, version) if signed else "",
        "submitted": to_submit(corrected, sentence, bare, after) if submitted else "",
    }


def _without_words(item: Evidence, chance: dict[str, str]) -> Evidence:
    """Return evidence without its words, and without all that could tell them: its stance and its weight stay."""
    candidate, had = item.candidate, item.candidate.source
    words = {hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16] for text in _guessable(item)}
    origin = candidate.origin
    if origin.removeprefix(BY_HAND) in words:
        origin = chance.setdefault(origin, f"{BY_HAND}erased-{item.id}")
    source = Source(
        id=f"{BY_HAND}erased-{item.id}",
        digest="",
        origin=origin,
        title=ERASED,
        published=had.published,
        tier=had.tier,
        scope=had.scope,
        sensitivity=had.sensitivity,
    )
    passage = Passage(text=ERASED, start=0, end=len(ERASED), locator=ERASED)
    bare = replace(candidate.match, shared=(), names=())
    left = replace(
        candidate, source=source, passage=passage, locator=ERASED, digest="", origin=origin, match=bare, carriers=()
    )
    judgement = replace(item.judgement, reasons=(), missing=(), badges=(), aligned=None, about=())
    return replace(item, candidate=left, judgement=judgement)


def _guessable(item: Evidence) -> Iterator[str]:
    """Yield the words that an origin may be a digest of."""
    yield item.candidate.passage.text
    yield item.candidate.source.title.casefold()
