"""Offices, ranks and parties as the comparators of persons read them, in English and German.

Written by hand for this project. A word that stands in no table is known by what it ends in ("rower", "Chemikerin").
"""

from __future__ import annotations

from factcheck.text.words import fold


def _by_word(table: str) -> dict[str, str]:
    """Return the first word of each row by every spelling in it; `_` joins what is said in two words."""
    rows = [[fold(one).replace("_", " ") for one in row.split()] for row in table.strip().splitlines()]
    return {word: row[0] for row in rows for word in row}


OFFICES = _by_word("""
prime_minister premier ministerpräsident ministerpräsidentin premierminister premierministerin
minister ministerin secretary
president präsident präsidentin
chancellor kanzler kanzlerin
governor gov gouverneur gouverneurin
mayor mayoress bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin
attorney_general
lieutenant_governor lt_gov lt_governor lieutenant_gov
ambassador botschafter botschafterin
senator sen senatorin
representative rep congressman congresswoman
chief_executive ceo vorstandschef vorstandschefin vorstandsvorsitzender vorstandsvorsitzende
finance_director cfo chief_financial_officer finanzvorstand
operating_officer chief_operating_officer coo
archbishop erzbischof
bishop bischof bischöfin
archdeacon
dean dekan dekanin
vicar rector priest pastor reverend pfarrer pfarrerin
judge justice richter richterin
prosecutor staatsanwalt staatsanwältin
goalkeeper keeper torwart torhüter torhüterin
private
corporal cpl
sergeant sgt
lieutenant lt leutnant
major maj
colonel col oberst lieutenant_colonel lt_col oberstleutnant
general gen major_general maj_gen generalmajor lieutenant_general lt_gen brigadier_general
actor actress schauspieler schauspielerin
coach manager trainer trainerin
striker forward stürmer stürmerin
headteacher headmaster headmistress
""")
"""Offices by their words; `secretary` is one of a portfolio ("foreign secretary") and else of no cabinet."""

_ROWS = """
prime_minister president governor lieutenant_governor mayor attorney_general ambassador
minister president
minister prime_minister
minister mayor
minister governor
minister ambassador
senator representative
senator governor
senator president
representative governor
chief_executive finance_director operating_officer
bishop archdeacon
archbishop archdeacon
judge prosecutor
private corporal sergeant lieutenant major colonel general
"""
EXCLUSIVE = tuple([frozenset(row.replace("_", " ") for row in line.split()) for line in _ROWS.strip().splitlines()])
"""Offices of which nobody holds two at once; bodies of one name apart ("the president of the club")."""

PORTFOLIOS = _by_word("""
foreign external aussen außen auswärtiges
defence defense verteidigung verteidigungs
finance treasury finanz finanzen
interior home innen
health gesundheit gesundheits
justice justiz
education schools bildung bildungs kultus schul
transport transportation verkehr verkehrs
agriculture farm farming landwirtschaft landwirtschafts agrar
trade commerce handel handels
economy economic business wirtschaft wirtschafts
environment environmental climate umwelt klima
labour labor employment arbeit arbeits
energy energie
housing bau
culture cultural kultur
family families familien
science research forschung forschungs wissenschaft wissenschafts
development entwicklung entwicklungs
immigration migration
tourism tourismus
social sozial
""")

NEAR = tuple(
    frozenset(row.split())
    for row in """
finance economy
economy trade
economy energy
environment energy
environment agriculture
labour social
social family
social health
education science
education culture
foreign trade
""".strip().splitlines()
)
"""Portfolios of which one ministry often has both, or which papers give one ministry in turn."""

PARTIES = _by_word("""
labour
conservative tory conservatives tories
liberal_democrat lib_dem
republican republikaner republikanerin republikanische republikanischer
democrat democratic demokrat demokratin
green greens grünen grüne
social_democrat social_democratic spd sozialdemokrat sozialdemokratin
christian_democrat christian_democratic cdu christdemokrat christdemokratin
csu
fdp
afd
snp
dup democratic_unionist
plaid_cymru
sinn_fein
reform_uk
""")
"""Parties by how one of them is called; nobody is of two."""

QUALIFIERS = {
    fold(word): name
    for name, words in {
        "former": """former ex onetime erstwhile retired frühere früherer früheren ehemalige ehemaliger ehemaligen
            einstige einstiger einstigen alt""",
        "then": "then damalige damaliger damaligen",
        "deputy": "deputy vice assistant associate stellvertretende stellvertretender stellvertretenden vize under",
        "shadow": "shadow schatten",
        "acting": "acting interim caretaker kommissarische kommissarischer geschäftsführende geschäftsführender",
        "future": "elect designate incoming designierte designierter künftige künftiger angehende angehender",
    }.items()
    for word in words.split()
}
"""Words that make another office of one, by what they say of it."""

COURTESIES = frozenset(
    map(
        fold,
        """mr mrs ms miss dr prof professor sir dame lord lady rt hon herr frau doctor mister the cllr mx judge's st
        saint""".split(),  # noqa: SIM905
    )
)
"""What a person is called beside any office."""

ANYBODY = frozenset(
    map(
        fold,
        """leader politician official lawmaker legislator mp mep msp deputy man woman boy girl head chief boss candidate
        member adviser advisor spokesman spokeswoman spokesperson critic resident mother father veteran officer
        native friend ally parliamentarian nominee winner victim survivor chairman chairwoman chair speaker author
        writer supporter opponent lawyer attorney owner founder expert figure star newcomer grandfather
        grandmother contender employer prince princess duke duchess earl secretary commander director executive captain
        skipper player footballer athlete scientist researcher academic analyst coordinator worker insider
        hardliner reformer moderate
        politiker politikerin chef chefin leiter leiterin vorsitzende vorsitzender abgeordnete abgeordneter anwalt
        anwältin mitglied kandidat kandidatin sprecher sprecherin pensioner millionaire billionaire""".split(),  # noqa: SIM905
    )
)
"""What a holder of any office may be called, too."""

TRADES = ("er", "or", "ist", "ian", "man", "woman", "eur", "erin", "orin", "istin", "ant", "ess")
"""Endings of words for what somebody does."""
