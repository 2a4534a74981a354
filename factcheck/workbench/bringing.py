"""Evidence from anywhere: a file by its digest, a page, a contact, a text; brought by a person, found by no search."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.domain import (
    BY_HAND,
    SALTED,
    Candidate,
    ClaimView,
    Evidence,
    Match,
    Passage,
    Sensitivity,
    Source,
    Tier,
)
from factcheck.errors import GuardError, InputError
from factcheck.files import NEVER_ENDS, may_never_end
from factcheck.reports.dossier.redaction import portable_digest
from factcheck.review.hand import check_listed
from factcheck.review.kinds import Kind
from factcheck.review.pointers import AS_GIVEN, UNTITLED, Medium, check_listened, check_pointer, check_says, medium_of
from factcheck.workbench.edited import append
from factcheck.workbench.folding import refresh
from factcheck.workbench.meeting import check_unchanged
from factcheck.workbench.outputs import output_digest

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench


class Sort(StrEnum):
    """What was brought; a `passage` is one of the corpus, found or selected by a person."""

    FILE = "file"
    URL = "url"
    CONTACT = "contact"
    TEXT = "text"
    PASSAGE = "passage"


_FILE_NAME = re.compile(r"\S+\.\w{2,5}")
"""A word that ends like the name of a file."""

CHANNELS = ("call", "mail", "meeting")
"""How somebody was reached: `call:Maren Holt`."""

FIRST_TO_BEGIN = timedelta(hours=14)
"""How far the clock that is furthest ahead of UTC is (Line Islands, UTC+14; tz database)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a person brings. `what`: a path, an address, `call:NAME` (or mail, meeting), or a text.

    `pointer`: where in it; `words`: the checker's transcription, or what a contact said; `day`: when it was released,
    or the contact took place; `listened`: the time code at which an automatic transcript was listened to.
    """

    what: str
    pointer: str = ""
    words: str = ""
    title: str = ""
    day: date | None = None
    tier: Tier = Tier.SECONDARY
    automatic: bool = False
    listened: str = ""


def sort_of(what: str) -> Sort:
    """Tell what was brought: an address, a contact, a file that is there, or else a text."""
    channel, colon, person = what.partition(":")
    if what.lower().startswith(("http://", "https://")):
        return Sort.URL
    if colon and channel.lower() in CHANNELS and person.strip():
        return Sort.CONTACT
    return Sort.FILE if _is_there(what) else Sort.TEXT


def _is_there(what: str) -> bool:
    try:
        return Path(what).is_file()
    except (OSError, ValueError):  # too long for a path, or with characters that none has
        return False


def bring(bench: Workbench, claim: str, brought: Brought, *, seen: int | None = None) -> Evidence:
    """Keep what a person brings as evidence for a claim; it is not judged yet.

    A badge says so where the words are known not to stand in the file (`transcribed`): a person may know better.

    Raises:
        GuardError: the pointer is vague or missing, the words are, or a contact has no day that has been;
            or the claim left the list.
        InputError: the file cannot be read, or the evidence is there already.
        ConflictError: somebody changed the claim since `seen`.
    """
    view = bench.claim(claim)
    _check_has_been(brought, bench.now(), claim)
    evidence = _evidence(view, brought, sort_of(brought.what), bench.revision(view.revision).text)
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        known = next((item for item in tx.evidence(claim) if _is_same(item.candidate, evidence.candidate)), None)
        if known:
            raise InputError("is evidence of this claim already", subject=known.id)
        evidence = _of_same_origin(tx, evidence)
        tx.add_evidence([evidence])
        append(bench, tx, Kind.BROUGHT, claim, view.revision, brought_body(evidence, sort_of(brought.what)))
        refresh(tx, claim)
    return evidence


def _check_has_been(brought: Brought, now: datetime, claim: str) -> None:
    """Refuse a contact on a day that has not begun anywhere on Earth: the day is what proves that there was one.

    Raises:
        GuardError: it is in the future.
    """
    if sort_of(brought.what) is not Sort.CONTACT or brought.day is None:
        return
    if brought.day > (now + FIRST_TO_BEGIN).date():
        raise GuardError(
            f"a contact on {brought.day.isoformat()} has not been yet: that is in the future",
            hint="--date: the day on which it took place; look at the year",
            subject=f"claim {claim}",
        )


def _is_same(one: Candidate, other: Candidate) -> bool:
    """Tell whether a person brought the same words from the same place already; its id and digest are salted."""

    def told(candidate: Candidate) -> tuple[object, ...]:
        source = candidate.source
        file = source.digest if source.path else ""
        return source.path, source.url, source.title, file, candidate.locator, candidate.passage.text

    return one.source.id.startswith(BY_HAND) and told(one) == told(other)


def _of_same_origin(reader: Reader, evidence: Evidence) -> Evidence:
    """Give a contact the origin under which it is known here: however often somebody says it, it is one."""
    candidate = evidence.candidate
    if candidate.source.sensitivity is not Sensitivity.CONFIDENTIAL:
        return evidence
    person = candidate.source.title.casefold()
    origin = next((had for had, title in reader.contacts() if title.casefold() == person), candidate.origin)
    source = replace(candidate.source, origin=origin)
    return replace(evidence, candidate=replace(candidate, origin=origin, source=source))


def brought_body(evidence: Evidence, sort: Sort) -> dict[str, Any]:
    """Return what the log keeps: no words, no names of people, and no digest of either without salt."""
    return {
        "evidence": evidence.id,
        "sort": str(sort),
        "source": evidence.candidate.digest,
        "output": output_digest([evidence]),
        "portable": [portable_digest(evidence)],
    }


def _evidence(view: ClaimView, brought: Brought, sort: Sort, article: str) -> Evidence:
    from factcheck.stance import compare
    from factcheck.stance.reading.badges import NOT_IN_FILE
    from factcheck.workbench.judging_anew import is_translated, spoken_in_of
    from factcheck.workbench.transcribed import is_missing

    if sort is Sort.TEXT:
        _check_is_text(brought)
    locator = _locator(brought, sort, f"claim {view.claim.id}")
    words = brought.words.strip() or (brought.what.strip() if sort is Sort.TEXT else "")
    if not words:
        raise GuardError(
            "evidence needs the words it is about",
            hint="--text: the passage as you read or heard it; of a contact, what was said",
            subject=f"claim {view.claim.id}",
        )
    check_says(words, f"claim {view.claim.id}")
    source = _source(brought, sort, words)
    said = view.claim.said_on.end if view.claim.said_on else None
    spoken_in = spoken_in_of(view.claim, view.state)
    translated = bool(spoken_in) and is_translated(
        view.claim, words, article=article, spoken_in=spoken_in, written_in=""
    )
    judgement = compare(
        view.claim,
        words,
        claim_date=said,
        passage_date=source.published,
        translated=translated,
        heading=source.title,
        publisher=source.publisher,
    )
    if sort is Sort.FILE and is_missing(words, Path(brought.what)):
        judgement = replace(judgement, badges=(*judgement.badges, NOT_IN_FILE))
    candidate = candidate_of(source, Passage(text=words, start=0, end=len(words), locator=locator))
    identity = f"{view.claim.id}:{source.id}:{locator}:{words}"
    identifier = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Evidence(id=identifier, claim=view.claim.id, candidate=candidate, judgement=judgement)


def candidate_of(source: Source, passage: Passage) -> Candidate:
    """Return a passage that a person brought: no search ranked it."""
    return Candidate(
        source=source,
        passage=passage,
        score=1.0,
        rank=0,
        origin=source.origin,
        tier=source.tier,
        locator=passage.locator,
        digest=source.digest,
        match=Match(bm25=0.0, token_set=0.0),
    )


def _check_is_text(brought: Brought) -> None:
    """Refuse the name of a file that is not there: it would be kept as if it were the words.

    Raises:
        InputError: other words are given beside it, or it reads like a name.
    """
    if brought.words.strip() or _FILE_NAME.fullmatch(brought.what.strip()):
        raise InputError(
            "there is no such file, and a text stands alone",
            hint="check the path; of a text, leave out the words beside it",
            subject=brought.what,
        )


def _locator(brought: Brought, sort: Sort, subject: str) -> str:
    if brought.automatic:
        check_listened(brought.listened, subject)
        return f"listened at {brought.listened.strip()}"
    if sort is Sort.CONTACT:
        if brought.day is None:
            raise GuardError("a contact needs its day", hint="--date 2026-11-20", subject=subject)
        if brought.pointer.strip():
            raise GuardError(
                "a contact has no place to point to: how and when it was says which it is",
                hint="leave it out, and bring a recording of it as a file",
                subject=subject,
            )
        return f"{brought.what.partition(':')[0].lower()} on {brought.day.isoformat()}"
    if sort is Sort.TEXT and not brought.pointer.strip():
        return AS_GIVEN
    name = brought.what if sort is Sort.FILE else brought.what.partition("?")[0].partition("#")[0]
    known = medium_of(name)  # an address is as good as a file where its name says what it is
    medium = known if sort is Sort.FILE or known in {Medium.RECORDING, Medium.PAGES} else Medium.OTHER
    check_pointer(brought.pointer, medium, subject)
    return brought.pointer.strip()


def _source(brought: Brought, sort: Sort, words: str) -> Source:
    """Describe what was brought; a contact is for the newsroom, and its name nobody else's business."""
    identifier = f"{SALTED}{secrets.token_hex(16)}"
    digest = _digest_of(Path(brought.what)) if sort is Sort.FILE else _digest(f"{identifier}:{words}")
    same = _digest(words) if sort in {Sort.URL, Sort.TEXT} else digest  # whoever tells the same words has the same text
    source = Source(
        id=identifier,
        digest=digest,
        origin=f"{BY_HAND}{same[:16]}",
        title=brought.title.strip(),
        published=brought.day,
        tier=brought.tier,
    )
    match sort:
        case Sort.FILE:
            return replace(
                source, title=source.title or Path(brought.what).name, path=str(Path(brought.what).absolute())
            )
        case Sort.URL:
            return replace(source, title=source.title or brought.what, url=brought.what)
        case Sort.CONTACT:
            person = " ".join(brought.what.partition(":")[2].split())
            return replace(source, title=person, sensitivity=Sensitivity.CONFIDENTIAL)
        case _:  # a text: a passage of the corpus has a source of its own
            return replace(source, title=source.title or UNTITLED)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _digest_of(path: Path) -> str:
    if may_never_end(path):
        raise InputError(NEVER_ENDS, hint="name a file", subject=str(path))
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", hint="name a file you may read", subject=str(path)
        ) from error
