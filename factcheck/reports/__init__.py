"""What is stored, written out: tables, JSON, CSV, Markdown, and a claim with everything beside it.

Pure functions from the types of the domain to text, in chunks: the same input gives the same bytes. Text from outside
is made harmless here, for the format at hand. Printing is the faces' part.
"""
