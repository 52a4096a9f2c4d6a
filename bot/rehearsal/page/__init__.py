"""The chat page: a stand-in for everybody's Telegram app, in the browser."""
