"""Broadcasts: whom they are for, planned, written letter by letter, steered, corrected, recalled; digests."""
