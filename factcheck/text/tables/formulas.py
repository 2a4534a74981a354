"""Formulas over the cells of tables: `(C17-C12)/C12*100`, `'Table 1a'!C17/SUM(C2:C9)`. A small recursive parser.

It knows + - * / and parentheses, a minus before a value, ranges, and the functions of `FUNCTIONS`; there are no powers
and no names, so nothing can be called and nothing grows without bounds. References are spreadsheet addresses (A1), a
table's name before `!`, in quotation marks where it has other signs than letters, digits, blanks and full stops.

Grammar: sum = product (("+"|"-") product)*; product = value (("*"|"/") value)*; value = "-" value | number | cell |
range | NAME "(" sum ("," sum)* ")" | "(" sum ")".
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from factcheck.errors import InputError

LONGEST = 300
"""Characters of a formula: one that a reader of the evidence can follow in his head."""
DEEPEST = 30
"""Parentheses in parentheses."""
MOST_CELLS = 1000
"""Cells of one formula; each is kept with the evidence."""
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,30}(?:\.\d{1,30})?(?![\w.]))"
    r"|(?P<name>[A-Za-z]{2,12})(?=\s*\()"
    r"|(?:'(?P<quoted>(?:[^']|''){1,100})'!|(?P<table>[^\W\d_][\w .]{0,100}?)!)?"
    r"\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>[1-9]\d{0,6})"
    r"(?::\$?(?P<last_column>[A-Za-z]{1,3})\$?(?P<last_row>[1-9]\d{0,6}))?(?!\w)"
    r"|(?P<sign>[-+*/(),;−–×·⋅÷∕]))"
)
_TYPESET = str.maketrans("−–×·⋅÷∕", "--***//")
"""Signs as they are set in print, and copied from there."""
_LETTERS = 26


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A cell of a table: `table` as written ("" for the one that is meant), column and row counted from 1."""

    table: str
    column: int
    row: int

    @property
    def cell(self) -> str:
        """The address without the table: C17."""
        return f"{column_name(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Number:
    """A constant."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """The cells from one corner to the other, row by row; a single cell is one, too."""

    first: Reference
    last: Reference

    def cells(self) -> Iterator[Reference]:
        """Yield the cells."""
        for row in range(self.first.row, self.last.row + 1):
            for column in range(self.first.column, self.last.column + 1):
                yield Reference(self.first.table, column, row)

    @property
    def size(self) -> int:
        """How many cells there are."""
        return (self.last.row - self.first.row + 1) * (self.last.column - self.first.column + 1)


@dataclass(frozen=True, slots=True)
class Operation:
    """Two parts and the sign between them; a minus before a value has a zero at its left."""

    sign: str
    left: Tree
    right: Tree


@dataclass(frozen=True, slots=True)
class Call:
    """A function of its arguments."""

    name: str
    arguments: tuple[Tree, ...]


Tree = Number | Range | Operation | Call
FUNCTIONS = {
    "ABS": (1, 1),
    "AVERAGE": (1, LONGEST),
    "MAX": (1, LONGEST),
    "MIN": (1, LONGEST),
    "RANK": (2, 3),
    "ROUND": (1, 2),
    "SUM": (1, LONGEST),
}
"""The functions, with how many values they take at least and at most."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as it was written, and what it says."""

    text: str
    tree: Tree

    def cells(self) -> tuple[Reference, ...]:
        """Return the cells it cites, each once, in the order in which they stand."""
        return tuple(dict.fromkeys(_cells(self.tree)))


def parse_formula(text: str) -> Formula:
    """Read a formula.

    Raises:
        InputError: it is empty, too long, or not of the grammar; says where.
    """
    text = text.strip().removeprefix("=").strip()
    if not text:
        raise InputError("a formula is empty", hint="like C17 or (C17-C12)/C12*100")
    if len(text) > LONGEST:
        raise InputError(f"the formula has {len(text)} characters; at most {LONGEST} are calculated")
    reader = _Reader(text)
    tree = reader.sum(0)
    reader.expect_end()
    formula = Formula(text, tree)
    if isinstance(tree, Range) and tree.size > 1:
        raise InputError("a range is no figure by itself", hint="like SUM(C2:C9)", subject=text)
    return formula


def parse_range(text: str) -> Range:
    """Read a range like C2:F20, or one cell.

    Raises:
        InputError: it is none.
    """
    reader = _Reader(text.strip(), sys.maxsize)
    found = reader.value(0)
    reader.expect_end()
    if not isinstance(found, Range) or found.first.table:
        raise InputError("is no range of cells", hint="like C2:F20", subject=text)
    return found


