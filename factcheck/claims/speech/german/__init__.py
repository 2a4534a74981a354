"""Who is reported to say what in German text, and the words and phrases that are German."""
