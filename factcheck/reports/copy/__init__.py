"""The annotated copy: an article as published with its claims in place, and beside it all that was found on each.

One self-contained HTML file without scripts. Jinja escapes every text; the extra `html` brings it, and leather for the
pictures. What may leave of a source is decided by `disclosure`, before anything of it comes here.
"""
