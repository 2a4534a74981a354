"""What of a workspace may not stand in a dossier, beside what no report has (`reports.disclosure`). Pure.

Three rules. Paths of files are cut to the name of the file. What people wrote in their own words (rationales,
reasons, comments) is withheld as a whole where it names a source that is not open, or has a run of its words. An event
of the log keeps number, digest and link to the one before in every case, so that the chain can be verified; what it
says is shown beside that as far as it may be.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from factcheck.domain import BoundCitation, Citation, Event, Evidence, Source
from factcheck.reports.disclosure import badge, leaving
from factcheck.reports.dossier.records import ELSEWHERE, PATH, SOURCE
from factcheck.review.kinds import Kind
from factcheck.store.encoding import encode
from factcheck.text.invisible import DIRECTIONS, INVISIBLE, JOINERS
from factcheck.text.names.lookalikes import in_latin
from factcheck.text.words import split_words
from factcheck.web.secrets import without_secrets

WITHHELD = "[withheld]"
"""What stands in place of words."""
RUN = 6
"""Words in a row that tell where somebody has them from; five are a common phrase, as often as not. Our own choice."""
ALONE = "alone:"
"""What a digest of evidence begins with that is of all but its carriers, since one of them is not open."""
SHORTEST = 4
"""Characters of a title or a name that is looked for in what people wrote; shorter ones stand in many words."""

_OURS = """
became before binding by cells citation citations citing claims digest engine engines evidence hosts how identity
instead items language made of office outcome path policy portable published published_from rating rows run_by said_on
scale search sort source sources stance standing status terms texts title unit what words
"""
_NOT_OWN_WORDS = frozenset(_OURS.split())
"""Parts of an event's body, with all within, that hold words of the article, names of our own, or digests. All others,
those of kinds that come later too, are taken for what a person wrote."""
_DIGEST = re.compile(r"[0-9a-f]{12,}")
_PATH = re.compile(
    r"(?<![\w/:.~\\-])(?:file:/*|~)?(?:/[\w.@+%-]+)+(?=/[\w.@+%-]+)/|(?<![\w/:.~\\-])(?:[A-Za-z]:|\\\\)(?:[\w.@+%-]*\\)+"
)
"""The folders of a path within a sentence ("/home/…/", "C:\\…\\"); one name behind a stroke is none, nor an address."""
_UNSEEN = dict.fromkeys(map(ord, INVISIBLE | JOINERS | DIRECTIONS))
_TAGS = re.compile(r"\S+")
"""Tags (a row has them with commas) have small letters, names or not: what is one piece is looked at with capitals."""
_SNAPSHOT = re.compile(r"snapshots/[0-9a-f]{2}/[0-9a-f]+/")
"""Where a workspace keeps pages that it fetched; a name of ours."""
_ABSOLUTE = re.compile(r"[/~\\]|[A-Za-z]:[/\\]|file:", re.IGNORECASE)


def portable_path(path: str) -> str:
    """Return a path as it means the same everywhere: an address without its keys, a file's name, a snapshot's place.

    Names of folders tell whose they are, also within the folder that the program was called in.
    """
    if re.match(r"https?://", path, re.IGNORECASE):
        return without_secrets(path)
    return path if _SNAPSHOT.match(path) and ".." not in path else re.split(r"[/\\]", path)[-1]


def portable_target(text: str) -> str:
    """Return what a writer named as a source: where that is a path, its file's name."""
    parts = re.split(r"[/\\]", text)
    is_file = not re.search(r"\s|://", text) and "." not in parts[0] and re.search(r"\w\.\w{1,5}\Z", parts[-1])
    is_path = _ABSOLUTE.match(text) or ".." in parts or (is_file and len(parts) > 1)
    return portable_path(text) if is_path or re.match(r"https?://", text, re.IGNORECASE) else text


