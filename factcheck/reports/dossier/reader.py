"""The page of a dossier for somebody who has never seen this program."""

from __future__ import annotations

from collections import Counter

from factcheck.reports.cells import counted, shown_line
from factcheck.reports.dossier.manifest import ARTICLE_PAGE, Manifest, Missing, Withheld

_TEXT = """\
FACT-CHECK DOSSIER

Article:    {title}
Published:  {published}
Page:       {page}
Record:     {events}, the last on {at} (UTC)
Log head:   {head}
Written by: {program}

WHAT THIS IS

A newsroom checked this article line by line. This folder holds what it found and what it decided: every
assertion of the article that can be checked (a claim), the passages of sources that bear on it, the verdict of the
checker with the reasons, and the signature of a second person. "Nothing found" does not mean that a claim is false.

HOW TO READ IT

Open annotated-copy.html in a browser; it needs no network and runs no scripts. The other parts are for machines, and
for whoever wants to make sure:

  annotated-copy.html  the article with its claims in place, and beside it all that was found and decided
  copy.json            what the copy shows beside the other parts: the scale, and what was known of sources then
  revisions/           each version of the article: the text, and its sentences (JSON)
  claims.jsonl         the claims, one a line: the words, who asserts them, the verdict, the signature
  evidence.jsonl       the evidence, one a line: the passage, its source, the stance with its reasons, calculations
  snapshots/           pages of the web as they were received (WARC; any program for web archives opens them), the
                       article's own among them if it was checked by its address
  log.jsonl            who did what and when, one event a line, each with the digest of the event before
  words.jsonl          what people wrote in their own words, of which the log has salted digests
  manifest.json        the SHA-256 of every part, what is withheld, and what is missing

HOW TO VERIFY IT

With the program (https://pypi.org/project/factcheck-workbench/; no network and no other file is needed):

  factcheck dossier verify FILE.zip    holds every part against its digest, the log against itself, claims, evidence,
                                       calculations and signatures against the log, and the copy against these
  factcheck dossier replay FILE.zip    finds and judges everything again, and compares

Without it: `sha256sum` gives the digest of a part, to be held against manifest.json. In log.jsonl each line is
canonical JSON (RFC 8785); "digest" is the SHA-256 of the line without its "digest", and "prev" that of the line before.
Where it says "salted", that is the SHA-256 of the canonical JSON of the salt and the text that words.jsonl has for it.
Whoever rewrites all of it can make it fit, and an event that is withheld cannot prove its link to the one before. So
ask the newsroom for the SHA-256 of manifest.json: the same state of its record always gives the same one. With the
program: factcheck dossier verify FILE.zip --manifest SHA-256

WHO SIGNED

Names are as the people gave them. Of the sign-offs, identity is {identity}.

WHAT IS WITHHELD

Words, names and addresses of sources that are not open, of contacts, and notes. What people wrote in their own words
is withheld where it names such a source, and reads [erased] where the newsroom erased it. Folders of the newsroom's
machines are cut off paths. Events on other articles show nothing but their place in the chain. What was withheld keeps
the SHA-256 of what stands in its place in the newsroom (plain, without salt, over the bytes that are kept there; of
people's own words the salted one), so that it can be shown later that nothing was changed.

{withheld}

WHAT IS MISSING

{missing}
"""


def for_a_reader(manifest: Manifest) -> str:
    """Return the page: plain text, the same for the same state."""
    return _TEXT.format(
        title=shown_line(manifest.title) or f"article {manifest.article}",
        published=manifest.published or "not known",
        page=_page(manifest),
        events=counted(manifest.log.events, "event"),
        at=manifest.log.at[:19].replace("T", " "),
        head=manifest.log.head,
        program=manifest.program,
        identity=manifest.identity,
        withheld=_withheld(manifest.withheld),
        missing=_missing(manifest.missing),
    )


def _page(manifest: Manifest) -> str:
    """Say where the page is that the article was read from."""
    there = [part.name for part in manifest.parts if part.what == ARTICLE_PAGE]
    missing = [one.part for one in manifest.missing if one.source in manifest.revisions]
    told = [f"as it was received: {name}" for name in there] + [f"missing, see below: {name}" for name in missing]
    return "\n            ".join(told) or "none is here: the article was not checked by its address"


def _withheld(found: tuple[Withheld, ...]) -> str:
    counts = Counter((one.part, one.why) for one in found)
    lines = [f"  {part}: {number}, {why}" for (part, why), number in sorted(counts.items())]
    return "\n".join(lines) or "  Nothing of this article."


def _missing(found: tuple[Missing, ...]) -> str:
    lines = [f"  {one.part}: {shown_line(one.why)}" for one in found]
    return "\n".join(lines) or "  Nothing."
