"""Text read from photos of letters: a proposal for a person to correct, never a suggestion by itself."""
