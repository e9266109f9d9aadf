"""Prizes of a campaign, given to suggestions (R98-R102)."""
