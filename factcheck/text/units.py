"""Names of units and currencies as they stand in news text, and the one label that each is compared under.

Labels: ISO 4217 for money, SI-like symbols for measures, English singulars for stretches of time. Converting between
units is `stance/`'s business (19 miles beside 30 km), so the label keeps what the text said.
"""

from __future__ import annotations

SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR"}

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
    "francs": "CHF",
    "chf": "CHF",
    "zloty": "PLN",
    "zlotys": "PLN",
    "lira": "TRY",
    "pesos": "MXN",
    "shekels": "ILS",
    "cents": "cent",
    "pence": "penny",
}

_PLAIN = {
    "%": "% percent prozent pct percentage",
    "km": "km kilometre kilometres kilometer kilometers kilometern",
    "m": "m metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "mi": "mile miles",
    "ft": "ft foot feet",
    "in": "inch inches",
    "yd": "yard yards",
    "kg": "kg kilogram kilograms kilo kilos",
    "g": "gram grams",
    "t": "tonne tonnes ton tons",
    "lb": "lb lbs",
    "oz": "ounce ounces",
    "ha": "hectare hectares",
    "acre": "acre acres",
    "l": "litre litres liter liters",
    "gal": "gallon gallons",
    "barrel": "barrel barrels",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "degree": "° degree degrees",
    "km/h": "kmh kph",
    "mph": "mph",
    "bp": "bps",
    "year": "year years",
    "month": "month months",
    "week": "week weeks",
    "day": "day days",
    "hour": "hour hours hrs",
    "minute": "minute minutes mins",
    "second": "seconds",
    "times": "times",
}
UNITS = {word: label for label, words in _PLAIN.items() for word in words.split()} | CURRENCIES

MONEY = frozenset(SIGNS.values()) | frozenset(CURRENCIES.values())
