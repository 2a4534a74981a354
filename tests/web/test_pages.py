"""Pages made documents: their text and metadata, what they say of themselves, and what is no page."""

from __future__ import annotations

import json
from datetime import date

import pytest

from factcheck.corpus.tiers import TierRules
from factcheck.domain import Stance, Tier
from factcheck.stance import compare
from factcheck.web.pages import Page, Received, read_page
from factcheck.web.stubs import Stub

URL = "https://news.example.org/2024/harbour"
BODY = (
    "The harbour of Ostwick has five cranes, the yearly report of the port authority says.",
    "Maren Holt, who leads the authority, told the council on Monday that a sixth crane would come in spring.",
    "The town has asked the county for a loan, and the county has not answered so far, a spokesman said.",
)
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "Ostwick’s harbour has sixteen cranes",
    "author": {"@type": "Organization", "name": "Ostwick Checks"},
    "itemReviewed": {"@type": "Claim", "author": {"name": "Tobias Fenn"}},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}
ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "Five cranes",
    "author": [{"name": "Rosa Penhale"}, "Idris Calder"],
    "publisher": {"name": "The Ostwick Bell"},
    "datePublished": "2024-11-14T08:00:00+01:00",
    "dateModified": "2024-11-15",
    "inLanguage": "en",
}


def html(*paragraphs: str, head: str = "", title: str = "Five cranes in the harbour") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or BODY)
    head = f"<head><title>{title}</title>{head}</head>"
    return f"<!doctype html><html lang=en>{head}<body><article><h1>{title}</h1>{body}</article></body></html>"


