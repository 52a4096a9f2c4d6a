"""Petitions as stored: signatures, consents, counts."""
