"""Handovers: which names an addressee gets, once each, and what a package holds."""
