"""Taking signatures out of the count, and putting them back."""
