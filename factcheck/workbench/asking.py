"""What would be asked for a claim, and whether people agreed: the writer's own sources, then the reference list.

Consent is per article: a person agrees to hosts and words, which the log keeps; what goes beyond is asked anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from factcheck.claims.sources.leads import follow
from factcheck.corpus.readers.feeds import is_feed, is_json_feed
from factcheck.domain import Claim, Problem
from factcheck.errors import ElsewhereError, FetchError, RefusedError
from factcheck.matching import claim_terms
from factcheck.review.kinds import Kind
from factcheck.text.addresses import is_home_page, url_key, without_addresses
from factcheck.web.charsets import page_text
from factcheck.web.configured import PLACEHOLDERS, check_fetch, networks_of
from factcheck.web.exchanges import Fetched
from factcheck.web.fetching import Fetcher
from factcheck.web.links import result_links
from factcheck.web.network import Access, cache_fault, transport_for
from factcheck.web.policy import Policy
from factcheck.web.safety import Network, check_public, host_of, shown_host
from factcheck.web.secrets import REMOVED, without_secrets
from factcheck.web.snapshots import SNAPSHOTS, SnapshotStore
from factcheck.web.stopping import Stop
from factcheck.workbench.fetching import Errand, FetchReport, Progress, cache_of, fetch_pages
from factcheck.workbench.reaching import hosts_told, policy_of
from factcheck.workbench.withholding import holds_name, holds_part, may_leave, withheld_names

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

MOST_NAMES = 3
MOST_TERMS = 4
"""Names, and other words, of a claim that go into a search: site searches want all words of a query, so few."""

_FEW_DIGITS = 2
"""Digits of a number that tells a search nothing; a year and a count of hundreds do."""
_PART = " (a part of a name that is withheld stands in it)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would be asked for a claim. `terms` are the exact words that go out in the `searches`.

    `leads`: further hosts (ASCII) that some of it redirected to when it was asked last, or may redirect to;
    `held_back`: how many words of the claim do not go out, since they are of names that are withheld; `left_out`: how
    many addresses are not asked, since such a name stands in them; `never`: those that nobody ever asks, and why.
    """

    claim: str
    revision: str
    citations: tuple[str, ...]
    searches: tuple[str, ...]
    terms: tuple[str, ...]
    leads: tuple[str, ...] = ()
    held_back: int = 0
    left_out: int = 0
    parts: frozenset[str] = frozenset()
    never: Mapping[str, str] = field(default_factory=dict)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts that would be asked, as they are shown to people."""
        asked = hosts_of(url for url in (*self.citations, *self.searches) if url not in self.never)
        return tuple(dict.fromkeys((*asked, *map(shown_host, self.leads))))

    def shown(self, url: str) -> str:
        """Return an address of the plan as people agree to it: its words as they go out, its keys not shown."""
        words = [quote_plus(term) for term in self.terms]
        return without_secrets(url, keep=lambda key: not key.certain or any(word in key.value for word in words))

    @property
    def told(self) -> tuple[str, ...]:
        """The citations as people agree to them; what tells a part of a withheld name, or is never asked, says so."""
        return tuple(f"{self.shown(url)}{self._remark(url)}" for url in self.citations)

    def _remark(self, url: str) -> str:
        if url in self.never:
            return f" (not asked: {self.never[url]})"
        return _PART if url in self.parts else ""

    @property
    def keys(self) -> str:
        """Say that addresses hold keys that go out and are not shown; "" if none does."""
        found = sum(self.shown(url) != url for url in (*self.citations, *self.searches))
        return f"in {found} of these addresses, not shown ({REMOVED})" if found else ""


def hosts_of(urls: Iterable[str]) -> tuple[str, ...]:
    """Return the hosts of some addresses as people are shown them, each once."""
    return tuple(dict.fromkeys(filter(None, map(_host, urls))))


def plan_for(bench: Workbench, claim: str) -> Plan:
    """Work out what would be asked for a claim (its id). Asks nothing.

    Raises:
        SettingsError: a value under [fetch] is not what it has to be.
    """
    check_fetch(bench.settings)
    view = bench.claim(claim)
    said = _said(view.claim)
    names = withheld_names(bench)
    cited = tuple(_cited(bench, claim, view.revision))
    citations = [url for url in cited if not holds_name(url, names)]
    own = [name.name for name in said.names]
    asked_names = tuple(dict.fromkeys(name for name in own if may_leave(name, names)))[:MOST_NAMES]
    others = _words(said, own)
    terms = _with_count(tuple(word for word in others if may_leave(word, names)), said, own)
    held_back = sum(not may_leave(word, names) for word in (*dict.fromkeys(own), *others))
    references = bench.settings.values.fetch.references
    filled = dict.fromkeys(_filled(reference, asked_names, terms) for reference in references)
    searches = [url for url in filled if not holds_name(url, names)]
    asked = (*citations, *searches)
    never = dict(_never_asked(asked, networks_of(bench.settings.values.fetch)))
    leads = (host for host in hosts_told(bench, asked) if host not in set(map(host_of, asked)))
    used = (*asked_names, *terms) if any("{" in reference for reference in references) else ()
    return Plan(
        claim=claim,
        revision=view.revision,
        citations=tuple(citations),
        searches=tuple(searches),
        terms=used,
        leads=tuple(dict.fromkeys(leads)),
        held_back=held_back,
        left_out=len(cited) + len(filled) - len(asked),
        parts=frozenset(url for url in citations if holds_part(url, names)),
        never=never,
    )


def not_agreed(bench: Workbench, plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the hosts and the words of a plan that nobody agreed to for this article yet."""
    hosts: set[str] = set()
    terms: set[str] = set()
    for event in bench.store.events(subject=plan.revision, kinds=[Kind.FETCH_CONSENTED]):
        hosts.update(event.body["hosts"])
        terms.update(event.body["terms"])
    new_hosts = tuple(host for host in plan.hosts if host not in hosts)
    return new_hosts, tuple(term for term in plan.terms if term not in terms)


