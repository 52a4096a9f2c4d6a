"""Stories of people who use Clarion, through the real application on a rehearsed Telegram."""
