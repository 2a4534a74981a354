"""Who did it and whose it is: a relative clause, an owner, a possessor or another object is not the claim's."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The bank sued the insurer.", "The bank that the insurer sued has closed."),
        ("The union blamed the council.", "The union the council blamed has lost its funding."),
        ("The shark killed the diver.", "The shark which the diver killed was four metres long."),
        ("The daughter of the senator drowned in Halm.", "The senator drowned in Halm while his daughter watched."),
        ("The brother of the abbot stole the organ.", "The abbot stole the organ of his brother."),
        ("The governor's cook fled to Halm.", "The governor fled to Halm with his cook."),
        ("The roof of the school collapsed.", "The school with the new roof collapsed."),
        ("Orvel lost its contract in Halm.", "Orvel couriers lost their contract in Halm."),
        ("Tessa won the appeal.", "Tessa tenants won the appeal."),
        (
            "The storm closed the harbour in Halm.",
            "The harbour in Halm stayed in use although the storm closed the road.",
        ),
        (
            "The fire destroyed the chapel in Halm.",
            "The chapel in Halm was spared although the fire destroyed the barn.",
        ),
        ("Pupils in Halm fell ill in May.", "Pupils in Halm were sent home after two teachers fell ill in May."),
        ("Cows in Halm died of anthrax.", "Cows in Halm were tested after three horses died of anthrax."),
        (
            "The villagers drowned in the Torvik lake.",
            "The villagers had left before two soldiers drowned in the Torvik lake.",
        ),
        ("The tenant cheated the landlord.", "The tenant whom the landlord cheated moved out."),
        ("The rebels shelled the town of Arn.", "The rebels that the town of Arn shelled have left."),
        ("The nephew of the duke shot a stag.", "The duke shot a stag with his nephew."),
        ("The trainer of the boxer was jailed.", "The boxer was jailed with his trainer."),
        ("Ostrava Steel's lawyer fled the country.", "Ostrava Steel fled the country with its lawyer."),
        ("Kessel paid a bribe in Arn.", "Kessel contractors paid a bribe in Arn."),
        ("The flood swept away the mill in Arn.", "The mill in Arn was saved although the flood swept away the barn."),
        (
            "The army freed the hostages in Arn.",
            "The hostages in Arn are still held although the army freed the prisoners.",
        ),
        ("The governor vetoed the water bill.", "The water bill was passed before the governor vetoed the budget."),
        ("The editor praised the poet.", "The poet praised the editor."),
        ("The editor of the paper was fined.", "The paper was fined after its editor left."),
        ("The jury acquitted the nurse.", "The nurse that acquitted the jury was late."),
        ("The sister of the singer bought the villa.", "The singer bought the villa with her sister."),
        ("The shop's owner died in Tarn.", "The shop in Tarn died with its owner."),
        ("Nordahl closed its yard.", "Nordahl rivals closed their yard."),
        ("The uncle of the king fled to Tarn.", "The king fled to Tarn with his uncle."),
        ("The dog bit the postman in Tarn.", "The postman whom the cat bit in Tarn kept a dog."),
        ("Seals in Tarn drowned in May.", "Seals in Tarn were counted after four divers drowned in May."),
    ],
)
def test_what_another_did_or_befell_another_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The bank sued the insurer in May.", "In May the bank, which is based in Halm, sued the insurer."),
        ("The daughter of the senator drowned in Halm.", "The senator's daughter drowned in Halm."),
        ("The senator's daughter drowned in Halm.", "The daughter of the senator drowned in Halm on Friday."),
        (
            "The government of Torvia banned plastic bags in 2019.",
            "Torvia banned plastic bags in 2019 when its government changed.",
        ),
        ("Police arrested 40 men in Halm.", "Police officers arrested 40 men in Halm."),
        ("Shares of Kestrel fell 5% in May.", "Kestrel fell 5% in May."),
        ("Orvel cut 900 jobs in Halm.", "The Orvel group cut 900 jobs in Halm."),
        ("The storm closed the harbour in Halm.", "The storm closed the road and the harbour in Halm."),
        (
            "The council approved the budget on Monday.",
            "On Monday the council approved the budget after two members left.",
        ),
        ("Three horses died of anthrax in Halm.", "Cows in Halm were tested after three horses died of anthrax."),
        ("The mayor resigned in May.", "The mayor resigned in May after two aides left."),
        (
            "The fire destroyed the chapel in Halm.",
            "The fire destroyed the old chapel in Halm, and the barn burned, too.",
        ),
        ("The tenant cheated the landlord in Arn.", "The tenant cheated the landlord, who lives in Arn."),
        ("The rebels shelled the town of Arn.", "The rebels shelled the town of Arn for two days."),
        ("The nephew of the duke shot a stag.", "The duke's nephew shot a stag."),
        ("The governor vetoed the water bill in May.", "In May, the governor vetoed the bill on water."),
        ("The army freed the hostages in Arn.", "The army freed all hostages in Arn on Monday."),
        ("The firm sold the mill in Arn.", "The firm sold the old mill in Arn to a brewer."),
        ("The army freed nine hostages in Arn.", "Nine hostages in Arn were freed by the army."),
        ("Kessel paid a bribe in Arn.", "The Kessel company paid a bribe in Arn."),
        ("Officials closed the school in Arn.", "Officials closed the school in Arn after two pupils fell ill."),
        ("The editor of the paper was fined in May.", "In May the editor of the paper was fined after a trial."),
        ("The duke of Arn sold the castle.", "The duke of Arn sold the castle to the state."),
        ("The council opened the library in Halm.", "The library which the council opened in Halm has a roof."),
        ("The firm moved its headquarters to Halm in May.", "The firm's headquarters moved to Halm in May."),
        ("The leader of the party resigned on Friday.", "The party's leader resigned on Friday."),
        ("ISIS beheaded journalist James Foley.", "ISIS militants beheaded journalist James Foley."),
    ],
)
def test_the_same_in_other_words_bears_it_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
