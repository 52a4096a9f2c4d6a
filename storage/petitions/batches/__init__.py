"""Signatures that came on sheets: lists of names as they are read, checked and entered; counts; taking either back."""
