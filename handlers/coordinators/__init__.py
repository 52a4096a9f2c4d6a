"""What coordinators do in Telegram: draft, approve, send, follow, review, export."""
