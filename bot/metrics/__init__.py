"""What an operator's monitoring may know: counts and times, of nobody in particular."""
