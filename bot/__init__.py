"""The chat front end: talks, never decides."""
