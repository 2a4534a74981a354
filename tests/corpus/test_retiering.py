"""Tiers by other rules than before: told, and applied when a file is read again or the index built anew."""

from __future__ import annotations

from pathlib import Path

from factcheck.corpus import Corpus, TierRules
from factcheck.domain import Candidate, Tier, Within

PRIMARY = TierRules(rules=(("publisher", "city*", Tier.PRIMARY),))


def page(path: Path, publisher: str, *said: str) -> Path:
    head = ["---", f"title: {path.stem}", f"publisher: {publisher}", *said, "---"]
    path.write_text("\n".join([*head, "", f"The {path.stem} ferry stops at noon."]))
    return path


def tiers(corpus: Corpus) -> dict[str, Tier]:
    return {one.title: one.tier for one in corpus.sources()}


def titles(found: list[Candidate]) -> set[str]:
    return {one.source.title for one in found}


def filled(folder: Path) -> list[Path]:
    folder.mkdir()
    return [
        page(folder / "north.md", "City of Ostwick"),
        page(folder / "south.md", "Lake Post"),
        page(folder / "east.md", "City of Ostwick", "tier: secondary"),
    ]


def test_other_rules_are_told_and_applied_by_a_rebuild(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add(filled(tmp_path / "pages"))
        digest = corpus.digest
        assert (set(tiers(corpus).values()), corpus.retiered()) == ({Tier.SECONDARY}, 0)
    with Corpus.open(tmp_path / "corpus", rules=PRIMARY) as corpus:
        assert corpus.retiered() == 1
        assert corpus.search_within(Within(tier=Tier.PRIMARY), "ferry", 9) == []
        assert corpus.rebuild() == 3
        assert tiers(corpus) == {"north": Tier.PRIMARY, "south": Tier.SECONDARY, "east": Tier.SECONDARY}
        assert titles(corpus.search_within(Within(tier=Tier.PRIMARY), "ferry", 9)) == {"north"}
        assert (corpus.retiered(), corpus.digest, corpus.verify()) == (0, digest, ())


def test_what_is_read_again_has_its_tier_by_the_rules_that_hold_now(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add(filled(tmp_path / "pages"))
    with Corpus.open(tmp_path / "corpus", rules=PRIMARY) as corpus:
        report = corpus.add([tmp_path / "pages"])
        assert (report.added, report.unchanged) == (0, 3)
        assert tiers(corpus) == {"north": Tier.PRIMARY, "south": Tier.SECONDARY, "east": Tier.SECONDARY}
        assert titles(corpus.search_within(Within(tier=Tier.PRIMARY), "ferry", 9)) == {"north"}
        assert (corpus.stats().passages, corpus.verify()) == (3, ())
