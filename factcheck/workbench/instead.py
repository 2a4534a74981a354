"""What a site shows in place of a page that was had before: it must not take the place of the good text.

A status, a page that says "not found", and a way back to the site's home page say that the page is gone; a paywall, a
question about cookies or an empty page, that it is not shown to us. Opens nothing.
"""

from __future__ import annotations

from http import HTTPStatus

from factcheck.corpus.publishers import site_of
from factcheck.domain import Problem
from factcheck.text.addresses import is_home_page, may_be_home_page, url_key
from factcheck.web.collecting import Collected
from factcheck.web.kept import KeptPage
from factcheck.web.pages import Page
from factcheck.web.safety import host_of
from factcheck.web.secrets import without_secrets
from factcheck.web.stubs import SAID, Stub

_GONE = frozenset([HTTPStatus.NOT_FOUND, HTTPStatus.GONE])
LEADS_HOME = "the site leads to its home page in place of the page"
HOME = "this is the home page of a site: a list of what is new, which is another tomorrow"
ONE_PAGE = "name one page of it"
ELSEWHERE = "look for its new address, or a copy of it in an archive"


def leads_home(one: Collected) -> bool:
    """Whether a page of a site was asked for, and its home page came."""
    if one.page is None or one.fetched is None or may_be_home_page(url_key(one.asked)):
        return False
    came = url_key(one.fetched.url)
    came_home = is_home_page(came) or (may_be_home_page(came) and one.page.lists)
    return came_home and site_of(host_of(one.asked)) == site_of(host_of(one.fetched.url))


def is_home(page: Page) -> bool:
    """Whether a page is the home page of a site, or of an edition; what lists its entries apart (a feed) is none."""
    key = url_key(page.address if page.is_copy else page.url)
    return len(page.documents) <= 1 and (is_home_page(key) or (may_be_home_page(key) and page.lists))


def stands_in(one: Collected, former: KeptPage) -> bool:
    """Whether what came is no later copy of a page, but stands in its place.

    Where a paywall's free beginning was all that was had, it is compared like any other page.
    """
    if one.page is None:
        return False
    stub = one.page.stub
    return (stub is not None and stub != former.stub) or _turned_home(one, former)


def gone_as(one: Collected, former: KeptPage) -> str:
    """Return why a page that was had before is gone; "" if nothing says so."""
    if one.fetched and one.fetched.last.status in _GONE:
        return one.fetched.fault
    if one.page and one.page.stub is Stub.MISSING:
        return SAID[Stub.MISSING][0]
    return LEADS_HOME if _turned_home(one, former) else ""


def home_told(one: Collected) -> tuple[Problem, ...]:
    """Say that the home page came in place of the page, if it did."""
    told = Problem(path=without_secrets(one.asked), reason=LEADS_HOME, remedy=ELSEWHERE)
    return (told,) if leads_home(one) else ()


def stays_told(one: Collected) -> Problem:
    """Say that the text that was had before stays."""
    return Problem(
        path=without_secrets(one.asked),
        reason="the text that was fetched before stays a source; what came now is kept beside it",
        remedy="look at the page in a browser",
    )


def _turned_home(one: Collected, former: KeptPage) -> bool:
    return leads_home(one) and not may_be_home_page(url_key(former.url))
