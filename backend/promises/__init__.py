"""What a unit promised with a reply, and how far it has come (R127)."""
