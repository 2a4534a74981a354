"""Who speaks where the sentence does not say: pronouns, paragraphs, interviews, signed block quotations."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Disposition, Form


def claims(text: str) -> tuple[Claim, ...]:
    return extract_claims(text).claims


def who(claim: Claim) -> str:
    return claim.claimant.name if claim.claimant else ""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Councillors Jane Orr and Tim Beck opposed the plan. They said the road would cost £12m.",
            "Jane Orr and Tim Beck",
        ),
        ("Farmers blocked the pass on Monday. They said prices had fallen by a third.", "Farmers"),
        (
            "Researchers at Hull University tracked 400 sheep. They found that half had died.",
            "Researchers at Hull University",
        ),
        ("The Harbour Trust owns 14 piers. It says nine of them are unsafe.", "Harbour Trust"),
        ("The council shut the pool. The pool was built in 1931. It said repairs would cost £2m.", "the council"),
        ("The report was published on Monday. It said 40 libraries had shut.", "the report"),
    ],
)
def test_they_and_it_are_the_subject_of_the_sentence_before_that_can_speak(text: str, speaker: str) -> None:
    assert who(claims(text)[-1]) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee opened the shop in 2004. They said it was risky.",
        "Farmers blocked the pass. It said prices had fallen.",
        "Ann Lee met the farmers on Monday. They said prices had fallen.",
    ],
)
def test_a_pronoun_without_a_plain_antecedent_stays_what_it_is(text: str) -> None:
    assert who(claims(text)[-1]) in {"They", "It"}


def test_an_unresolved_pronoun_is_no_antecedent() -> None:
    assert who(claims("It said the pier was shut. They said prices had fallen.")[-1]) == "They"


OPEN = """The bank closed in May. It had 40 branches.

The bank was shut down, said Tom Lee.

“The money never arrived. It was stolen.

“We waited for two years and sued,” Olga Renn told the court.

“And that was it."""


def test_speech_over_paragraphs_has_the_speaker_whom_its_last_paragraph_names() -> None:
    spoken = [(who(c), c.verbatim, c.form) for c in claims(OPEN) if c.form is Form.DIRECT]
    assert spoken[:3] == [
        ("Olga Renn", "“The money never arrived.", Form.DIRECT),
        ("Olga Renn", "It was stolen.", Form.DIRECT),
        ("Olga Renn", "“We waited for two years and sued,”", Form.DIRECT),
    ]
    assert all(name == "Olga Renn" for name, _, _ in spoken)


INTERVIEW = """Dana Cole was the safety chief of the plant when it leaked. We met her in Leeds.

{mark}When did you first hear of the leak?{mark}

I was told on the Tuesday. Nobody had closed the valve.

{mark}How many people were hurt?{mark}

Eleven people went to hospital. The company said nobody was hurt."""


@pytest.mark.parametrize("mark", ["", "**"])
def test_the_answers_of_an_interview_are_the_words_of_who_is_interviewed(mark: str) -> None:
    found = {c.verbatim: (who(c), c.form) for c in claims(INTERVIEW.format(mark=mark))}
    assert found["Nobody had closed the valve."] == ("Dana Cole", Form.DIRECT)
    assert found["Eleven people went to hospital."] == ("Dana Cole", Form.DIRECT)
    assert found["nobody was hurt"][0] == "the company"
    assert found["We met her in Leeds."] == ("", Form.NONE)


def test_whose_answers_they_are_stays_open_where_two_may_be_asked() -> None:
    text = INTERVIEW.format(mark="**").replace("We met her", "Tom Hale met her")
    found = {c.verbatim: (who(c), c.form) for c in claims(text)}
    assert found["Nobody had closed the valve."] == ("", Form.DIRECT)


def test_an_explainer_that_asks_and_answers_is_no_interview() -> None:
    text = """The rebate opened in May, and Dana Cole runs it.

**Who can claim it?**

Owners of homes built before 1990 can claim it.

**How much is it?**

The rebate was £300 in 2023."""
    assert {who(c) for c in claims(text)} == {""}


SIGNED = ["> {0}\n> — {1}", "{0}\n\n— {1}", "> “{0}”\n>\n> — {1}"]


@pytest.mark.parametrize("layout", SIGNED)
def test_a_block_quotation_is_by_who_signs_it(layout: str) -> None:
    words = "We never turned anybody away, not even at Christmas."
    block = layout.format(words, "Anna Berg, head nurse")
    text = f"The clinic treated 900 people last year.\n\n{block}\n\nThe clinic closed in May."
    found = extract_claims(text)
    [spoken] = [c for c in found.claims if c.form is Form.DIRECT]
    assert who(spoken) == "Anna Berg"
    assert spoken.verbatim.strip("“”") == words
    assert any(s.disposition is Disposition.CAPTION for s in found.sentences)


@pytest.mark.parametrize(
    "signature", ["— Anna Berg", "— Anna Berg, Arle Courier", "— Additional reporting by Anna Berg"]
)
def test_who_signs_an_article_does_not_say_its_last_paragraph(signature: str) -> None:
    text = f"The clinic treated 900 people last year.\n\nThe town paid £4m for it.\n\n{signature}"
    assert {who(c) for c in claims(text)} == {""}
