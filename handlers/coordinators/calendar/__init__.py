"""The moments that matter, and what is to be done when."""
