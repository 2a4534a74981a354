"""Dates and periods: finding them in a text, resolving them against an anchor, and the arithmetic of calendars."""
