"""The benchmarks' material repeats with its seed, and a figure says what it is held against."""

from __future__ import annotations

import gzip
import itertools
import json
import sys
from pathlib import Path

import pytest

from factcheck.workbench import Workbench
from factcheck.workbench.dossier.gathering import article_meant, pack
from tests.bench import material, quoting
from tests.bench.__main__ import SELECT
from tests.bench.figures import Figure
from tests.bench.processes import NotRun, first_frame, plain, printed


def test_the_same_seed_gives_the_same_article():
    assert material.article(40, seed=3) == material.article(40, seed=3)
    assert material.article(40, seed=3) != material.article(40, seed=4)


def test_an_article_is_about_as_long_as_asked():
    assert 1_600 < len(material.article_of_words(2_000, seed=1).split()) < 2_400


def test_every_claim_carries_the_mark():
    assert all(words.startswith(material.MARK) for words in itertools.islice(material.claims(20, seed=1), 20))


def test_the_corpus_has_as_many_paragraphs_as_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(material, "NEWS", tmp_path / "absent")
    material.write_corpus(tmp_path / "corpus.jsonl", 50, seed=1)
    records = [json.loads(line) for line in (tmp_path / "corpus.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sum(len(record["text"].split("\n\n")) for record in records) == 50


def test_a_figure_says_whether_the_target_is_kept_and_how_many_times_the_alternative():
    assert "ok   2.0 x sqlite, ms (40.0)" in Figure("list", 80, "ms", 5, 100, 40, "sqlite, ms").line()
    assert "OVER" in Figure("list", 120, "ms", 5, 100).line()


def test_a_command_that_fails_is_not_run_and_says_why():
    with pytest.raises(NotRun, match="no luck"):
        plain([sys.executable, "-c", "raise SystemExit('no luck')"])
    with pytest.raises(NotRun, match="No such file"):
        plain(["./nonesuch"])


def test_a_program_in_a_terminal_is_timed_to_its_first_frame_and_quit():
    program = "import sys, tty; tty.setcbreak(0); print('ready', flush=True); sys.stdin.read(1)"
    assert first_frame([sys.executable, "-c", program], "ready").mb > 1


def test_the_alternative_reads_columns_that_the_database_has(tmp_path):
    from factcheck.store import Store

    Store(tmp_path / "factcheck.db").close()
    assert plain([sys.executable, "-c", SELECT, str(tmp_path / "factcheck.db")]).seconds > 0


def test_the_plain_finder_counts_quotations_that_somebody_says(tmp_path):
    news = tmp_path / "news.jsonl.gz"
    texts = ["“The road is open again,” said Ann Reed.", "He read “The Long Road to Arle” at home.", "No words here."]
    with gzip.open(news, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in texts)
    result = printed([sys.executable, str(Path(quoting.__file__)), "regex", str(news), "2"])
    assert (result["articles"], result["quotations"]) == (2, 1)


def test_an_extractor_that_is_not_installed_is_not_run(tmp_path):
    with pytest.raises(NotRun):
        printed([str(tmp_path / "python"), "quoting.py"])


def test_every_page_of_the_packed_article_is_in_its_dossier(tmp_path):
    printed([sys.executable, "-m", "tests.bench.packing", str(tmp_path / "p"), "3"])
    with Workbench.open(tmp_path / "p" / "ws", user="bench") as bench, (tmp_path / "scratch").open("w+b") as scratch:
        manifest = pack(bench, article_meant(bench, "packed"), scratch).manifest
    assert sum(part.name.endswith(".warc.gz") for part in manifest.parts) == 3
    assert manifest.missing == ()
