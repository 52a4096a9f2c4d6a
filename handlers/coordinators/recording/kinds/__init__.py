"""The form of each kind of entry."""
