"""The person's side: a small JSON API."""