def folder_of(path: str) -> str:
    """Return the folder of a path of this machine, "" where the path has none, or is no file of a person's."""
    if re.match(r"https?://", path, re.IGNORECASE) or _SNAPSHOT.match(path):
        return ""
    return re.split(r"[^/\\]*\Z", path)[0].rstrip("/\\")


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """The rules for one dossier, and for what else leaves of its article.

    `folders`: of this machine, the longest first; `evidence`, `sources`: ids of what is not open; `labels`: their
    addresses and files, and short words of theirs, casefolded; `runs`: their words, `RUN` in a row; `named`: tells
    whether a withheld name stands in a text; `telling`: the events (seq) that have a name in them whose bearer's words
    were erased, so that nothing else could tell it any more; `texts`: what people wrote in these; `instead`: what
    stands in place of words.
    """

    folders: tuple[str, ...] = ()
    evidence: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    runs: frozenset[tuple[str, ...]] = frozenset()
    named: Callable[[str], bool] | None = None
    telling: frozenset[int] = frozenset()
    texts: frozenset[str] = frozenset()
    instead: str = WITHHELD

    @property
    def is_needed(self) -> bool:
        """Whether there is anything that words could tell."""
        return bool(self.evidence or self.sources or self.labels or self.runs or self.telling or self.named)

    def without_folders(self, text: str) -> str:
        """Return a text without the folders of this machine."""
        for folder in self.folders:
            if folder in text:
                text = re.sub(rf"{re.escape(folder)}(?:[/\\]+|(?![\w.-]))", "", text)
        return text

    def own_words(self, text: str) -> str:
        """Return what a person wrote, or that it is withheld."""
        if _DIGEST.fullmatch(text):
            return text
        return self.instead if text and self.tells(text) else self.without_folders(_PATH.sub("", text))

    def spoken(self, event: Event, text: str) -> str:
        """Return a person's words in an event that stand outside the log, or that they are withheld."""
        return self.instead if event.seq in self.telling else self.own_words(text)

    def tells(self, text: str) -> bool:
        """Whether words name a source that is not open, or are its own."""
        if text in self.texts:
            return True
        text = in_latin(text.translate(_UNSEEN))
        folded = text.casefold()
        if any(label in folded for label in self.labels):
            return True
        if self.runs and not self.runs.isdisjoint(runs_of(text)):
            return True
        if self.named is None:
            return False
        return self.named(text) or (_TAGS.fullmatch(text) is not None and self.named(text.title()))

    def shown(self, event: Event) -> tuple[Mapping[str, Any], str]:
        """Return what may be shown of an event's body, and why that is not all of it ("" where it is)."""
        body = _SHOWN.get(event.kind, _whole)(event.body, self)
        told = self._cleaned(body, withhold=event.seq in self.telling)
        if told != self._without_paths(body) or body != event.body:
            return told, SOURCE
        return told, PATH if told != event.body else ""

    def _without_paths(self, value: Any, name: str = "") -> Any:  # noqa: ANN401 - any JSON value
        return _mapped(value, name, self._place)

    def _cleaned(self, value: Any, *, withhold: bool) -> Any:  # noqa: ANN401 - any JSON value
        def cleaned(text: str, part: str) -> str:
            if part in _NOT_OWN_WORDS:
                return self._place(text, part)
            return self.instead if withhold and text and not _DIGEST.fullmatch(text) else self.own_words(text)

        return _mapped(value, "", cleaned)

    def _place(self, text: str, part: str) -> str:
        return portable_path(text) if part == "path" else self.without_folders(text)

    def citation(self, bound: BoundCitation) -> BoundCitation:
        """Return one of the writer's own sources as it may leave, with the claims it follows."""
        return replace(bound, citation=self.citation_alone(bound.citation))

    def citation_alone(self, one: Citation) -> Citation:
        """Return one of the writer's own sources without keys, folders, and names that are withheld."""
        left: Any = leaving(one)
        return replace(
            one,
            target=portable_target(self.own_words(left.target)),
            pointer=self.own_words(left.pointer),
            note=self.own_words(left.note),
            author=self.own_words(left.author),
        )


def words_of(one: Citation) -> tuple[str, ...]:
    """Return what the writer wrote of a source."""
    return one.target, one.pointer, one.note, one.author


