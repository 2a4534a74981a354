"""`factcheck review queue|status|sign-article|publish`: what waits, what blocks, and an article as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.moments import end_of
from factcheck.cli.output import agreed, put, put_lines, say
from factcheck.cli.place import Place, example, pass_place
from factcheck.cli.review import review
from factcheck.domain import ReviewState
from factcheck.errors import ConflictError, InputError
from factcheck.reports.as_json import array, to_json
from factcheck.reports.cells import counted, shown_line
from factcheck.reports.claim_counts import count
from factcheck.reports.named import articles_named
from factcheck.reports.revisions import words_changed
from factcheck.reports.triage import past_deadline, triage_words, when
from factcheck.reports.wording import wording_line

if TYPE_CHECKING:
    from factcheck.domain import ArticleSummary
    from factcheck.workbench import Workbench
    from factcheck.workbench.articles import ArticleStatus
    from factcheck.workbench.stale import Stale

LISTED = 20
"""Lines of one kind before the rest is only counted; JSON and --all have them all."""

_WAITING = frozenset({ReviewState.PROPOSED, ReviewState.IN_REVIEW, ReviewState.WAIVED, ReviewState.STALE})
article_option = click.option(
    "--article", metavar="NAME", default="", help="Of this article: start of its id, part of title or path."
)
article_argument = click.argument("name", metavar="[ARTICLE]", default="")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@review.command("queue", epilog=example("factcheck --user bob review queue", "factcheck review queue --mine --json"))
@article_option
@click.option("--mine", is_flag=True, help="Of the claims to rate only those that are assigned to you, or came back.")
@json_option
@pass_place
def queue(place: Place, article: str, *, mine: bool, as_json: bool) -> None:
    """List the claims whose next step is yours, with the command that takes it.

    The riskiest come first: by priority (high counts two), the tags legal, living-person and minor, and conflicting
    evidence (one each). Then what is due soonest: the answer that is waited for, or the deadline of the article.
    """
    from factcheck.workbench.queue import never_settled
    from factcheck.workbench.queue import queue as waiting_for

    with place.open() as bench:
        meant = article_meant(bench, article).id if article else ""
        waiting = waiting_for(bench, meant, mine=mine)
        for row, told in never_settled(bench, meant):
            say(f"claim {row.number}: {row.review_state}; {told}")
        if as_json:
            put([*array(_leaving(bench, waiting)), "\n"])
            return
        for one in waiting:
            row = one.claim
            told = "".join(f"; {word}" for word in triage_words(row, one.due, bench.now()))
            put_lines([f"claim {row.number} ({row.review_state}{told}): {shown_line(row.verbatim, 80)}"])
            put_lines([f"  factcheck{place.option()} {one.command}"])
        say(f"{counted(len(waiting), 'claim')} for {bench.user}" if waiting else f"nothing waits for {bench.user}")


def _leaving(bench: Workbench, records: Iterable[object]) -> Iterator[object]:
    from factcheck.workbench.own_words import OwnWords

    return OwnWords(bench).records(records)


@review.command("status", epilog=example("factcheck review status", "factcheck review status --json"))
@article_option
@click.option("--all", "everything", is_flag=True, help="List everything that blocks, however much it is.")
@json_option
@pass_place
def status(place: Place, article: str, *, everything: bool, as_json: bool) -> None:
    """Count what is done and what waits; say where each article stands and what blocks it.

    Each blocker is told with the command that resolves it; what keeps you from signing a claim, too.
    """
    from factcheck.workbench.articles import status_of
    from factcheck.workbench.signing import blockers_of

    with place.open() as bench:
        articles = [article_meant(bench, article)] if article else list(bench.articles())
        rows = [row for one in articles for row in bench.summaries(one.id)]
        waiting = [row for row in rows if row.review_state in _WAITING]
        lacking = {
            claim: lacks
            for one in articles
            for claim, lacks in blockers_of(bench, one.revision, {r.id for r in waiting if r.article == one.id}).items()
        }
        told = [(row, lacking[row.id]) for row in waiting]
        stands = [status_of(bench, one) for one in articles]
        if as_json:
            blocked = [{"claim": r.id, "number": r.number, "article": r.article, "blockers": b} for r, b in told]
            put([to_json({"user": bench.user, "counts": count(rows), "waiting": blocked, "articles": stands}), "\n"])
            return
        n = count(rows)
        put_lines([f"{counted(n.claims, 'claim')}: {n.states_in_words}"])
        put_lines([f"{n.conflicting} with conflicting evidence unsettled"])
        for row, blockers in told[: None if everything else LISTED]:
            reason = "; ".join(blockers) or f"you can sign it: factcheck{place.option()} review sign {row.id}"
            put_lines([f"claim {row.number} of {row.article} ({row.review_state}): {reason}"])
        for one in stands:
            put_lines(_article_lines(place, one, everything=everything))
            put_lines(_next_lines(place, bench, one))


def _next_lines(place: Place, bench: Workbench, now: ArticleStatus) -> Iterator[str]:
    """Yield the command that brings on an article that nothing blocks, for this user or whose it is."""
    from factcheck.review.article import ArticleState
    from factcheck.review.steps import ReviewStep, Role

    step = {ArticleState.READY: ReviewStep.SIGN_ARTICLE, ArticleState.SIGNED_OFF: ReviewStep.PUBLISH}.get(now.state)
    if step:
        theirs = bench.workflow.may(bench.user, step)
        who = "" if theirs else f", by {' or '.join(role for role in Role if role in bench.workflow.rules[step].who)}"
        user = "" if theirs else " --user NAME"
        yield f"  next{who}: factcheck{place.option()}{user} review {step} {now.article.id}"


def _article_lines(place: Place, now: ArticleStatus, *, everything: bool) -> Iterator[str]:
    named = shown_line(now.article.title or now.article.path, 80)
    yield f"article {now.article.id} ({named}): {now.state}"
    listed = now.blockers if everything else now.blockers[:LISTED]
    for one in listed:
        what = f"claim {one.number}: {one.what}" if one.claim else one.what
        yield f"  blocked: {what}: factcheck{place.option()} {one.command}"
    if len(now.blockers) > len(listed):
        yield f"  blocked: {len(now.blockers) - len(listed)} more (--all)"
    yield from (f"  look: {remark}" for remark in now.remarks)
    if now.may_be_signed:
        yield f"  a signature on the article would bind: {now.binding}"


@review.command(
    "stale",
    epilog=example("factcheck review stale", "factcheck --user bob review stale 3 5 7 --nothing-material"),
)
@click.argument("references", metavar="[CLAIM]...", nargs=-1)
@article_option
@click.option("--nothing-material", is_flag=True, help="Sign those that are named anew, all together.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@pass_place
def stale(
    place: Place, references: tuple[str, ...], article: str, *, nothing_material: bool, yes: bool, as_json: bool
) -> None:
    """List the stale claims with what changed since they were signed, word by word; sign several at once.

    With --nothing-material the claims named are signed anew as one decision that names each. That is for another
    spelling, articles and the like: what touches names, numbers, dates, negation, quotations or any other word, was
    decided on since, or rests on a source that has changed in the cited passage, or is gone, is signed by itself
    (`review sign`).
    """
    from factcheck.workbench.stale import sign_nothing_material, stale_claims

    if nothing_material and not references:
        raise click.UsageError("--nothing-material: name the claims")
    with place.open() as bench:
        meant = [bench.find_claim(one, article) for one in dict.fromkeys(references)]
        found = [one for known in articles_meant(bench, article) for one in stale_claims(bench, known)]
        found = [one for one in found if not meant or one.claim.id in meant]
        if as_json and not nothing_material:
            put([*array(_leaving(bench, found)), "\n"])
            return
        for one in found:
            put_lines(stale_lines(one))
        if not nothing_material:
            say(f"{counted(len(found), 'stale claim')}" if found else "no claim is stale")
            return
        if not yes and not agreed("Is nothing material in these?"):
            say("not signed")
            return
        bindings = {one.claim.id: one.binding for one in found}
        signed = sign_nothing_material(bench, {claim: bindings.get(claim, "") for claim in meant})
        say(f"{counted(len(signed), 'claim')} signed anew by {bench.user}; identity {bench.identity()}")


def articles_meant(bench: Workbench, name: str) -> Sequence[ArticleSummary]:
    """Return the article that a person names, or all."""
    return [article_meant(bench, name)] if name else bench.articles()


def stale_lines(one: Stale) -> Iterator[str]:
    """Yield a stale claim with what changed in it, without newlines."""
    row = one.claim
    by = f"signed by {row.reviewer}" if row.reviewer else "signed by nobody"
    yield f"claim {row.number} of {row.article}, {by}: {words_changed(one.before, one.now)}"
    if one.wording != one.signed_wording:
        yield f"  wording when it was signed: {wording_line(one.signed_wording) if one.signed_wording else 'none'}"
        yield f"  wording now: {wording_line(one.wording) if one.wording else 'none'}"
    yield from (f"  {line}" for line in one.sources)
    alone = "no word differs" if one.before == one.now else "nothing material"
    yield (f"  by itself: {one.apart}" if one.apart else f"  {alone}: it may be signed with others")


@review.command("sign-article", epilog=example("factcheck --user eva review sign-article budget"))
@article_argument
@click.option("--digest", metavar="DIGEST", help="Sign only if this is what a signature would bind now.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_place
def sign_article(place: Place, name: str, digest: str | None, *, yes: bool) -> None:
    """Sign an article as a whole: it has to be ready. A change of any claim's sign-off ends it.

    So does a claim that is signed again as it was. Signatures of programs before 2026-12 did not say, and have ended.

    ARTICLE is the start of its id, or a part of its title or path; it may be left out where there is one alone.
    """
    from factcheck.workbench import articles

    with place.open() as bench:
        now = _shown(bench, place, name, digest)
        if not now.blockers and not yes and not agreed("Sign this article?"):
            say("not signed")
            return
        articles.sign_article(bench, now.article, now.binding)
        say(f"article {now.article.id} signed by {bench.user}; identity {bench.identity()}")


@review.command(
    "deadline",
    epilog=example(
        "factcheck review deadline budget --at 2026-11-30T18:00", "factcheck review deadline budget --clear"
    ),
)
@article_argument
@click.option("--at", "written", metavar="TIME", default="", help="2026-11-30 (its end) or 2026-11-30T18:00 (UTC).")
@click.option("--clear", is_flag=True, help="It has none.")
@pass_place
def deadline(place: Place, name: str, written: str, *, clear: bool) -> None:
    """Set the deadline of an article, for all its revisions: what the queue is sorted by."""
    from factcheck.workbench.triaging import set_deadline

    if clear == bool(written):
        raise click.UsageError("give either --at or --clear")
    at = end_of(written, "--at")
    with place.open() as bench:
        article = article_meant(bench, name)
        set_deadline(bench, article, at)
        say(f"article {article.id}: {f'deadline {when(at)}' if at else 'no deadline'}")
        if past := past_deadline(at, bench.now()):
            say(f"warning: {past} (`factcheck{place.option()} review deadline {article.id} --clear` takes it back)")


@review.command(
    "publish", epilog=example("factcheck --user eva review publish budget --where https://example.org/budget")
)
@article_argument
@click.option("--where", metavar="URL", default="", help="Where it is published.")
@click.option("--digest", metavar="DIGEST", help="Only if this is what its signature binds now.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_place
def publish(place: Place, name: str, where: str, digest: str | None, *, yes: bool) -> None:
    """Record that an article is published: from then on it is locked, and a correction is a new revision."""
    from factcheck.workbench import articles

    with place.open() as bench:
        now = _shown(bench, place, name, digest)
        if not now.blockers and not yes and not agreed("Lock this article as published?"):
            say("not locked")
            return
        articles.publish(bench, now.article, now.binding, where)
        say(f"article {now.article.id} is published, and locked")


def _shown(bench: Workbench, place: Place, name: str, digest: str | None) -> ArticleStatus:
    from factcheck.workbench.articles import status_of

    now = status_of(bench, article_meant(bench, name))
    put_lines(_article_lines(place, now, everything=False))
    if digest is not None and not (len(digest) >= 12 and now.binding.startswith(digest)):  # noqa: PLR2004 - as of claims
        raise ConflictError(
            f"a signature would bind {now.binding} now, not {digest or 'nothing'}",
            hint="look at it again: `factcheck review status`",
            subject=f"article {now.article.id}",
        )
    return now


def article_meant(bench: Workbench, name: str) -> ArticleSummary:
    """Return the article that a person names, or the only one.

    Raises:
        InputError: there is none, or several are meant.
    """
    known = bench.articles()
    found = [one for one in known if not name or one.id in articles_named([name], known)]
    if len(found) == 1:
        return found[0]
    what = f"{len(found)} articles are meant" if found else "there is no article yet"
    hint = "name one: " + ", ".join(one.id for one in found) if found else "`factcheck check ARTICLE`"
    raise InputError(what, hint=hint)


__all__ = ["review"]
