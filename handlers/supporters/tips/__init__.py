"""Tips, as witnesses send them and come back to them; what both share lies here."""
