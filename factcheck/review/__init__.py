"""How decisions become the state of a claim: kinds of events, the fold over them, what a sign-off binds, guards.

Pure: events, claims and evidence come in, states and refusals come out. Storing them is the caller's part.
"""
