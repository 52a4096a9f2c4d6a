"""One tip as a case: everything about it that is kept in clear, and what is done with it."""
