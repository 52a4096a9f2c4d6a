"""Offering to collect signatures, and collecting."""
