"""Last days: how each was counted, and requests for a later one (R68)."""
