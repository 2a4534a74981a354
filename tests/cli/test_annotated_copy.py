"""`claim-list --format html`: complete, escaped, self-contained, and harmless where it is opened."""

from __future__ import annotations

import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.domain import Block, Disposition, Ending, Revision, Sentence, Stance
from factcheck.reports.copy.languages import language_of
from factcheck.workbench import Workbench, handing
from factcheck.workbench.editing import withdraw_claim
from factcheck.workbench.triaging import set_deadline
from tests.cli.command import ARTICLE, SOURCE, called, written
from tests.cli.test_sensitivity import SECRET
from tests.factory import NOON, fill, make_bench, make_claim, ticking
from tests.keys import as_user
from tests.reports.samples import HOSTILE

GOLDEN = Path(__file__).parent.parent / "reports" / "golden" / "copy.html"


class Page(HTMLParser):
    """The elements of a page, those left open, and its text."""

    VOID = frozenset({"meta", "br", "link", "img", "hr", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def place(tmp_path) -> list[str]:
    with make_bench(tmp_path / "w", claims=3) as bench:
        bench.set_verdict("c0001", "confirmed", "as it says", cite=["c0001-a"])
        bench.set_verdict("c0002", "contradicted", "five, not two", cite=["c0002-b"])
        bench.set_stance("c0003", "c0003-b", Stance.RELATED)
        tell_sentences(bench)
    with Workbench.open(tmp_path / "w", user="bob", clock=ticking()) as bench:
        bench.sign("c0001", bench.claim("c0001").state.binding)
    return ["--workspace", str(tmp_path / "w"), "--user", "alice"]


def tell_sentences(bench: Workbench) -> None:
    """Give the article of the factory its sentences."""
    text = bench.revision("r1").text
    ends = [found.end() for found in re.finditer(r"\.", text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    sentences = [
        Sentence(start=a, end=b, text=text[a:b], block=Block.BODY, disposition=Disposition.CLAIMS)
        for a, b in zip(starts, ends, strict=True)
    ]
    with bench.store.transaction() as tx:
        tx.add_claims("r1", sentences, [])


def copy(capsys, place, *options: str) -> str:
    ended = called(capsys, *place, "claim-list", "--format", "html", *options)
    assert ended.code == 0, ended.err
    return ended.out


def test_the_copy_is_what_its_golden_file_says(place, capsys):
    shown = copy(capsys, place).replace(f"factcheck {__version__}", "factcheck VERSION")
    shown = re.sub(r"log head [0-9a-f]{12}", "log head DIGEST", shown)  # words stand in the log by digests with a salt
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(shown, encoding="utf-8")
    assert shown == GOLDEN.read_text(encoding="utf-8")


def test_every_claim_has_its_place_its_evidence_and_its_history(place, capsys):
    page = Page(copy(capsys, place))
    ids = {attributes.get("id") for _, attributes in page.elements}
    for number in (1, 2, 3):
        assert {f"t-1-{number}", f"c-1-{number}"} <= ids
    targets = {a["href"].removeprefix("#") for a in page.all("a") if a["href"].startswith("#")}
    assert targets <= ids, "every link within the page leads somewhere"
    for words in ("as it says", "five, not two", "Report a", "The harbour report a says six.", "verdict confirmed"):
        assert words in page.text
    assert "bob" in page.text
    assert page.open == []


def alice_signed(bench: Workbench) -> None:
    bench.set_verdict("c0001", "confirmed", "as it says", cite=["c0001-a"])
    with as_user(bench, "bob") as other:
        other.sign("c0001", other.claim("c0001").state.binding)


def submitted(bench: Workbench) -> None:
    bench.set_verdict("c0001", "confirmed", "as it says", cite=["c0001-a"])
    handing.submit(bench, "c0001", exception="nobody else was there")


def stale(bench: Workbench) -> None:
    alice_signed(bench)
    bench.set_stance("c0001", "c0001-b", Stance.CONFLICTS)


def returned(bench: Workbench) -> None:
    submitted(bench)
    with as_user(bench, "bob") as other:
        handing.send_back(other, "c0001", "look at page 3")


def disputed(bench: Workbench) -> None:
    alice_signed(bench)
    with as_user(bench, "carol") as other:
        handing.dispute(other, "c0001", "there are seven")


def published_open(bench: Workbench) -> None:
    set_deadline(bench, bench.articles()[0], NOON)
    with as_user(bench, "eva") as other:
        handing.close(other, "c0001", Ending.OPEN, "nobody answers")


@pytest.mark.parametrize(
    ("decide", "shown", "told"),
    [
        (str, "1–", "no verdict"),
        (alice_signed, "1C*", "confirmed (signed)"),
        (stale, "1C~", "confirmed (stale)"),
        (submitted, "1C>", "confirmed (in review)"),
        (returned, "1C<", "confirmed (returned)"),
        (disputed, "1C?", "confirmed (disputed)"),
        (lambda bench: handing.waive(bench, "c0001", "a matter of taste"), "1w", "waived"),
        (published_open, "1–o", "no verdict (published open)"),
    ],
)
def test_text_and_heading_tell_how_far_a_verdict_holds(tmp_path, capsys, decide, shown, told):
    with make_bench(tmp_path / "w", claims=1) as bench:
        tell_sentences(bench)
        decide(bench)
    page = Page(copy(capsys, ["--workspace", str(tmp_path / "w"), "--user", "alice"]))
    (mark,) = [a for a in page.all("a") if a.get("class") == "ref"]
    assert mark["aria-label"] == f"claim 1, {told}"
    assert f"cranes.{shown} " in page.text
    assert f"{told}: The harbour" in page.text
    colour = next(a["class"] for a in page.all("mark"))
    assert colour.endswith("unsigned") == ("(signed)" not in told)


def test_a_claim_that_is_withdrawn_is_told_from_one_that_stands(place, capsys):
    with Workbench.open(place[1], user="alice", clock=ticking()) as bench:
        withdraw_claim(bench, "c0002", "no claim")
    page = Page(copy(capsys, place, "--state", "withdrawn"))
    (mark,) = [a for a in page.all("a") if a.get("class") == "ref"]
    assert mark["aria-label"] == "claim 2, contradicted (withdrawn)"
    assert "2X withdrawn" in page.text


def test_it_is_one_file_without_scripts_and_asks_nobody(place, capsys):
    shown = copy(capsys, place)
    page = Page(shown)
    assert not page.all("script")
    assert not [name for name, attributes in page.elements for key in attributes if key.startswith("on")]
    assert not [name for name, attributes in page.elements if "style" in attributes or "src" in attributes]
    policy = next(a["content"] for a in page.all("meta") if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "url(" not in shown


def test_it_says_which_state_it_shows_and_what_is_left_out(place, capsys):
    head = called(capsys, *place, "audit", "head").out.strip()
    page = Page(copy(capsys, place, "--state", "signed"))
    assert head[:12] in page.text
    assert "Not listed: 2 claims by the filters" in page.text
    assert len(page.all("article")) == 1
    assert copy(capsys, place) == copy(capsys, place)


def test_notes_stay_in_the_workspace(place, capsys):
    with Workbench.open(place[1], user="alice", clock=ticking()) as bench:
        bench.add_note("c0003", "call Zanzibar")
    shown = copy(capsys, place)
    assert "Zanzibar" not in shown
    assert "1, kept in the workspace" in shown


def test_hostile_text_is_shown_and_does_nothing(tmp_path, capsys):
    hostile = f"{HOSTILE} </style></script><img src=x onerror=alert(1)> {{{{ 7*7 }}}} &lt;"
    with Workbench.open(tmp_path / "w", user="alice", create=True, clock=ticking()) as bench:
        revision = Revision(id="r1", article="a1", title=hostile, text=hostile, path="javascript:alert(1)")
        whole = Sentence(start=0, end=len(hostile), text=hostile, block=Block.BODY, disposition=Disposition.CLAIMS)
        with bench.store.transaction() as tx:
            tx.add_revision(revision)
            tx.add_claims("r1", [whole], [(make_claim(1, hostile, 0), hostile)])
            from factcheck.workbench.folding import refresh

            refresh(tx, "c0001")
        bench.set_verdict("c0001", "not-checkable", hostile)
    shown = copy(capsys, ["--workspace", str(tmp_path / "w")])
    page = Page(shown)
    assert page.open == []
    assert not page.all("script") + page.all("img")
    assert "{{ 7*7 }}" in page.text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
    assert not [a for a in page.all("a") if "javascript" in (a["href"] or "")]


@pytest.mark.parametrize("sensitivity", ["background", "confidential"])
def test_what_of_a_source_may_not_leave_does_not(tmp_path, capsys, sensitivity):
    place = ["--workspace", str(tmp_path / "ws"), "--user", "alice"]
    source = written(tmp_path, "secret.md", f"---\ntitle: Talk with Quillfeather\n---\n{SECRET}\n")
    called(capsys, *place, "corpus", "add", source, "--sensitivity", sensitivity)
    assert called(capsys, *place, "check", written(tmp_path, "article.txt", ARTICLE)).code == 0
    shown = copy(capsys, place)
    assert f"{sensitivity} source" in shown
    assert "Its words are withheld." in shown
    for word in ("Zanzibar", "Quillfeather", "engineer who wants", "five cranes"):
        assert word not in shown


def test_no_path_of_this_machine_stands_in_it(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "ws"), "--user", "alice"]
    archive = written(tmp_path, "archive.md", SOURCE)
    called(capsys, *place, "check", written(tmp_path, "article.txt", ARTICLE), "--corpus", archive)
    assert str(tmp_path) not in copy(capsys, place)


@pytest.mark.parametrize(
    "text", ["🚗🎉.", "الميناء فيه ست رافعات. قال عمر إن المدينة بنت 40000 منزل في 2023.", "Cranes"]
)
def test_articles_of_emoji_of_another_direction_and_without_claims(tmp_path, capsys, text):
    place = ["--workspace", str(tmp_path / "ws"), "--user", "alice"]
    called(capsys, *place, "check", written(tmp_path, "article.txt", text))
    page = Page(copy(capsys, place))
    assert page.open == []
    assert text.split()[0] in page.text
    assert {p.get("dir") for p in page.all("p") if "dir" in p} == {"auto"}


def test_a_workspace_without_articles(tmp_path, capsys):
    with Workbench.open(tmp_path / "w", user="alice", create=True, clock=ticking()):
        pass
    assert "There is no article." in copy(capsys, ["--workspace", str(tmp_path / "w")])


def test_of_several_articles_each_has_a_part(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    make_bench(tmp_path / "w", claims=1).close()
    called(capsys, *place, "check", written(tmp_path, "article.txt", ARTICLE))
    page = Page(copy(capsys, place))
    assert len(page.all("section")) == 2
    assert len({a.get("id") for _, a in page.elements if a.get("id")}) == sum(
        bool(a.get("id")) for _, a in page.elements
    )
    assert len(Page(copy(capsys, place, "--article", "a1")).all("section")) == 1


IN_GERMAN = "Die Brücke über die Elde hat im vergangenen Jahr 4,5 Millionen Euro gekostet, sagte der Stadtrat."


@pytest.mark.parametrize(
    ("text", "source", "of_text", "of_passage"),
    [
        (IN_GERMAN, f"{IN_GERMAN}\n", "de", "de"),
        (ARTICLE, SOURCE, None, None),
        ("الميناء فيه ست رافعات. قال عمر إن المدينة بنت 40000 منزل في 2023.", "", "und", None),
    ],
)
def test_texts_tell_their_language_where_it_is_not_that_of_the_page(
    tmp_path, capsys, text, source, of_text, of_passage
):
    place = ["--workspace", str(tmp_path / "ws"), "--user", "alice"]
    archive = ["--corpus", written(tmp_path, "archive.md", source)] if source else []
    called(capsys, *place, "check", written(tmp_path, "article.txt", text), *archive)
    page = Page(copy(capsys, place))
    assert page.all("html") == [{"lang": "en"}]
    assert {a.get("lang") for a in page.all("p") if a.get("dir")} == {of_text}
    assert {a.get("lang") for a in page.all("h2")} == {of_text}
    assert {a.get("lang") for a in page.all("blockquote")} == ({of_passage} if source else set())
    assert {a.get("lang") for a in page.all("a") if a.get("class") == "ref"} <= {"en" if of_text else None}


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (IN_GERMAN, "", "de"),
        (IN_GERMAN, "en", "de"),
        ("Six cranes.", "", "en"),
        ("Six cranes.", "en-GB", "en-GB"),
        ("Six cranes.", '"><script>', "en"),
        ("Le maire a annoncé la fermeture du pont, qui a coûté quatre millions.", "fr", "fr"),
        ("Le maire a annoncé la fermeture du pont, qui a coûté quatre millions.", "", "und"),
    ],
)
def test_the_language_of_a_text_is_that_of_its_words_or_as_its_source_says(text, declared, language):
    assert language_of(text, declared) == language


@pytest.mark.parametrize("missing", ["jinja2", "leather"])
def test_without_the_libraries_it_says_what_to_install(place, capsys, monkeypatch, missing):
    from factcheck.reports.copy import rendering

    rendering._template.cache_clear()
    monkeypatch.setitem(sys.modules, missing, None)
    ended = called(capsys, *place, "claim-list", "--format", "html")
    assert (ended.code, ended.out) == (3, "")
    assert f"needs {missing}" in ended.complaint
    assert "factcheck-workbench[html]" in ended.complaint


def test_a_long_article(tmp_path, capsys):
    with Workbench.open(tmp_path / "w", user="alice", create=True, clock=ticking()) as bench:
        fill(bench, claims=300)
        tell_sentences(bench)
    page = Page(copy(capsys, ["--workspace", str(tmp_path / "w")]))
    assert len(page.all("article")) == 300
