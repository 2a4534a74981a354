"""The kinds of events. `subject` is the claim, except where it says revision.

| kind | subject | body |
|---|---|---|
| `revision` | revision | title, path, published, published_from, text (SHA-256), length, layout (digest of what was \
  read beside the text) |
| `extracted` | revision | engine, input (SHA-256 of the text), sentences (their digest), output (digest of the \
  claims), claims (ids) |
| `citations` | revision | citations (how many), bound (how many follow a claim), digest (of the citations) |
| `matched` | claim | engines, search, evidence (ids), output (digest of the evidence), portable (of each piece, its \
  digest as a dossier has it; "" if it is not open); of a claim with citations also \
  citing (digest of what they lead to), cited (of each: citation, status, reason, sources, evidence) |
| `stance` | claim | evidence, stance ("" clears) |
| `cited` | claim | evidence, cited |
| `calculated` | claim | evidence (id), expression, cells, result, unit, rounded, places, engine, output (its digest), \
  portable |
| `evidence-added` | claim | evidence (id), sort (file, url, contact, text, passage), source (digest; of words \
  salted, as is what follows), output (its digest), portable |
| `verdict` | claim | rating ("" clears), rationale, scale (what the rating means: label, letter, meaning, needs, \
  direction, number, exported; worst and best, the ends of the numbers of its scale), warned (what it was warned of) |
| `wording-proposed` | claim | before (the claim's words), wording (what is to stand there; "" takes it back) |
| `wording-settled` | claim | outcome (accepted, stet, cut), before, wording, reason |
| `ticked` | claim | items (by kind and place), words, evidence or reason (both "": no longer ticked) |
| `note` | claim | evidence ("" for the claim itself), text (salted digest; the words stand outside the log) |
| `original` | claim | wording ("" clears), language, translator: what was said, before it was translated |
| `assigned` | claim | to (the checker; "": nobody) |
| `triaged` | claim | priority (high, normal, low), tags |
| `waiting` | claim | person (salted digest; the name stands outside the log), channel, due; "" clears |
| `deadline` | article | at ("" for none) |
| `waived` | claim | reason ("" takes it back): an opinion, or not checkable |
| `submitted` | claim | binding (digest of what was submitted, without its ticks), exception (to the source \
  policy, or ""), unmet (what it misses, or ""), policy (digest of the policy) |
| `signed` | claim | binding (digest of what was displayed), version, self_signed, identity ("asserted", "by key"); \
  where sources had changed or were gone: sources (what became of them, by evidence), instead (digests of the texts in \
  their place); where there is one: bypass (the reason), unmet (what the source policy misses), exception, policy (its \
  digest), search (the event of the search that the verdict rests on); of a claim that was withdrawn: ticked (true) |
| `nothing-material` | revision | bindings (by claim, of what was displayed), version, identity, self_signed (claims) |
| `withdrawn` | claim | reason |
| `returned` | claim | comment |
| `disputed` | claim | position, holder, held (the position that is disputed, and whose it is) |
| `settled` | claim | outcome (keep, change, cut), reason, own (by one of the two, in a solo workspace) |
| `closed` | claim | ending (cut, hedged, open; "" takes it back), reason, wording (of a hedge) |
| `claims-edited` | revision | how (split, join, bounds, add, restore), replaced, by, made (ids), output (digest) |
| `claim-withdrawn` | claim | reason |
| `claim-restored` | claim | |
| `claim-corrected` | claim | claimant with text, or said_on, or both (as of now; null: none) |
| `fetch-consented` | revision | hosts and terms (words of the claims) that may go out for this article |
| `fetched` | revision, or "" | asked, url, status, snapshot (SHA-256 of the payload), text (SHA-256), sources (ids), \
  replaced (ids of those that they take the place of) |
| `revised` | revision | of (the earlier revision), made (claims taken over as they stood), output (their digest), \
  changed, removed, orphans (claims of the earlier revision) |
| `carried` | claim | from (the claim of the earlier revision), changed, before (its words), of, evidence (ids there \
  and here, in one order), output (digest of the evidence), portable, items (key there -> key here), signed, \
  submitted (what a sign-off or submission that held there holds with here; "": none); where it has exactly the words \
  that were accepted: reworded (true) |
| `dropped` | revision | claim (an orphan of the earlier revision that nobody takes up), reason |
| `article-signed` | revision | binding (digest of the text and of each claim's sign-off), version (of what it \
  binds), identity, solo |
| `article-published` | revision | binding, where (the address, or "") |
| `key-trusted` | "keys" | trusted (a public key, hexadecimal), holder |
| `key-revoked` | "keys" | revoked (the key), reason |
| `erased` | claim | what (the kinds of the words), texts (salted digests of those that stood outside the log), \
  evidence (ids of the pieces whose words are gone), of (all evidence of the claim) and rows (its digest since), \
  portable (of each erased piece), named (the events that keep the name), reason, signed, submitted (what a sign-off \
  or submission that held holds with since; "": none) |
| `undone`, `redone` | claim or revision | event (seq of what it takes back, or brings back) |

A person's events that are written in one go (one key, one command) are taken back in one go: all but the first have
with (the seq of the first) in their body.
What people say in their own words (`domain.words.OWN_WORDS`: rationales, reasons, comments, positions, wordings) stands
in the log as {"salted": digest} and outside it as it was written; before version 0021 it stood in the log itself.
What stops `undo` (`SIGNATURES`) is signed by whoever has a trusted key: key, and signature over the event without it.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What an event records."""

    REVISION = "revision"
    EXTRACTED = "extracted"
    CITATIONS = "citations"
    MATCHED = "matched"
    STANCE = "stance"
    CITED = "cited"
    CALCULATED = "calculated"
    BROUGHT = "evidence-added"
    VERDICT = "verdict"
    WORDED = "wording-proposed"
    REWORDED = "wording-settled"
    TICKED = "ticked"
    NOTE = "note"
    ORIGINAL = "original"
    ASSIGNED = "assigned"
    TRIAGED = "triaged"
    WAITING = "waiting"
    DEADLINE = "deadline"
    WAIVED = "waived"
    SUBMITTED = "submitted"
    SIGNED = "signed"
    NOTHING_MATERIAL = "nothing-material"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"
    DISPUTED = "disputed"
    SETTLED = "settled"
    CLOSED = "closed"
    EDITED = "claims-edited"
    CLAIM_WITHDRAWN = "claim-withdrawn"
    RESTORED = "claim-restored"
    CORRECTED = "claim-corrected"
    FETCH_CONSENTED = "fetch-consented"
    FETCHED = "fetched"
    REVISED = "revised"
    CARRIED = "carried"
    DROPPED = "dropped"
    ARTICLE_SIGNED = "article-signed"
    ARTICLE_PUBLISHED = "article-published"
    KEY_TRUSTED = "key-trusted"
    KEY_REVOKED = "key-revoked"
    ERASED = "erased"
    UNDONE = "undone"
    REDONE = "redone"


