"""Countries with their peoples, and what stands for them: capitals, seats of government, alliances."""

from __future__ import annotations

PEOPLES = """
usa america american americans united-states
britain british uk united-kingdom briton britons
england english
scotland scottish
wales welsh
ireland irish
france french
germany german germans
italy italian italians
spain spanish spaniard spaniards
portugal portuguese
netherlands dutch
belgium belgian belgians
denmark danish dane danes
norway norwegian norwegians
sweden swedish swede swedes
finland finnish finn finns
iceland icelandic
poland polish pole poles
czechia czech czechs
slovakia slovak slovaks
hungary hungarian hungarians
austria austrian austrians
switzerland swiss
greece greek greeks
turkey turkish turk turks turkiye
russia russian russians
ukraine ukrainian ukrainians
belarus belarusian belarusians
lithuania lithuanian lithuanians
latvia latvian latvians
estonia estonian estonians
romania romanian romanians
bulgaria bulgarian bulgarians
serbia serbian serb serbs
croatia croatian croat croats
bosnia bosnian bosnians
albania albanian albanians
kosovo kosovar
georgia georgian georgians
armenia armenian armenians
azerbaijan azerbaijani
kazakhstan kazakh
china chinese
japan japanese
korea korean koreans
india indian indians
pakistan pakistani pakistanis
bangladesh bangladeshi
iran iranian iranians
iraq iraqi iraqis
syria syrian syrians
israel israeli israelis
lebanon lebanese
jordan jordanian
egypt egyptian egyptians
libya libyan libyans
tunisia tunisian
algeria algerian
morocco moroccan
nigeria nigerian nigerians
kenya kenyan kenyans
ethiopia ethiopian
somalia somali
sudan sudanese
south-africa
ghana ghanaian
canada canadian canadians
mexico mexican mexicans
brazil brazilian brazilians
argentina argentine argentinian
chile chilean
colombia colombian
venezuela venezuelan
cuba cuban
peru peruvian
australia australian australians
new-zealand
indonesia indonesian
malaysia malaysian
philippines filipino philippine
thailand thai
vietnam vietnamese
afghanistan afghan afghans
saudi saudis saudi-arabia
yemen yemeni
qatar qatari
"""

ALIASES = """
kyiv kiev
usa american washington
uk britain british
moscow kremlin
ukraine ukrainian kyiv
nato alliance bloc ally allied
eu european
lithuania lithuanian vilnius
estonia estonian tallinn
latvia latvian riga
poland polish warsaw
germany german berlin
france french paris
spain spanish madrid
italy italian rome
russia russian moscow kremlin
china chinese beijing
japan japanese tokyo
turkey turkish ankara
iran iranian tehran
israel israeli jerusalem
hungary hungarian budapest
uk britain british london
"""
