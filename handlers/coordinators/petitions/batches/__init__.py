"""Entering signatures that came on sheets."""