def column_name(number: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _column(letters: str) -> int:
    return reduce(lambda number, letter: number * _LETTERS + ord(letter) - ord("A") + 1, letters.upper(), 0)


# --- reading ----------------------------------------------------------------------------------------------------------


class _Reader:
    """Reads a formula from left to right."""

    def __init__(self, text: str, most: int = MOST_CELLS) -> None:
        self.text = text
        self.most = most
        self.place = 0
        self.size = 0
        self.token = self._next()

    def _next(self) -> re.Match[str] | None:
        if not self.text[self.place :].strip():
            return None
        found = _TOKEN.match(self.text, self.place)
        if found is None:
            raise self.fault(self.place)
        self.place = found.end()
        return found

    def fault(self, place: int) -> InputError:
        """Return the complaint about what stands at a place."""
        rest = self.text[place:].lstrip()
        if rest.startswith(("^", "**")):
            return InputError("a power is not calculated", hint="multiply instead", subject=self.text)
        if not rest:
            return InputError(
                "the formula ends too soon", hint="is a parenthesis or a value missing?", subject=self.text
            )
        at = len(self.text) - len(rest) + 1
        hint = "cells (C17), numbers like 1000.5, + - * /, parentheses, " + ", ".join(sorted(FUNCTIONS))
        return InputError(f"{rest[:12]!r} at character {at} cannot be read here", hint=hint, subject=self.text)

    def unexpected(self) -> InputError:
        """Return the complaint about the token that stands next."""
        return self.fault(self.token.start() if self.token else len(self.text))

    def take(self, *signs: str) -> str:
        """Go past one of some signs and return it; "" if another token stands next."""
        sign = self.sign()
        if sign not in signs:
            return ""
        self.token = self._next()
        return sign

    def sign(self) -> str:
        """Return the sign that stands next, as it is typed; "" if another token does."""
        return (self.token["sign"] or "").translate(_TYPESET) if self.token else ""

    def expect_end(self) -> None:
        """Refuse what is left over."""
        if self.token is not None:
            raise self.unexpected()

    def sum(self, depth: int) -> Tree:
        """Read products with + and - between them."""
        if depth > DEEPEST:
            raise InputError(f"parentheses stand more than {DEEPEST} deep", subject=self.text)
        tree = self.product(depth)
        while sign := self.take("+", "-"):
            tree = Operation(sign, tree, self.product(depth))
        return tree

    def product(self, depth: int) -> Tree:
        """Read values with * and / between them."""
        tree = self.value(depth)
        while sign := self.take("*", "/"):
            if self.token is not None and self.sign() == "*":
                raise self.fault(self.token.start() - 1)
            tree = Operation(sign, tree, self.value(depth))
        return tree

    def value(self, depth: int) -> Tree:
        """Read a value, perhaps with signs before it."""
        minus = False
        while sign := self.take("-", "+"):
            minus ^= sign == "-"
        tree = self._value(depth)
        return Call("-", (tree,)) if minus else tree

    def _value(self, depth: int) -> Tree:
        token = self.token
        if self.take("("):
            tree = self.sum(depth + 1)
            if not self.take(")"):
                raise self.unexpected()
            return tree
        if token is None or token["sign"]:
            raise self.unexpected()
        self.token = self._next()
        if token["name"]:
            return self._call(token, depth)
        return Number(Decimal(token["number"])) if token["number"] else self._range(token)

    def _call(self, token: re.Match[str], depth: int) -> Tree:
        name = token["name"].upper()
        if name not in FUNCTIONS:
            raise self.fault(token.start())
        self.take("(")
        arguments = [self.sum(depth + 1)]
        while self.take(",", ";"):
            arguments.append(self.sum(depth + 1))
        if not self.take(")"):
            raise self.unexpected()
        least, most = FUNCTIONS[name]
        if not least <= len(arguments) <= most:
            raise InputError(f"{name} takes {_count(least, most)}", subject=self.text)
        return Call(name, tuple(arguments))

    def _range(self, token: re.Match[str]) -> Range:
        quoted = token["quoted"]
        table = quoted.replace("''", "'") if quoted else (token["table"] or "").strip()
        columns = sorted(_column(letters) for letters in (token["column"], token["last_column"] or token["column"]))
        rows = sorted(int(digits) for digits in (token["row"], token["last_row"] or token["row"]))
        found = Range(Reference(table, columns[0], rows[0]), Reference(table, columns[1], rows[1]))
        self.size += found.size
        if self.size > self.most:
            raise InputError(f"cites more than {self.most} cells", hint="cite totals", subject=self.text)
        return found


def _count(least: int, most: int) -> str:
    if least == most:
        return f"{least} {'value' if least == 1 else 'values'}"
    return f"{least} value or more" if most == LONGEST else f"{least} or {most} values"


def _cells(tree: Tree) -> Iterator[Reference]:
    if isinstance(tree, Range):
        yield from tree.cells()
    elif isinstance(tree, Operation):
        yield from _cells(tree.left)
        yield from _cells(tree.right)
    elif isinstance(tree, Call):
        for argument in tree.arguments:
            yield from _cells(argument)
