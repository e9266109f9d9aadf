"""What is held about a person: telling it, and forgetting it."""