def script(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def read(page: str | bytes, url: str = URL, kind: str = "text/html; charset=utf-8", **more: object) -> Page:
    body = page.encode() if isinstance(page, str) else page
    return read_page(Received(url=url, body=body, content_type=kind, **more))  # type: ignore[arg-type]


def test_a_page_becomes_a_document_with_what_it_says_of_itself() -> None:
    page = read(html(head=script({"@graph": [ARTICLE]})), path="snapshots/ab/x.warc.gz")
    (document,) = page.documents
    source = document.source
    assert all(sentence in document.text for sentence in BODY)
    assert (source.title, source.publisher, source.published) == (
        "Five cranes in the harbour",
        "news.example.org (says it is The Ostwick Bell)",
        date(2024, 11, 14),
    )
    assert "Rosa Penhale" in source.author
    assert (source.language, source.url, source.path) == ("en", URL, "snapshots/ab/x.warc.gz")
    assert page.modified == "2024-11-15"
    assert page.problems == ()


def test_the_host_is_the_publisher_where_the_page_names_none() -> None:
    assert read(html()).documents[0].source.publisher in ("news.example.org", "example.org")


REUTERS = "Reuters"
CLAIMED = [
    f'<meta property="og:site_name" content="{REUTERS}">',
    f'<meta name="application-name" content="{REUTERS}">',
    script({**ARTICLE, "publisher": {"name": REUTERS}}),
]


@pytest.mark.parametrize("head", CLAIMED)
def test_a_name_that_the_host_does_not_bear_out_is_shown_as_claimed(head: str) -> None:
    told = {host: read(html(head=head), url=f"https://{host}/x").documents[0].source.publisher for host in HOSTS}
    assert told == {host: REUTERS if host in REAL else f"{host} (says it is {REUTERS})" for host in HOSTS}


REAL = ("www.reuters.com", "reuters.co.uk")
HOSTS = (*REAL, "evil.example", "reuters.evil.example", "reuters.github.io", "reuters-news.example", "93.184.216.34")


def test_another_address_that_a_page_names_is_not_its_publisher() -> None:
    head = '<link rel="canonical" href="https://www.reuters.com/x"><meta property="og:url" content="https://reuters.com/x">'
    (document,) = read(html(head=head), url="https://evil.example/x").documents
    assert document.source.publisher == "evil.example"


@pytest.mark.parametrize(
    "title", ["The night ferry – a tale", "Ferry sinks – 3.5 million lost", "Ostwick - a town – and its harbour"]
)
@pytest.mark.parametrize("heading", [True, False])
def test_a_dash_in_a_headline_names_no_publisher(title: str, *, heading: bool) -> None:
    page = html(title=title) if heading else html(title=title).replace("h1>", "p>")
    (document,) = read(page).documents
    assert (document.source.title, document.source.publisher) == (title, "news.example.org")


@pytest.mark.parametrize(
    ("title", "head", "url"),
    [
        ("Five cranes | Ferry Times", "", URL),
        ("Five cranes | Harbour | Ferry Times", "", URL),
        ("Five cranes - Ferry Times", '<meta property="og:site_name" content="Ferry Times">', URL),
        ("Ferry Times: Five cranes", "", URL),
        ("Ferry Times – Five cranes", "", "https://www.ferrytimes.example/x"),
        ("Five cranes — Ferry Times", "", "https://www.ferrytimes.example/x"),
        ("Five cranes — ferrytimes.example", "", "https://www.ferrytimes.example/x"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_a_headline(title: str, head: str, url: str) -> None:
    head += f'<meta property="og:title" content="{title}">'
    page = html(title=title, head=head).replace("h1>", "p>")
    (document,) = read(page, url=url).documents
    assert document.source.title == ("Five cranes" if ": " not in title else title)


@pytest.mark.parametrize(
    ("rating", "label"),
    [
        ({"alternateName": "False"}, "False"),
        ({"alternateName": "mostly true"}, "Mostly True"),
        ({"alternateName": "Four noses", "ratingValue": "1", "worstRating": "1", "bestRating": 5}, "False"),
        ({"ratingValue": 3, "worstRating": 1, "bestRating": 5}, "Half True"),
        ({"ratingValue": 4.5, "worstRating": 1, "bestRating": 5, "alternateName": "Nearly"}, "Mostly True"),
        ({"alternateName": "Four noses"}, ""),
        ({"ratingValue": -1, "worstRating": 1, "bestRating": 5, "alternateName": "Satire"}, ""),
        ({"ratingValue": "1e999", "worstRating": True, "bestRating": 0, "alternateName": "x"}, ""),
    ],
)
def test_a_rating_is_read_by_its_name_or_its_place_on_the_scale(rating: dict[str, object], label: str) -> None:
    page = read(html(head=script({**REVIEW, "reviewRating": rating})))
    (review,) = page.markup.reviews
    assert (review.label, review.claimant, review.reviewer) == (label, "Tobias Fenn", "Ostwick Checks")
    assert ("ClaimReview markup" in page.documents[0].text) == bool(label)


@pytest.mark.parametrize(
    ("rating", "stance"), [("False", Stance.CONFLICTS), ("True", Stance.CORROBORATES), ("Half True", Stance.RELATED)]
)
def test_a_ruling_in_the_markup_feeds_the_stance(rating: str, stance: Stance) -> None:
    other = {**REVIEW, "claimReviewed": "The ferry to Lenn sails on Sundays", "reviewRating": {"alternateName": "True"}}
    ruled = {**REVIEW, "reviewRating": {"alternateName": rating}}
    (document,) = read(html(head=script(ruled, other))).documents
    from factcheck.corpus.preparing import passages_of

    found = [passage for passage in passages_of(document) if passage.locator == "ClaimReview markup"]
    assert len(found) == 2
    judged = compare("Ostwick’s harbour has sixteen cranes.", found[0].text)
    assert judged.stance is stance
    assert any(reason.comparator == "rulings" for reason in judged.reasons)


@pytest.mark.parametrize(
    ("declared", "meta", "encoding"),
    [
        ("text/html; charset=windows-1251", "", "cp1251"),
        ("text/html", '<meta charset="windows-1251">', "cp1251"),
        ("text/html; charset=utf-8", "", "utf-8"),
        ("text/html; charset=iso-8859-1", "", "utf-8"),
        ("text/html; charset=nonsense", '<meta http-equiv=x content="text/html; charset=gb2312">', "gb18030"),
        ("text/html; charset=x-none", '<?xml version="1.0" encoding="koi8-r"?>', "koi8-r"),
    ],
)
def test_the_declared_charset_counts_unless_the_bytes_prove_it_wrong(declared: str, meta: str, encoding: str) -> None:
    russian = "В гавани стоят пять кранов, говорится в годовом отчёте портового управления города."
    text = russian if encoding != "gb18030" else "港口管理局的年度报告说，港口有五台起重机，明年春天还会增加一台。"
    page = read(html(text, text[:-1] + "!", head=meta).encode(encoding), kind=declared)
    assert text in page.documents[0].text


def canonical(address: str, url: str = URL, **more: object) -> Page:
    return read(html(head=f'<link rel="canonical" href="{address}">'), url=url, **more)


@pytest.mark.parametrize(
    "written",
    [
        "https://news.example.org/harbour?utm_source=x",
        "http://news.example.org/harbour/",
        "https://news.example.org/harbour/index.html",
        "https://news.example.org:443/harbour#part",
    ],
)
def test_a_page_may_write_its_own_address_otherwise(written: str) -> None:
    page = canonical("https://www.news.example.org/harbour", url=written)
    assert (page.address, page.canonical) == ("https://www.news.example.org/harbour", "")
    assert page.documents[0].source.url == page.address


@pytest.mark.parametrize(
    "claimed",
    [
        "https://www.reuters.com/harbour",
        "https://news.example.org/2024/other",
        "https://news.example.org/",
        "https://news.example.org/2024/harbour?id=7",
        "https://example.org/2024/harbour",
    ],
)
def test_another_canonical_address_is_recorded_and_not_believed(claimed: str) -> None:
    page = canonical(claimed, rules=TierRules(rules=(("host", "*.reuters.com", Tier.PRIMARY),)))
    assert (page.address, page.canonical) == (URL, claimed)
    assert (page.documents[0].source.url, page.documents[0].source.tier) == (URL, Tier.SECONDARY)


@pytest.mark.parametrize("claimed", ["", "mailto:desk@example.org", "http://[::1", "https://a.example/x?token=REMOVED"])
def test_what_is_no_address_is_no_canonical_one(claimed: str) -> None:
    assert (canonical(claimed).address, canonical(claimed).canonical) == (URL, "")


def test_no_key_of_a_canonical_address_is_kept() -> None:
    page = canonical("https://other.example/x?token=hush-hush", salt=b"s")
    assert "hush-hush" not in page.canonical
    assert page.canonical.startswith("https://other.example/x?token=REMOVED-")


def test_a_page_cannot_choose_its_tier() -> None:
    claimed = '<meta name="tier" content="primary"><meta property="og:site_name" content="Gazette of Laws">'
    rules = TierRules(rules=(("publisher", "Gazette*", Tier.PRIMARY),))
    assert read(html(head=claimed), rules=rules).documents[0].source.tier is Tier.SECONDARY


COPY = "https://web.archive.org/web/20191203101500/https://news.example.org/harbour"


def test_an_archived_copy_is_known_by_its_original() -> None:
    page = read(html(), url=COPY, archives=("web.archive.org",))
    source = page.documents[0].source
    assert (page.address, source.url) == ("https://news.example.org/harbour",) * 2
    assert page.archived is not None
    assert page.archived.isoformat() == "2019-12-03T10:15:00+00:00"
    assert source.published == date(2019, 12, 3)
    dated = read(html(head=script(ARTICLE)), url=COPY, archives=("archive.org",))
    assert dated.documents[0].source.published == date(2024, 11, 14)


@pytest.mark.parametrize(
    "url",
    [
        COPY.replace("/https", "id_/https"),
        "https://web.archive.org/web/20191203101500/news.example.org/harbour",
        "https://archive.today/2019.12.03-101500/https://news.example.org/harbour",
        "https://archive.ph/20191203101500/https://news.example.org/harbour",
        "https://arquivo.pt/wayback/20191203101500mp_/https://news.example.org/harbour",
    ],
)
def test_archives_write_their_copies_in_several_ways(url: str) -> None:
    page = read(html(), url=url, archives=("archive.org", "archive.today", "archive.ph", "arquivo.pt"))
    assert page.address.removeprefix("http").removeprefix("s") == "://news.example.org/harbour"
    assert page.archived is not None
    assert page.documents[0].source.published == date(2019, 12, 3)


def test_a_short_link_of_an_archive_is_known_by_its_canonical_address() -> None:
    head = '<link rel="canonical" href="https://archive.ph/2019.12.03-101500/https://news.example.org/harbour">'
    page = read(html(head=head), url="https://archive.ph/AbCdE", archives=("archive.ph",))
    assert (page.address, page.is_copy) == ("https://news.example.org/harbour", True)
    assert page.documents[0].source.published == date(2019, 12, 3)
    other = read(html(head=head), url="https://evil.example/AbCdE", archives=("archive.ph",))
    assert (other.address, other.is_copy) == ("https://evil.example/AbCdE", False)


@pytest.mark.parametrize("stamp", ["2019", "201912"])
def test_a_stamp_of_a_year_or_month_dates_nothing(stamp: str) -> None:
    page = read(html(), url=COPY.replace("20191203101500", stamp), archives=("web.archive.org",))
    assert (page.is_copy, page.archived, page.documents[0].source.published) == (True, None, None)


def test_a_page_below_a_year_is_no_copy() -> None:
    page = read(html(), url="https://news.example.org/2024/report.html", archives=("archive.org",))
    assert (page.is_copy, page.problems) == (False, ())


def test_memento_headers_name_the_original() -> None:
    page = read(
        html(),
        url="https://memory.example.net/x7",
        archives=("memory.example.net",),
        memento="Tue, 03 Dec 2019 10:15:00 GMT",
        link='<https://m.example.net/m>; rel="timemap", <https://news.example.org/harbour>; rel="original timegate"',
    )
    assert page.address == "https://news.example.org/harbour"


def test_only_a_trusted_archive_is_believed() -> None:
    page = read(html(), url=COPY.replace("web.archive.org", "evil.example"), archives=("archive.org",))
    assert page.address.startswith("https://evil.example/")
    assert "no archive that is trusted" in page.problems[0].reason


@pytest.mark.parametrize(
    ("page", "url", "stub", "kept"),
    [
        (html("Sorry, the page you asked for does not exist.", title="Page not found"), URL, Stub.MISSING, 0),
        (html("Maybe it moved. Try the search.", title="404 – Ostwick Bell"), URL, Stub.MISSING, 0),
        (html("Diese Seite wurde nicht gefunden.", title="Hoppla"), URL, Stub.MISSING, 0),
        (
            html(
                "We and our 812 partners store and/or access information on your device for personalised ads.",
                "You can accept all or reject all, or manage settings.",
                title="Before you continue",
            ),
            URL,
            Stub.CONSENT,
            0,
        ),
        (html(title="Welcome"), "https://consent.example.org/collect?to=x", Stub.CONSENT, 0),
        (html(*BODY, "Subscribe to continue reading this article."), URL, Stub.PAYWALL, 1),
        (html(head=script({**ARTICLE, "isAccessibleForFree": "False"})), URL, Stub.PAYWALL, 1),
        (html(), URL, None, 1),
        (html("The search for the missing boat went on, and it was not found.", *BODY), URL, None, 1),
        (html(*BODY * 8, "Subscribe to continue reading.", title="Why paywalls"), URL, None, 1),
    ],
)
def test_what_stands_in_place_of_a_page_is_told(page: str, url: str, stub: Stub | None, kept: int) -> None:
    found = read(page, url=url)
    assert (found.stub, len(found.documents)) == (stub, kept)
    assert bool(found.problems) == (stub is not None)


def test_a_feed_gives_one_document_an_entry() -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The Bell</title>'
        + "".join(
            f"<item><title>News {n}</title><link>{link}</link><description>{BODY[n]}</description></item>"
            for n, link in enumerate(("https://news.example.org/a", "https://elsewhere.example/b"))
        )
        + "</channel></rss>"
    )
    page = read(feed, kind="application/rss+xml")
    assert [d.source.url for d in page.documents] == ["https://news.example.org/a", URL]
    assert [d.source.publisher for d in page.documents] == ["news.example.org (says it is The Bell)"] * 2


def test_plain_text_is_read_and_a_file_is_no_page() -> None:
    assert read("\n\n".join(BODY), kind="text/plain").documents[0].text.startswith("The harbour")
    page = read(b"PK\x03\x04" + b"\x00" * 100)
    assert page.documents == ()
    assert "is no page but a file" in page.problems[0].reason


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "<html>",
        '<script type="application/ld+json">' * 200,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        script({"@type": "ClaimReview", "claimReviewed": ["x"], "reviewRating": 4, "author": [[]]}),
        script({"@type": {"a": 1}}, [None, 1, {"@type": "ClaimReview", "claimReviewed": "x", "itemReviewed": "y"}]),
        "<div>" * 5000,
        f"<script type='application/ld+json'>{{{' ' * 400_000}</script>",
        f"<script type='application/ld+json'>{'-->' * 100_000}</script>",
    ],
)
def test_broken_pages_are_no_fault_of_ours(broken: str) -> None:
    read(broken)
    assert read(html(head=broken)).url == URL


def test_mutated_pages_are_read_without_a_fault() -> None:
    from tests.fuzz_pages import fault, pages

    assert {number: told for number, one in enumerate(pages(60, seed=11)) if (told := fault(one))} == {}


def test_a_comma_after_the_last_item_costs_no_ruling_and_a_broken_one_is_told() -> None:
    comma = json.dumps(REVIEW).removesuffix("}") + ",\n}"
    (review,) = read(html(head=f'<script type="application/ld+json">[{comma}, ]</script>')).markup.reviews
    assert review.label == "False"
    page = read(html(head=f'<script type="Application/LD+JSON">{comma[:-9]}</script>{script(ARTICLE)}'))
    assert [problem.reason for problem in page.problems] == ["its ClaimReview markup is broken, and was not read"]
    assert page.markup.articles


@pytest.mark.parametrize(
    "words",
    [
        "Please enable JavaScript and cookies to continue",
        "Checking your browser before accessing the site.",
        "Verifying you are human. This may take a few seconds.",
    ],
)
def test_a_check_of_the_browser_is_no_page(words: str) -> None:
    page = read(f"<html><head><title>One moment</title></head><body><h1>One moment</h1><p>{words}</p></body></html>")
    assert (page.stub, page.documents) == (Stub.BROWSER, ())


def test_a_page_about_such_checks_is_one() -> None:
    text = "Many sites ask visitors to verify that they are human, and some want readers to enable JavaScript first."
    assert read(html(text, *BODY, *BODY)).stub is None


@pytest.mark.parametrize("page", ["", "<html><body><div id=root></div><script>go()</script></body></html>"])
def test_a_page_without_text_says_what_may_be_the_cause(page: str) -> None:
    assert "it may need JavaScript, which is not run" in read(page).problems[0].remedy


def test_a_password_in_the_address_that_a_page_names_is_no_part_of_its_publisher() -> None:
    page = read(html(head='<meta property="og:url" content="http://anna:swordfish@bell.example/x">'))
    assert {document.source.publisher for document in page.documents} == {"news.example.org"}
