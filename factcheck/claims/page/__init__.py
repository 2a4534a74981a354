"""What an article's page is made of: date line, headline, labels, teasers, furniture and the text itself."""
