"""The bot's side: the Bot API as published."""
