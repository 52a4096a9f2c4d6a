"""The parts of entering signatures from sheets: its steps, the lines of a list, the screens, taking a batch back."""
