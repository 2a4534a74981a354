"""When: the day of the event, how long it lasts, and the day something was said."""
