"""What a revision changed in a sentence, word by word."""

from __future__ import annotations

from factcheck.reports.revisions import words_changed


def test_what_is_taken_out_stands_apart_from_the_word_that_follows() -> None:
    before, now = "A survey by the engineers found cracks.", "A new survey by engineers found cracks."
    assert words_changed(before, now) == "A {+new+} survey by [-the-] engineers found cracks."


def test_what_is_taken_out_at_the_end_stands_apart_from_the_word_before() -> None:
    assert words_changed("It rose by 3% in May.", "It rose by 3%.") == "It rose by 3%. [-in May-]"
