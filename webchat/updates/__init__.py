"""What bots are told: kept until they say they have it."""
