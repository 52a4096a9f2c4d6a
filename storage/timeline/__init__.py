"""What follows an appeal: what was recorded of it, its timeline, what is due, the moments that matter, the news."""
