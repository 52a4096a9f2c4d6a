"""What became of a sending: how far it is in words, the counts as a file, the curves as a picture."""
