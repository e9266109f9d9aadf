"""Collection events: where, when and with whom suggestions were collected (R24-R26)."""