ARTICLE_STEPS = (Kind.ARTICLE_SIGNED, Kind.ARTICLE_PUBLISHED)
"""The steps of an article as a whole."""

LISTING = frozenset({Kind.EDITED, Kind.CLAIM_WITHDRAWN, Kind.RESTORED})
"""What brings claims into the list or takes them out of it, by a person's hand."""

SIGN_OFFS = (Kind.SIGNED, Kind.NOTHING_MATERIAL)
"""What signs claims: one, or several that are stale, in which nothing material changed."""

UNDOABLE = frozenset(
    {
        Kind.STANCE,
        Kind.CITED,
        Kind.CALCULATED,
        Kind.BROUGHT,
        Kind.VERDICT,
        Kind.WORDED,
        Kind.REWORDED,
        Kind.TICKED,
        Kind.NOTE,
        Kind.ORIGINAL,
        Kind.CORRECTED,
        Kind.ASSIGNED,
        Kind.TRIAGED,
        Kind.WAITING,
        Kind.WAIVED,
        Kind.SUBMITTED,
        *LISTING,
    }
)
"""What `undo` takes back. A signature is withdrawn with a reason, never undone in passing."""

SIGNATURES = {
    Kind.SIGNED: "sign-off",
    Kind.NOTHING_MATERIAL: "sign-off of several claims",
    Kind.WITHDRAWN: "withdrawal of a sign-off",
    Kind.RETURNED: "return with a comment",
    Kind.DISPUTED: "dispute",
    Kind.SETTLED: "settlement of a dispute",
    Kind.CLOSED: "decision at the deadline",
    Kind.ARTICLE_SIGNED: "signature on an article",
    Kind.ARTICLE_PUBLISHED: "publication",
    Kind.DEADLINE: "deadline of an article",
    Kind.KEY_TRUSTED: "trust in a key",
    Kind.KEY_REVOKED: "revocation of a key",
    Kind.ERASED: "lasting erasure of personal words",
}
"""What stops `undo`, in words: others have been told, and act on it. Whoever has a trusted key signs these with it."""

CONTRIBUTIONS = frozenset(
    {
        Kind.STANCE,
        Kind.CITED,
        Kind.CALCULATED,
        Kind.BROUGHT,
        Kind.VERDICT,
        Kind.WORDED,
        Kind.ORIGINAL,
        Kind.CORRECTED,
        Kind.WAIVED,
    }
)
"""What makes a person a contributor, who may not sign the same claim; so does who sets its bounds (`hand`)."""
