"""Sums without their currency, or in another one: "$4.2 billion" beside "4.2bn" is one sum, where money is spoken of.

Levels: *the same sum* (one text leaves the sign out, and says a word of money: cost, sales, borrow); *not compared* (no
word of money: nobody knows what the other counts); another value is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain import Quantity
from factcheck.stance.figures.figures import equal, only_currency, same_figure
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment
from factcheck.stance.reading.texts import read
from factcheck.text.quantities.currencies import MONEY
from factcheck.text.words import fold, stem

_OF_MONEY_WORDS = """
    cost sale revenue profit loss income turnover earning borrow lend loan debt spend spent pay paid price budget worth
    value fund funding invest investment grant fee tax bill fine surplus deficit saving owe
    subsidy dividend asset umsatz gewinn verlust erlös kosten kostete kosteten zahlte zahlten zahlt bezahlt schulden
    kredit haushalt preis wert ausgaben einnahmen steuer investiert investierte förderung"""
_OF_MONEY = frozenset(stem(fold(word)) for word in _OF_MONEY_WORDS.split())
"""Words beside which a number of millions is a sum."""
_LEAST_SUM = 1000
"""Below this no sum leaves its currency out: "4.2m" and "500k" do. Source: our own choice."""

Figures = Sequence[Quantity]


def with_currencies(pair: Pair, asked: Figures, given: Figures) -> tuple[Figures, Figures]:
    """Return the figures of both texts, a sum without its currency with the one that the other text gives it.

    Where neither text speaks of money, that number of the passage is left out: it may count anything.
    """
    ours, theirs = [one for one in asked if one.unit in MONEY], [one for one in given if one.unit in MONEY]
    money = bool(ours or theirs) and _tells_money(pair)
    signed = [_signed(one, theirs) if money else one for one in asked]
    if money:
        return signed, [_signed(one, ours) for one in given]
    return asked, [one for one in given if _signed(one, ours) is one and not _leaves_out(one, asked)]


def _signed(one: Quantity, sums: Figures) -> Quantity:
    """Return a bare number as the sum of the other text that has its value, else as it is."""
    if one.unit or one.low < _LEAST_SUM or not (one.noun == "" or stem(fold(one.noun)) in _OF_MONEY):
        return one
    alike = (replace(one, unit=other.unit, noun=other.noun) for other in sums)
    return next((turned for turned, other in zip(alike, sums, strict=True) if equal(turned, other)), one)


def _leaves_out(one: Quantity, asked: Figures) -> bool:
    """Whether a bare number of the claim has the value of a sum of the passage."""
    return one.unit in MONEY and any(_signed(other, [one]) is not other for other in asked)


def _tells_money(pair: Pair) -> bool:
    """Whether both texts have a word of money."""
    return not (_OF_MONEY.isdisjoint(pair.claim.stems) or _OF_MONEY.isdisjoint(read(pair.aligned.text).stems))


def in_another_currency(alignment: Alignment, one: Quantity, given: Sequence[Quantity]) -> Quantity | None:
    """Return the amount that a passage of nearly the claim's words has in another currency, and not in its own."""
    if not alignment.close or one.unit not in MONEY or any(same_figure(one, each) for each in given):
        return None
    return next((other for other in given if only_currency(one, other)), None)


__all__ = ["in_another_currency", "with_currencies"]
