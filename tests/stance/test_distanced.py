"""A claim that is only a clause of what the source denies, doubts, hopes or passes on is not borne out by it."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dam is stable.", "I do not think the dam is stable."),
        ("The dam is stable.", "I don't believe that the dam is stable, said the engineer."),
        ("The dam is stable.", "Only a fool would say the dam is stable."),
        ("The dam is stable.", "Nobody believes the dam is stable."),
        ("The dam is stable.", "No one claims that the dam is stable."),
        ("The dam is stable.", "It is a myth that the dam is stable."),
        ("The dam is stable.", "It is nonsense to say that the dam is stable."),
        ("The dam is stable.", "I doubt the dam is stable."),
        ("The dam is stable.", "The notion that the dam is stable is ridiculous."),
        ("The dam is stable.", "They say the dam is stable. That is nonsense."),
        ("The dam is stable.", "The dam is stable, they claim. This is not true."),
        ("Nora Vik said: “The dam is stable.”", "“I do not think the dam is stable,” Nora Vik said."),
        (
            "Nora Vik said: “We will sell the hospital.”",
            "Nora Vik said: “They claim we will sell the hospital. That is a lie.”",
        ),
        ("Nora Vik said: “The dam is stable.”", "Nora Vik said: “Only idiots say the dam is stable.”"),
        ("Nora Vik said: “The dam is stable.”", "Nora Vik said: “I would love to tell you that the dam is stable.”"),
        ("Nora Vik said: “The dam is stable.”", "Nora Vik said: “If the dam is stable, I am the pope.”"),
        (
            "Nora Vik said: “The plan helps the poor.”",
            "“I have never said that the plan helps the poor,” Nora Vik said.",
        ),
        (
            "Nora Vik said: “The plan helps the poor.”",
            "“It would be wrong to say the plan helps the poor,” Nora Vik said.",
        ),
        ("Der Damm ist stabil.", "Ich glaube nicht, dass der Damm stabil ist."),
        ("Der Damm ist stabil.", "Es stimmt nicht, dass der Damm stabil ist."),
        ("Der Damm ist stabil.", "Es ist gelogen, dass der Damm stabil ist."),
        ("Der Damm ist stabil.", "Es ist Unsinn, dass der Damm stabil ist."),
        ("Der Damm ist stabil.", "Niemand glaubt, dass der Damm stabil ist."),
        ("Der Damm ist stabil.", "Der Damm ist stabil, heißt es. Das ist gelogen."),
        ("Der Damm ist stabil.", "Sie sagen: Der Damm ist stabil. Das ist nicht wahr."),
        ("Der Damm ist stabil.", "Ich bezweifle, dass der Damm stabil ist."),
        ("Der Damm ist stabil.", "Dass der Damm stabil ist, ist ein Märchen."),
        ("„Der Damm ist stabil“, sagte Nora Vik.", "Nora Vik sagte: „Ich glaube nicht, dass der Damm stabil ist.“"),
        (
            "„Wir verkaufen die Klinik“, sagte Nora Vik.",
            "Nora Vik sagte: „Niemand behauptet: Wir verkaufen die Klinik.“",
        ),
        (
            "„Wir verkaufen die Klinik“, sagte Nora Vik.",
            "Nora Vik sagte: „Sie behaupten: Wir verkaufen die Klinik. Das ist eine Lüge.“",
        ),
        ("The vaccine works.", "“The vaccine works,” he wrote. It is a hoax."),
        ("The vaccine works.", "None of the experts believes the vaccine works."),
        ("Lea Kurz said: “The tax is fair.”", "“We don't accept that the tax is fair,” Lea Kurz told the paper."),
        ("Lea Kurz said: “The tax is fair.”", "“I never claimed the tax is fair,” Lea Kurz told the paper."),
        (
            "Lea Kurz said: “The tax is fair.”",
            "“Only a madman could believe the tax is fair,” Lea Kurz told the paper.",
        ),
        ("Die Steuer ist gerecht.", "Es ist völliger Quatsch, dass die Steuer gerecht ist."),
        ("Die Steuer ist gerecht.", "Kaum jemand glaubt, dass die Steuer gerecht ist."),
        ("Die Steuer ist gerecht.", "Dass die Steuer gerecht ist, stimmt nicht."),
        ("Die Steuer ist gerecht.", "„Die Steuer ist gerecht“, steht auf dem Plakat. Das ist frei erfunden."),
        ("Die Steuer ist gerecht.", "Wir glauben nicht, dass die Steuer gerecht ist."),
    ],
)
def test_what_is_denied_or_kept_at_a_distance_is_not_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dam is stable.", "The dam is stable. It is a myth that the road was closed."),
        ("The dam is stable.", "There is no doubt the dam is stable."),
        ("The dam is stable.", "Nobody doubts that the dam is stable."),
        ("Nora Vik doubts the dam is stable.", "Nora Vik doubts the dam is stable."),
        ("Nora Vik said: “The dam is stable.”", "“The dam is stable,” Nora Vik said. “I do not think the road is.”"),
        (
            "Nora Vik said: “The dam is stable.”",
            "Nora Vik said: “The dam is stable. Only idiots say the road is closed.”",
        ),
        ("Nora Vik said: “I do not think the dam is stable.”", "“I do not think the dam is stable,” Nora Vik said."),
        (
            "The town closed the hospital in May.",
            "The town closed the hospital in May, and nobody believes it will open again.",
        ),
        (
            "The town closed the hospital in May.",
            "Though the mayor doubted the figures, the town closed the hospital in May.",
        ),
        (
            "The town closed the hospital in May.",
            "The town closed the hospital in May. That is a mistake, doctors said.",
        ),
        (
            "Die Stadt schloss die Klinik im Mai.",
            "Die Stadt schloss die Klinik im Mai, und niemand glaubt, dass sie wieder öffnet.",
        ),
        (
            "Die Stadt schloss die Klinik im Mai.",
            "Die Stadt schloss die Klinik im Mai. Das ist nicht gut, sagte ein Arzt.",
        ),
        (
            "Die Stadt schloss die Klinik im Mai.",
            "Die Stadt schloss die Klinik im Mai. Es stimmt nicht, dass niemand gefragt wurde.",
        ),
        ("The vaccine works.", "The vaccine works. It was a lie that it had been stolen."),
        (
            "The council raised the rent in June.",
            "The council raised the rent in June, and only the mayor believes it will fall again.",
        ),
        ("The council raised the rent in June.", "I do not like it, but the council raised the rent in June."),
        (
            "The council raised the rent in June.",
            "If tenants are angry, it is because the council raised the rent in June.",
        ),
        ("The council raised the rent in June.", "There can be no doubt that the council raised the rent in June."),
        ("Der Rat erhöhte im Juni die Miete.", "Der Rat erhöhte im Juni die Miete; ob sie wieder sinkt, ist offen."),
        ("Der Rat erhöhte im Juni die Miete.", "Der Rat erhöhte im Juni die Miete, ich glaube nicht, dass es hilft."),
        ("Lea Kurz said: “The tax is fair.”", "“The tax is fair, and nobody believes the critics,” Lea Kurz said."),
        ("Lea Kurz said: “The tax is fair.”", "Lea Kurz said: “The tax is fair.” That is nonsense, said Tom Brand."),
    ],
)
def test_a_denial_of_something_else_takes_nothing_away(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Der Verein hat Fördergeld unterschlagen.", "Der Verein soll Fördergeld unterschlagen haben."),
        (
            "Der Verein hat Fördergeld unterschlagen.",
            "Ein früheres Mitglied wirft dem Verein vor, Fördergeld unterschlagen zu haben.",
        ),
        ("Der Verein hat Fördergeld unterschlagen.", "Dem Verein wird vorgeworfen, Fördergeld unterschlagen zu haben."),
        ("Der Verein hat Fördergeld unterschlagen.", "Der Vorwurf lautet, der Verein habe Fördergeld unterschlagen."),
        (
            "Der Verein hat Fördergeld unterschlagen.",
            "Der Verein habe Fördergeld unterschlagen, behauptet ein Nachbar.",
        ),
        (
            "Der Verein hat Fördergeld unterschlagen.",
            "Laut einem anonymen Brief hat der Verein Fördergeld unterschlagen.",
        ),
        (
            "Der Verein hat Fördergeld unterschlagen.",
            "Nach Angaben einer Bürgerinitiative hat der Verein Fördergeld unterschlagen.",
        ),
        (
            "Der Verein hat Fördergeld unterschlagen.",
            "Die Staatsanwaltschaft prüft, ob der Verein Fördergeld unterschlagen hat.",
        ),
        (
            "Der Verein hat Fördergeld unterschlagen.",
            "Wenn der Verein Fördergeld unterschlagen hat, verliert er seinen Status.",
        ),
        (
            "Der Verein hat Fördergeld unterschlagen.",
            "Ein Blogger behauptet, dass der Verein Fördergeld unterschlagen hat.",
        ),
        (
            "Der Verein hat Fördergeld unterschlagen.",
            "Der Verein steht im Verdacht, Fördergeld unterschlagen zu haben.",
        ),
        (
            "Der Verein hat Fördergeld unterschlagen.",
            "Unbekannte bezichtigen den Verein, Fördergeld unterschlagen zu haben.",
        ),
        ("Die Miliz hat das Dorf verlassen.", "Die Miliz teilte mit, sie habe das Dorf verlassen."),
        ("The pier is safe.", "The pier is far from safe."),
        ("The pier is safe.", "The pier is barely safe."),
        ("The pier is safe.", "The pier is hardly safe."),
        ("The pier is safe.", "The mayor hopes the pier is safe."),
        ("The pier is safe.", "The pier was safe until 2019."),
        ("The pier is safe.", "Before the storm the pier was safe."),
        ("The pier is safe.", "Engineers check whether the pier is safe."),
        ("The pier is safe.", "Engineers must make sure the pier is safe."),
        ("The pier is safe.", "She dreams of the day when the pier is safe."),
        ("The pier is safe.", "The mayor doubts the pier is safe."),
        ("The clerk took the bribe.", "According to an anonymous letter, the clerk took the bribe."),
        ("The clerk took the bribe.", "Unnamed sources say the clerk took the bribe."),
        ("The film star left the country.", "The novel tells how the film star left the country."),
    ],
)
def test_what_is_alleged_hoped_asked_or_over_is_not_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Der Verein hat Fördergeld unterschlagen.", "Laut Gericht hat der Verein Fördergeld unterschlagen."),
        (
            "Die Stadt hat 4.000 Einwohner verloren.",
            "Nach Angaben des Statistikamts hat die Stadt 4.000 Einwohner verloren.",
        ),
        (
            "Der Verein hat Fördergeld unterschlagen.",
            "Der Verein hat Fördergeld unterschlagen, ein Nachbar behauptet anderes.",
        ),
        ("Die Brücke soll im Mai öffnen.", "Die Brücke soll im Mai öffnen."),
        ("Der Verein soll Fördergeld unterschlagen haben.", "Der Verein soll Fördergeld unterschlagen haben."),
        (
            "Die Firma schloss im Mai das Werk in Lohr.",
            "Die Firma schloss im Mai das Werk in Lohr, das 1950 eröffnet wurde und nun verkauft werden soll.",
        ),
        (
            "Die Firma schloss im Mai das Werk in Lohr.",
            "Die Firma schloss im Mai das Werk in Lohr, wenn auch nach langem Streit.",
        ),
        (
            "Die Firma schloss im Mai das Werk in Lohr.",
            "Die Firma schloss im Mai das Werk in Lohr. Dem Chef wird Untreue vorgeworfen.",
        ),
        ("Die Firma schloss im Mai das Werk in Lohr.", "Laut Stadt schloss die Firma im Mai das Werk in Lohr."),
        ("The pier is safe.", "The pier is safe, far from the storm's path."),
        ("The pier is safe.", "According to the harbour office, the pier is safe."),
        ("The pier is safe.", "The pier is safe, though the road is hardly usable."),
        ("The town sold the ferry in May.", "The town sold the ferry in May, hoping for a new one."),
        ("The town sold the ferry in May.", "Before the summer the town sold the ferry in May."),
        ("The pier was safe until 2019.", "The pier was safe until 2019."),
        ("The clerk took the bribe.", "According to the court, the clerk took the bribe."),
        ("The shop was open until May.", "The shop was open until May."),
        ("The company hopes to open a plant.", "The company hopes to open a plant."),
        (
            "Die Firma hat Giftmüll im Wald vergraben.",
            "Die Firma hat Giftmüll im Wald vergraben, das Gericht wirft ihr auch Betrug vor.",
        ),
        ("Die Firma hat Giftmüll im Wald vergraben.", "Die Firma hat nach einem Gutachten Giftmüll im Wald vergraben."),
        (
            "Die Firma hat Giftmüll im Wald vergraben.",
            "Die Polizei teilte mit, die Firma habe Giftmüll im Wald vergraben.",
        ),
        ("Die Firma hat Giftmüll im Wald vergraben.", "Laut Urteil hat die Firma Giftmüll im Wald vergraben."),
        ("Die Fabrik leitete Dioxin in den Fluss.", "Die Fabrik leitete Dioxin in den Fluss, wenn auch nur einmal."),
        (
            "Die Fabrik leitete Dioxin in den Fluss.",
            "Die Fabrik leitete Dioxin in den Fluss und soll geschlossen werden.",
        ),
        ("The bridge is safe.", "The bridge is safe, the engineers hope to show next year."),
        ("The factory released dioxin in May.", "The factory released dioxin in May, a film about it was made later."),
        ("The factory released dioxin in May.", "The factory released dioxin in May before the flood."),
        ("The factory released dioxin in May.", "The factory, which was safe until then, released dioxin in May."),
    ],
)
def test_the_word_of_the_police_a_court_or_an_office_is(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Nora Vik said: “The dam is stable.”", "“I do not think the dam is stable,” Nora Vik said."),
        ("„Der Damm ist stabil“, sagte Nora Vik.", "Nora Vik sagte: „Ich glaube nicht, dass der Damm stabil ist.“"),
        ("The dam is stable.", "It is nonsense to say that the dam is stable."),
        ("The dam is stable.", "They say the dam is stable. That is nonsense."),
    ],
)
def test_a_denial_of_its_own_contradicts_the_claim(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The two sisters were foreign spies.", "The court heard that the two sisters were foreign spies."),
        ("The rider was drunk.", "Jurors heard that the rider was drunk."),
        ("The rider ignored a red light.", "The rider ignored a red light, the court heard."),
        ("The rider was drunk.", "The rider was drunk, a jury in Halden was told on Monday."),
        ("The dean knew of the payments.", "The tribunal was told that the dean knew of the payments."),
        ("Foreigners may buy pasture in Tarn.", "Foreigners may buy pasture in Tarn if they live there."),
        ("The compound cures gout.", "The compound cures gout in rats, a study shows."),
        ("The test detects cancer.", "The test detects cancer in dogs."),
        ("Das Mittel heilt Gicht.", "Das Mittel heilt Gicht bei Mäusen, berichten Forscher."),
        ("The city will sell the quarry.", "The city decided against a proposal to sell the quarry."),
        ("The airline is to buy 30 jets.", "The airline is said to have dropped plans to buy 30 jets."),
    ],
)  # fmt: skip
def test_what_a_court_was_told_and_what_is_limited_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The court heard that the rider was drunk.", "The court heard that the rider was drunk."),
        ("The court heard three witnesses.", "The court heard three witnesses on Monday."),
        ("The test detects cancer in dogs.", "The test detects cancer in dogs, a study shows."),
        ("The farm keeps 300 pigs.", "The farm keeps 300 pigs in Halden."),
        ("Police searched the loft.", "Police searched the loft on Monday. It is not clear if the suspect was there."),
        ("Foreigners may buy land if they live there.", "Foreigners may buy land if they live there, the mayor said."),
    ],
)
def test_what_the_claim_tells_too_is_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
