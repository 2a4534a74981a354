"""Who a claim is ascribed to, where several people, a common noun or a date stand before the verb."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims


def claimants(text: str) -> list[str]:
    """Return the names of the claimants of a text, in order."""
    return [claim.claimant.name for claim in extract_claims(text).claims if claim.claimant]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Hill met Paul Dorn. Senator Hill and Paul Dorn said the lock was shut.", "Ann Hill and Paul Dorn"),
        ("Rita Marsh, Colin Weir and Lena Pohl said the mill was safe.", "Rita Marsh, Colin Weir and Lena Pohl"),
        ("The minister and Paul Dorn said the dam had cracked.", "the minister and Paul Dorn"),
        ("Senator Hill and Paul Dorn said the lock was shut.", "Senator Hill and Paul Dorn"),
        ("Supporters of Ann Lee and Ben Hill said the vote was void.", "Supporters of Ann Lee and Ben Hill"),
        ("Harper & Lane said profits rose.", "Harper & Lane"),
        ("Paul Dorn, the mayor of Arle and Pell, said the road was shut.", "Paul Dorn"),
    ],
)
def test_all_who_speak_together_are_named(text: str, who: str) -> None:
    assert claimants(text) == [who]


@pytest.mark.parametrize(
    "subject",
    ["The mayor on 3 May 2019", "The mayor on May 3, 2019,", "The mayor on Feb. 7", "The mayor on Monday"],
)
def test_a_date_between_subject_and_verb_hides_no_speaker(subject: str) -> None:
    assert claimants(f"{subject} said the bridge would close.") == ["the mayor"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The report says that 400 homes will be built.", "the report"),
        ("A source close to the talks said it was late. The source said it was cold.", "a source close to the talks"),
        (
            "A Harrow spokesperson said it was shut. The spokesperson said the mill would open.",
            "Harrow spokesperson",
        ),
        (
            "The Department of Works closed. A Department spokesperson said it was late.",
            "Department of Works spokesperson",
        ),
        ("A Courier/Arle News opinion poll found that 40 per cent agree.", "Courier/Arle News opinion poll"),
        ("A Harrow Institute poll released on Friday found that 40 per cent agree.", "Harrow Institute poll"),
        ("Colin Weir left. Weir of the Arle Young Bakers said that it was late.", "Colin Weir"),
        ("The Arle Sun reported that the mill is shut.", "Arle Sun"),
        ("His wife told the Courier she had left.", "his wife"),
        ("A relative said she was well. The relative said he saw her.", "a relative"),
        ("Harrow Aerospace, the planemaker, is in Arle. The planemaker said it would cut jobs.", "Harrow Aerospace"),
        ("The Ministry of Works bought land. The ministry said it paid £4m.", "Ministry of Works"),
        ("Arle Town Council met. Pell County Council sued. The council said the bridge was shut.", "the council"),
        ("Police said the road was clear.", "Police"),
    ],
)
def test_a_common_noun_stands_as_in_the_text_or_for_the_one_name_it_can_mean(text: str, who: str) -> None:
    assert claimants(text)[-1] == who


@pytest.mark.parametrize(
    "text",
    [
        "This year three terror attacks have been reported in Arle.",
        "An order issued in March named two of the mills.",
        "The transition raises questions about the harbour.",
        "The plan says that 400 homes will be built.",
        "Orders fell in May and stocks in the prior two months were low, suggesting that the mill is losing money.",
        "The board does not plan to hear a “long list of owners and tenants” of the mill.",
        "To the young: “You pay for what the old have spent, and you will pay for years.”",
        "A fisher called Farouq Hale crossed the bay.",
        "Prices fell, and demand from Arle cooled.",
        "It was a Courier News report that some mills are shut.",
        "Only a few years ago were they arguing that the mill would close.",
        "The work was done according to plan and cost £4m.",
        "Ben Marsh, a councillor who was related to those hurt in Sunday's attack, was injured.",
    ],
)
def test_what_cannot_speak_is_no_claimant(text: str) -> None:
    assert claimants(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("One woman who agreed to be named, former clerk Emily Stone, told the Courier she cried.", "Emily Stone"),
        ("“Fine words,” wrote left-leaning columnist and former Lund staffer Amanda Stone.", "Amanda Stone"),
        ("The bill leaves the fund intact, a position farmers say is not acceptable.", "farmers"),
        ("Paul Dorn said at least five barges had sunk.", "Paul Dorn"),
        ("Marta and Colin say they'll serve anyone.", "Marta and Colin"),
        ("Paul Dorn posted on his page that his aunt was safe.", "Paul Dorn"),
        ("Even though most farmers dislike it, they approve of the fund, Dorn said.", "Dorn"),
        ("Paul Dorn’s answer was: “Not before the next spring, and not then.”", "Paul Dorn"),
        ("Paul Dorn took calls in a studio of Radio Arle: “Not before the next spring, and not then.”", "Paul Dorn"),
    ],
)
def test_speakers_are_found_beside_appositions_and_contractions(text: str, who: str) -> None:
    assert claimants(text) == [who]


def test_a_short_answer_is_no_abbreviation_of_number() -> None:
    sentences = [s.text for s in extract_claims("Will it cost more? No. Taxes stay. See No. 4 in Art. 12.").sentences]
    assert sentences == ["Will it cost more?", "No.", "Taxes stay.", "See No. 4 in Art. 12."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chief Dan Moore denied that his officers had fired 12 shots.",
        "Treasurer Jo Finn did not say the fund had lost 5 million.",
        "Jo Finn doubted that the dam was sold in 2019.",
    ],
)
def test_what_is_denied_is_never_a_claim_without_its_denial(sentence: str) -> None:
    (claim,) = extract_claims(sentence).claims
    assert claim.verbatim.rstrip(".") == sentence.rstrip(".")