def texts_of(body: Mapping[str, Any]) -> frozenset[str]:
    """Return what a person wrote in an event."""
    found: set[str] = set()

    def take(text: str, part: str) -> str:
        if text and part not in _NOT_OWN_WORDS and not _DIGEST.fullmatch(text):
            found.add(text)
        return text

    _mapped(body, "", take)
    return frozenset(found)


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of words of a text by which it is told again; none where it has fewer words."""
    words = [word.folded for word in split_words(text)]
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def labels_of(source: Source) -> Iterable[str]:
    """Yield the address and the file of a source, which tell it wherever they stand; names are looked for apart."""
    for label in (source.url, portable_path(source.path)):
        if len(label.strip()) >= SHORTEST and "." in label:
            yield label.strip().casefold()


def redacted_evidence(payload: str, one: Evidence, origins: Mapping[str, str]) -> tuple[str, str]:
    """Return evidence (its JSON as it is kept) as it may stand in a dossier, and why it differs ("" where it does not).

    `one`: the same, marked as its sources are now; `origins`: what the origins of sources that are not open are called
    here: those of contacts are made of their names.
    """
    if not any(map(badge, _sources(one))):
        portable = portable_payload(payload)
        return portable, "" if portable == payload else PATH
    left: Any = leaving(one)
    candidate = left.candidate
    if not badge(candidate.source):
        return portable_payload(_with_carriers(payload, candidate.carriers)), SOURCE
    origin = origins[one.candidate.origin]
    candidate = replace(candidate, origin=origin, source=replace(candidate.source, origin=origin))
    return portable_payload(encode(replace(left, candidate=candidate))), SOURCE


def _with_carriers(payload: str, carriers: Sequence[Source]) -> str:
    """Return the JSON of evidence with other carriers; nothing else in it changes, whoever wrote it."""
    whole = msgspec.json.decode(payload)
    whole["candidate"]["carriers"] = [msgspec.json.decode(encode(one)) for one in carriers]
    return msgspec.json.encode(whole).decode()


def portable_digest(one: Evidence, payload: str = "") -> str:
    """Return SHA-256 (hex) of evidence as it stands in a dossier: what the log keeps of it, so that it is held there.

    "" for what is not open: a digest would let somebody who guesses the words make sure of them. Where only a carrier
    of its text is not, `alone_digest`. `payload`: its JSON, where it is stored already, perhaps by an earlier program.
    """
    if badge(one.candidate.source):
        return ""
    if any(map(badge, one.candidate.carriers)):
        return alone_digest(portable_payload(payload or encode(one)))
    return hashlib.sha256(portable_payload(payload or encode(one)).encode()).hexdigest()


def alone_digest(payload: str) -> str:
    """Return SHA-256 (hex, behind a word that says so) of evidence (its portable JSON) without those who carry it."""
    return ALONE + hashlib.sha256(_with_carriers(payload, ()).encode()).hexdigest()


def portable_payload(payload: str) -> str:
    """Return the JSON of evidence without paths of the machine; nothing else in it changes, whoever wrote it."""
    whole = msgspec.json.decode(payload)
    candidate = whole["candidate"]
    changed = False
    for source in (candidate["source"], *candidate.get("carriers", ())):
        for name, cut in (("path", portable_path), ("url", without_secrets)):
            before = source.get(name, "")
            source[name] = cut(before) if before else before
            changed = changed or source[name] != before
    return msgspec.json.encode(whole).decode() if changed else payload


def _sources(one: Evidence) -> tuple[Source, ...]:
    return (one.candidate.source, *one.candidate.carriers)


def withheld_line(event: Event, shown: Mapping[str, Any] | None, why: str) -> dict[str, Any]:
    """Return the line of an event that is not exported as it is; `shown` None: nothing but its place in the chain."""
    link = {"seq": event.seq, "prev": event.prev, "digest": event.digest, "withheld": why}
    if shown is None:
        return {**link, "withheld": ELSEWHERE}
    envelope = {name: getattr(event, name) for name in ("user", "kind", "subject", "revision")}
    return {**link, **envelope, "at": event.at.isoformat(timespec="microseconds"), "shown": dict(shown)}


def _mapped(value: Any, name: str, change: Callable[[str, str], str]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        return change(value, name)
    if isinstance(value, Mapping):
        return {key: _mapped(item, name if name in _NOT_OWN_WORDS else key, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(item, name, change) for item in value]
    return value


def _whole(body: Mapping[str, Any], _: Redaction) -> Mapping[str, Any]:
    return body


def _of_evidence(body: Mapping[str, Any], rule: Redaction) -> Mapping[str, Any]:
    if body["evidence"] not in rule.evidence:
        return body
    kept = {name: body[name] for name in ("evidence", "sort") if name in body}
    return {**kept, **_blanked(body, ("expression", "rounded"))}


def _blanked(body: Mapping[str, Any], names: Iterable[str]) -> Mapping[str, Any]:
    """Return parts of a body without what they say: the event is told in words by these."""
    return {name: WITHHELD for name in names if name in body}


def _matched(body: Mapping[str, Any], rule: Redaction) -> Mapping[str, Any]:
    if "cited" not in body:
        return body
    return {**body, "cited": [_looked_up(one, rule) for one in body["cited"]]}


def _looked_up(one: Mapping[str, Any], rule: Redaction) -> Mapping[str, Any]:
    hidden = rule.evidence.union(rule.sources).intersection((*one["evidence"], *one["sources"]))
    return {**one, "reason": WITHHELD} if hidden else one


def _fetched(body: Mapping[str, Any], rule: Redaction) -> Mapping[str, Any]:
    hidden = rule.sources.intersection((*body.get("sources", ()), *body.get("replaced", ())))
    return {"status": body.get("status"), **_blanked(body, ("became", "asked", "url"))} if hidden else body


def _signed(body: Mapping[str, Any], rule: Redaction) -> Mapping[str, Any]:
    if not rule.evidence.intersection(body.get("instead", ())):
        return body
    instead = {name: WITHHELD if name in rule.evidence else digest for name, digest in body["instead"].items()}
    return {**body, "instead": instead}


_SHOWN: Mapping[str, Callable[[Mapping[str, Any], Redaction], Mapping[str, Any]]] = {
    Kind.BROUGHT: _of_evidence,
    Kind.CALCULATED: _of_evidence,
    Kind.MATCHED: _matched,
    Kind.FETCHED: _fetched,
    Kind.SIGNED: _signed,
}
"""What of an event about a source that is not open may be shown, by its kind."""
