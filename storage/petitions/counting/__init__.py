"""Counts: the live tally, goals and pace, and the recount that checks them."""
