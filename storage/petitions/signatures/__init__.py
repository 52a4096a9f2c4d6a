"""Signatures: what is signed, how it is entered and changed, and when it counts no more."""
