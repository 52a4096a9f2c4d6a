"""What the rehearsed Telegram remembers, and how it survives a restart."""
