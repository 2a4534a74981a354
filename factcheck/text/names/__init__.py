"""Names of people, offices, bodies and places: finding them, telling two apart, and their spellings."""
