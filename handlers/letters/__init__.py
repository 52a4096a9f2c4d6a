"""Letters to addressees: their fixed words, one catalogue per language that a letter can be in."""
