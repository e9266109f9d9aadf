"""The page as browsers fetch it: few files, small, and kept for as long as they stay the same."""
