"""Attribution: who is found to speak in one sentence, what is said, and what is no speech."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Form


def claims(text: str) -> tuple[Claim, ...]:
    return extract_claims(text).claims


def who(claim: Claim) -> str:
    return claim.claimant.name if claim.claimant else ""


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“We have to wait,” Ann Reed said, “and I will.”", "Ann Reed", "“We have to wait,”"),
        ("Dick Dorn, who runs the mill, told The Courier, “I like the plan.”", "Dick Dorn", "“I like the plan.”"),
        ("Sen. Ann Reed (D-Ohio), noting the cost, said: “It is too much.”", "Ann Reed", "“It is too much.”"),
        (
            "“Both scare me,” Ann Reed, 30, of Arle, Ohio, who was polled, said on Monday.",
            "Ann Reed",
            "“Both scare me,”",
        ),
        ("Asked why he left, Paul Dorn replied, “I was tired of it all.”", "Paul Dorn", "“I was tired of it all.”"),
        ("The port is shut, said White House press secretary Ann Reed.", "Ann Reed", "The port is shut"),
        ("Said Reed: “I do not see the point of it.”", "Reed", "“I do not see the point of it.”"),
        ("An error page says that the account was closed.", "an error page", "the account was closed"),
        ("The company said on Monday it would appeal.", "the company", "it would appeal"),
        ("Ms. Gao said by telephone, “It is a free town for all of us.”", "Gao", "“It is a free town for all of us.”"),
        ("Paul Dorn: “The vote was a farce.”", "Paul Dorn", "“The vote was a farce.”"),
        (
            "“The vote was a farce from start to end.” ― Paul Dorn",
            "Paul Dorn",
            "“The vote was a farce from start to end.”",
        ),
        ("Reed issued a letter on Tuesday saying, “We regret nothing at all.”", "Reed", "“We regret nothing at all.”"),
        ("As prosecutor Ann Reed put it, “There was little to say.”", "Ann Reed", "“There was little to say.”"),
        ("The South Arle Morning Post reported that the dam broke.", "South Arle Morning Post", "the dam broke"),
        ("“Was it worth it?” Paul Dorn, a baker from Arle, asked.", "Paul Dorn", "“Was it worth it?”"),
        ("Relatives of Joan Hill said she was away.", "Relatives of Joan Hill", "she was away"),
        (
            "Supporters of Joan Hill and Paul Dorn said that it was empty.",
            "Supporters of Joan Hill and Paul Dorn",
            "it was empty",
        ),
        ("\"The road is open,'' said Ann Reed.", "Ann Reed", "\"The road is open,''"),
        ("“It was dark,” said a security guard at the Arle mill, Ann Reed.", "Ann Reed", "“It was dark,”"),
        ("Police and a guard at the mill said that it was dark.", "Police and a guard at the mill", "it was dark"),
        ("Ann Reed told police and a guard at the mill that she saw it.", "Ann Reed", "she saw it"),
    ],
)
def test_speaker_and_content(text: str, speaker: str, content: str) -> None:
    first = next(claim for claim in claims(text) if claim.form is not Form.NONE)
    assert who(first) == speaker
    assert first.verbatim == content


@pytest.mark.parametrize(
    "text",
    [
        "His motion to ask a surveyor for a second opinion was rejected.",
        "A quarter had been denied access to the library.",
        "Revenues are expected to rise by nine per cent this year.",
        "The only trouble is she doesn’t know what she wants to do.",
        "We can stipulate that the trial was long.",
        "The fund covers 77 cents on every dollar promised to pensioners.",
    ],
)
def test_a_sentence_without_a_speaker_is_one_claim_of_the_article(text: str) -> None:
    [only] = claims(text)
    assert only.form is Form.NONE
    assert only.claimant is None
    assert only.verbatim == text


def test_both_halves_of_a_quotation_are_found() -> None:
    first, second = claims("“We have to wait,” Ann Reed said. “The ice must melt.”")
    assert (who(first), who(second)) == ("Ann Reed", "Ann Reed")
    assert second.verbatim == "“The ice must melt.”"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Tobias Crane, who leads the guild, called the loan “a gamble” and said that rates would rise.",
            [
                ("", "Tobias Crane, who leads the guild"),
                ("Tobias Crane", "the loan “a gamble”"),
                ("Tobias Crane", "rates would rise"),
            ],
        ),
        (
            "The mayor visited the site on Monday and said that it was safe.",
            [("", "The mayor visited the site on Monday"), ("the mayor", "it was safe")],
        ),
        (
            "Lee said that the council had approved the plan, but added that nothing was certain.",
            [("Lee", "the council had approved the plan"), ("Lee", "nothing was certain")],
        ),
    ],
)
def test_nothing_of_a_sentence_is_lost(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(who(c), c.verbatim) for c in claims(text)] == parts


def test_a_pronoun_is_the_speaker_before_it_of_any_gender_that_is_unknown() -> None:
    first, second = claims("Council leader Maren Holt said that it stays open. “No bus will be cut,” she told us.")
    assert who(first) == who(second) == "Maren Holt"


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [("a longtime Dorn ally", "longtime Dorn ally"), ("a spokesman for Paul Dorn", "spokesman for Paul Dorn")],
)
def test_a_name_inside_a_phrase_is_not_its_head(phrase: str, speaker: str) -> None:
    found = claims(f"Paul Dorn left. “It is late,” {phrase} said.")
    assert who(found[-1]) == speaker


def test_a_document_speaks_with_its_description() -> None:
    [only] = claims("The work will cost 11% more, according to a report that the council published in May.")
    assert who(only) == "report that the council published in May"


def test_a_sentence_that_announces_speech_gives_it_its_speaker() -> None:
    found = claims("Old Jared Potts echoed:\n\n“He speaks his mind, and we need that.”")
    assert [who(c) for c in found] == ["Jared Potts"]


def test_speech_without_its_closing_mark_keeps_its_speaker() -> None:
    found = claims("“It is over,” Ann Reed said. “We will go home and rest for a while.")
    assert [who(c) for c in found] == ["Ann Reed", "Ann Reed"]


def test_an_apposition_that_is_a_name_is_the_speaker() -> None:
    [only] = claims("One of the wounded pupils, Abdullah Jamal, said that he hid under a desk.")
    assert who(only) == "Abdullah Jamal"


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Mary Lee, former inspector general of the U.S. Department of Works, said it was late.", "U.S. Department"),
        ("The fire began at noon, said police officer Javed Khan.", "police officer"),
    ],
)
def test_the_office_is_whole(text: str, office: str) -> None:
    first = claims(text)[0]
    assert first.claimant is not None
    assert office in first.claimant.office


@pytest.mark.parametrize(
    "text",
    [
        "In 2020 the median age of new cases has declined from 50 to 35.",
        "German crews continued as the rain fell on the town.",
        "Some states impose fines like Westland state does.",
    ],
)
def test_a_verb_that_means_something_else_is_no_cue(text: str) -> None:
    assert [c.claimant for c in claims(text)] == [None]


def test_the_title_of_a_broadcast_is_no_speech() -> None:
    found = claims("“The road is shut,” Ann Reed told Paul Dorn on “The Morning Show.” It rained on Monday.")
    assert [c.verbatim for c in found] == ["“The road is shut,”", "It rained on Monday."]


@pytest.mark.parametrize(
    "text",
    [
        "The firm agreed to delay a rise in fares that would have come in May.",
        "Ann Reed asked for a list of those who took part in the talks.",
    ],
)
def test_a_relative_clause_far_behind_a_verb_is_not_what_was_said(text: str) -> None:
    assert not any(c.verbatim.startswith(("would have", "who took")) for c in claims(text))


def test_what_somebody_believes_is_part_of_what_is_said() -> None:
    found = claims("Ann Reed left. Paul Dorn does not believe that the dam will hold, he said on Sunday.")
    assert found[-1].verbatim == "Paul Dorn does not believe that the dam will hold"


def test_who_is_named_right_before_a_relative_clause_is_its_speaker() -> None:
    found = claims("Ann Reed left. Then there is Paul Dorn of Arle, who, asked about it, replied, “I like the plan.”")
    assert who(found[-1]) == "Paul Dorn"


def test_short_speech_beside_a_verb_of_saying_is_found() -> None:
    assert claims("Pupils marching through the town chanted “No cuts!” and went on.")[0].verbatim == "“No cuts!”"


def test_a_quotation_that_begins_with_a_closing_mark_is_found() -> None:
    [only] = claims("” … we have to wait until the ice melts on the river,” Ann Reed wrote.")
    assert (who(only), only.form) == ("Ann Reed", Form.DIRECT)


def test_quotations_that_are_each_signed_keep_their_own_speaker() -> None:
    text = "“The vote was a farce from start to end.” ― Paul Dorn\n“I am ashamed of it.” It was late. ― Ann Reed"
    assert who(claims(text)[1]) != "Paul Dorn"


def test_what_happens_does_not_speak() -> None:
    assert [who(claim) for claim in claims("“We heard a bang,” the attack left him saying.")] == [""]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "“It came late,” said Senator Oskar Brandt, a Meller ally, who said the owners had years.",
            [("Oskar Brandt", "“It came late,”"), ("Oskar Brandt", "the owners had years")],
        ),
        (
            "It pleased Ben Moor, head of the Quay Workers, who said it had come late.",
            [("Ben Moor", "it had come late")],
        ),
        ("Groups that support Anna Reiss said the vote was unfair.", [("groups that support Anna Reiss", None)]),
        ("Farmers who oppose Anna Reiss said the vote was unfair.", [("farmers who oppose Anna Reiss", None)]),
        ("Critics of the plan say President Voss lied.", [("critics of the plan", "President Voss lied")]),
        ("Reiss told the paper President Voss is a liar.", [("Reiss", "President Voss is a liar")]),
        ("Reiss added President Karl Voss needs help.", [("Reiss", "President Karl Voss needs help")]),
        (
            "Anna Reiss, the mayor, claims President Karl Voss called her a liar.",
            [("Anna Reiss", "President Karl Voss called her a liar")],
        ),
        ("As lifelong resident Ben Moor put it, the town has lost its heart.", [("Ben Moor", None)]),
        ("The town has lost its heart, as Ben Moor puts it.", [("Ben Moor", "The town has lost its heart")]),
        ("In Ben Moor’s words, the town has lost its heart.", [("Ben Moor", "the town has lost its heart")]),
        ("Ben Moor left. In his own words, the town has lost its heart.", [("Ben Moor", None)]),
        (
            "The plan is, as one resident put it, “a slow death by paper.”",
            [("one resident", "The plan is, as one resident put it, “a slow death by paper.”")],
        ),
        ("Tobias Fenn called the loan a burden on every household.", [("Tobias Fenn", None)]),
        ("Fenn, the council’s chair, described the plan as reckless.", [("Fenn", "the plan as reckless")]),
        ("In 2019 Ben Fenn called the law “a farce.”", [("Ben Fenn", "the law “a farce.”")]),
    ],
)
def test_who_speaks_is_whom_the_sentence_names(text: str, found: list[tuple[str, str | None]]) -> None:
    spoken = [(who(c), c.verbatim) for c in claims(text) if c.claimant]
    assert [(name.lower(), words or said) for (name, words), (_, said) in zip(found, spoken, strict=True)] == [
        (name.lower(), said) for name, said in spoken
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Anna Reiss has preferred small firms when the town buys services.",
        "The party favored lower tariffs for a decade.",
        "Supporters have dubbed the road the Golden Mile.",
        "The ministry has long backed nuclear power.",
        "In other words, the town has lost its heart and 300 jobs.",
    ],
)
def test_an_attitude_that_the_writer_tells_is_nobodys_speech(text: str) -> None:
    assert [(who(c), c.verbatim) for c in claims(text)] == [("", text)]


@pytest.mark.parametrize("text", ["Fenn called the police on Monday.", "Fenn called an election for May."])
def test_a_call_that_names_nothing_is_told_whole(text: str) -> None:
    assert [c.verbatim for c in claims(text)] == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "called", "did"),
    [
        ("Ann Reed called the loan “a sham” and left the room.", "the loan “a sham”", "left the room"),
        (
            "Ann Reed described the loan as reckless and rejected the offer.",
            "the loan as reckless",
            "rejected the offer",
        ),
        ("Ann Reed called it “a sham” and walked out of the room.", "it “a sham”", "walked out of the room"),
    ],
)
def test_what_the_speaker_did_besides_is_no_part_of_what_something_is_called(text: str, called: str, did: str) -> None:
    named, done = claims(text)
    assert (named.verbatim, done.verbatim) == (called, did)
    assert (who(named), done.form) == ("Ann Reed", Form.NONE)
    assert "Ann Reed" in done.text


@pytest.mark.parametrize("called", ["him a liar who lied and stole", "the road a shame and the bridge a sham"])
def test_what_something_is_called_may_be_joined_by_and(called: str) -> None:
    assert [claim.verbatim for claim in claims(f"Ann Reed called {called}.")] == [called]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann Reed, who runs the mill, said it was late.", "Ann Reed, who runs the mill"),
        ("“It is late,” said Ann Reed, who runs the mill in Arle.", "Ann Reed, who runs the mill in Arle"),
    ],
)
def test_what_a_relative_clause_in_the_present_tells_of_the_speaker_is_a_claim(text: str, told: str) -> None:
    assert [claim.verbatim for claim in claims(text) if claim.form is Form.NONE] == [told]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The road is open, Ann Reed said bluntly on Tuesday.", "said bluntly"),
        ("Ann Reed said quietly that the road was open.", "said quietly"),
        ("Ann Reed said nearly 40 bakers had left.", "said"),
        ("Ann Reed said recently that the road was open.", "said"),
    ],
)
def test_the_cue_has_the_adverb_that_tells_how_it_was_said(text: str, cue: str) -> None:
    (only,) = claims(text)
    assert only.cue is not None
    assert only.cue.text == cue


@pytest.mark.parametrize(
    "when", ["on June 2", "June 2", "on Monday, June 2,", "on June 2, 2019,", "on 2 June", "on Monday", "in June 2019"]
)
def test_a_date_of_several_words_may_stand_before_what_is_said(when: str) -> None:
    (claim,) = claims(f"Former mayor Paul Dorn said {when} that “the bridge was never safe.”")
    assert (claim.verbatim, who(claim)) == ("“the bridge was never safe.”", "Paul Dorn")


def test_a_figure_behind_a_weekday_is_no_day() -> None:
    (claim,) = claims("Paul Dorn said Monday 40 people came to the vote.")
    assert claim.verbatim == "40 people came to the vote"


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Dorn called the loan a burden, and the mayor left.", ["the loan a burden", "the mayor left"]),
        ("Dorn called the loan “a burden,” and the mayor left.", ["the loan “a burden,”", "the mayor left"]),
        (
            "Dorn said the vote in Arle was “a sad farce,” and that he would leave.",
            ["the vote in Arle was “a sad farce,”", "he would leave"],
        ),
    ],
)
def test_what_and_goes_on_with_behind_quoted_words_is_the_writers(text: str, contents: list[str]) -> None:
    assert [claim.verbatim for claim in claims(text)] == contents


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The White House released a memo on Tuesday that said the bridge was unsafe.", "White House"),
        ("The council published a report which found that the bridge was unsafe.", "the council"),
        ("According to a memo the White House released, the bridge was unsafe.", "White House"),
        ("The memo, which the White House released on Tuesday, says that the bridge was unsafe.", "White House"),
        ("The ministry gave out a statement in May saying the bridge was unsafe.", "the ministry"),
    ],
)
def test_who_issues_a_document_speaks_in_it(text: str, speaker: str) -> None:
    (claim,) = (c for c in claims(text) if c.claimant)
    assert (who(claim), claim.verbatim) == (speaker, "the bridge was unsafe")


def test_that_a_document_was_issued_is_a_claim_of_its_own() -> None:
    text = "The White House released a memo on Tuesday that said the bridge was unsafe."
    assert [c.verbatim for c in claims(text) if not c.claimant] == ["The White House released a memo on Tuesday"]


def test_a_document_with_an_author_and_a_date_does_not_date_the_author() -> None:
    (claim,) = claims("Dorn, the author of a report issued in May 2018, said that the bridge was unsafe.")
    assert claim.said_on is None


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Police said that the road was closed, Ann Reed told The Courier.", "The Courier"),
        ("The road was closed, police said, according to The Courier.", "The Courier"),
        ("The road was closed, according to The Courier.", ""),
    ],
)
def test_what_somebody_else_told_ends_before_the_report_of_it(text: str, medium: str) -> None:
    (claim,) = claims(text)
    assert (claim.verbatim.lower(), claim.medium) == ("the road was closed", medium)


def test_an_office_of_several_words_belongs_to_the_name() -> None:
    (claim,) = claims("“I think we lose,” White House director of legal affairs Paul Dorn said on Monday night.")
    assert claim.claimant is not None
    assert (claim.claimant.name, claim.claimant.office) == ("Paul Dorn", "White House director of legal affairs")


def test_what_somebody_thinks_in_quotation_marks_is_no_opinion_of_the_writer() -> None:
    assert claims("“I think it is all over now,” a shrug from Dorn, who left the hall in Arle at noon.")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“It will be shut,” Dorn emphatically said.", "emphatically said"),
        ("Dorn angrily insisted that the mill is safe.", "angrily insisted"),
        ("Dorn recently said that the mill is safe.", "said"),
    ],
)
def test_the_adverb_before_a_verb_tells_how_it_was_said(text: str, cue: str) -> None:
    (claim,) = claims(text)
    assert claim.cue is not None
    assert claim.cue.text == cue


def test_a_speaker_who_calls_two_things_something_is_heard_twice() -> None:
    found = claims("Dorn said the plan was “a farce,” and called the report “a bombshell.”")
    assert [(who(c), c.verbatim) for c in found] == [
        ("Dorn", "the plan was “a farce,”"),
        ("Dorn", "the report “a bombshell.”"),
    ]


def test_a_relative_clause_behind_a_source_is_no_part_of_what_it_says() -> None:
    (claim,) = claims("According to the Fair Guild, which has a seat in Arle, some 40 firms would gain.")
    assert (who(claim), claim.verbatim) == ("Fair Guild", "some 40 firms would gain")
