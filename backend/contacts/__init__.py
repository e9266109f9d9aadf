"""Talks with authors, put on record (R78-R80, R122)."""
