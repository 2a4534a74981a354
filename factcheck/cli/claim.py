"""`factcheck claim`: one claim, and the decisions on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.completing import ratings
from factcheck.cli.output import agreed, columns, put, say
from factcheck.cli.own_words import warn_of_names
from factcheck.cli.place import Group, Place, Word, example, pass_place
from factcheck.domain import ClaimView, ReviewState, Stance
from factcheck.errors import InputError
from factcheck.reports.wording import wording_line
from factcheck.review.binding import why_stale
from factcheck.review.guards import default_rationale, doubts, objections, rating_named
from factcheck.review.wording import misquoting

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.why_not import WhyNot

F = TypeVar("F", bound=Callable[..., Any])
UNJUDGED = "none"
_DROPPED = (ReviewState.IN_REVIEW, ReviewState.PROPOSED)
"""Where a claim stood, and stands, when what was submitted is another thing now."""
_POSITION = re.compile(r"e([1-9][0-9]{0,5})", re.ASCII)


def claim_argument(function: F) -> F:
    """Add the argument CLAIM and the option --article."""
    function = click.option(
        "--article", metavar="NAME", default="", help="Of this article: start of its id, part of title or path."
    )(function)
    return click.argument("reference", metavar="CLAIM")(function)


def view_of(bench: Workbench, reference: str, article: str) -> ClaimView:
    """Return the claim that a person means by number or start of id."""
    view = bench.claim(bench.find_claim(reference, article))
    place = click.get_current_context().find_object(Place)
    if place:
        place.named[f"claim {view.claim.id}"] = f"claim {reference}"
    return view


def _looked_at(bench: Workbench, reference: str, article: str) -> ClaimView:
    """Return the claim that is meant to be looked at; of one of an earlier revision, what took its decisions over."""
    from factcheck.workbench.finding import heir_of

    meant = bench.find_claim(reference, article, earlier=True)
    view = bench.claim(heir_of(bench.store, meant))
    if view.claim.id != meant:
        say(f"claim {meant} is of an earlier revision: this one, {view.claim.id}, took its decisions over")
    elif view.revision not in {one.revision for one in bench.articles()}:
        say(f"claim {meant} is of an earlier revision, and no claim took its decisions over")
    return view


def tell_stale(bench: Workbench, claim: str, before: ClaimView | None = None) -> None:
    """Say whose sign-off a decision has made stale; of one that was stale `before`, nothing new.

    And that it took a claim out of review, which was in it `before`.
    """
    state = bench.claim(claim).state
    was = before is not None and before.state.review_state is ReviewState.STALE
    if state.review_state is ReviewState.STALE and state.sign_off and not was:
        say(f"the sign-off by {state.sign_off.user} is stale now: {why_stale(state)}")
    submission = before.state.stage.submission if before else None
    if before and submission and (before.state.review_state, state.review_state) == _DROPPED:
        place = click.get_current_context().find_object(Place)
        again = f"factcheck{place.option() if place else ''} review submit {before.summary.number}"
        exception = " --exception REASON" if submission.exception else ""
        say(f"no longer in review: what {submission.user} submitted has changed: `{again}{exception}`")


def tell_left(bench: Workbench, claim: str) -> None:
    """Say which items have to be ticked before the claim can be signed, and the command."""
    from factcheck.workbench.signing import ticks_lacking

    words, command = ticks_lacking(bench, bench.store, claim)
    if words:
        place = click.get_current_context().find_object(Place)
        say(f"left to tick: {words}: `factcheck{place.option() if place else ''} {command}`")


def evidence_of(view: ClaimView, reference: str) -> str:
    """Return the id of the evidence meant: its name in `claim show` (e1), or the start of its id.

    Raises:
        InputError: none fits, it is no evidence any more, or several fit.
    """
    position = _POSITION.fullmatch(reference)
    numbered = view.state.known
    there = {item.id for item in view.evidence}
    if position and int(position[1]) <= len(numbered):
        meant = numbered[int(position[1]) - 1]
        if meant in there:
            return meant
        hint = f"`factcheck claim show {view.claim.id}` names what there is"
        why = "its source left, it was compared anew, or others came before it"
        raise InputError(f"{reference} is no evidence any more: {why}", hint=hint)
    found = [item.id for item in view.evidence if reference and item.id.startswith(reference)]
    if reference in found or len(found) == 1:
        return reference if reference in found else found[0]
    what = f"{len(found)} pieces of evidence are meant by" if found else "there is no evidence"
    raise InputError(f"{what} {reference!r}", hint=f"`factcheck claim show {view.claim.id}` names them e1, e2, ...")


@click.group("claim", cls=Group, epilog=example("factcheck claim show 6"))
def claim() -> None:
    """Show a claim; judge its evidence, give a verdict; split, join, add, correct."""


@claim.command("show", epilog=example("factcheck claim show 6", "factcheck claim show 6 --article 3fa2 --json"))
@claim_argument
@click.option("--brief", is_flag=True, help="The claim, its verdict, and a line for each piece of evidence.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def show(place: Place, reference: str, article: str, *, brief: bool, as_json: bool) -> None:
    """Print a claim with its facets, gaps, evidence, reasons and decisions.

    CLAIM is its number in the claim list, or the start of its id. Of one of an earlier revision, the claim is shown
    that took its decisions over. In the brief form a stance that nobody has judged is a suggestion, with a question
    mark.
    """
    if brief and as_json:
        raise click.UsageError("give either --brief or --json")
    with place.open() as bench:
        view = _looked_at(bench, reference, article)
        if brief:
            from factcheck.reports.claim_page import brief_page

            put(brief_page(view, bench.ratings, columns=columns()))
            return
        from factcheck.workbench.earlier import checked_before
        from factcheck.workbench.facets import facets_of

        before = checked_before(bench, view.claim.id)
        if as_json:
            from factcheck.reports.as_json import to_json, with_more
            from factcheck.reports.disclosure import leaving_facets, leaving_view
            from factcheck.workbench.own_words import OwnWords

            words = OwnWords(bench)
            facets, view = leaving_facets(facets_of(view), view), words.view(leaving_view(view))
            told = [one.leaving(words) for one in before]
            put([to_json(with_more(view, facets=facets, checked_before=told)), "\n"])
            return
        facets = facets_of(view)
        from factcheck.reports.claim_page import claim_page
        from factcheck.reports.earlier import earlier_lines

        blockers, events = bench.blockers(view.claim.id), len(bench.logged(view.claim.id))
        put(
            claim_page(
                view,
                bench.ratings,
                facets=facets,
                blockers=blockers,
                events=events,
                columns=columns(),
                before=earlier_lines(before, bench.ratings),
            )
        )


@claim.command(
    "why-not", epilog=example("factcheck claim why-not 6 3f2a9c", 'factcheck claim why-not 6 "31,000 new homes"')
)
@claim_argument
@click.argument("wanted", metavar="DOCUMENT|WORDS")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def why_not(place: Place, reference: str, article: str, wanted: str, *, as_json: bool) -> None:
    """Say what became of a document's passages in the search for a claim.

    The search is made again: which step left a passage out, at which score and against which limit. The document is
    named by the start of its id, or by words that stand in a passage of it.
    """
    from factcheck.workbench.why_not import why_not as ask

    with place.open() as bench:
        answer = ask(bench, view_of(bench, reference, article).claim.id, wanted)
    if as_json:
        from factcheck.reports.as_json import to_json

        put([to_json(answer), "\n"])
    else:
        put(_why_not_lines(answer))
    if answer.outdated:
        say(
            "this corpus was not searched for the claim yet, or with other limits: `factcheck check ARTICLE` brings "
            "its evidence up to date"
        )


def _why_not_lines(answer: WhyNot) -> Iterator[str]:
    from factcheck.reports.cells import shown_line, wrap
    from factcheck.reports.searches import fate_lines, search_lines

    lines = [shown_line(answer.claim.verbatim), *search_lines(answer.search)]
    for one in answer.passages:
        first, *rest = fate_lines(one.fate, one.evidence, answer.search, one.why_there)
        lines += ["", first, *(f"    {line}" for line in rest)]
    for source in answer.unseen:
        named = shown_line(source.title or source.path or source.id)
        lines += ["", f"{named} ({source.id}): no passage asked about has a word that was searched for"]
    for line in lines:
        yield from (f"{part}\n" for part in wrap(line, columns(), line[: len(line) - len(line.lstrip())]) or [""])


@claim.command("stance", epilog=example("factcheck claim stance 6 e1 conflicts"))
@claim_argument
@click.argument("evidence")
@click.argument("stance", type=Word(Stance, UNJUDGED))
@pass_place
def stance(place: Place, reference: str, article: str, evidence: str, stance: str) -> None:
    """Judge how a piece of evidence bears on a claim; none takes it back.

    EVIDENCE is its name in `claim show` (e1, e2, ...), or the start of its id.
    """
    with place.open() as bench:
        view = view_of(bench, reference, article)
        chosen = None if stance == UNJUDGED else Stance(stance)
        bench.set_stance(view.claim.id, evidence_of(view, evidence), chosen, seen=view.state.seq)
        say(f"saved: claim {view.summary.number}, evidence {evidence}: {stance}")
        tell_stale(bench, view.claim.id, view)


@claim.command("cite", epilog=example("factcheck claim cite 6 e1"))
@claim_argument
@click.argument("evidence")
@click.option("--no", "no_longer", is_flag=True, help="Cite it no longer.")
@pass_place
def cite(place: Place, reference: str, article: str, evidence: str, *, no_longer: bool) -> None:
    """Cite a piece of evidence in the report, or no longer."""
    with place.open() as bench:
        view = view_of(bench, reference, article)
        bench.cite(view.claim.id, evidence_of(view, evidence), cited=not no_longer, seen=view.state.seq)
        say(f"saved: claim {view.summary.number}, evidence {evidence}: {'no longer cited' if no_longer else 'cited'}")
        tell_stale(bench, view.claim.id, view)


@claim.command(
    "verdict",
    epilog=example(
        'factcheck claim verdict 6 --rating contradicted --rationale "The register says 31,000." --cite e1',
        'factcheck claim verdict 6 --rating W --cite e1 --rationale "31,000." --wording "We built 31,000 homes"',
    ),
)
@claim_argument
@click.option(
    "--rating", metavar="RATING", shell_complete=ratings, help="Id, label or letter on the scale (`factcheck config`)."
)
@click.option(
    "--rationale", metavar="TEXT", default="", help="What it rests on; to confirm, source and place of what is cited."
)
@click.option("--cite", "cited", metavar="EVIDENCE", multiple=True, help="Cite this evidence with it; several.")
@click.option("--wording", metavar="TEXT", default="", help="What is to stand in place of the claim's words.")
@click.option("--clear", is_flag=True, help="Take the verdict back, leaving none.")
@click.option("--yes", is_flag=True, help="Do not ask, whatever it is warned of.")
@pass_place
def verdict(place: Place, /, reference: str, article: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Propose a verdict on a claim; another person signs it.

    One that points against all evidence that was judged, or says that nothing was found where something is suggested,
    is warned of first, and recorded with the warning, which whoever signs it sees. Without a terminal it does not ask.
    With --wording it proposes other words, too (`factcheck claim wording`).
    """
    rating, clear, wording = given["rating"], given["clear"], given["wording"]
    if bool(rating) == clear or (clear and wording):
        raise click.UsageError("give either --rating (with --rationale) or --clear")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        if clear:
            bench.clear_verdict(view.claim.id, seen=view.state.seq)
            say(f"saved: claim {view.summary.number} has no verdict")
            return
        cited = [evidence_of(view, name) for name in given["cited"]]
        chosen = rating_named(rating, bench.ratings)
        warnings = (
            *objections(view.state, chosen, view.evidence),
            *(misquoting(view.claim, wording) if wording else ()),
        )
        for warning in warnings:
            say(f"warning: {warning}")
        if warnings and not given["yes"] and not agreed("Record it all the same?"):
            say("not recorded")
            return
        why = given["rationale"] or default_rationale(view, chosen, bench.ratings, cited)
        state = bench.set_verdict(view.claim.id, rating, why, cite=cited, wording=wording, seen=view.state.seq)
        say(f"saved: claim {view.summary.number}: {bench.claim(view.claim.id).summary.rating}")
        if wording and state.wording:
            say(f"wording: {wording_line(state.wording)}")
        for doubt in doubts(state, chosen, view.evidence):
            say(f"warning, on record with the verdict: {doubt}")
        warn_of_names(bench, view, rationale=why, wording=wording)
        tell_left(bench, view.claim.id)
        named = view.claim.id if len(bench.articles()) > 1 else str(view.summary.number)
        say(f"next: another person signs it: `factcheck{place.option()} --user NAME review sign {named}`")
        tell_stale(bench, view.claim.id, view)


