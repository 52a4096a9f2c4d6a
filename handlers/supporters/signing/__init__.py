"""Signing a petition, and taking the signature back."""
