"""Ways in: links and QR codes of a campaign, a place, an event or a person (R24, R25, R39, R110)."""
