"""How an appeal meets people: its cards, the buttons under them, links to it, the faults of its sheet."""
