"""The dossier of an article: the zip, its parts, and what of them is withheld. Nothing here opens a file.

`container` the zip itself, `manifest` what it says of its parts, `records` the lines of its JSON parts, `redaction`
what may not leave, `reader` the page for somebody who has never seen this program.
"""
