"""The annotated copy in a real browser: at three widths, dark and light, on paper, by keyboard, and under axe.

It needs Chromium (Debian: `apt-get install chromium`; or CHROMIUM names it): else these tests are NOT RUN.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.factory import tick_items

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
WIDTHS = (400, 1000, 1600)
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="needs Chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> str:
    """The copy of the worked example, with a verdict that is signed and one that is not."""
    from factcheck.cli.running import run
    from factcheck.workbench import Workbench

    folder = tmp_path_factory.mktemp("copy")
    place = ["--workspace", str(folder / "w")]
    assert run([*place, "--user", "alice", "demo"]) == 0
    with Workbench.open(folder / "w", user="alice") as bench:
        first, second = list(bench.summaries())[:2]
        for row, rating in ((first, "contradicted"), (second, "confirmed")):
            bench.set_verdict(row.id, rating, "as cited", cite=[bench.claim(row.id).evidence[0].id])
    with Workbench.open(folder / "w", user="bob") as bench:
        tick_items(bench, second.id)
        bench.sign(second.id, bench.claim(second.id).state.binding)
    assert run([*place, "claim-list", "--format", "html", "--output", str(folder / "copy.html")]) == 0
    return (folder / "copy.html").as_uri()


@pytest.fixture(scope="module")
def in_browser() -> Iterator[Callable[[Callable[[Any], None]], None]]:
    """Look at a browser in a thread of its own: playwright keeps an event loop that other tests must not meet."""
    from playwright.sync_api import sync_playwright

    with ThreadPoolExecutor(1) as thread:
        started = thread.submit(lambda: sync_playwright().start()).result()
        browser = thread.submit(
            lambda: started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        ).result()
        yield lambda look: thread.submit(look, browser).result()
        thread.submit(browser.close).result()
        thread.submit(started.stop).result()


def test_the_mark_behind_words_from_right_to_left_is_not_torn_apart(in_browser):
    style = (ROOT / "factcheck" / "reports" / "copy" / "copy.css").read_text()
    words = '<p dir="auto">Then <mark>"שלום עולם,"</mark><a class="ref" href="#c">2N</a> said Dana Levi.</p>'

    def look(browser):
        page = browser.new_page()
        page.set_content(f"<style>{style}</style>{words}")
        assert page.evaluate("document.querySelector('.ref').getClientRects().length") == 1
        page.close()

    in_browser(look)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_asks_nobody_and_nothing_is_refused(in_browser, address, tmp_path, width, scheme):
    def look(browser):
        page = browser.new_page(viewport={"width": width, "height": 1200}, color_scheme=scheme)
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("request", lambda request: told.append(request.url) if request.url != address else None)
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert told == []
        beside = page.locator(".text").bounding_box()["x"] < page.locator("#claims").bounding_box()["x"]
        assert beside == (width >= 1000), "the claims stand beside the text where there is room"
        picture = page.screenshot(path=tmp_path / "shot.png")
        assert len(picture) > 10_000
        page.close()

    in_browser(look)


@pytest.fixture(scope="module")
def of_several(tmp_path_factory) -> str:
    """The copy of two articles of the same title, whose claims are numbered alike, and of two in other languages."""
    from factcheck.cli.running import run

    folder = tmp_path_factory.mktemp("several")
    place = ["--workspace", str(folder / "w"), "--user", "alice"]
    for number, cost in enumerate(("£11 million", "£12 million")):
        (folder / f"{number}.txt").write_text(f"The ferry pier\n\nThe pier of Culmouth cost {cost} in 2023.\n")
        (folder / f"{number}.md").write_text(f"The pier of Culmouth cost {cost} in 2023, the board said.\n")
        assert run([*place, "corpus", "add", str(folder / f"{number}.md")]) == 0
    (folder / "2.txt").write_text("Die Brücke\n\nDie Brücke hat im Jahr 2023 4,5 Millionen Euro gekostet.\n")
    (folder / "3.txt").write_text("Le maire a annoncé la fermeture du pont, qui a coûté quatre millions d’euros.\n")
    for number in range(4):
        assert run([*place, "check", str(folder / f"{number}.txt")]) == 0
    assert run([*place, "claim-list", "--format", "html", "--output", str(folder / "copy.html")]) == 0
    return (folder / "copy.html").as_uri()


@pytest.mark.parametrize(("width", "scheme"), [(400, "light"), (1600, "dark")])
@pytest.mark.parametrize("which", ["address", "of_several"])
def test_axe_finds_nothing(in_browser, request, which, width, scheme):
    address = request.getfixturevalue(which)

    def look(browser):
        from axe_playwright_python.sync_playwright import Axe

        context = browser.new_context(
            bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 1200}
        )  # the policy would refuse axe, as it refuses every script
        page = context.new_page()
        page.goto(address)
        found = Axe().run(page, options={"runOnly": LEVELS}).response
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
        assert len(found["passes"]) > 10, "it looked"
        context.close()

    in_browser(look)


def test_a_script_that_is_put_in_does_not_run(in_browser, address):
    def look(browser):
        page = browser.new_page()
        page.goto(address)
        with pytest.raises(Exception, match="Content Security Policy"):
            page.add_script_tag(content="document.title = 'changed'")
        assert page.title() != "changed"
        page.close()

    in_browser(look)


def test_it_can_be_read_by_keyboard_alone(in_browser, address):
    def look(browser):
        page = browser.new_page(viewport={"width": 1000, "height": 800})
        page.goto(address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.url.endswith("#claims")
        page.locator("#t-1-3").focus()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        page.keyboard.press("Enter")
        assert page.url.endswith("#c-1-3")
        page.locator("#c-1-3 summary").focus()
        page.keyboard.press("Enter")
        assert page.locator("#c-1-3 details li").first.is_visible()
        page.close()

    in_browser(look)


def test_on_paper_everything_is_open_and_in_one_column(in_browser, address):
    def look(browser):
        page = browser.new_page(viewport={"width": 1000, "height": 1200})
        page.goto(address)
        page.emulate_media(media="print")
        assert page.locator(".text").bounding_box()["x"] == page.locator("#claims").bounding_box()["x"]
        assert page.locator("#c-1-1 details li").first.is_visible(), "the history is printed though it is folded"
        assert page.locator(".skip").is_hidden()
        assert page.pdf()[:5] == b"%PDF-"
        page.close()

    in_browser(look)
