"""What opposes must be told of the claim's own: not of his wife, its roof, or the toll for it. Our examples."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The bank repaid the loan in 2018.", "The bank's owner has not repaid the loan."),
        ("Karl Moser owns a farm in Tyrol.", "Karl Moser's cousin does not own a farm in Tyrol."),
        ("The admiral backs the treaty.", "The admiral's nephew opposes the treaty."),
        ("The castle cost £20 million.", "The castle's roof cost £3 million."),
        ("The theatre opened in 1934.", "The theatre's restaurant opened in 1988."),
        ("The library closed in 2009.", "The library's reading room closed in 2015."),
        ("The judge resigned in May.", "The former judge did not resign in May."),
        ("The chancellor signed the petition.", "The vice-chancellor did not sign the petition."),
        ("The chancellor signed the petition.", "The wife of the chancellor did not sign the petition."),
        ("The coach was arrested in Rome.", "The coach's assistant was not arrested in Rome."),
        ("The airline bought 12 jets.", "The airline's rival bought 40 jets."),
        ("The king was born in 1921.", "The king's brother was born in 1927."),
        ("The governor was born in Austin.", "The governor's husband was born in Dallas."),
        ("The dean earned €90,000 last year.", "The dean's predecessor earned €120,000 last year."),
        ("The ambassador left the country on 3 May.", "The deputy ambassador left the country on 9 May."),
        ("The ambassador accepted the award.", "The ambassador's press officer refused the award."),
        ("Die Ministerin besuchte das Lager in Passau.", "Die frühere Ministerin besuchte das Lager in Passau nicht."),
        ("The church in Ripon burned down in 1902.", "A barn behind the church in Ripon burned down in 1902."),
        ("The mine in Kiruna shut its canteen.", "A hotel next to the mine in Kiruna shut its canteen."),
        ("The duke sold the estate in 1990.", "The duke's heir never sold the estate."),
        ("The duke died on 4 June.", "The duke's widow died on 9 August."),
        ("Mira Sand plays the violin.", "Mira Sand's twin does not play the violin."),
        ("The pilot was drunk.", "The co-pilot was not drunk."),
        ("The airport handled 5 million passengers.", "The airport's second terminal handled 2 million passengers."),
        ("The union called a strike.", "The head of the union did not call a strike."),
        ("The emir banned the film.", "The emir's court allowed the film."),
        ("The brewery employs 300 people.", "The owner of the brewery employs 900 people."),
        ("The prime minister spoke to the king.", "The deputy prime minister did not speak to the king."),
        ("The school in Ayr failed its inspection.", "A nursery beside the school in Ayr failed its inspection."),
        ("The zoo in Graz bought two pandas.", "A shop outside the zoo in Graz bought two pandas."),
    ],
)
def test_what_is_told_of_somebody_elses_takes_no_side(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance in (Stance.RELATED, Stance.UNRELATED)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The senator visited the refugee camp in Lesbos.", "The senator did not visit the refugee camp in Lesbos."),
        ("The senator's daughter visited the refugee camp.", "The senator's daughter did not visit the refugee camp."),
        ("The castle cost £20 million.", "The castle in Wales cost £3 million."),
        ("Germany's chancellor opposes the treaty.", "The chancellor of Germany supports the treaty."),
        ("The government of Kenya signed the treaty.", "Kenya's government did not sign the treaty."),
        ("The castle's roof cost £20 million.", "The roof of the castle cost £3 million."),
        ("The theatre opened in 1934.", "The city's theatre opened in 1988."),
        ("The minister backs the senator's plan.", "The minister opposes the senator's plan."),
        ("The former judge resigned in May.", "The former judge did not resign in May."),
        ("The chancellor signed the petition of the teachers.", "The chancellor did not sign the teachers' petition."),
        ("Die Ministerin besuchte das Lager in Passau.", "Die Ministerin besuchte das Lager in Passau nicht."),
        ("The bank repaid the loan.", "The bank has not repaid last year's loan."),
        ("Joe Biden signed the bill.", "President Joe Biden did not sign the bill."),
        ("The duke sold the estate in 1990.", "The duke never sold the estate."),
        ("France's president signed the law.", "The French president did not sign the law."),
        ("The mayor of Ayr banned cars.", "Ayr's mayor did not ban cars."),
        ("The pilot was drunk.", "The pilot of the plane was not drunk."),
        ("The ministry approved the drug.", "Officials at the ministry did not approve the drug."),
        ("The museum opened in 1960.", "The museum in Graz opened in 1972."),
        ("Police arrested the driver.", "Police did not arrest the driver of the bus."),
        ("The company's shares rose 4%.", "Shares in the company fell 4%."),
        ("The head of the union called a strike.", "The union's head did not call a strike."),
        ("Greenland's ice grew last year.", "Greenland's ice did not grow last year."),
        ("The White House approved the deal.", "The White House has not approved the deal."),
    ],
)
def test_what_is_told_of_the_same_is_a_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council opposes the fee for the car park.", "The council supports the car park."),
        ("The mayor opposes the cost of the stadium.", "The mayor supports the stadium."),
        ("The senate backs the tax on the mine.", "The senate opposes the mine."),
        ("The party supports the bridge.", "The party opposes the toll for the bridge."),
        ("The board approved 25 shops.", "The board rejected 8 shops."),
        ("The agency granted 300 permits in 2022.", "The agency refused 45 permits in 2022."),
        ("The court acquitted 4 men.", "The court convicted 9 men."),
        ("The company hired 120 engineers.", "The company dismissed 30 engineers."),
        ("The club bought 3 players in January.", "The club sold 7 players in January."),
        ("The city opened two pools in 2019.", "The city closed five pools in 2019."),
        ("The army freed 12 hostages.", "The rebels seized 40 hostages."),
        ("Prices rose 4% in May.", "Prices fell 2% in April."),
        ("The judge admitted the letter from the doctor.", "The judge excluded the doctor."),
        ("The union welcomed the rules on overtime.", "The union condemned overtime."),
        ("The bishop backs the hospice.", "The bishop opposes the site of the hospice."),
        ("The king praised the army.", "The king criticised the budget for the army."),
        ("The jury convicted 5 men.", "The jury acquitted 2 men."),
        ("The port opened 3 terminals.", "The port closed 1 terminal."),
    ],
)
def test_another_object_or_another_count_takes_no_side(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance in (Stance.RELATED, Stance.UNRELATED)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council opposes the car park.", "The council supports the car park."),
        ("The council opposes the plan for the car park.", "The council supports the plan for the car park."),
        ("The board approved 25 shops.", "The board approved 8 shops."),
        ("Prices rose 4% in May.", "Prices fell 4% in May."),
        ("Prices rose 4% in May.", "Prices fell 2% in May."),
        ("Exports rose by 4% in 2022.", "Exports fell by 6% in 2022."),
        ("The court acquitted the four men.", "The court convicted the four men."),
        ("The board approved the shop.", "The board rejected the shop."),
        ("The senate backs the tax on the mine.", "The senate opposes the tax on the mine."),
        ("The party supports the bridge.", "The party opposes the bridge."),
        ("The agency granted 300 permits in 2022.", "The agency granted 45 permits in 2022."),
        ("The bishop backs the hospice.", "The bishop opposes the hospice."),
        ("The bishop backs the hospice.", "The bishop opposes the plan for the hospice."),
        ("The jury convicted 5 men.", "The jury convicted 2 men."),
        ("The party gained 5 seats.", "The party lost 2 seats."),
        ("The jury convicted the 5 men.", "The jury acquitted the 5 men."),
    ],
)
def test_the_same_object_is_a_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS
