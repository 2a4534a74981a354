"""The figures of tables, and formulas over their cells, in decimals."""
