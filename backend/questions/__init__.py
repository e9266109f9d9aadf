"""Questions of the desk to an author, and the answers (R136)."""
