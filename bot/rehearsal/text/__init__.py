"""How Telegram reads a text: markup, entities, and what is cut off at its ends."""
