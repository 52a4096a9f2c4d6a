"""Documents on paper: fonts found on the machine, pages laid out, letters of every language embedded."""
