"""Talks: what supporters and coordinators say and see in Telegram, in their language."""