@claim.command("note", epilog=example('factcheck claim note 6 "Asked the ministry on Monday."'))
@claim_argument
@click.argument("text")
@click.option("--evidence", metavar="ID", default="", help="On this piece of evidence.")
@pass_place
def note(place: Place, reference: str, article: str, text: str, evidence: str) -> None:
    """Leave a note on a claim, or on one piece of its evidence."""
    with place.open() as bench:
        view = view_of(bench, reference, article)
        bench.add_note(view.claim.id, text, evidence=evidence_of(view, evidence) if evidence else "")
        say(f"saved: note on claim {view.summary.number}")


@claim.command(
    "original",
    epilog=example('factcheck claim original 6 --wording "Wir schaffen das." --language de --translator "Ann Lee"'),
)
@claim_argument
@click.option("--wording", metavar="TEXT", default="", help="What was said, before it was translated.")
@click.option("--language", metavar="TAG", default="", help="Its language (BCP 47: de, pt-BR).")
@click.option("--translator", metavar="NAME", default="", help="Who translated it, where somebody is named.")
@click.option("--clear", is_flag=True, help="Take it back, leaving none.")
@pass_place
def original(place: Place, /, reference: str, article: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Keep the original wording of a translated quotation.

    Where it is in another language than the article, the claim's quotations are read as translations from then on:
    other words of a source agree, another figure, name or negation conflicts. Its evidence is judged anew at once.
    """
    wording, language, clear = given["wording"], given["language"], given["clear"]
    if bool(wording and language) == clear or (clear and (wording or language)):
        raise click.UsageError("give either --wording and --language or --clear")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        if clear:
            bench.clear_original(view.claim.id, seen=view.state.seq)
        else:
            bench.set_original(view.claim.id, wording, language, translator=given["translator"], seen=view.state.seq)
        say(f"saved: claim {view.summary.number}: {'no original' if clear else f'original wording in {language}'}")
        from factcheck.workbench.edited import match_now

        matched, failed = match_now(bench, bench.revision(view.revision), [view.claim.id])
        for remark in (*failed, *(["its evidence is judged anew"] if matched else [])):
            say(remark)
