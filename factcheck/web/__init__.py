"""Reference pages: what may be asked of which host, fetched within limits, and kept as received.

The only room that imports httpx. Nothing here decides what to fetch: callers hand in addresses that a person agreed to.
"""
