"""The desk: web pages for coordinators, in the program's own loop (decision 14)."""
