"""One-time links to a page of our own that asks for personal data in place of the chat."""
