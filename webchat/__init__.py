"""A chat server of our own: the Bot API on one side, people with a small JSON API on the other."""
