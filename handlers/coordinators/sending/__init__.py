"""An appeal on its way to people: planned, sent, steered, corrected, recalled."""
