"""Know organisations by how German forms their names: "Bundesbank", "Stadtwerke Köln", "Deutsches Rotes Kreuz".

The article in front ("die Deutsche Bahn") and the case of an adjective ("der Deutschen Bahn") do not matter.
"""

from __future__ import annotations

import re

_ALONE = re.compile(
    r"Bundes(?:bank|regierung|gericht|gerichtshof|verfassungsgericht|verwaltungsgericht|arbeitsgericht|amt|tag|rat|agentur|"
    r"netzagentur|kriminalamt|wehr|polizei|kartellamt|rechnungshof|anstalt|liga|[a-zäöüß]*ministerium|[a-zäöüß]*amt)(?:e?s)?"
    r"|[A-ZÄÖÜ][a-zäöüß]{2,}(?:ministerium|staatsanwaltschaft|gewerkschaft|behörde|versicherung|kammer|sparkasse)s?"
    r"|Landtags?|Landesregierung|Bundestags?|Staatsanwaltschaft|Generalbundesanwalt(?:schaft)?|Auswärtige[sn]?\sAmte?s?"
)
_OPENS = re.compile(
    r"(?:Stadtwerke|Universität|Hochschule|Staatsanwaltschaft|Landgericht|Amtsgericht|Oberlandesgericht|Verwaltungsgericht|"
    r"Polizeipräsidium|Sparkasse|Volksbank|Klinikum|Uniklinik|Bistum|Erzbistum|Handelskammer|Verkehrsbetriebe|Messe|"
    r"Flughafen|Landkreis|Bezirksamt|Stadtverwaltung|Feuerwehr)\s[A-ZÄÖÜ]"
    r"|(?:Bund|Verband|Verein|Zentralrat|Gewerkschaft|Institut|Ministerium|Amt|Gesellschaft|Akademie|Stiftung)"
    r"\s(?:der|des|für|zur|deutscher)\s"
)
_OF_A_LAND = re.compile(
    r"(?:Deutsche[rsnm]?|Bayerische[rsnm]?|Hessische[rsnm]?|Sächsische[rsnm]?|Österreichische[rsnm]?|Europäische[rsnm]?|"
    r"Schweizerische[rsnm]?)\s(?:[A-ZÄÖÜ][a-zäöüß]+[\s-])?"
    r"(?:Bahn|Bank|Post|Telekom|Welle|Börse|Kreuz(?:es)?|Städtetag(?:s|es)?|Presse-Agentur|Fußball-Bund(?:es)?|Rundfunk|"
    r"Gewerkschaftsbund(?:es)?|Zentralbank|Kommission|Gerichtshof|Bauernverband(?:s|es)?|Wetterdienst(?:es)?|Umwelthilfe|"
    r"Krebsgesellschaft|Forschungsgemeinschaft|Bundesbank)"
)


def is_german_body(mention: str) -> bool:
    """Tell whether a mention names an organisation by the form of its German words."""
    return bool(_ALONE.fullmatch(mention) or _OPENS.match(mention) or _OF_A_LAND.fullmatch(mention))


__all__ = ["is_german_body"]
