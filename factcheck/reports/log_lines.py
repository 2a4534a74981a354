"""Events of the log in words, one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from factcheck.domain import MACHINE, Event
from factcheck.reports.cells import counted, shown_line


def log_line(event: Event, named: Callable[[str], str] = str) -> str:
    """Return an event as one line: number, time, user, what, and on what. `named`: as of `in_words`."""
    when, name = f"{event.at:%Y-%m-%d %H:%M:%S}", named(event.subject)
    about = shown_line(event.subject if name == event.subject else f"claim {name}: {event.subject}")
    user = f"{event.user}, run by {person}" if (person := run_by(event)) else event.user
    return f"{event.seq:6}  {when}  {shown_line(user)}  {in_words(event, named)}  [{about}]"


def run_by(event: Event) -> str:
    """Return who started the machine run that an event is of; "" where a person decided it, or nobody is named."""
    person = event.body.get("run_by", "") if event.user == MACHINE else ""
    return person if isinstance(person, str) else ""


def in_words(event: Event, named: Callable[[str], str] = str) -> str:
    """Say what an event did, in full: reasons stand last. Texts are shown harmless; a note has no words in the log.

    `named`: what people call a claim or a piece of evidence (an id); without it, their ids are given.
    """
    body = _named(event.body, named)
    words = _WORDS.get(event.kind)
    return shown_line(words(body) if words else event.kind)


def _named(body: Mapping[str, Any], named: Callable[[str], str]) -> Mapping[str, Any]:
    """Return a body with names in place of the ids of claims and of a piece of evidence."""
    lists = {part: list(map(named, body[part])) for part in ("replaced", "by") if part in body}
    one = {part: named(body[part]) for part in ("evidence", "claim") if isinstance(body.get(part), str)}
    return {**body, **lists, **one}


def _cited(body: Mapping[str, Any]) -> str:
    return f"evidence {body['evidence']} {'cited' if body['cited'] else 'no longer cited'}"


def _calculated(body: Mapping[str, Any]) -> str:
    """Say what was worked out; the unit is not there where a table is not open."""
    unit = f" {body['unit']}" if body.get("unit") else ""
    result = body.get("result", body["rounded"])
    coarse = f", rounded {body['rounded']}{unit}" if body["rounded"] != result else ""
    return f"calculated: {body['expression']} = {result}{unit}{coarse}"


def _verdict(body: Mapping[str, Any]) -> str:
    if not body["rating"]:
        return "verdict cleared"
    warned = "".join(f"; warned: {one}" for one in body.get("warned", ()))
    return f"verdict {body['rating']}: {body['rationale']}{warned}"


def _ticked(body: Mapping[str, Any]) -> str:
    what = ", ".join(body["words"])
    if body["reason"]:
        return f"waived: {what}: {body['reason']}"
    return f"ticked against evidence {body['evidence']}: {what}" if body["evidence"] else f"no longer ticked: {what}"


def _signed(body: Mapping[str, Any]) -> str:
    word = "withdrawal ticked" if body.get("ticked") else "signed"
    bypass = f", past the rules: {body['bypass']}" if body.get("bypass") else ""
    own = " (self-signed)" if body["self_signed"] else ""
    return f"{word} {body['binding'][:12]}{own}{bypass}{_with_key(body)}"


def _with_key(body: Mapping[str, Any]) -> str:
    return f", with key {body['key'][:16]}" if body.get("key") else ""


def _edited(body: Mapping[str, Any]) -> str:
    several = len(body["replaced"] or body["by"]) > 1
    replaced = f"{', '.join(body['replaced'])} replaced by " if body["replaced"] else ""
    return f"{body['how']}: claim{'s' * several} {replaced}{', '.join(body['by'])}"


def _fetched(body: Mapping[str, Any]) -> str:
    answered = f" ({body['status']})" if body["status"] else ""
    on = f" -> {body['url']}" if body["url"] not in ("", body["asked"]) else ""
    recording = body.get("recording")
    how = f"played from a recording ({recording})" if recording else "fetched"
    lost = "".join(f"; lost: {file}" for file, _ in body.get("lost", ()))
    return f"{how}: {body['became']}{answered}: {body['asked']}{on}{lost}"


def _agreed(body: Mapping[str, Any]) -> str:
    return f"agreed to ask {', '.join(body['hosts']) or 'nobody'}; words: {', '.join(body['terms']) or 'none'}"


def _corrected(body: Mapping[str, Any]) -> str:
    told = []
    if "claimant" in body:
        who = body["claimant"]
        told.append(f"claimant {who['name'] if who else 'the article itself'}")
    if "said_on" in body:
        when = body["said_on"]
        told.append(f"said on {_interval(when['start'], when['end']) if when else 'not known'}")
    return "corrected: " + ", ".join(told)


def _erased(body: Mapping[str, Any]) -> str:
    return f"erased: {', '.join(body['what'])}: {body['reason']}{_with_key(body)}"


def _interval(start: str | None, end: str | None) -> str:
    return start or ".." if start == end else f"{start or '..'}/{end or '..'}"


def _worded(body: Mapping[str, Any]) -> str:
    return f"wording proposed: {body['wording']}" if body["wording"] else "proposed wording taken back"


def _reworded(body: Mapping[str, Any]) -> str:
    told = [f"wording {body['outcome']}", body["wording"], body["reason"]]
    return ": ".join(filter(None, told))


_WORDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "revision": lambda body: f"article kept: {body['title'] or body['path']}",
    "extracted": lambda body: f"{counted(len(body['claims']), 'claim')} found, by {body['engine']}",
    "citations": lambda body: f"{body['citations']} of the writer's citations read, {body['bound']} follow a claim",
    "matched": lambda body: f"{len(body['evidence'])} passages matched, by {', '.join(body['engines'])}",
    "stance": lambda body: f"stance on {body['evidence']}: {body['stance'] or 'none'}",
    "cited": _cited,
    "calculated": _calculated,
    "evidence-added": lambda body: f"evidence added by hand ({body['sort']})",
    "verdict": _verdict,
    "wording-proposed": _worded,
    "wording-settled": _reworded,
    "ticked": _ticked,
    "note": lambda body: "note left" + (f" on evidence {body['evidence']}" if body["evidence"] else ""),
    "original": lambda body: f"original wording in {body['language']}" if body["wording"] else "original taken back",
    "assigned": lambda body: f"assigned to {body['to']}" if body["to"] else "assigned to nobody",
    "triaged": lambda body: f"priority {body['priority']}, tags: {', '.join(body['tags']) or 'none'}",
    "waiting": lambda body: f"waiting for an answer until {body['due'][:16]}" if body["due"] else "waiting no more",
    "deadline": lambda body: f"deadline {body['at'][:16]}" if body["at"] else "no deadline",
    "waived": lambda body: f"waived: {body['reason']}" if body["reason"] else "no longer waived",
    "submitted": lambda body: "submitted" + (f", exception: {body['exception']}" if body["exception"] else ""),
    "signed": _signed,
    "nothing-material": lambda body: f"nothing material in {', '.join(body['bindings'])}: signed anew{_with_key(body)}",
    "withdrawn": lambda body: f"sign-off withdrawn: {body['reason']}",
    "returned": lambda body: f"returned: {body['comment']}",
    "disputed": lambda body: f"disputed: {body['position']}",
    "settled": lambda body: f"dispute settled ({body['outcome']}): {body['reason']}",
    "closed": lambda body: f"{body['ending'] or 'reopened'} at the deadline: {body['reason']}",
    "fetched": _fetched,
    "fetch-consented": _agreed,
    "revised": lambda body: (
        f"revision of {body['of']}: claims {len(body['changed'])} changed, {len(body['removed'])} removed,"
        f" {len(body['orphans'])} orphan"
    ),
    "carried": lambda body: f"decisions taken over from {body['from']}" + (", changed" if body["changed"] else ""),
    "dropped": lambda body: f"decisions on claim {body['claim']} are taken up by no claim: {body['reason']}",
    "article-signed": lambda body: f"article signed {body['binding'][:12]}{_with_key(body)}",
    "article-published": lambda body: f"article published {body['where']}".rstrip(),
    "claims-edited": _edited,
    "claim-withdrawn": lambda body: f"claim withdrawn: {body['reason']}",
    "claim-restored": lambda _: "claim restored",
    "claim-corrected": _corrected,
    "key-trusted": lambda body: f"key {body['trusted'][:16]} trusted as {body['holder']}'s{_with_key(body)}",
    "key-revoked": lambda body: f"key {body['revoked'][:16]} revoked: {body['reason']}{_with_key(body)}",
    "erased": _erased,
    "undone": lambda body: f"event {body['event']} undone",
    "redone": lambda body: f"event {body['event']} redone",
}
