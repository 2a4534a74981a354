"""Functions over `str` that know no claim: sentences, words, names, dates, quantities, quotations."""
