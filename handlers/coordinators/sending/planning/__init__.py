"""The plan of a sending before it is pressed: who gets it, the first few, when, and whether it is paid for."""
