"""Many entries of an officer at once: one message in a simple form, or a sheet (R22, R95)."""
