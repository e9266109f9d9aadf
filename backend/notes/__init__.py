"""What staff write to each other about a suggestion; its author never sees it."""
