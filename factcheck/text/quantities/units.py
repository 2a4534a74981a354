"""Names of units as they stand in news text, and the one label that each is compared under.

Labels: SI-like symbols for measures, English singulars for stretches of time; those of money: `currencies`. Converting
between units is `stance/`'s business (19 miles beside 30 km), so the label keeps what the text said.
"""

from __future__ import annotations

from factcheck.text.quantities.currencies import CURRENCIES, NATIONAL

_PLAIN = {
    "%": "% percent prozent pct percentage",
    "pp": "pp prozentpunkt prozentpunkte prozentpunkten",
    "km": "km kilometre kilometres kilometer kilometers kilometern",
    "km²": "quadratkilometer quadratkilometern",
    "m²": "quadratmeter quadratmetern",
    "m³": "kubikmeter kubikmetern",
    "m": "m metre metres meter meters metern",
    "cm": "cm centimetre centimetres centimeter centimeters zentimeter zentimetern",
    "mm": "mm millimetre millimetres millimeter millimeters millimetern",
    "mi": "mile miles",
    "ft": "ft foot feet",
    "in": "inch inches",
    "yd": "yard yards",
    "kg": "kg kilogram kilograms kilogramm kilo kilos",
    "g": "gram grams gramm",
    "mg": "mg milligram milligrams milligramm",
    "ml": "ml millilitre millilitres milliliter milliliters",
    "t": "tonne tonnen tonnes ton tons",
    "lb": "lb lbs",
    "oz": "ounce ounces",
    "ha": "hectare hectares hektar",
    "acre": "acre acres",
    "l": "litre litres liter liters litern",
    "gal": "gallon gallons",
    "barrel": "barrel barrels",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "kWh": "kwh kilowattstunde kilowattstunden",
    "MWh": "mwh megawattstunde megawattstunden",
    "GWh": "gwh gigawattstunde gigawattstunden",
    "TWh": "twh terawattstunde terawattstunden",
    "degree": "° degree degrees grad",
    "km/h": "kmh kph stundenkilometer stundenkilometern",
    "mph": "mph",
    "bp": "bps",
    "year": "year years jahre jahren",
    "month": "month months monate monaten",
    "week": "week weeks wochen",
    "day": "day days tage tagen",
    "hour": "hour hours hrs stunden",
    "minute": "minute minutes mins minuten",
    "second": "seconds sekunden",
    "times": "times fold",
}
UNITS = {word: label for label, words in _PLAIN.items() for word in words.split()} | CURRENCIES

COMPOUNDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("km", "/", "h"), "km/h"),
    (("kilometres", "per", "hour"), "km/h"),
    (("kilometers", "per", "hour"), "km/h"),
    (("kilometres", "an", "hour"), "km/h"),
    (("miles", "per", "hour"), "mph"),
    (("miles", "an", "hour"), "mph"),
    (("m", "/", "s"), "m/s"),
    (("metres", "per", "second"), "m/s"),
    (("°", "c"), "°C"),
    (("°", "f"), "°F"),
    (("degrees", "celsius"), "°C"),
    (("degrees", "c"), "°C"),
    (("degrees", "centigrade"), "°C"),
    (("degrees", "fahrenheit"), "°F"),
    (("degrees", "f"), "°F"),
    (("grad", "celsius"), "°C"),
    (("grad", "fahrenheit"), "°F"),
    *(
        ((square, word), label)
        for square in ("sq", "square")
        for label, words in (
            ("km²", ("km", "kilometre", "kilometres", "kilometer", "kilometers")),
            ("m²", ("m", "metre", "metres", "meter", "meters")),
            ("mi²", ("mile", "miles", "mi")),
            ("ft²", ("ft", "foot", "feet")),
        )
        for word in words
    ),
    *((("cubic", word), "m³") for word in ("metre", "metres", "meter", "meters")),
    *(
        ((watt, hour), label + "h")
        for watt, label in (("kilowatt", "kW"), ("megawatt", "MW"), ("gigawatt", "GW"), ("terawatt", "TW"))
        for hour in ("hour", "hours")
    ),
    (("of", "a", "percentage", "point"), "pp"),
    (("of", "one", "percentage", "point"), "pp"),
    (("basis", "point"), "bp"),
    (("basis", "points"), "bp"),
    *NATIONAL,
)
"""Units of several words or marks, each before those that begin it: "km/h" is no "km"."""
