"""The outbox: letters leased, and what became of each."""
