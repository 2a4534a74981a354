"""A figure of the benchmark, as a row of its table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure; `other` is what the named `alternative` took. Both, and `target`, in `unit`."""

    name: str
    value: float
    unit: str
    times: int
    target: float | None = None
    other: float | None = None
    alternative: str = ""
    remark: str = ""

    def line(self) -> str:
        """Return the row of the table."""
        target = f"{self.target:,.{0 if self.target >= 2 else 1}f} {self.unit}" if self.target is not None else "-"
        kept = "" if self.target is None else "ok" if self.value <= self.target else "OVER"
        ratio = f"{self.value / self.other:.1f} x {self.alternative} ({self.other:,.1f})" if self.other else ""
        value = f"{self.value:,.1f} {self.unit}"
        line = f"{self.name:44} {value:>12} {self.times:>3}  {target:>9} {kept:4} {ratio}"
        return "\n".join([line.rstrip(), *([f"    {self.remark}"] if self.remark else [])])
