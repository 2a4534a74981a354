"""Who speaks for one side, or only for what they saw: what they say is an allegation, and their nouns are no names."""

from __future__ import annotations

from factcheck.text.words import fold

_TABLE = """
    rebel rebels insurgent insurgents separatist separatists militant militants militia militias guerrilla guerrillas
    jihadists opposition opponents critics detractors sceptics skeptics activists campaigners environmentalists
    dissidents supporters backers loyalists protesters protestors demonstrators lobbyists plaintiffs prosecution
    accusers defectors propagandists whistleblower whistleblowers
    miliz kriegspartei bürgerinitiative bürgerinitiativen
    rebellen aufständische aufständischen separatisten milizen oppositionelle oppositionellen kritiker kritikern gegner
    gegnern aktivisten umweltschützer dissidenten anhänger anhängern unterstützer demonstranten lobbyisten kläger
    staatsmedien staatsfernsehen regierungsgegner regierungsgegnern"""
SIDES = tuple(_TABLE.split())
"""Their common nouns, in English and German."""
MOVEMENTS = ("Republicans", "Democrats", "Tories", "Hamas", "Hezbollah", "Hisbollah", "Taliban", "Houthis", "Huthi")
"""Those that are known by a name."""
_OTHERS = """
    prosecutor prosecutors indictment lawsuit suit complaint plaintiff petition attorney attorneys lawyer lawyers
    accuser complainant complainants defendant defendants suspect suspects victim victims rival rivals challenger
    resident residents local locals neighbour neighbours neighbor neighbors villager villagers eyewitness eyewitnesses
    witness witnesses bystander bystanders relative relatives parishioner parishioners blogger bloggers insider insiders
    anklage anklageschrift klageschrift staatsanwalt staatsanwälte staatsanwaltschaft anwalt anwälte anwältin rivale
    rivalen opfer opfern angehörige angehörigen anwohner anwohnern nachbarn augenzeugen zeugen zeuge insider"""
OTHERS = tuple(_OTHERS.split())
"""Parties of a trial and witnesses: of what they did themselves they tell as others do ("residents left", they say)."""
FOLDED_OTHERS = frozenset(map(fold, OTHERS))
FOLDED_SIDES = frozenset(map(fold, SIDES))
