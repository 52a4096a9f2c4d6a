"""Simulated supporters, who use the bot as people do: they read what it shows and press its buttons."""
