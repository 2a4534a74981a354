"""Who is reported to say what: one form of report a file, and when and where it was said."""
