"""Quality: scorers of extraction, matching and stance on labelled data, run by `python -m tests.quality`.

A scorer is a module here with `score(data, *, seed, sample) -> list[Row]`. `data` is a folder laid out as
../shared/data in which any data set may be missing: a scorer leaves out what is not there, scores every part that is
(`train`, `dev`, `test`, …), and takes at most `sample` items of a part (None: all), chosen by `seed`. Parts named
`test` are scored, never tuned on.
"""