def agree(bench: Workbench, plan: Plan) -> None:
    """Put on record that this user agrees to what a plan asks."""
    body = {"hosts": list(plan.hosts), "terms": list(plan.terms), "claim": plan.claim}
    with bench.store.transaction() as tx:
        tx.append(
            at=bench.now(),
            user=bench.user,
            kind=Kind.FETCH_CONSENTED,
            subject=plan.revision,
            revision=plan.revision,
            body=body,
        )


def fetch_plan(
    bench: Workbench,
    plan: Plan,
    access: Access,
    *,
    progress: Progress = lambda _, __: None,
    stop: Stop | None = None,
) -> FetchReport:
    """Fetch what a plan names: the citations, the feeds, and the best results of the searches; match the claim anew.

    Raises:
        StateError: nothing may be fetched, or it was stopped.
    """
    from factcheck.workbench.edited import match_now

    stop = stop or Stop()
    hosts = frozenset(filter(None, (*map(host_of, (*plan.citations, *plan.searches)), *plan.leads)))
    policy = policy_of(bench, (), access, hosts=hosts)
    report = FetchReport(pages=())
    found = stop.run(_searched(bench, plan, policy, access)) if plan.searches else _Searched()
    names = withheld_names(bench)
    asked = dict.fromkeys((*plan.citations, *found.feeds, *found.links))
    wanted = [url for url in asked if not holds_name(url, names)]
    if wanted:
        errand = Errand(revision=plan.revision, hosts=hosts, feeds=found.feeds, stop=stop)
        report = fetch_pages(bench, wanted, access, errand=errand, progress=progress)
        match_now(bench, bench.revision(plan.revision), [plan.claim])
    return replace(
        report,
        unfound=tuple(found.problems),
        stopped_at=tuple(found.stopped_at),
        uncached=report.uncached or found.uncached,
    )


@dataclass(slots=True, kw_only=True)
class _Searched:
    """What the searches gave: those that are feeds, what the others list, what was wrong, and where they lead.

    `uncached` as in the report.
    """

    feeds: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    uncached: str = ""
    stopped_at: list[str] = field(default_factory=list)

    def note(self, url: str, reason: str, remedy: str) -> None:
        self.problems.append(Problem(path=without_secrets(url), reason=reason, remedy=remedy))


