"""Who speaks for one side of a dispute: what they say is an allegation, and their common nouns are nobody's name."""

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
FOLDED_SIDES = frozenset(map(fold, SIDES))
