"""What the writer cites: footnotes, comments, links and addresses, and what of them leads to a document."""
