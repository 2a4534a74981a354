"""A whole article: one of four stances, with scores, reasons that point into it, and no confidence without ground."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain import Judgement, Stance
from factcheck.stance import compare, compare_article, is_article
from factcheck.stance.articles.article import without_guess
from factcheck.stance.articles.combining import BEARING, Sheet, Sides
from factcheck.stance.articles.figures import figures_lacking
from factcheck.stance.reading.texts import read

CLAIM = "A whale swallowed a fishing boat off the harbour of Lindholm"
STORY = (
    "A whale swallowed a small fishing boat off the harbour of Lindholm on Sunday, the coast guard confirmed.\n\n"
    "The two men on board were pulled out of the water unhurt by a ferry that passed by.\n\n"
    "“It came up under us and then the boat was gone,” the older of the two told local radio.\n\n"
    "The coast guard said that it would publish its pictures of the boat and the whale on Monday.\n\n"
)
HOAX = (
    "No, a whale did not swallow a fishing boat off the harbour of Lindholm. The story is a hoax.\n\n"
    "The picture that was shared thousands of times is fake: it was put together from two photos, and the coast guard "
    "said there is no evidence that any boat was lost.\n\n"
    "The website that made up the story calls itself satire. The claim that a whale swallowed a boat is false.\n\n"
)
ELSEWHERE = (
    "The finance ministry lowered its forecast for growth this year, and said that exports of steel had fallen.\n\n"
    "Economists had expected the cut after a weak spring. The central bank decides on interest rates next week.\n\n"
)
TEXTS = st.text(max_size=400)


def test_an_article_that_calls_it_a_hoax_conflicts() -> None:
    assert compare_article(CLAIM, HOAX).stance is Stance.CONFLICTS


def test_an_article_on_something_else_is_unrelated() -> None:
    assert compare_article(CLAIM, ELSEWHERE * 5).stance is Stance.UNRELATED


def test_an_article_that_tells_the_story_is_about_it() -> None:
    scores = compare_article(CLAIM, STORY).scores
    assert scores[Stance.UNRELATED] < 0.2
    assert scores[Stance.CORROBORATES] > scores[Stance.CONFLICTS]


def test_a_denial_moves_the_scores_towards_a_conflict() -> None:
    story, hoax = compare_article(CLAIM, STORY).scores, compare_article(CLAIM, HOAX).scores
    assert hoax[Stance.CONFLICTS] > story[Stance.CONFLICTS]


def test_the_pages_own_ruling_goes_before_its_wording() -> None:
    page = STORY * 3 + "The coast guard has the boat. We rate this claim {}."
    assert compare_article(CLAIM, page.format("False")).stance is Stance.CONFLICTS
    assert compare_article(CLAIM, page.format("True")).stance is Stance.CORROBORATES


@pytest.mark.parametrize("article", [STORY, HOAX, ELSEWHERE, STORY * 40])
def test_the_stance_is_the_likeliest_and_the_scores_sum_to_one(article: str) -> None:
    judgement = compare_article(CLAIM, article)
    assert set(judgement.scores) == set(Stance)
    assert sum(judgement.scores.values()) == pytest.approx(1.0, abs=0.001)
    assert judgement.confidence == judgement.scores[judgement.stance] == max(judgement.scores.values())


@pytest.mark.parametrize("article", [STORY, HOAX, ELSEWHERE + HOAX])
def test_places_count_from_the_start_of_the_article(article: str) -> None:
    judgement = compare_article(CLAIM, article)
    holds_its_spans(judgement, CLAIM, article)
    assert judgement.aligned is not None
    assert "whale" in judgement.aligned.text


def test_a_stance_that_points_somewhere_has_a_reason() -> None:
    for article in (STORY, HOAX, ELSEWHERE + HOAX):
        judgement = compare_article(CLAIM, article)
        if judgement.stance in (Stance.CONFLICTS, Stance.CORROBORATES):
            assert judgement.reasons


def test_missing_words_are_missing_in_the_whole_article() -> None:
    first = "A whale swallowed a boat. " + "The sea was calm that day. " * 6 + "It lay off the harbour of Lindholm."
    assert not {"harbour", "Lindholm"} & {one.text for one in compare_article(CLAIM, first).missing}


@pytest.mark.parametrize(
    "claim", ["", " ", "whale", "12 31,000 7", "Кит проглотил лодку в порту", "鯨が船を飲み込んだ", "\x00\x1b[31m"]
)
def test_no_stance_is_confident_on_a_claim_that_says_too_little_or_is_in_other_letters(claim: str) -> None:
    judgement = compare_article(claim, HOAX)
    assert judgement.stance in (Stance.RELATED, Stance.UNRELATED)
    assert judgement.confidence < 0.5


def test_an_empty_article_is_unrelated() -> None:
    for article in ("", " \n", "\x00\x07"):
        assert compare_article(CLAIM, article).stance is Stance.UNRELATED


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_gives_a_defined_result(claim: str, article: str) -> None:
    judgement = compare_article(claim, article)
    assert sum(judgement.scores.values()) == pytest.approx(1.0, abs=0.01)
    holds_its_spans(judgement, claim, article)


def holds_its_spans(judgement: Judgement, claim: str, article: str) -> None:
    for reason in judgement.reasons:
        assert all(claim[span.start : span.end] == span.text for span in reason.claim_spans)
        assert all(article[span.start : span.end] == span.text for span in reason.passage_spans)
    if judgement.aligned is not None:
        assert article[judgement.aligned.start : judgement.aligned.end] == judgement.aligned.text


def test_scores_are_the_same_in_another_process() -> None:
    program = (
        "import sys, json; from factcheck.stance import compare_article; "
        "print(json.dumps(compare_article(*json.loads(sys.stdin.read())).scores))"
    )
    given_texts = json.dumps([CLAIM, HOAX])
    for seed in ("1", "2"):  # no order of a set may tell
        done = subprocess.run(
            [sys.executable, "-c", program],
            input=given_texts,
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        )
        assert json.loads(done.stdout) == compare_article(CLAIM, HOAX).scores


def test_judging_needs_no_learning_library() -> None:
    program = (
        "import sys; from factcheck.stance import compare_article; "
        f"compare_article({CLAIM!r}, {HOAX!r}); "
        "print([one for one in ('numpy', 'scipy', 'sklearn') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_weights_are_a_small_file_that_names_its_data() -> None:
    found = resources.files("factcheck.stance.articles").joinpath("article.json").read_text(encoding="utf-8")
    assert len(found.encode()) < 1_000_000
    assert "FNC-1 train" in json.loads(found)["note"]


def test_a_text_longer_than_a_passage_is_an_article() -> None:
    assert not is_article(STORY)
    assert is_article(STORY * 40)


def test_a_passage_has_scores_too() -> None:
    assert set(compare(CLAIM, STORY).scores) == set(Stance)


def test_a_passage_that_points_elsewhere_than_the_article_is_named() -> None:
    filler = " ".join(f"The harbour office counted {n} ships in week {n}, as in the year before." for n in range(60))
    claim = "The council of Ostwick approved 40,000 new homes in March 2021."
    judgement = compare_article(claim, f"{filler}\n\n{claim}\n\n{filler}")
    said = [one.message for one in judgement.reasons if one.comparator == "article"]
    assert judgement.stance is Stance.CORROBORATES or any("one passage by itself corroborates" in one for one in said)


VOTE = (
    "The council of Ostwick voted 9 to 4 on Tuesday {} a ban on plastic bags, after a debate of three hours.\n\n"
    "Shopkeepers had warned that a ban would cost them customers. The mayor said the town would help them.\n\n"
    "“We heard both sides,” said councillor Ruth Bell. “People want less waste.”\n\n"
)


def test_a_vote_against_a_ban_does_not_corroborate_the_ban() -> None:
    claim = "The council of Ostwick banned plastic bags"
    against, in_favour = (compare_article(claim, VOTE.format(word)) for word in ("against", "for"))
    assert against.stance is not Stance.CORROBORATES
    assert in_favour.stance is not Stance.CONFLICTS
    assert in_favour.scores[Stance.CORROBORATES] > against.scores[Stance.CORROBORATES]


@pytest.mark.parametrize(
    ("claim", "article", "likeliest"),
    [
        ("affirms", "affirms", Stance.CORROBORATES),
        ("denies", "denies", Stance.CORROBORATES),
        ("affirms", "denies", Stance.CONFLICTS),
        ("denies", "affirms", Stance.CONFLICTS),
        ("affirms", "open", Stance.RELATED),
        ("open", "denies", Stance.RELATED),
    ],
)
def test_how_two_texts_stand_to_each_other_follows_from_where_each_stands(
    claim: str, article: str, likeliest: Stance
) -> None:
    sheet = Sheet((0.0, 0.0, 0.0), {}, {"affirms": (5.0, 0.0, 0.0), "denies": (0.0, 5.0, 0.0), "open": (0.0, 0.0, 5.0)})
    mine = Sheet(sheet.constant, {}, {f"claim:{run}": weights for run, weights in sheet.wordings.items()})
    shares = Sides(claim=mine, article=sheet).shares({}, frozenset([f"claim:{claim}", article]))
    assert sum(shares) == pytest.approx(1.0)
    assert BEARING[shares.index(max(shares))] is likeliest


def test_an_article_that_is_not_read_to_its_end_says_so() -> None:
    judgement = compare_article(CLAIM, f"{STORY}\n\n" + "The ferry sailed on. " * 12_000)
    assert "only the start of the article was read" in judgement.badges


def test_a_figure_that_an_article_has_nowhere_is_not_borne_out_by_its_wording() -> None:
    claim = "A whale swallowed a fishing boat with 17 men off the harbour of Lindholm"
    assert compare_article(claim.replace("17", "two"), STORY).stance is Stance.CORROBORATES
    judgement = compare_article(claim, STORY)
    assert judgement.stance is Stance.RELATED
    assert "the article has nowhere “17”" in [one.message for one in judgement.reasons]


@pytest.mark.parametrize(
    ("claim", "article", "lacking"),
    [
        ("It cost $72m.", "It cost $72 million.", []),
        ("It has 7 gates.", "It has seven gates.", []),
        ("It has 50,000 jobs.", "It has 50 jobs.", ["50,000"]),
        ("It has jobs.", "It has none.", []),
    ],
)
def test_the_digits_of_a_figure_are_looked_for(claim: str, article: str, lacking: list[str]) -> None:
    assert [one.text for one in figures_lacking(read(claim), read(article))] == lacking


def test_what_only_its_wording_says_of_an_article_is_no_suggestion() -> None:
    guessed = compare_article("The coast guard confirmed that a whale is gone", STORY)
    borne_out = compare_article(CLAIM, STORY)
    shown = without_guess(guessed)
    assert guessed.stance is Stance.CORROBORATES
    assert (shown.stance, shown.scores, shown.confidence) == (
        Stance.RELATED,
        guessed.scores,
        guessed.scores[Stance.RELATED],
    )
    assert without_guess(borne_out) == borne_out


MINUTES = (
    "The council of Halm met on Monday to talk about the budget. It was a long meeting, and few had come.\n\n"
    "After four hours the council voted by 14 to 9 to borrow 4.8 million euros for the bridge. "
    "The treasurer said that interest would be 3 per cent.\n\n"
    "The chair thanked the staff, and the next meeting is in June. The pool remains shut until then.\n\n"
)
LOAN = "The council of Halm voted by 14 to 9 to borrow {} million euros for the bridge."


def test_what_a_passage_of_an_article_contradicts_is_suggested_with_its_reasons() -> None:
    found = compare_article(LOAN.format("4.2"), MINUTES)
    assert any("4.2 million euros" in one.message and "4.8 million euros" in one.message for one in found.reasons)
    shown = without_guess(found)
    assert shown.stance is Stance.CONFLICTS
    assert shown.confidence == shown.scores[Stance.CONFLICTS] == max(shown.scores.values())
    assert without_guess(compare_article(LOAN.format("4.8"), MINUTES)).stance is Stance.CORROBORATES


def test_passages_that_point_both_ways_leave_the_side_of_an_article_open() -> None:
    other = LOAN.format("4.2").replace("voted", "at first voted")
    found = without_guess(compare_article(LOAN.format("4.8"), f"{MINUTES}{other}\n\n{MINUTES}"))
    assert found.stance is not Stance.CONFLICTS


def test_of_an_article_that_was_read_in_part_no_more_is_said_than_that() -> None:
    start = "The ferry to Moss ran late again on Monday, and the harbour was full of boats. " * 3000
    claim = "The council of Halm voted 14 to 9 to sell the mill."
    unread = compare_article(claim, f"{start}{claim}")
    assert unread.confidence < 0.5
    assert not any("the article has nowhere" in one.message for one in unread.reasons)
    worded = "The council of Halm voted to sell the mill, the council of Halm said of the mill. "
    found = compare_article(claim, worded + start)
    assert all(not one.message.startswith("the article has nowhere") for one in found.reasons)
