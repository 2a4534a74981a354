"""Several voices in one sentence: each claim has its own speaker, and what is the writer's has none."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Content, Form

Said = tuple[str, str]
"""The speaker ("" for the article itself, "?" for one who is not named) and what is said."""


def claims(text: str) -> tuple[Claim, ...]:
    return extract_claims(text).claims


def said(text: str) -> list[Said]:
    return [(_who(claim), claim.verbatim) for claim in claims(text)]


def _who(claim: Claim) -> str:
    if claim.claimant is None:
        return "" if claim.form is Form.NONE else "?"
    return claim.claimant.name


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "A treasurer who told the bench she “never saw the ledger” was fined £9,000 on Friday.",
            [("a treasurer", "she “never saw the ledger”"), ("", "was fined £9,000 on Friday.")],
        ),
        (
            "The brewery, which says it employs 90 people, paid no duty last year.",
            [("the brewery", "it employs 90 people"), ("", "paid no duty last year.")],
        ),
        (
            "The envoy, who claims to have been at sea, met him twice in Oslo.",
            [("the envoy", "to have been at sea"), ("", "met him twice in Oslo.")],
        ),
        (
            "A porter who claimed that he had been pushed won £12,000 in damages.",
            [("a porter", "he had been pushed"), ("", "won £12,000 in damages.")],
        ),
        (
            "Tenants who say the water smells of rust have been given filters.",
            [("Tenants", "the water smells of rust"), ("", "have been given filters.")],
        ),
        (
            "The woman who police say drove the van was held in Ghent.",
            [("police", "drove the van"), ("", "was held in Ghent.")],
        ),
        (
            "The dam, which the owner says is sound, leaked twice in 2021.",
            [("the owner", "is sound"), ("", "leaked twice in 2021.")],
        ),
        (
            "Ruth Quill, who told the paper she had “no regrets,” moved to Malta in 2018.",
            [("Ruth Quill", "she had “no regrets,”"), ("", "moved to Malta in 2018.")],
        ),
    ],
)
def test_the_main_clause_around_a_relative_clause_is_the_article_s(text: str, parts: list[Said]) -> None:
    found = [(who, words.rstrip(".")) for who, words in said(text)]
    assert found == [(who, words.rstrip(".")) for who, words in parts]


def test_the_main_clause_is_worded_with_its_subject() -> None:
    main = claims("The brewery, which says it employs 90 people, paid no duty last year.")[-1]
    assert main.text.startswith("[The brewery] paid no duty")


@pytest.mark.parametrize(
    "text",
    [
        "A porter who said that the men who pushed him when he fell were drunk and loud.",
        "The brewery, which says it employs 90 people.",
    ],
)
def test_a_relative_clause_whose_end_cannot_be_told_gives_the_sentence_to_nobody(text: str) -> None:
    assert said(text) == [("", text)]


def test_a_relative_clause_that_ends_the_sentence_needs_no_main_verb() -> None:
    assert ("Ruth Quill", "the dam was sound") in said("The board heard from Ruth Quill, who said the dam was sound.")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The parish put the bill at £3m, but inspectors put it at £5m.",
            [("the parish", "The parish put the bill at £3m"), ("inspectors", "inspectors put it at £5m")],
        ),
        (
            "Police said 12 people drowned, while a harbour spokesman said 15 were lost.",
            [("Police", "12 people drowned"), ("a harbour spokesman", "15 were lost")],
        ),
        (
            "Ministers insist the fund is full, although the audit office says it holds only £2m.",
            [("Ministers", "the fund is full"), ("the audit office", "it holds only £2m")],
        ),
        (
            "Tom Brill said the deal was dead, and Ada Stone agreed that it had failed.",
            [("Tom Brill", "the deal was dead"), ("Ada Stone", "it had failed")],
        ),
        (
            "The mayor said the road would open in May; the builder said July.",
            [("the mayor", "the road would open in May"), ("the builder", "July")],
        ),
        (
            "The bank estimates the loss at $3 billion; analysts at Corvin expect $5 billion.",
            [
                ("the bank", "The bank estimates the loss at $3 billion"),
                ("analysts at Corvin", "analysts at Corvin expect $5 billion"),
            ],
        ),
    ],
)
def test_a_second_voice_is_a_claim_of_its_own(text: str, parts: list[Said]) -> None:
    assert said(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Lee said the firm had grown, and the board would seek a loan.",
        "Lee said that the firm had grown, but that costs had risen.",
        "Lee said it was late, but he would stay.",
    ],
)
def test_what_the_same_speaker_goes_on_with_is_no_second_voice(text: str) -> None:
    assert {who for who, _ in said(text)} == {"Lee"}


@pytest.mark.parametrize(
    "text",
    [
        "He repeated the figure on Fox’s “The Evening Round” on Monday.",
        "The so-called “right to be let alone” law took effect in 2018.",
        "Under the “Keep Our Rivers Clean Act”, mills must report every spill.",
        "Known as “the Butcher of Brack”, Collins served 12 years.",
        "The painting, “Woman With a Blue Jug, Seated”, was sold for £3m.",
        "The minister’s “war on the driver, the smoker and the drinker” has cost £90m.",
    ],
)
def test_a_title_a_nickname_and_a_law_are_no_speech(text: str) -> None:
    [only] = claims(text)
    assert (only.form, only.claimant, only.verbatim) == (Form.NONE, None, text)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "The report, “Broken Words: Ten Years of Cuts”, found that 40 libraries had shut.",
            "the report",
            "40 libraries",
        ),
        ("A dossier, obtained by the Courier, says 14 officers lied.", "a dossier", "14 officers lied"),
        ("“Never Again,” she said, walking past Ann Reed.", "she", "“Never Again,”"),
        ("Advisers claim the treaty is dead.", "Advisers", "the treaty is dead"),
        ("Neighbours objected that the tower would block the light.", "Neighbours", "the tower would block the light"),
        ("The firm disputed that any data had been lost.", "the firm", "The firm disputed"),
        ("Insurers put the damage at €40m.", "Insurers", "Insurers put the damage"),
        ("The ministry expects the deficit to fall to 3 per cent.", "the ministry", "The ministry expects"),
        ("Analysts polled by Corvin forecast growth of 2.1 per cent.", "Analysts", "Analysts polled"),
        ("The road was closed at noon, Marsh told reporters.", "Marsh", "The road was closed at noon"),
        ("The raid lasted a day, according to a police statement, Marsh told reporters.", "Marsh", "The raid lasted"),
        ("Ann Reed spoke first. He’s saying that it is over, she added.", "Ann Reed", "He’s saying that it is over"),
    ],
)
def test_a_speech_act_has_its_speaker(text: str, speaker: str, words: str) -> None:
    last = claims(text)[-1]
    assert _who(last).startswith(speaker)
    assert last.verbatim.startswith(words)


def test_an_estimate_is_a_fact_and_a_forecast_a_prediction() -> None:
    assert claims("Insurers put the damage at €40m.")[0].content is Content.FACT
    assert claims("The ministry expects growth of 3 per cent.")[0].content is Content.PREDICTION


@pytest.mark.parametrize(
    ("text", "words", "medium"),
    [
        ("The jury was told that Pike hid the money in Jersey.", "Pike hid the money in Jersey", "jury"),
        ("The court heard that Pike spent £20,000 on watches.", "Pike spent £20,000 on watches", "court"),
        ("Jurors heard how Pike moved £2m abroad.", "Pike moved £2m abroad", "Jurors"),
        ("The inquest was told the driver had been awake for a day.", "the driver had been awake for a day", "inquest"),
        ("Pike made 40 transfers, Arle Crown Court heard.", "Pike made 40 transfers", "Arle Crown Court"),
        ("It was claimed in court that Pike had bribed two men.", "Pike had bribed two men", "court"),
        ("It is understood that the sale fell through in May.", "the sale fell through in May", ""),
        ("Two officers are alleged to have lied.", "Two officers are alleged to have lied", ""),
    ],
)
def test_who_is_told_is_not_who_says_it(text: str, words: str, medium: str) -> None:
    [only] = claims(text)
    assert (_who(only), only.form, only.verbatim, only.medium) == ("?", Form.INDIRECT, words, medium)
    assert only.cue is not None


def test_who_tells_a_court_is_named_by_by() -> None:
    [only] = claims("The jury was told by the surgeon Ann Reed that the wound was old.")
    assert (_who(only), only.verbatim, only.medium) == ("Ann Reed", "the wound was old", "jury")


def test_an_outlook_without_a_source_is_the_article_s() -> None:
    assert said("Revenues are expected to rise by nine per cent this year.")[0][0] == ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Dorn, who has called the pact “a farce from start to end”, is weighing whether to leave it.",
            [("Dorn", "the pact “a farce from start to end”"), ("", "is weighing whether to leave it")],
        ),
        (
            "So when Joan Hill insists that he is “a man of his word,” apparently she has not read the file.",
            [("Joan Hill", "he is “a man of his word,”"), ("", "apparently she has not read the file")],
        ),
        (
            "After all, in 2008 Tom Lee opened the mill and in 2010 he said “everybody should visit it”.",
            [("", "in 2008 Tom Lee opened the mill"), ("Tom Lee", "“everybody should visit it”")],
        ),
        (
            "Fans were left fuming, with one writing on Facebook: “He should be ashamed of himself.”",
            [("", "Fans were left fuming"), ("one", "“He should be ashamed of himself.”")],
        ),
        (
            "“Nobody listened to us,” said Rosa Dell, 61, who has lived beside the line since 1988.",
            [
                ("Rosa Dell", "“Nobody listened to us,”"),
                ("", "Rosa Dell, 61, who has lived beside the line since 1988"),
            ],
        ),
        (
            "Dorn, who accused the town of stalling over the wall, has said he will stand again.",
            [("", "Dorn, who accused the town of stalling over the wall"), ("Dorn", "he will stand again")],
        ),
        (
            "Students also accuse her of “open contempt for the poor,” the Courier reported.",
            [("Courier", "Students also accuse her of “open contempt for the poor,”")],
        ),
    ],
)
def test_nobody_is_given_a_clause_that_is_another_s(text: str, parts: list[Said]) -> None:
    assert [(who, words.rstrip(".")) for who, words in said(text)] == [(w, c.rstrip(".")) for w, c in parts]


@pytest.mark.parametrize(
    "text",
    [
        "The plan was dropped at Weir Farm, despite a warning that an appeal could cost £1m.",
        "Members of the House added $5 billion to a bill that was meant to keep the doors open.",
        "This is the player once dubbed by the Courier as “the most powerful voice in his whole profession.”",
        "The plan Dunn made “some people very angry and others rather happy”.",
    ],
)
def test_what_only_looks_like_saying_is_the_article_s(text: str) -> None:
    assert {who for who, _ in said(text)} == {""}


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Prof Karl Wise of the Hale Institute, who was not involved, said the sample was small.",
            "Karl Wise",
            "the sample",
        ),
        (
            "Bees can count to four, according to a study published in the journal Insect Minds.",
            "study published",
            "Bees",
        ),
        ("Hugh Brand left. Brand & Sons, which makes sails, said it would appeal.", "Brand & Sons", "it would appeal"),
        ("“It is over,” said Konrad von Eck, a commentator.", "Konrad von Eck", "“It is over,”"),
        (
            "“It is shut,” the Arle department of fire (ArFire) chief Ken Pim told reporters.",
            "Ken Pim",
            "“It is shut,”",
        ),
        ("“Attendance fell by 60 percent,” Channel 4 reported.", "Channel 4", "“Attendance"),
        ("As the Courier reported, there was no evidence of a crime.", "Courier", "there was no evidence"),
        ("Ann Reed told GBS’ “Face the Town” earlier on Sunday that such plans would wait.", "Ann Reed", "such plans"),
        ("The mayor said in May it would hire 90 people.", "the mayor", "it would hire"),
        ("Judge Helen Fry told jurors to ignore what the papers wrote.", "Helen Fry", "Judge Helen Fry told"),
        ("The union that represents the crew called the cuts “a betrayal.”", "the union", "the cuts “a betrayal"),
        ("And among voters, 75 percent say that taxes are too high.", "75 percent", "taxes are"),
        ("The Mail on Sunday revealed that the fund was empty.", "Mail on Sunday", "the fund was"),
        ("Supporters claim stewards locked an exit; the club denies it.", "the club", "the club denies it"),
        ("Nine men fled, it was claimed last night.", "?", "Nine men fled"),
    ],
)
def test_a_speaker_is_found_as_the_article_names_them(text: str, speaker: str, words: str) -> None:
    last = claims(text)[-1]
    assert _who(last).startswith((speaker, f"a {speaker}"))
    assert last.verbatim.startswith(words)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The broker, who maintains his innocence and says he was framed, was led away in cuffs.",
            [("the broker", "he was framed"), ("", "was led away in cuffs")],
        ),
        (
            "The bank, which had insisted for months that it was solvent, was rescued on Sunday.",
            [("the bank", "it was solvent"), ("", "was rescued on Sunday")],
        ),
        (
            "Ellen Marsh, 44, who told police that her son had been asleep, was convicted.",
            [("Ellen Marsh", "her son had been asleep"), ("", "was convicted")],
        ),
        (
            "According to the union, 300 jobs are at risk, but the company says only 40 will go.",
            [("the union", "300 jobs are at risk"), ("the company", "only 40 will go")],
        ),
        (
            "The coroner said the death was an accident, though the family believes he was pushed.",
            [("the coroner", "the death was an accident"), ("the family", "he was pushed")],
        ),
        (
            "Lee denied taking money, but prosecutors say he pocketed £90,000.",
            [("Lee", "Lee denied taking money"), ("prosecutors", "he pocketed £90,000")],
        ),
        (
            "The airline blamed fog; pilots blamed the airline.",
            [("the airline", "The airline blamed fog"), ("pilots", "pilots blamed the airline")],
        ),
        (
            "The club said it would appeal, adding that its lawyers had been told the ban was void.",
            [("the club", "it would appeal"), ("the club", "its lawyers had been told the ban was void")],
        ),
        (
            "The warning came after a report found 40 bridges were unsafe.",
            [("a report", "40 bridges were unsafe")],
        ),
    ],
)
def test_each_voice_has_its_own_words_and_nothing_is_lost(text: str, parts: list[Said]) -> None:
    assert [(who, words.rstrip(".")) for who, words in said(text)] == parts


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ben Oakes said she was sorry. A victim impact statement read: “I no longer sleep.”",
            "a victim impact statement",
        ),
        ("Ben Oakes said she was sorry. The letter warns that 300 beds could close.", "the letter"),
        ("Ben Oakes said she was sorry. In May, a police statement said the road was shut.", "a police statement"),
        ("Ben Oakes said she was sorry. The statement said the road was shut.", "Ben Oakes"),
    ],
)
def test_a_document_is_the_last_speaker_s_only_where_it_can_be_nobody_else_s(text: str, speaker: str) -> None:
    assert _who(claims(text)[-1]) == speaker


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("In an interview with The Courier on Monday, Ann Reed said she would stand again.", "The Courier"),
        ("Speaking on GBS Radio 4’s “Today in the Commons”, Ann Reed said she would stand.", "GBS Radio 4"),
        ("Ann Reed told The Mail on Sunday that she would stand.", "The Mail on Sunday"),
    ],
)
def test_the_medium_is_the_outlet_without_the_day(text: str, medium: str) -> None:
    assert claims(text)[-1].medium == medium


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Ann Reed said the plan was “a complete waste of money” and urged the council to drop it.",
            [
                ("Ann Reed", Form.MIXED, Content.FACT, "the plan was “a complete waste of money”"),
                ("Ann Reed", Form.INDIRECT, Content.DIRECTIVE, "urged the council to drop it"),
            ],
        ),
        (
            "Ann Reed urged ministers to “think again about the whole of it”.",
            [("Ann Reed", Form.MIXED, Content.DIRECTIVE, "ministers to “think again about the whole of it”")],
        ),
        (
            "State media quoted Mr Lee as saying: “The port will be open by May.”",
            [
                ("Lee", Form.DIRECT, Content.PREDICTION, "“The port will be open by May.”"),
            ],
        ),
        ("Ann Reed said it cost £4m.", [("Ann Reed", Form.INDIRECT, Content.FACT, "it cost £4m")]),
    ],
)
def test_form_and_content_are_told_apart(text: str, parts: list[tuple[str, Form, Content, str]]) -> None:
    assert [(_who(c), c.form, c.content, c.verbatim) for c in claims(text)] == parts


def test_each_claim_of_somebody_says_how_its_speaker_was_found() -> None:
    text = "Police said 12 people drowned, while a harbour spokesman told The Courier that 15 were lost."
    for claim in claims(text):
        assert claim.claimant is not None
        assert claim.claimant.mention is not None
        assert claim.cue is not None
        assert claim.claimant.rule == "preposed"
        assert 0 < claim.claimant.confidence < 1
    assert [c.medium for c in claims(text)] == ["", "The Courier"]
