"""Sheets: how an appeal is written as one plain text, and everything that can be wrong with it."""
