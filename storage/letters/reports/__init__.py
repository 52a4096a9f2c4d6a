"""What is told of a broadcast: how far it is, its course, and who follows it."""
