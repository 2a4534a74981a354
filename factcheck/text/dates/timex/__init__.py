"""Calendar expressions by kind: their words, their patterns and what each means, seen from an anchor.

`grammar` puts the kinds together; `factcheck.text.dates.finding` is what other rooms call.
"""