async def _searched(bench: Workbench, plan: Plan, policy: Policy, access: Access) -> _Searched:
    """Ask the searches."""
    store = SnapshotStore(bench.workspace / SNAPSHOTS)
    most = bench.settings.values.fetch.results
    found = _Searched()
    transport = transport_for(policy, access, cache=cache_of(bench))
    async with Fetcher(policy, transport=transport, now=bench.now) as fetcher:
        for url in plan.searches:
            try:
                fetched = await fetcher.fetch(url)
            except FetchError as error:
                found.note(url, error.message, error.hint)
                found.stopped_at += [error.host] if isinstance(error, ElsewhereError) else []
                continue
            if fetched.fault:
                found.note(url, fetched.fault, "look at `fetch.references`")
                continue
            if is_feed(fetched.body, "") or is_json_feed(fetched.body, ""):
                found.feeds.append(url)
                continue
            store.keep(fetched, text="")
            links = result_links(_text(fetched), fetched.url, plan.terms, most=most, allowed=policy.allowed)
            if not links:
                found.note(
                    url, NOTHING_LISTED, "search there yourself: it may list pages by script, or on another site"
                )
            found.links += links
    found.uncached = cache_fault(transport)
    return found


NOTHING_LISTED = "the site answered the search, and none of the links on its answer has the words that were asked for"


def _never_asked(urls: Iterable[str], allowed: tuple[Network, ...]) -> Iterator[tuple[str, str]]:
    for url in urls:
        try:
            check_public(url, allowed=allowed)
        except RefusedError as error:
            yield url, error.message


def _text(fetched: Fetched) -> str:
    return page_text(fetched.body, fetched.last.header("content-type"), "page.html")[0]


def _cited(bench: Workbench, claim: str, revision: str) -> Iterator[str]:
    """Yield the addresses that the writer gives for a claim, in their order."""
    bound = bench.citations(revision)
    for one, lead in zip(bound, follow([one.citation for one in bound]), strict=True):
        if claim in one.claims:
            yield from dict.fromkeys(filter(None, map(_whole, (one.citation.target, *lead.urls))))


def _whole(url: str) -> str:
    """Return an address in full; "" for what names no page."""
    if is_home_page(url_key(url)):
        return ""
    if url.lower().startswith(("http://", "https://")):
        return url
    key = url_key(url)
    return f"https://{key}" if key else ""


def _said(claim: Claim) -> Claim:
    """Return a claim without the addresses in its words: what a link is called is no word of the claim."""
    text = without_addresses(claim.text)
    return replace(
        claim,
        text=text,
        names=tuple(name for name in claim.names if name.name in text or name.name not in claim.text),
        quotations=tuple(replace(one, text=without_addresses(one.text)) for one in claim.quotations),
    )


def _words(claim: Claim, names: Sequence[str]) -> tuple[str, ...]:
    """Return the telling words of a claim that are not of its names, the heaviest first, numbers of few digits last.

    A site that is searched for "14" and "9" lists whatever page has them.
    """
    named = {term.text for name in names for term in claim_terms(name)}
    terms = [term for term in claim_terms(claim) if term.text not in named]
    return tuple(term.text for term in sorted(terms, key=lambda term: (_is_short_number(term.text), -term.weight)))


def _with_count(words: Sequence[str], claim: Claim, names: Sequence[str]) -> tuple[str, ...]:
    """Return as many words as go out; where the claim counts something in two digits, with that number and its noun.

    "36 deaths" tells one event from another, where "36" would not. A smaller number is written in letters as often.
    """
    named = {word for name in names for word in name.casefold().split()}
    for number, noun in _counts(claim):
        if number in words and (noun in words or noun in named):
            pair = [number, *([noun] if noun in words else [])]
            others = [word for word in words if word not in pair]
            return (*others[: MOST_TERMS - len(pair)], *pair)
    return tuple(words[:MOST_TERMS])


def _counts(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the whole numbers of two digits in a claim, each with what it counts."""
    for one in claim.quantities:
        number = str(one.low)
        if one.low == one.high and number.isdecimal() and len(number) == _FEW_DIGITS and one.noun:
            yield number, one.noun.casefold()


def _is_short_number(word: str) -> bool:
    return not any(c.isalpha() for c in word) and sum(c.isdigit() for c in word) <= _FEW_DIGITS


def _filled(reference: str, names: Sequence[str], terms: Sequence[str]) -> str:
    values = {"query": " ".join((*names, *terms)), "names": " ".join(names), "terms": " ".join(terms)}
    return reference.format(**{name: quote_plus(values[name]) for name in PLACEHOLDERS})


def _host(url: str) -> str:
    return shown_host(host_of(url))
