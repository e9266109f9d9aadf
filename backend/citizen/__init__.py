"""The page of our own for those who make suggestions: what the chat is not to hear is asked here."""
