"""Names and signs of currencies as they stand in news text, before a number and behind it, by their ISO 4217 code.

"Rupees" and "francs" without a country are those of India and Switzerland; "kroner" and "kr" may be of three.
"""

from __future__ import annotations

DOLLARS = {
    "A": "AUD",
    "AU": "AUD",
    "C": "CAD",
    "CA": "CAD",
    "Can": "CAD",
    "NZ": "NZD",
    "HK": "HKD",
    "S": "SGD",
    "NT": "TWD",
    "R": "BRL",
    "Z": "ZWL",
    "US": "USD",
}
"""What a dollar sign is of, by the letters glued before it."""
SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "₫": "VND",
}
_CODES = """
    USD EUR GBP CHF RUB INR JPY CNY AUD CAD NZD HKD SGD TWD BRL SEK NOK DKK ISK PLN CZK HUF RON BGN UAH TRY ILS ZAR NGN
    KES EGP PKR BDT LKR NPR IDR MYR THB PHP VND KRW MXN ARS CLP AED SAR QAR KWD IRR IQD GEL KZT RSD"""
SHORT = {code: code for code in _CODES.split()} | {
    "RMB": "CNY",
    "NKr": "NOK",
    "SKr": "SEK",
    "DKr": "DKK",
    "Kr": "kr",
    "SFr": "CHF",
    "Rs": "INR",
    "Rp": "IDR",
    "RM": "MYR",
    "Kč": "CZK",
    "zł": "PLN",
}
"""Codes and short forms, which count only with these capitals: "TRY", not "try"; without COP, which met 26 times."""
RAND = "R"
"""Counts only glued to a number with its scale: "R40m"; "R40" is a road."""

CURRENCIES = {
    "dollar": "USD",
    "dollars": "USD",
    "usd": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "eur": "EUR",
    "pounds": "GBP",
    "gbp": "GBP",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "ruble": "RUB",
    "rubles": "RUB",
    "rouble": "RUB",
    "roubles": "RUB",
    "rubel": "RUB",
    "hryvnia": "UAH",
    "hryvnias": "UAH",
    "rupees": "INR",
    "rs": "INR",
    "cent": "cent",
    "francs": "CHF",
    "franken": "CHF",
    "chf": "CHF",
    "kč": "CZK",
    "koruna": "CZK",
    "korunas": "CZK",
    "zł": "PLN",
    "zloty": "PLN",
    "zlotys": "PLN",
    "złoty": "PLN",
    "forint": "HUF",
    "forints": "HUF",
    "kronor": "SEK",
    "kroner": "kr",
    "kronen": "kr",
    "kr": "kr",
    "rand": "ZAR",
    "naira": "NGN",
    "baht": "THB",
    "lira": "TRY",
    "pesos": "MXN",
    "shekels": "ILS",
    "cents": "cent",
    "pence": "penny",
}
_OF_NATIONS = """
    AUD=australian:dollars CAD=canadian:dollars NZD=new:zealand:dollars HKD=hong:kong:dollars SGD=singapore:dollars
    TWD=taiwan:dollars USD=us:dollars USD=american:dollars NOK=norwegian:kroner NOK=norwegian:crowns DKK=danish:kroner
    DKK=danish:crowns SEK=swedish:kronor SEK=swedish:crowns ISK=icelandic:kronur CZK=czech:crowns CZK=czech:koruna
    CHF=swiss:francs INR=indian:rupees PKR=pakistani:rupees LKR=sri:lankan:rupees NPR=nepali:rupees EGP=egyptian:pounds
    PLN=polish:zloty PLN=polish:zlotys HUF=hungarian:forints HUF=hungarian:forint TRY=turkish:lira LBP=lebanese:pounds
    MXN=mexican:pesos ARS=argentine:pesos CLP=chilean:pesos COP=colombian:pesos PHP=philippine:pesos JPY=japanese:yen
    CNY=chinese:yuan ZAR=south:african:rand RUB=russian:roubles RUB=russian:rubles CHF=schweizer:franken"""
NATIONAL: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    (tuple(words.split(":")), code) for code, _, words in (one.partition("=") for one in _OF_NATIONS.split())
)
"""Currencies that only their country tells: "Australian dollars"."""

MONEY = (
    frozenset(SIGNS.values())
    | frozenset(CURRENCIES.values())
    | frozenset(DOLLARS.values())
    | frozenset(SHORT.values())
    | frozenset(code for _, code in NATIONAL)
)
