"""The page on which officers collect without signal, and what it says to the server (R22)."""
