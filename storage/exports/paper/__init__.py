"""What is printed: letters, lists of names and signature sheets as PDF, in every script."""
